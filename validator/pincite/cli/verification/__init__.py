"""What ``pincite verify`` does: documents, one question, or a batch of them."""
