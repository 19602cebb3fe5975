"""The Agenda: days of a location with its counters as lanes, and what can be done there."""
