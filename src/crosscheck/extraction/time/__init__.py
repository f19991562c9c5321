"""Time: dates, clock times, lengths, ages, and the day an article speaks from."""
