"""What datasets that are made of others have in common: inputs that are sound, a plan, and words on where they come from."""
