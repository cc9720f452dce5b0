"""What follows an evaluation: next steps and interim results as people write them, each act told and undone with one press."""
