"""Sources of many documents become those of a dataset: which descriptions are of one source, and which are nearly."""
