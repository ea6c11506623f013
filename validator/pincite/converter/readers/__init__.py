"""Bytes of an article become paragraphs whose every character leads back to the input."""
