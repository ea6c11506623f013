"""Schema errors become findings in the user's words, one finding a fault, at the key or value at fault."""
