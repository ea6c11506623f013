"""What a project asks for: its configuration, which rules that leaves, what is ignored and what is known already."""
