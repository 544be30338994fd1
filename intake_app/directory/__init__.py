"""The sociale kaart: what help exists, by whom, where, and how sure we are. Field names follow HSDS 3.0."""
