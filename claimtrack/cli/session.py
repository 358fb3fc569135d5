"""Where a reviewer is at the plain prompts, and how decisions get to the disk."""

import datetime
from collections.abc import Callable

from claimtrack import pipeline
from claimtrack.cli.prompts import Prompts
from claimtrack.errors import ClaimtrackError, UsageError, sentences
from claimtrack.models import Judgement
from claimtrack.report.model import Answer
from claimtrack.review import Card, Listed, Queue, next_answer, spoken
from claimtrack.store import Row, Store

Clock = Callable[[], datetime.datetime]
NAMES = {Listed.CONFLICTS: "disagreements", Listed.CLAIMS: "claims"}
_MOST_ROWS = 200


class Session:
    """A list, an entry of it, an answer of that; what is said, saved and read anew."""

    def __init__(
        self, store: Store, reviewer: str, now: Clock, prompts: Prompts, *, is_blind: bool, moves_on: bool
    ) -> None:
        self.store, self.reviewer, self.now = store, reviewer, now
        self.prompts, self.say = prompts, prompts.say
        self.viewer = reviewer if is_blind else ""
        self.moves_on = moves_on
        self.queue = Queue()
        self.row: Row | None = None
        self.card: Card | None = None
        self.at_desk: pipeline.Desk | None = None
        self.done: set[str] = set()
        self.total = 0
        self.seen = (0, 0)
        self.started = now()

    def shown(self) -> Card:
        """The card under review; raises if none is."""
        if self.card is None:
            raise UsageError("nothing is shown to decide on", "filter alone shows everything.")
        return self.card

    def event(self) -> pipeline.Desk:
        """What is known of the event of the card; raises if none is shown."""
        if self.at_desk is None:
            raise UsageError("nothing is shown to look at", "filter alone shows everything.")
        return self.at_desk

    def answer(self) -> Answer:
        """The answer that a decision is about."""
        return self.shown().answers[self.queue.chosen]

    # ---- where one is

    def place(self) -> str:
        """The list, the entry, the answer."""
        if not self.card:
            return f"No {NAMES[self.queue.listed]} here"
        at = f"Entry {self.queue.at + 1} of {len(self.queue.numbers)}"
        return f"{at}, answer {self.queue.chosen + 1} of {len(self.card.answers)}"

    def progress(self) -> str:
        """How many of the list's entries were decided since it was chosen, and how long the session is."""
        minutes = int((self.now() - self.started).total_seconds() // 60)
        return spoken.progress(len(self.done), self.total, minutes)

    def begin_list(self, queue: Queue, key: str = "") -> None:
        """Another list or filter, at its beginning or at the entry with a key."""
        self.queue, self.done = queue, set()
        self.fill(key)
        self.total = len(self.queue.numbers)

    def refresh(self) -> None:
        """Read anew, and say so, if others added or decided something meanwhile."""
        if self.store.size() != self.seen:
            self.fill(self.row.key if self.row else "")
            self.say("Others added or decided something meanwhile.")
            self.do_show()

    def fill(self, key: str = "") -> None:
        """Read the list anew, at the entry with a key if it is still there, and the card."""
        self.seen = self.store.size()
        number = self.store.number_of(key) if key else None
        numbers = self.store.found(self.queue.listed, self.queue.query, self.viewer)
        self.queue = self.queue.filled(numbers, number)
        self.load()

    def load(self) -> None:
        """Read what the entry leads to."""
        number = self.queue.number
        self.row = self.store.rows([number], self.viewer).get(number) if number is not None else None
        found = pipeline.card(self.store, self.row, self.viewer) if self.row else None
        self.card, self.at_desk = found or (None, None)
        last = len(self.card.answers) - 1 if self.card else 0
        self.queue = self.queue._replace(chosen=min(self.queue.chosen, last))

    def go(self, queue: Queue) -> None:
        """Be at another entry, and read it."""
        self.queue = queue
        self.load()
        self.do_show()

    def do_show(self, _: str = "") -> None:
        """Read the entry."""
        if not self.card or not self.row or not self.at_desk:
            none, typed = f"No {NAMES[self.queue.listed]}.", self.queue.query.typed
            hint = f"Nothing holds “{typed}”; filter alone shows all." if typed else "claimtrack add reads articles."
            self.say(f"{none} {hint}")
            return
        self.say(f"{NAMES[self.queue.listed][:-1].capitalize()} {self.queue.at + 1} of {len(self.queue.numbers)}:")
        notes = spoken.notes(self.card, self.at_desk.judgements)
        for line in spoken.card_lines(self.card, self.queue.chosen, self.row.state, notes):
            self.say(line)

    def do_open(self, _: str = "") -> None:
        """The next entry without a decision: most often near, else found by the database."""
        number = pipeline.next_open(self.store, self.queue, 1, self.viewer)
        if number is None:
            self.say("No later entry is without a decision.")
        else:
            self.go(self.queue.gone_to(self.queue.numbers.index(number)))

    # ---- after a decision

    def save(self, *judgements: Judgement, done: str, moves_on: bool = False, is_for_all: bool = False) -> None:
        """Put decisions on disk, say so, and go on; what was typed is kept if that fails."""
        try:
            pipeline.decide(self.store, *judgements)
        except ClaimtrackError as error:
            self.say(f"Not saved: {sentences(error)} What you typed is kept for the next try.")
            return
        self.prompts.saved()
        if is_for_all:
            self._count_done()
        self.after(f"Saved: {done}.", moves_on=moves_on)

    def after(self, told: str, *, moves_on: bool = False) -> None:
        """Say what was done, read anew what is shown, and go on if that is wanted."""
        key = self.row.key if self.row else ""
        self.fill(key)
        is_there = self.row is not None and self.row.key == key
        if is_there and self.row and self.row.state.is_open:
            self.done.discard(key)
        else:
            self.done.add(key)
        self.say(f"{told} {self.progress()}.")
        if not is_there:
            self.do_show()
        elif moves_on and self.moves_on and self.card:
            self._on(self.card)

    def _count_done(self) -> None:
        """Count all entries anew that have their decisions, after one about many."""
        numbers = self.queue.numbers
        for at in range(0, len(numbers), _MOST_ROWS):
            rows = self.store.rows(numbers[at : at + _MOST_ROWS], self.viewer)
            self.done |= {row.key for row in rows.values() if not row.state.is_open}

    def _on(self, card: Card) -> None:
        """To the next answer without a decision, of this entry or of a later one."""
        chosen = next_answer(card, self.queue.chosen)
        if chosen is None:
            self.do_open()
        else:
            self.queue = self.queue._replace(chosen=chosen)
            self.say(f"Next, answer {chosen + 1}: {spoken.answer_line(card.answers[chosen])}")
