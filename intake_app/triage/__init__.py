"""What the answers mean: red flags, two scores with their bounds, urgency and suggested kinds, each with reasons."""
