"""What the commands of ``pincite dataset`` do."""
