"""Datasets: many documents as tables and lines that others can load, check, cite and rebuild."""
