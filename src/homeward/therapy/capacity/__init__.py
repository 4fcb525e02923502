"""What more places would do: waits, who is served, and who is released first."""
