"""``pincite pin``: which file a copy or a picture is, recorded in the document by type, digest and size."""
