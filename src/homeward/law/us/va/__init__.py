"""Virginia: sealing and expungement."""
