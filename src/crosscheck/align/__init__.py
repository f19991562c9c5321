"""Which claims are about one fact: blocking, match scores, groups."""
