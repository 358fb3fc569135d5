"""The review desk in the terminal (Textual). Widgets show, the screen decides, workers save."""
