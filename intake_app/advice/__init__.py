"""From suggested kinds of help to services nearby, in five groups, and the plan made of them."""
