"""A language server: what Pincite knows of a document, told to an editor while somebody writes it (docs/lsp.md).

Its rooms, in the order in which a message from the editor passes through them: ``running`` (the process), ``wire`` (bytes and
messages), ``conversation`` (what the protocol allows when), ``features`` (which question goes where), ``server`` (what is known, and
on which thread), ``documents`` and ``texts`` (what is open), ``judging`` and ``diagnostics`` (findings), ``context`` (what stands at
the cursor), ``understanding`` (what the document says), ``names`` and ``members`` (what the format says), and the answers:
``answers``, ``hover``, ``definition``, ``completion``, ``symbols``, ``actions`` and ``whole_text``.
"""
