"""The review desk in a browser. Needs the extra `web`; docs/decisions/0008-browser.md says what is guarded and why."""
