"""Bytes become plain values with the line and column of every key and value.

Strict on purpose: JSON's types only, no duplicate keys, no YAML aliases, capped depth and size, UTF-8.
"""
