"""What stands at the cursor of a text that is being written, and so is broken more often than not.

Nothing here needs a document that can be read: lines, indentation and brackets tell enough.
"""
