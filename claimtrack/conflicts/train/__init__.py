"""Training of the judge of meaning: ``python -m claimtrack.conflicts.train`` (extra `train`)."""
