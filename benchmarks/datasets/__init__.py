"""How long datasets take to be built, and how much memory."""
