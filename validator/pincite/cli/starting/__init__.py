"""What ``pincite init`` and ``pincite new`` do: a project and a document begin, and nothing that is there is replaced."""
