"""The second road: an article becomes a Pincite document.

``readers`` turn bytes into paragraphs whose every character leads back to the input, ``segment`` says which
paragraph is what, ``citation`` reads a printed citation into a chain of sources, ``build`` makes the document.
The words of each language live in ``languages``, one data file a language.
"""
