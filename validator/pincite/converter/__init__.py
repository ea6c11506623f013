"""The second road: an article becomes a Pincite document.

``opened`` and ``files`` read an article's bytes, ``readers`` make a manuscript of them (text, paragraphs, links, notes,
pictures), ``segment`` says which paragraph is what and where the citations stand, in the ways that ``styles`` declare,
``citation`` reads each printed citation into a chain of sources, ``compose`` makes the document of what was found.
``article`` walks the road; ``update`` walks it again for a changed article and keeps what people did. The words of each
language are data in ``languages``; ``lexicon`` turns them into patterns.
"""
