"""What a reviewer decides at the plain prompts."""

from claimtrack import pipeline
from claimtrack.cli.session import Session
from claimtrack.display import counted, one_line
from claimtrack.editor import edited
from claimtrack.errors import UsageError, sentences
from claimtrack.models import Axis, Judgement, RelationKind, Stance, Verdict
from claimtrack.parties import party_named
from claimtrack.report.model import Line
from claimtrack.review import (
    AXES,
    MARKABLE,
    NEEDS_EVIDENCE,
    content_ranges,
    correction,
    decided,
    decision,
    linking,
    on_all,
    on_relation,
    others,
    parting,
    question_between,
    related_to,
    spoken,
)

_MOST_TOLD = 3


class Changes(Session):
    """Every command that makes judgements."""

    def do_verdict(self, verdict: Verdict, why: str) -> None:
        """A verdict on the chosen answer."""
        card = self.shown()
        answer, evidence = self.answer(), ""
        why = self.prompts.remark("The reason:", f"why {verdict} {answer.line.claim_id}", why)
        if verdict in NEEDS_EVIDENCE:
            evidence = self._evidence(verdict, answer.line)
            if not evidence:
                self.say(f"Nothing saved: “{spoken.verdict(verdict)}” needs evidence.")
                return
        made = decision(card, answer, verdict, self.reviewer, self.now(), why, evidence)
        self.save(made, done=spoken.verdict(verdict), moves_on=AXES[verdict] == Axis.SO)

    def _evidence(self, verdict: Verdict, line: Line, given: str = "") -> str:
        asked = f"{spoken.verdict(verdict).capitalize()}: what shows it, apart from what {one_line(line.speaker)} says?"
        return self.prompts.words(f"{asked} A link or a note.", f"{verdict} {line.claim_id}", given)

    def do_note(self, rest: str) -> None:
        """A remark."""
        key = f"note {self.answer().line.claim_id}"
        self._note(self.prompts.words("The note:", key, rest))

    def do_editor(self, _: str) -> None:
        """A remark, written in an editor."""
        key = f"note {self.answer().line.claim_id}"
        written = edited(self.prompts.kept(key))
        self.prompts.keep(key, written.words)
        if written.problem:
            raise UsageError(written.problem, "No note is saved; note goes on with what is written.")
        self._note(written.words)

    def _note(self, words: str) -> None:
        if words:
            card = self.shown()
            made = decision(card, self.answer(), Verdict.NOTED, self.reviewer, self.now(), words)
            self.save(made, done="noted")
        else:
            self.say("No words, no note.")

    def do_evidence(self, rest: str) -> None:
        """Evidence for the verdict that stands."""
        card = self.shown()
        answer = self.answer()
        if answer.line.so == Verdict.UNREVIEWED:
            raise UsageError("evidence belongs to a verdict", "Decide first.")
        if evidence := self._evidence(answer.line.so, answer.line, rest):
            made = decision(card, answer, answer.line.so, self.reviewer, self.now(), "", evidence)
            self.save(made, done=f"{spoken.verdict(answer.line.so)}, with evidence")

    def do_flag(self, why: str) -> None:
        """A colleague should look."""
        self._flag(Verdict.FLAGGED, why)

    def do_unflag(self, why: str) -> None:
        """No colleague need look."""
        self._flag(Verdict.UNFLAGGED, why)

    def _flag(self, verdict: Verdict, why: str) -> None:
        card = self.shown()
        answer = self.answer()
        why = self.prompts.remark("The reason:", f"{verdict} {answer.line.claim_id}", why)
        made = decision(card, answer, verdict, self.reviewer, self.now(), why)
        self.save(made, done=spoken.verdict(verdict))

    # ---- relations

    def do_relation(self, verdict: Verdict) -> None:
        """The suggestion confirmed or rejected."""
        card = self.shown()
        if not card.meeting.pairs:
            raise UsageError("no relation is shown", "switch leads to the disagreements.")
        made = on_relation(card, verdict, self.reviewer, self.now())
        done = "confirmed" if verdict == Verdict.RELATED else "rejected"
        self.save(*made, done=f"relation {done}", moves_on=verdict == Verdict.UNRELATED)

    def do_link(self, _: str) -> None:
        """A relation that was not found."""
        own = self.answer().line
        lines = others(pipeline.lines(self.event()).values(), own.claim_id)
        if not lines:
            raise UsageError("the event has no other claim", "Relations hold between claims of one event.")
        choices = [(line, spoken.claim_line(line)) for line in lines]
        other = self.prompts.choice("Which claim does it stand in a relation to?", choices)
        if other is None:
            return
        kinds = [(kind, kind.value.replace("_", " ")) for kind in RelationKind]
        kind = self.prompts.choice("How do they stand to each other?", kinds)
        if kind is None:
            return
        key = f"question {own.claim_id} {other.claim_id}"
        question = self.prompts.words("The question that both answer:", key) or question_between(own.quote, other.quote)
        made = linking(own.statement_id, other.statement_id, kind, self.reviewer, self.now(), question)
        self.save(made, done=decided(made))

    def do_unlink(self, _: str) -> None:
        """A relation that does not hold."""
        card = self.shown()
        own = self.answer().line.claim_id
        lines = related_to(card, own)
        if not lines:
            raise UsageError("this claim is related to no other one here", "switch leads to the disagreements.")
        choices = [(line, spoken.claim_line(line)) for line in lines]
        other = self.prompts.choice("From which claim?", choices)
        if other is not None:
            self.save(parting(card, own, other.statement_id, self.reviewer, self.now()), done="unrelated")

    # ---- corrections

    def do_party(self, rest: str) -> None:
        """Another party speaks."""
        line = self.answer().line
        name = self.prompts.words(f"Who says it? Now: {one_line(line.party)}.", f"party {line.statement_id}", rest)
        if not name:
            return
        at_desk = self.event()
        known = [statement.party for statement in at_desk.statements.values()]
        try:
            party = party_named(name, known)
        except UsageError as error:
            self.say(sentences(error))
            if not self.prompts.sure(f"Take “{name}” as a new party?"):
                return
            party = party_named(name, known, may_be_new=True)
        self._correct(Axis.PARTY, party.model_dump_json())

    def do_stance(self, rest: str) -> None:
        """The party stands to it otherwise."""
        stances = [(stance, stance.value) for stance in Stance]
        stance = self.prompts.choice(f"Now: {self.answer().line.stance.value}.", stances, rest)
        if stance is not None:
            self._correct(Axis.STANCE, stance)

    def do_content(self, rest: str) -> None:
        """Other words are the party's."""
        line, at_desk = self.answer().line, self.event()
        text = at_desk.captures[line.capture_id].text
        asked = f"The words as they stand in the article, or characters. Now: {line.place}."
        if typed := self.prompts.words(asked, f"content {line.statement_id}", rest):
            self._correct(Axis.CONTENT, content_ranges(typed, text, line.spans[0].start))

    def _correct(self, axis: Axis, value: str) -> None:
        line, at_desk = self.answer().line, self.event()
        length = len(at_desk.captures[line.capture_id].text)
        statement = at_desk.statements[line.statement_id]
        made = correction(statement, axis, value, self.reviewer, self.now(), length=length)
        self.save(made, done=decided(made))

    # ---- the whole

    def do_all(self, rest: str) -> None:
        """One verdict for everything that the filter wants."""
        verdicts = [(verdict, spoken.verdict(verdict)) for verdict in MARKABLE]
        self.shown()
        verdict = self.prompts.choice("Which verdict for all of them?", verdicts, rest)
        if verdict is None:
            return
        targets = self.store.targets(self.queue.numbers)
        words = ""
        if verdict in NEEDS_EVIDENCE or verdict == Verdict.NOTED:
            asked = "The note:" if verdict == Verdict.NOTED else "What shows it, for all of them?"
            words = self.prompts.words(asked, f"all {verdict}")
            if not words:
                return
        count = f"all {len(self.queue.numbers)} of this filter, {counted(len(targets), 'claim')}"
        if self.prompts.sure(f"{spoken.verdict(verdict).capitalize()} for {count}? One undo takes it back."):
            why, evidence = (words, "") if verdict == Verdict.NOTED else ("", words)
            made = on_all(targets, verdict, self.reviewer, self.now(), why, evidence)
            self.save(*made, done=f"{spoken.verdict(verdict)} for {counted(len(made), 'claim')}", is_for_all=True)

    def do_undo(self, _: str) -> None:
        """The newest decision taken back."""
        self._taken(pipeline.undo(self.store, self.reviewer, self.now()))

    def do_redo(self, _: str) -> None:
        """The newest undo taken back."""
        self._taken(pipeline.redo(self.store, self.reviewer, self.now()))

    def _taken(self, taken: tuple[Judgement, ...]) -> None:
        for line in pipeline.history(self.store, taken[:_MOST_TOLD]):
            self.say(line)
        self.after(f"Taken back: {counted(len(taken), 'decision')}.")
