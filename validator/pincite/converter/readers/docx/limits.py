"""How much a .docx may ask for; every limit is far above what an article needs."""

MAX_MEMBERS = 10_000
"""Members of the archive."""

MAX_TOTAL = 200 * 1024 * 1024
"""Bytes of all the parts that are read, unpacked."""

MAX_RATIO = 200
"""How many times larger than in the archive a part may be, once it is larger than ``RATIO_FROM``."""

RATIO_FROM = 1024 * 1024
"""Bytes up to which a part may be packed as tightly as it likes."""

MAX_XML = 64 * 1024 * 1024
"""Bytes of one part of XML."""

MAX_TAGS = 2_000_000
"""Tags of one part of XML; each costs about 150 bytes of memory."""

MAX_DEPTH = 128
"""Elements inside one another."""
