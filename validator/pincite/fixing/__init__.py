"""Files are mended by the fixes of their own findings, and fixes are told as edits of a file's text."""
