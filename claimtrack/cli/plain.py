"""claimtrack review --plain: the review desk as numbered prompts, for ears, for pipes, for any terminal."""

import sys

from claimtrack import pipeline
from claimtrack.cli.changes import Changes
from claimtrack.cli.prompts import Prompts, number_in
from claimtrack.cli.session import NAMES, Clock
from claimtrack.display import one_line
from claimtrack.errors import ClaimtrackError, sentences
from claimtrack.models import Axis, Verdict
from claimtrack.review import AXES, Listed, Queue, menu, query, spoken
from claimtrack.review.query import LANGUAGE
from claimtrack.store import Store

_PAGE = 10


class PlainDesk(Changes):
    """One session: says where it is, asks what to do, does it, until told to quit."""

    def run(self) -> None:
        """The session; ends with quit, or where the input ends."""
        self.say(f"claimtrack, plain prompts, by {self.reviewer}{' (blind)' if self.viewer else ''}.")
        self.say("Type the number or the word of a command; help lists them, quit leaves.")
        pipeline.listed(self.store)
        self.begin_list(Queue())
        self.do_show()
        while True:
            try:
                typed = self.prompts.line(f"\n{self.place()}. What now? ")
                if not typed:
                    continue
                command, rest = menu.command(typed)
                if command.word == "quit":
                    break
                self.do(command.word, rest)
                self.refresh()
            except EOFError:
                break
            except ClaimtrackError as error:
                self.say(sentences(error))
        self.say(f"Done: {self.progress()}. Everything is saved.")

    def do(self, word: str, rest: str) -> None:
        """One command of the menu."""
        self.prompts.begin()
        verdict = next((v for v in AXES if v.value.replace("_", " ") == word), None)
        if verdict in {Verdict.RELATED, Verdict.UNRELATED}:
            self.do_relation(verdict)
        elif verdict is not None and AXES[verdict] in {Axis.SO, Axis.SAID}:
            self.do_verdict(verdict, rest)
        else:
            getattr(self, f"do_{word}")(rest)

    # ---- looking

    def do_next(self, _: str) -> None:
        """On, undecided."""
        self._moved(1)

    def do_previous(self, _: str) -> None:
        """Back."""
        self._moved(-1)

    def _moved(self, by: int) -> None:
        moved = self.queue.moved(by)
        if moved is self.queue:
            self.say("There is no more this way.")
        else:
            self.go(moved)

    def do_go(self, rest: str) -> None:
        """To an entry by its number."""
        given = rest or self.prompts.line("To which entry? ")
        if given:
            self.go(self.queue.gone_to(number_in(given, len(self.queue.numbers)) - 1))

    def do_list(self, _: str) -> None:
        """Some entries from here on."""
        shown = self.queue.numbers[self.queue.at : self.queue.at + _PAGE]
        rows = self.store.rows(shown, self.viewer)
        for place, number in enumerate(shown, self.queue.at + 1):
            row = rows[number]
            words = f"{one_line(row.title)} ({one_line(row.detail)}; {one_line(row.event)})"
            self.say(f"{place}. {spoken.state_words(row.state)}: {words}")

    def do_filter(self, rest: str) -> None:
        """Show only what a filter wants."""
        if rest in {"fields", "help", "?"}:
            for line in LANGUAGE:
                self.say(line)
            return
        self.begin_list(Queue(listed=self.queue.listed, query=query(rest)))
        self.say(f"{len(self.queue.numbers)} of the {NAMES[self.queue.listed]}.")
        self.do_show()

    def do_switch(self, _: str) -> None:
        """The other list, with the same filter."""
        other = Listed.CLAIMS if self.queue.listed == Listed.CONFLICTS else Listed.CONFLICTS
        self.begin_list(Queue(listed=other, query=self.queue.query))
        self.do_show()

    def do_choose(self, rest: str) -> None:
        """Another answer of this entry."""
        card = self.shown()
        choices = [(at, spoken.answer_line(answer)) for at, answer in enumerate(card.answers)]
        at = self.prompts.choice("Which answer?", choices, rest)
        if at is not None:
            self.queue = self.queue._replace(chosen=at)
            self.say(f"Answer {at + 1}: {choices[at][1]}")

    def do_article(self, _: str) -> None:
        """The text around the words."""
        line, at_desk = self.answer().line, self.event()
        for each in spoken.passage_lines(at_desk.captures[line.capture_id], line):
            self.say(each)

    def do_help(self, _: str) -> None:
        """The menu."""
        for line in menu.menu():
            self.say(line)

    def do_history(self, _: str) -> None:
        """The newest decisions, and to the claim of one."""
        newest = self.store.judgements(reviewer=self.viewer or None)[-_PAGE:]
        if not newest:
            self.say("No decisions yet.")
            return
        about = pipeline.lines_of(self.store, (j.target for j in newest))
        claims = [about[j.target].claim_id if j.target in about else "" for j in newest]
        choices = list(zip(claims, pipeline.history(self.store, newest), strict=True))
        claim_id = self.prompts.choice("To the claim of which decision?", choices)
        if claim_id:
            self.begin_list(Queue(listed=Listed.CLAIMS), claim_id)
            self.do_show()


def from_terminal(store: Store, reviewer: str, now: Clock, *, is_blind: bool, moves_on: bool) -> None:
    """A session on standard input and output, whatever characters go in or out."""
    for stream in (sys.stdin, sys.stdout):
        stream.reconfigure(errors="replace")  # type: ignore[union-attr]
    prompts = Prompts(input, lambda words: print(words, flush=True))
    PlainDesk(store, reviewer, now, prompts, is_blind=is_blind, moves_on=moves_on).run()
