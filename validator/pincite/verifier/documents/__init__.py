"""The quotations of a document are held against the copies of their sources, and what comes of it becomes findings."""
