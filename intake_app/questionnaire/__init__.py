"""What is asked, what was answered, and what comes next."""
