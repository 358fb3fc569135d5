"""How a desk draws when a browser shows it."""

from textual.drivers.web_driver import WebDriver


class DeskDriver(WebDriver):
    """Draws to the server, and quits when the server is gone; Textual's own would wait for keys for ever."""

    def run_input_thread(self) -> None:
        """Read keys until the app quits or nobody can send any more."""
        super().run_input_thread()
        if not self.exit_event.is_set():
            self.on_meta("quit", {})
