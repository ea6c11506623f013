"""A dataset as it lies in a folder: its manifest, its files and their digests, its tables and documents."""
