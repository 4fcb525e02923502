"""United States: federal law lies in this folder, each state in a folder of its own."""
