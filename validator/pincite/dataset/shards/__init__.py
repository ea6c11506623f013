"""A shard is the unit of work: some documents, what they become, and a name by which the result is known again."""
