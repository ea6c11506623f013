"""Copies of sources become text: one reader a format, each of them run within limits."""
