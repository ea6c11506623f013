"""The fourth road: a quotation and the copies of its source become a verdict.

``copies`` turns files into text with pages, ``folding`` makes texts comparable, ``wording`` says what a quotation
asserts, ``matching`` finds it, and ``quotation`` puts the verdict together.
"""
