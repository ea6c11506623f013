"""A changed article converted anew, with what people did to its document kept.

Three documents meet: the old one, a fresh conversion of the old text (``base``), and one of the new text. What the
old one has as the base has it is the tool's, and gives way to the new conversion; what differs is people's work, and
stays. ``matching`` says which object of one is which of another, ``references`` gives them one set of names,
``merging`` joins their members, ``anchors`` finds the places of people's work in the new text; ``document`` does it all.
"""
