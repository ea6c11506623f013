"""RIS, the tagged lines of Reference Manager, EndNote, Zotero and Mendeley."""
