"""Screening many people: the same rules, compiled to columns, one partition after another."""
