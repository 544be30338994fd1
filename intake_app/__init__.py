"""An offline desktop program that guides the broad problem clarification (verkennend gesprek)."""
