"""Tables of cases for survivors of abuse: RSMo 217.692."""
