"""The third road: a document is written as text. New formats are one module each."""
