"""Virginia law as others have read it: each is a body of law of its own, asked by its name."""
