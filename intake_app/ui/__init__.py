"""The screens: presenters hold the state without Qt, views show it, fields are the house widgets."""
