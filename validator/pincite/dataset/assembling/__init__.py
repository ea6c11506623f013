"""The results of shards become one dataset: merged where they are sorted, put end to end where they are not."""
