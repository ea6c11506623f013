"""Lines are put in order on disk, whatever they are lines of."""
