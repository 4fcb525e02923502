"""Are the boundaries tested? Each number and day of the law is moved by one, and a test must fail.

``python -m tests.mutation us-mo`` lists what no test of that law notices.
"""
