"""Between the HSDS documents that are kept and the `Service` that the program works with, both ways."""
