"""What two versions of the rules do differently."""
