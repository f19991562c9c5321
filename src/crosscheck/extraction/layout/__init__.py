"""Layout: blocks, sentences, zones and direct speech."""
