"""KCC Desktop: the desk of a municipal contact centre."""

__version__ = "0.1.0"
