"""A language server: what Pincite knows of a document, told to an editor while somebody writes it (docs/lsp.md).

Its rooms, in the order in which a message from the editor passes through them: ``wire`` (bytes and messages),
``conversation`` (what the protocol allows when), ``server`` (which question goes where), ``texts`` (the open documents),
``judging`` and ``diagnostics`` (findings), ``reading`` and ``context`` (what is written, and what stands at the cursor),
``hover``, ``definition``, ``completion``, ``symbols`` and ``actions`` (the answers).
"""
