"""A draft against its sources: how each of its values stands, and its tick sheet.

`support` says whether one value bears out another, `backing` which statements do so, `copies`
which sources are one story, `standing` how a value stands before any rule has spoken, `ticks`
what the sheet says of it in the end.
"""
