"""What can be said of a plan, as values: series, standing of parts, undone years, the tree, copies, moved targets."""
