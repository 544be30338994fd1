"""Ids, localised text and problems: what every other package stands on."""
