"""Tables of cases for leaving prison: RSMo 556.061, 558.011 to 558.047, 217.690 to 217.735."""
