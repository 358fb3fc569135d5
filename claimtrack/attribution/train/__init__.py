"""Training of the attribution model: ``python -m claimtrack.attribution.train`` (extra `train`)."""
