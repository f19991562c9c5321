"""Numbers: numerals, their hedges and units, and what they count."""
