"""What was found becomes a Pincite document: valid, whole, with its gaps declared."""
