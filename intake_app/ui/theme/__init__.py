"""The look: colours by role, type, icons, style sheet, focus ring. It knows nothing of the domain."""
