"""A dataset is held against its manifest, its parts against each other, and its documents against the rules.

One module is one concern; each yields findings. Nothing in a dataset is trusted: no link is followed, no pipe is opened, no
path that leads out is looked at, and no table is held in memory as a whole. What is not as the manifest says is told once, and
not looked at any further.
"""
