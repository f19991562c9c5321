"""Places in an order with their roles: whose, of what, counted since when."""
