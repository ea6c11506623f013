"""XML 1.0 as text: elements, their escaping and indentation, and what no XML can carry. Needs no library."""
