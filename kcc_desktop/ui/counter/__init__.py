"""The counter's panel: who is expected, who waits, who is at my counter; and the waiting room's window."""
