"""What stands round every panel: rail, top bar, running conversations, notices, status bar. Knows no service."""
