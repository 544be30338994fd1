"""HSDS 3.0: its tables, and the way from objects and rows of a file to the records that the store keeps."""
