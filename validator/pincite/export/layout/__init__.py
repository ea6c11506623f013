"""The article as a sequence of blocks with its annotations in them, for formats that hold the article.

Pure values, no markup. ``laying.lay_out`` makes a ``Layout`` of a document and its text: ``blocks`` cuts the text into
paragraphs, ``places`` finds where quotations, citations, claims and images stand in it, and ``nesting`` puts them into
one another. ``verse`` knows which line ends mean something, ``lists`` and ``figures`` what belongs together, ``repeats``
what is said elsewhere; ``cited`` and ``english`` say keys, dates and places in words. Every visible character of the text
lies in one block, but for signs that lead back from a note; what has no place is listed apart.
"""
