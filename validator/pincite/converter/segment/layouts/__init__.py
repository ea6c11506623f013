"""Where citations stand: one module for each placement that a style can name.

Each has ``find(manuscript, style, lexicon)``, which yields the citations printed in that style, in no particular order.
"""
