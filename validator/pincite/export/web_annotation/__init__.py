"""The W3C Web Annotation Data Model (Recommendation of 23 February 2017), for clients that show notes on pages and pictures.

One annotation is made of each quotation, of each claim and of each picture: all three link a place to what bears it out. A
picture without a region has one as well, about the whole of it: which source it shows is known all the same.
They stand together on one AnnotationPage, and each has its own ``@context``, so that it can be taken out alone.
"""

from __future__ import annotations

from pincite.export.web_annotation.losses import DECLARED
from pincite.export.web_annotation.page import write

__all__ = ["DECLARED", "write"]
