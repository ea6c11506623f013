"""A folder of documents becomes a dataset: planned, worked on, put together beside its place, and moved there whole."""
