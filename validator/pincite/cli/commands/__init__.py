"""The commands, one a file: their options and their help; each calls the library once and prints what it returns."""
