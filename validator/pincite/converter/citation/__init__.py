"""A printed citation becomes a chain of sources: read strictly, never guessed, nothing of it dropped."""
