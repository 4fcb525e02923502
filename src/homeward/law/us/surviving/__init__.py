"""Words that laws on relief for survivors of abuse share. No state's law is in here."""
