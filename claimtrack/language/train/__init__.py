"""What the training of every network shares (extra `train`)."""
