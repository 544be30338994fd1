"""The encrypted store on this computer: keys, tables, conversations, and the thread that writes them."""
