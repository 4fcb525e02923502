"""Words that the states' laws on reports and renting share. No state's law is in here."""
