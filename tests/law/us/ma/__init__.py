"""Tables of cases for Massachusetts."""
