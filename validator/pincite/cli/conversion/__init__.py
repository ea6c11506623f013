"""What ``pincite convert`` does: one article or document, or many, become documents.

``command`` decides between them; ``article`` converts one article and ``rewriting`` one document; ``many`` goes
through all of several; ``places`` knows the paths from a document to what it names, ``handwork`` what must not be
replaced.
"""
