"""The desk's other actions: screens to look at, copies, exports, looks."""

import json
from pathlib import Path
from typing import TYPE_CHECKING

from textual import work

from claimtrack import pipeline
from claimtrack.errors import ClaimtrackError
from claimtrack.report.copying import forms, selected
from claimtrack.tui import themes
from claimtrack.tui.article import ArticleScreen
from claimtrack.tui.commands import DECIDE, LOOK, MOVE, shown
from claimtrack.tui.dialogs import Ask, Choose, Help, Words
from claimtrack.tui.grid import GridScreen
from claimtrack.tui.history import HistoryScreen
from claimtrack.tui.parties import PartiesScreen
from claimtrack.tui.timeline import TimelineScreen
from claimtrack.tui.under_review import UnderReview

if TYPE_CHECKING:
    from collections.abc import Sequence


class Looking(UnderReview):
    """Actions that change nothing in the database."""

    def action_article(self) -> None:
        """The whole article, at the passage."""
        if self.answer is not None and self.at_desk is not None:
            line = self.answer.line
            self.app.push_screen(ArticleScreen(line.capture_id, line.statement_id))

    def action_browse(self) -> None:
        """The article's own address, if it is one of the web."""
        if self.answer is None or self.at_desk is None:
            return
        url = self.at_desk.captures[self.answer.line.capture_id].url or ""
        if url.startswith(("http://", "https://")):
            self.app.open_url(url)
        else:
            self.app.tell("This article has no address. Enter opens its text.")

    def action_grid(self) -> None:
        """Questions by parties."""
        if self.card is not None and self.at_desk is not None:
            self.app.push_screen(GridScreen(self.at_desk, self.card.event_id))

    def action_timeline(self) -> None:
        """What each party said, day by day."""
        if self.card is not None and self.at_desk is not None:
            self.app.push_screen(TimelineScreen(self.at_desk, self.card.event_id))

    def action_parties(self) -> None:
        """The tree of parties."""
        self.app.push_screen(PartiesScreen())

    def action_history(self) -> None:
        """Every decision."""
        self.app.push_screen(HistoryScreen())

    @work
    async def action_copy(self) -> None:
        """Copy the chosen answer in the form that is asked for."""
        if self.answer is None or self.at_desk is None:
            return
        found = forms(self.answer.line, self.at_desk.captures[self.answer.line.capture_id])
        form = await self.app.push_screen_wait(Choose("Copy what?", [(name, name) for name in found]))
        if form is not None:
            self.app.copy_to_clipboard(found[form])
            self.app.push_screen(Words(found[form]))

    @work
    async def action_export(self) -> None:
        """Write the statements of what is marked, or of all that is shown, as JSON Lines."""
        numbers = sorted(self.queue.marked) or self.queue.numbers
        if not numbers:
            self.app.tell("Nothing is shown to write.")
            return
        name = await self.app.push_screen_wait(Ask(f"Write {len(numbers)} entries as JSON Lines to:", "claims.jsonl"))
        if name is not None:
            self._export(Path(name), numbers)

    @work(thread=True, group="export", exclusive=True)
    def _export(self, path: Path, numbers: "Sequence[int]") -> None:
        app = self.app
        try:
            found = pipeline.exported(app.store, app.store.targets(numbers))
            with path.expanduser().open("x", encoding="utf-8") as out:
                out.writelines(f"{json.dumps(selected(*each), ensure_ascii=False)}\n" for each in found)
        except FileExistsError:
            app.call_from_thread(app.tell, f"{path} is there already: name another file.")
        except (ClaimtrackError, OSError) as error:
            app.call_from_thread(app.notify, f"Not written: {error}", severity="error", markup=False)
        else:
            app.call_from_thread(app.tell, f"Written: {path}")

    def action_theme(self) -> None:
        """The next look; it is kept."""
        self.app.theme = themes.after(self.app.theme)
        self.app.remember(self.app.remembered._replace(theme=self.app.theme))
        self.app.tell(f"Theme: {self.app.theme.removeprefix('claimtrack-')}")

    def action_advance(self) -> None:
        """Move on after a decision, or stay; it is kept."""
        self.app.remember(self.app.remembered._replace(auto_advance=not self.app.moves_on))
        self.app.tell("Moves on after a decision." if self.app.moves_on else "Stays after a decision.")

    def action_help(self) -> None:
        """All keys, as they are set now."""
        keys: dict[str | None, list[str]] = {}
        for key, bound in self.app.active_bindings.items():
            keys.setdefault(bound.binding.id, []).append(shown(key))
        groups = (("Decide", DECIDE), ("Move and mark", MOVE), ("Look", LOOK))
        self.app.push_screen(
            Help([(title, [(" ".join(keys[c.id]), c.help) for c in group]) for title, group in groups])
        )

    def action_quit(self) -> None:
        """Leave."""
        self.app.exit()
