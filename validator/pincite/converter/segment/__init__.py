"""Which paragraph is what: citations with their image marks, quotations, front matter, boilerplate, blocks."""
