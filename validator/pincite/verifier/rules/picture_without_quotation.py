"""A picture does not show the quotation that it is evidence for.

## Why

The picture is shown as evidence for a quotation, and a program that reads pictures does not find the words on it: it shows
another page, or too little of the right one.

## Bad

A quotation's citation names `images: [p58]`, and the picture of that image shows page 60.

## Good

Name the picture of the page on which the words stand, or give the citation the image of both pages.
"""

from pincite.model.rule import Rule

RULE = Rule(
    "PIN718",
    "picture-without-quotation",
    "warning",
    "A picture does not show the quotation that it is evidence for.",
    needs="files",
)
