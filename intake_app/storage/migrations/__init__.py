"""The steps from each version of the tables to the next, over Alembic. Loaded only when a store is older."""
