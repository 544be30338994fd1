"""What the next answers may change: the worth of each open question, and how firm the advice stands."""
