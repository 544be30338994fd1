"""The house widgets: plain values in, signals out. They know nothing of the domain and hold no texts."""
