"""Where a quotation's parts stand in a source, and what differs there."""
