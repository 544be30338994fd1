"""How fast the screen of a talk is, and how much memory talks take, measured on the real program."""
