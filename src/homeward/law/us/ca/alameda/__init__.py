"""Alameda County: the county outside its cities is the folder ``county``."""
