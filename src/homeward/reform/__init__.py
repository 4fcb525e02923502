"""What a reform would change: the same data under two laws, and the difference between them."""
