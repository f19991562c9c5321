"""Names: people with their titles and posts, organisations, places."""
