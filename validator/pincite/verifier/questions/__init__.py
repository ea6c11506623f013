"""Single questions without a document: is this quoted from that file; one, or a batch of them line by line."""
