"""Documents in their canonical order and layout: what they say, and every comment in them, stays."""
