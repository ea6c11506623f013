"""Pincite: provenance annotation of articles, as a format, a validator and a converter."""

__version__ = "0.1.0"
