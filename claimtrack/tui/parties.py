"""The tree of parties, with the decisions on which names are one: merge, split, a further name."""

from collections.abc import Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from rich.text import Text
from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Footer, Input, Static, Tree

from claimtrack import who
from claimtrack.display import counted, one_line
from claimtrack.parties import Branch, roster
from claimtrack.tui.dialogs import Ask, Choose
from claimtrack.tui.messages import Changed, Saved
from claimtrack.tui.pane import Pane

if TYPE_CHECKING:
    from textual.widgets.tree import TreeNode

Path = tuple[str, ...]


class PartiesScreen(Pane):
    """Who speaks, side by side; the party under the cursor is what a key is about."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("p", "app.pop_screen", "back", show=False),
        Binding("j,down", "move(1)", "next", show=False, tooltip="The next party"),
        Binding("k,up", "move(-1)", "previous", show=False, tooltip="The party before"),
        Binding("enter", "statements", "statements", tooltip="What this party says, as a list"),
        Binding("m", "merge", "merge", tooltip="This party is another one"),
        Binding("s", "split", "split", tooltip="Take apart what was merged into one"),
        Binding("a", "alias", "add name", tooltip="A further name of this party"),
        Binding("u", "undo", "undo", tooltip="Take back your last decision"),
        Binding("ctrl+r", "redo", "redo", show=False, tooltip="Take back your last undo"),
        Binding("slash", "filter", "filter", key_display="/", tooltip="Show only the names that you type a part of"),
        Binding("escape,q", "back", "back", key_display="Esc", tooltip="Back to where you came from; a filter first"),
    ]

    def __init__(self) -> None:
        super().__init__()
        self.branches: tuple[Branch, ...] = ()
        self.also: Mapping[str, Sequence[str]] = {}
        """The names that reviewers added, by the party's own."""

    def compose(self) -> ComposeResult:
        """Head, filter, tree, keys."""
        yield Static(Content("Parties · reading …"), id="status")
        yield Input(placeholder="part of a name   Enter: keep  Esc: all", id="filter", compact=True)
        tree = Tree[Path](Text("Parties"), id="parties")
        tree.can_focus = False
        tree.show_root = False
        tree.auto_expand = False
        yield tree
        yield Footer(show_command_palette=False, compact=True)

    def on_mount(self) -> None:
        """Read who speaks."""
        self.query_one("#filter", Input).display = False
        self.read()

    @work(thread=True, group="read", exclusive=True)
    def read(self) -> None:
        """Everybody who speaks, as reviewers decided."""
        here = who.room(self.app.store)
        also: dict[str, list[str]] = {}
        for name, party in here.naming.names:
            also.setdefault(party.name, []).append(name)
        self.app.call_from_thread(self.show, roster(here.statements), also)

    def show(self, branches: tuple[Branch, ...], also: Mapping[str, Sequence[str]]) -> None:
        """What was read."""
        self.branches, self.also = branches, also
        self._draw()

    def _draw(self) -> None:
        """One node a party that the filter wants, those of a side under it, each counted whole."""
        branches = tuple(filter(self._is_wanted, self.branches))
        tree = self.query_one("#parties", Tree)
        line = tree.cursor_line
        tree.clear()
        nodes: dict[Path, TreeNode[Path]] = {(): tree.root}
        by_path = {branch.path: branch for branch in branches}
        for path in sorted({p[:depth] for p in by_path for depth in range(1, len(p) + 1)}):
            total = sum(b.statements for b in self.branches if b.path[: len(path)] == path)
            name = "No side" if path == ("none",) else one_line(path[-1])
            added = [one_line(other) for other in self.also.get(path[-1], ()) if other != path[-1]]
            names = f" · also {', '.join(added)}" if added else ""
            label = Text.assemble(name, (f"  {counted(total, 'statement')}{names}", "dim"))
            nodes[path] = nodes[path[:-1]].add(label, data=path, expand=True)
        for node in nodes.values():
            node.allow_expand = bool(node.children)
        tree.root.expand()
        tree.cursor_line = max(line, 0)
        self._tell(branches)

    def _tell(self, branches: Sequence[Branch]) -> None:
        sides = len({branch.path[0] for branch in branches} - {"none"})
        head = f"Parties · {counted(len(branches), 'name')} on {counted(sides, 'side')}"
        if typed := one_line(self.query_one("#filter", Input).value):
            head += f" · filter: {typed}" if branches else f" · nothing holds “{typed}”: Esc shows all"
        self.query_one("#status", Static).update(Content(head))

    def _is_wanted(self, branch: Branch) -> bool:
        """Whether every word of the filter is part of a name of the party or of those above it."""
        names = " ".join((*branch.path, *self.also.get(branch.name, ()))).casefold()
        return all(word in names for word in self.query_one("#filter", Input).value.casefold().split())

    def action_filter(self) -> None:
        """Type a part of a name; the tree narrows with every key."""
        line = self.query_one("#filter", Input)
        line.display = True
        self.set_focus(line)

    @on(Input.Changed, "#filter")
    def narrow(self) -> None:
        """Only what the filter wants."""
        self._draw()

    @on(Input.Submitted, "#filter")
    def close_filter(self) -> None:
        """Back to the tree; the filter stays."""
        self.query_one("#filter", Input).display = False
        self.set_focus(None)

    def action_back(self) -> None:
        """Show everything again; once it is shown, leave."""
        line = self.query_one("#filter", Input)
        if line.display or line.value:
            line.value = ""
            self.close_filter()
        else:
            self.dismiss()

    @property
    def chosen(self) -> str:
        """The name under the cursor; empty if there is none."""
        node = self.query_one("#parties", Tree).cursor_node
        return node.data[-1] if node is not None and node.data else ""

    def action_move(self, by: int) -> None:
        """Another party."""
        tree = self.query_one("#parties", Tree)
        tree.cursor_line = min(max(tree.cursor_line + by, 0), tree.last_line)
        tree.scroll_to_line(tree.cursor_line, animate=False)

    def action_statements(self) -> None:
        """Back to the desk, with what this party says."""
        if self.chosen:
            name = self.chosen.replace('"', "")
            self.dismiss()
            self.app.show_claims(f'party:"{name}"')

    @work
    async def action_merge(self) -> None:
        """One party is another one."""
        name = self.chosen
        if not name:
            return
        others = sorted({b.name for b in self.branches if b.name != name}, key=str.casefold)
        into = await self.app.push_screen_wait(
            Choose(f"{one_line(name)} is which other party?", [(other, other) for other in others])
        )
        if into is not None:
            self.app.decide_by(partial(who.merge, self.app.store, name, into, self._decision()))

    def action_split(self) -> None:
        """Take apart what was merged."""
        if self.chosen:
            self.app.decide_by(partial(who.split, self.app.store, self.chosen, "", self._decision()))

    @work
    async def action_alias(self) -> None:
        """A further name."""
        party = self.chosen
        name = await self.app.push_screen_wait(Ask(f"A further name of {one_line(party)}:")) if party else None
        if name:
            self.app.decide_by(partial(who.alias, self.app.store, party, name, self._decision()))

    def _decision(self) -> who.Decision:
        return who.Decision(self.app.reviewer, self.app.now())

    def action_undo(self) -> None:
        """Take back the reviewer's last decision."""
        self.app.undo()

    def action_redo(self) -> None:
        """Take back the reviewer's last undo."""
        self.app.redo()

    @on(Saved)
    @on(Changed)
    def take_changed(self) -> None:
        """The tree as it stands now."""
        self.read()
