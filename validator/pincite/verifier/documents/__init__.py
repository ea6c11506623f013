"""The quotations of a document are held against the copies of their sources, and what comes of it becomes findings.

The way of a quotation: ``walk`` takes a document's quotations in turn (``verify_document``). For each of their citations
``finder`` names the files to look in (``evidence``: copies that the document names, files of the user's ``source_folders``,
``pictures`` of the place). ``access`` opens them, if they are those that were pinned, and ``pincite.verifier.holding`` holds
the quotation against each. ``reasons`` says why one cannot be held against anything. What comes of it is an ``outcome``: of
a copy, of a citation, of the quotation (``Judgement``), of the document (``Verification``), with the quotations of one
passage that differ (``disagreement``).

Out of a ``Verification`` come findings (``telling``, with the words of ``verdict_words``, ``caution_words`` and ``phrasing``), what is ``to_store`` in
the document, and JSON (``pincite.verifier.as_data``).
"""
