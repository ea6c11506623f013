"""Texts become comparable: letters alone, each with its place, and what stands between them named."""
