"""What a quotation asserts: parts that must stand in the source in order, and marks between them."""
