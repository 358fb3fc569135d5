"""The desk's decisions: what each key asks for, and which judgements it makes."""

from functools import partial

from textual import work
from textual.app import SuspendNotSupported

from claimtrack import pipeline
from claimtrack.display import counted, one_line
from claimtrack.editor import Edited, edited
from claimtrack.errors import ClaimtrackError, UsageError, sentences
from claimtrack.models import Axis, Capture, RelationKind, Stance, Verdict
from claimtrack.parties import party_named
from claimtrack.report.model import Line
from claimtrack.review import (
    AXES,
    NEEDS_EVIDENCE,
    correction,
    decision,
    flagging,
    linking,
    on_all,
    on_relation,
    others,
    parting,
    related_to,
    standing,
)
from claimtrack.review.corrections import content_ranges
from claimtrack.review.spoken import claim_line
from claimtrack.tui.dialogs import Ask, Choose, Sure
from claimtrack.tui.under_review import UnderReview


class Deciding(UnderReview):
    """Actions that make judgements; the app saves them."""

    @work
    async def action_decide(self, verdict: str) -> None:
        """Decide on the chosen answer, or on everything marked; ask for evidence where the verdict needs it."""
        decided = Verdict(verdict)
        if self.answer is None or self.card is None:
            self.app.tell("Nothing is shown to decide on.")
            return
        if self.queue.marked:
            await self._decide_marked(decided)
            return
        if decided in NEEDS_EVIDENCE:
            self.brings_card()
        elif not self.sees_card():
            return
        card, answer = self.card, self.answer
        evidence = ""
        if decided in NEEDS_EVIDENCE:
            given = await self._ask_evidence(decided, f"apart from what {one_line(answer.line.side)} says", answer.line)
            if given is None:
                return
            evidence = given
        made = decision(card, answer, decided, self.app.reviewer, self.app.now(), evidence=evidence)
        self.app.save(made, moves_on=AXES[decided] == Axis.SO)

    async def _ask_evidence(self, verdict: Verdict, apart: str, line: Line) -> str | None:
        question = f"{verdict.value.capitalize()}: what shows it, {apart}? A link or a note:"
        return await self._ask(question, f"{verdict.value} {line.claim_id}")

    async def _ask(self, question: str, key: str) -> str | None:
        """Words from the reviewer, kept as a draft until they are on disk."""
        keep = partial(self.app.draft, key)
        given = await self.app.push_screen_wait(Ask(question, self.app.drafts.get(key, ""), keep=keep))
        if given is not None:
            keep(given)
        return given

    async def _decide_marked(self, verdict: Verdict) -> None:
        """One decision about every claim of the marked entries, undone as one."""
        targets = self.app.store.targets(sorted(self.queue.marked))
        evidence = ""
        if verdict in NEEDS_EVIDENCE:
            given = await self._ask(f"{verdict.value.capitalize()}: what shows it, for all of them?", "marked")
            if given is None:
                return
            evidence = given
        question = (
            f"Mark {counted(len(targets), 'claim')} as {verdict.value.replace('_', ' ')}? One undo takes it back."
        )
        if await self.app.push_screen_wait(Sure(question)):
            self.app.save(*on_all(targets, verdict, self.app.reviewer, self.app.now(), "", evidence))

    def action_relation(self, verdict: str) -> None:
        """Confirm or reject that the accounts meet."""
        self.catch_up()
        if self.card is None or not self.card.meeting.pairs:
            self.app.tell("No relation is shown. [ leads to the disagreements.")
            return
        if not self.sees_card():
            return
        made = on_relation(self.card, Verdict(verdict), self.app.reviewer, self.app.now())
        self.app.save(*made, moves_on=verdict == Verdict.UNRELATED)

    @work
    async def action_link(self) -> None:
        """Relate the chosen claim to another claim of its event."""
        other = await self._other_claim("Which claim does it stand in a relation to?")
        if other is None or self.answer is None:
            return
        kinds = [(kind.value, kind.value.replace("_", " ")) for kind in RelationKind]
        kind = await self.app.push_screen_wait(Choose("How do they stand to each other?", kinds))
        if kind is None:
            return
        question = await self.app.push_screen_wait(Ask("The question that both answer:", may_be_empty=True))
        if question is not None:
            own = self.answer.line.statement_id
            made = linking(
                own, other, RelationKind(kind), self.app.reviewer, self.app.now(), question or "Linked by hand"
            )
            self.app.save(made)

    @work
    async def action_unlink(self) -> None:
        """Part the chosen claim from another one that it was related to."""
        if self.answer is None or self.card is None:
            return
        card, own = self.card, self.answer.line.claim_id
        choices = [(line.statement_id, claim_line(line)) for line in related_to(card, own)]
        if not choices:
            self.app.tell("This claim is related to no other one here.")
            return
        if not self.sees_card():
            return
        other = choices[0][0] if len(choices) == 1 else await self.app.push_screen_wait(Choose("From which?", choices))
        if other is not None:
            self.app.save(parting(card, own, other, self.app.reviewer, self.app.now()))

    async def _other_claim(self, question: str) -> str | None:
        if self.answer is None or self.at_desk is None:
            self.app.tell("Nothing is shown to link.")
            return None
        self.brings_card()
        lines = others(pipeline.lines(self.at_desk).values(), self.answer.line.claim_id)
        choices = [(line.statement_id, claim_line(line)) for line in lines]
        return await self.app.push_screen_wait(Choose(question, choices))

    def action_flag(self) -> None:
        """Flag for a colleague; once more takes the flag down."""
        if self.answer is None or self.card is None or self.at_desk is None or not self.sees_card():
            return
        stands = standing(self.at_desk.judgements)
        self.app.save(*flagging(self.card, self.answer, stands, self.app.reviewer, self.app.now()))

    @work
    async def action_note(self) -> None:
        """A note about the chosen answer."""
        if self.answer is None or self.card is None:
            return
        self.brings_card()
        card, answer = self.card, self.answer
        if words := await self._ask("Note:", f"note {answer.line.claim_id}"):
            self.app.save(decision(card, answer, Verdict.NOTED, self.app.reviewer, self.app.now(), words))

    def action_note_in_editor(self) -> None:
        """A note, written in the reviewer's own editor."""
        if self.answer is None or self.card is None:
            return
        self.brings_card()
        key = f"note {self.answer.line.claim_id}"
        written = self._edited(self.app.drafts.get(key, ""))
        if written.words:
            self.app.draft(key, written.words)
        if written.problem:
            self.app.tell(f"No note is saved: {written.problem}. c goes on with what is written.", seconds=10)
        elif written.words:
            made = decision(self.card, self.answer, Verdict.NOTED, self.app.reviewer, self.app.now(), written.words)
            self.app.save(made)

    def _edited(self, draft: str) -> Edited:
        try:
            return edited(draft, giving_way=self.app.suspend)
        except SuspendNotSupported:
            return Edited(draft, "no editor can be opened in this window")

    @work
    async def action_evidence(self) -> None:
        """Evidence for the verdict that stands."""
        if self.answer is None or self.card is None:
            return
        self.brings_card()
        card, answer = self.card, self.answer
        if answer.line.so == Verdict.UNREVIEWED:
            self.app.tell("Decide first: evidence belongs to a verdict.")
            return
        given = await self._ask_evidence(answer.line.so, "a link or text", answer.line)
        if given:
            made = decision(card, answer, answer.line.so, self.app.reviewer, self.app.now(), evidence=given)
            self.app.save(made)

    @work
    async def action_correct(self) -> None:
        """Put right who speaks, how they stand to it, or which words are theirs."""
        if self.answer is None or self.at_desk is None:
            return
        self.brings_card()
        line = self.answer.line
        what = await self.app.push_screen_wait(
            Choose(
                "What is wrong?",
                [
                    (Axis.PARTY, f"who speaks: {one_line(line.party)}"),
                    (Axis.STANCE, f"the stance: {line.stance}"),
                    (Axis.CONTENT, f"the words: characters {line.place}"),
                ],
            )
        )
        if what is None:
            return
        capture, statement = self.at_desk.captures[line.capture_id], self.at_desk.statements[line.statement_id]
        try:
            value = await self._right_value(Axis(what), line, capture)
            if value is None:
                return
            axis, now = Axis(what), self.app.now()
            made = correction(statement, axis, value, self.app.reviewer, now, length=len(capture.text))
        except ClaimtrackError as error:
            self.app.tell(sentences(error))
            return
        self.app.save(made)

    async def _right_value(self, axis: Axis, line: Line, capture: Capture) -> str | None:
        """What is to stand in the place of what was read; None if the reviewer turns back."""
        if axis == Axis.STANCE:
            return await self.app.push_screen_wait(Choose("How do they stand to it?", [(s, s) for s in Stance]))
        if axis == Axis.PARTY:
            return await self._right_party(line)
        asked = "Their words as they stand in the article, or its characters (12-40, 52-60):"
        typed = await self.app.push_screen_wait(Ask(asked, line.place))
        return content_ranges(typed, capture.text, line.spans[0].start) if typed else None

    async def _right_party(self, line: Line) -> str | None:
        name = await self.app.push_screen_wait(Ask("Who says it? A name:", line.party))
        if name is None or self.at_desk is None:
            return None
        known = [statement.party for statement in self.at_desk.statements.values()]
        try:
            return party_named(name, known).model_dump_json()
        except UsageError as error:
            is_new = await self.app.push_screen_wait(Sure(f"{sentences(error)} Take it as a new party?"))
            return party_named(name, known, may_be_new=True).model_dump_json() if is_new else None

    def action_undo(self) -> None:
        """Take back the reviewer's last decision."""
        self.app.undo()

    def action_redo(self) -> None:
        """Take back the reviewer's last undo."""
        self.app.redo()
