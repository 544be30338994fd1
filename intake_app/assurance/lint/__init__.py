"""What can be seen wrong in content without running it."""
