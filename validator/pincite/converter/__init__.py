"""The second road: an article becomes a Pincite document.

``readers`` turn a text into paragraphs whose every character leads back to the input, ``segment`` says which
paragraph is what and where the citations stand, ``citation`` reads each printed citation into a chain of
sources, ``compose`` makes the document of what was found. ``article`` walks the road. The words of each language
are data in ``languages``; ``lexicon`` turns them into patterns.
"""
