"""The screens: they build, wire and show what the presenters say."""
