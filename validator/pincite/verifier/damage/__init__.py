"""The judge of scans: it tells a misread word from another word.

``confusions`` knows what is taken for what, ``vocabulary`` which words a text has and which it could have, ``wear``
how badly the text is misread, ``reading`` what a misreading costs, and ``judge`` puts the answer together; for signs
without spaces between them, ``company`` and ``ideographs`` do the same.
"""

from pincite.verifier.damage.judge import Damage, Difference

__all__ = ["Damage", "Difference"]
