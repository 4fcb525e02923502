"""Waiting lists of which a formula gives the long run; one paper a file.

Everything is in days. Joins come at random (Poisson). These are the sums of an office that has
settled down: for the first years of a reform, and for lists with their own rules, simulate.
"""
