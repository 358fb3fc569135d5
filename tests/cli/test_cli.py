"""The command line as people use it: exit codes, messages, files left alone."""

import json
import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from claimtrack.cli import relations
from claimtrack.cli.parties import KINDS
from claimtrack.models import PartyKind, RelationKind
from tests.cli.conftest import Run

SEEDS = Path(__file__).parents[2] / "seeds" / "dispatches"
DRONE = str(SEEDS / "2023-03-16-drone-harbour-wire.txt")


def test_add_reads_what_it_can_names_the_rest_and_stores_no_halves(run: Run, tmp_path: Path) -> None:
    bad = {"empty.txt": b"", "nul.txt": b"a\0b", "latin.txt": b"caf\xe9 said", "picture.txt": b"\x89PNG\r\n"}
    for name, data in bad.items():
        (tmp_path / name).write_bytes(data)
    done = run("add", DRONE, *(str(tmp_path / name) for name in bad), str(tmp_path / "missing.txt"), "--json")
    assert done.returncode == 4
    told = json.loads(done.stdout)
    assert len(told["added"]) == 1
    assert [Path(p["where"]).name for p in told["problems"] if p["severity"] == "error"] == [*bad, "missing.txt"]
    assert "5 of 6 inputs could not be read" in done.stderr
    assert len(json.loads(run("report", "--format", "json").stdout)["events"]) >= 1


def test_adding_twice_adds_nothing(run: Run) -> None:
    first, second = run("add", DRONE), run("add", DRONE)
    assert (first.returncode, second.returncode) == (0, 0)
    assert second.stdout.startswith("0 added")
    assert "1 already there" in second.stdout


def test_an_article_is_listed_shown_described_and_withdrawn(run: Run) -> None:
    run("add", DRONE)
    (listed,) = json.loads(run("articles", "--json").stdout)
    short = listed["digest"][:8]
    assert run("articles").stdout.startswith(f"{short}  {listed['headline']}\n")
    again = run("add", DRONE, "--outlet", "Port Wire", "--date", "2023-03-20", "--url", "https://example.org/a")
    assert again.returncode == 0
    assert "it is there already, with outlet Harbour Wire, date 2023-03-16, url unknown" in again.stderr
    (told,) = re.findall(rf"claimtrack (articles describe {short} .*)", again.stderr)
    described = run(*shlex.split(told))
    assert f"corrected: outlet is Port Wire · {short} “{listed['headline']}”" in described.stdout
    assert len(described.stdout.splitlines()) == 3
    assert run("add", DRONE, "--outlet", "Port Wire").stderr == ""
    lines = json.loads(run("claims", "--json").stdout)
    assert {(line["outlet"], line["date"], line["url"]) for line in lines} == {
        ("Port Wire", "2023-03-20", "https://example.org/a")
    }
    shown = json.loads(run("articles", "show", Path(DRONE).name, "--json").stdout)
    assert shown.pop("lines") == [line for line in lines if line["capture_id"] == listed["id"]]
    assert shown == listed | {"outlet": "Port Wire", "date": "2023-03-20", "url": "https://example.org/a"}
    page = run("articles", short)
    assert "Port Wire" in page.stdout
    assert f"articles {short} --text" in page.stderr
    assert "]¹" in run("articles", short, "--text").stdout
    assert "withdrawn" in run("articles", "withdraw", short, "--why", "a forgery").stdout
    assert run("report").returncode == 3
    assert f"articles restore {short}" in run("add", DRONE).stderr
    assert run("undo").returncode == 0
    assert json.loads(run("claims", "--json").stdout) == lines


def test_a_date_that_is_none_is_told_with_its_line(run: Run, tmp_path: Path) -> None:
    article = tmp_path / "one.txt"
    article.write_text("Title: Bridge\nDate: 2023-99-14\n\nMoscow denied that its jets hit the bridge.")
    told = f"warning: {article}: “Date: 2023-99-14” in line 2 is no day"
    assert told in run("parse", str(article)).stderr
    done = run("add", str(article))
    assert (done.returncode, done.stderr.splitlines()[0]) == (0, told)
    assert "--date" in done.stderr
    article.write_text(article.read_text() + " It fell.")
    assert run("add", str(article), "--date", "2023-03-14").stderr == ""


def test_standard_input_and_facts_given_by_hand(run: Run) -> None:
    done = run(
        "add", "-", "--outlet", "Desk", "--date", "2024-05-01", stdin="Moscow denied that its jets hit the bridge."
    )
    assert (done.returncode, done.stdout) == (0, "1 added (1 statement), 0 already there, 0 failed\n")
    assert run("link").stdout == "1 event, 1 claim, 0 relations\n"
    (line,) = json.loads(run("claims", "--json").stdout)
    assert (line["outlet"], line["date"], line["side"], line["stance"]) == ("Desk", "2024-05-01", "Russia", "denies")


def test_mark_history_undo_redo(run: Run) -> None:
    run("add", DRONE)
    claim = json.loads(run("claims", "moscow", "struck", "--json").stdout)[0]["claim_id"]
    short = claim.removeprefix("claim-")[:8]
    refused = run("mark", short, "verified")
    assert refused.returncode == 2
    assert "needs evidence" in refused.stderr
    assert run("mark", short, "verified", "--evidence", "https://example.org/video", "--why", "seen").returncode == 0
    assert json.loads(run("claims", "moscow", "struck", "--json").stdout)[0]["so"] == "verified"
    assert run("undo").returncode == 0
    assert json.loads(run("claims", "moscow", "struck", "--json").stdout)[0]["so"] == "unreviewed"
    assert run("redo").returncode == 0
    history = json.loads(run("history", "--json").stdout)
    assert [(j["verdict"], j["reviewer"], j["evidence"]) for j in history[:1]] == [
        ("verified", "ana", "https://example.org/video")
    ]
    assert len(history) == 3
    assert len(run("history").stdout.splitlines()) == 3


@pytest.mark.parametrize(
    ("arguments", "code", "says"),
    [
        (("mark", "ffffffff", "disputed"), 3, "there is no claim"),
        (("mark", "ab", "disputed"), 2, "too short"),
        (("mark", "ffffffff", "nonsense"), 2, "One of: confirmed"),
        (("undo",), 3, "no decision to undo"),
        (("report",), 3, "claimtrack demo"),
        (("claims",), 3, "holds no claims"),
        (("add", "x.txt", "--date", "soon"), 2, "YYYY-MM-DD"),
        (("parse",), 2, "claimtrack parse article.txt"),
        (("compare",), 2, "--jsonl"),
        (("report", "--db", "postgresql://desk"), 2, "SQLite"),
        (("report", "--db", ""), 2, "--db is empty"),
        (("undo", "--reviewer", " "), 2, "--reviewer is empty"),
        (("add", ""), 2, ". is the folder you are in"),
        (("nonsense",), 2, "No such command"),
    ],
)
def test_errors_say_what_to_do(run: Run, arguments: tuple[str, ...], code: int, says: str) -> None:
    run("add", "missing.txt")  # makes a database without articles
    done = run(*arguments)
    assert done.returncode == code
    assert says in done.stderr
    assert "Traceback" not in done.stderr


def test_a_broken_database_is_told(run: Run, tmp_path: Path) -> None:
    (tmp_path / "cli.db").write_bytes(b"this is a text and not a database at all " * 30)
    done = run("report")
    assert done.returncode == 5
    assert "is not a claimtrack database" in done.stderr


def test_report_formats(run: Run) -> None:
    run("add", str(SEEDS))
    text, page, data = (run("report", "--format", form).stdout for form in ("text", "md", "json"))
    assert "≠ " in text
    assert page.startswith("# Contradiction report\n")
    assert json.loads(data)["articles"] == len(list(SEEDS.glob("*.txt")))
    assert run("report", "--format", "md").stdout == page


def test_parse_shows_an_article(run: Run) -> None:
    done = run("parse", DRONE)
    assert done.returncode == 0
    assert "Moscow" in done.stdout
    assert "denies" in done.stdout


@pytest.mark.parametrize("command", ["report", "claims", "queue", "events", "grid", "timeline", "parties", "articles"])
def test_what_goes_to_a_pipe_is_as_wide_as_columns_says_or_80(run: Run, command: str) -> None:
    run("add", str(SEEDS))
    for columns, most in (("", 80), ("120", 120), ("60", 60), ("wide", 80)):
        widest = max(map(len, run(command, columns=columns).stdout.splitlines()))
        assert widest <= most
        assert widest > most - 30 or command in {"events", "parties", "articles"}  # lines of names


def test_a_closed_pipe_is_no_error(run: Run, tmp_path: Path) -> None:
    run("add", str(SEEDS))
    done = subprocess.run(
        f"{sys.executable} -m claimtrack report --format json --db {tmp_path / 'cli.db'} | head -c 10",
        shell=True,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stderr == ""


HYGIENE = """
import sys
from claimtrack.cli import app
try:
    app(sys.argv[1:])
except SystemExit as done:
    assert not done.code
heavy = {"textual", "sqlmodel", "sqlalchemy", "trafilatura", "numpy", "onnxruntime", "tokenizers"} & set(sys.modules)
assert not heavy, heavy
"""


@pytest.mark.parametrize("argument", ["--help", "--version"])
def test_help_and_version_load_nothing_heavy(argument: str) -> None:
    subprocess.run([sys.executable, "-c", HYGIENE, argument], check=True, capture_output=True)


def test_demo_prints_contradictions_and_how_to_review(run: Run) -> None:
    done = run("demo")
    assert done.returncode == 0
    assert done.stdout.count("≠ ") >= 3
    review, report = done.stderr.splitlines()[-2:]
    assert "review --db" in review
    command = shlex.split(report.removeprefix("Print the report:"))
    printed = subprocess.run(command, check=True, capture_output=True, text=True)
    assert printed.stdout.startswith("# Contradiction report")


def test_what_only_reads_makes_no_database(run: Run, tmp_path: Path) -> None:
    for command in ("report", "claims", "history", "undo", "link"):
        done = run(command, "--db", str(tmp_path / "sub" / "mistyped.db"))
        assert (done.returncode, "no database" in done.stderr) == (3, True)
    assert list(tmp_path.iterdir()) == []


def test_a_pipe_in_a_folder_is_passed_by(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "articles"
    folder.mkdir()
    os.mkfifo(folder / "waits.txt")
    (folder / "one.txt").write_text("Moscow denied that it fell.")
    assert run("add", str(folder)).stdout.startswith("1 added")


def test_review_needs_a_terminal(run: Run, tmp_path: Path) -> None:
    run("add", DRONE)
    command = [sys.executable, "-m", "claimtrack", "review", "--db", str(tmp_path / "cli.db")]
    done = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (2, "")
    assert "needs a terminal" in done.stderr
    assert "review --plain" in done.stderr


def test_parse_takes_one_article(run: Run, tmp_path: Path) -> None:
    assert "is a folder" in run("parse", str(tmp_path)).stderr
    assert run("parse", DRONE, "--jsonl", stdin="").returncode == 2


def test_a_full_disk_is_told(run: Run, tmp_path: Path) -> None:
    run("add", DRONE)
    command = [sys.executable, "-m", "claimtrack", "report", "--db", str(tmp_path / "cli.db")]
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, text=True, check=False)
    assert (done.returncode, "Traceback" in done.stderr) == (1, False)


def test_the_model_writes_no_files_and_asks_nobody(tmp_path: Path) -> None:
    """onnxruntime reports to its maker unless it is told not to before it is imported."""
    home = {"HOME": str(tmp_path), "XDG_CACHE_HOME": str(tmp_path / "cache"), "PATH": ""}
    command = [sys.executable, "-m", "claimtrack", "parse", DRONE]
    subprocess.run(command, env=home, check=True, capture_output=True)
    assert list(tmp_path.rglob("*")) == []


def test_history_tells_undo_from_redo(run: Run) -> None:
    run("add", DRONE)
    (first, *_) = json.loads(run("claims", "--json").stdout)
    run("mark", first["claim_id"], "disputed", "--why", "the film")
    run("undo")
    run("redo")
    decided, undone, redone = run("history").stdout.splitlines()
    assert " disputed · " in decided
    assert decided.endswith("the film")
    assert " took back: disputed, unreviewed again · " in undone
    assert " redid: disputed · " in redone


def test_events_are_merged_split_and_shown_within_eighty_columns(run: Run) -> None:
    run("add", str(SEEDS))
    merged = run("events", "merge", "drone", "dam", "--why", "one war")
    assert (merged.returncode, "event merged" in merged.stdout, "one war" in merged.stdout) == (0, True, True)
    assert "took back: event merged" in run("undo").stdout
    for arguments in (("events",), ("grid",), ("grid", "drone"), ("timeline", "dam")):
        shown = run(*arguments)
        assert shown.returncode == 0
        assert max(map(len, shown.stdout.splitlines())) <= 80
    told = json.loads(run("events", "--json").stdout)[0]
    assert (told["name"], told["when"]["days"], told["places"]) == (
        "Drone, Black Sea, March 2023",
        "2023-03-14",
        ["Black Sea", "Crimea"],
    )
    (grid,) = json.loads(run("grid", "drone", "--json").stdout)
    ids = {a["line"]["statement_id"] for row in grid["rows"] for cell in row["cells"] for a in cell["answers"]}
    assert ids <= {line["statement_id"] for line in json.loads(run("claims", "--json").stdout)}
    for words, told in (("merge drone volcano", "no event"), ("split 2023 abcdef", "3 events")):
        done = run("events", *words.split())
        assert done.returncode in {2, 3}
        assert told in done.stderr


def test_parties_are_listed_decided_on_and_decisions_taken_back(run: Run) -> None:
    run("add", DRONE)
    tree = run("parties").stdout
    assert "Russia" in tree
    merged = run("parties", "merge", "the Kremlin", "Moscow", "--why", "one voice here")
    assert "party merged · Presidency of Russia into Government of Russia · one voice here" in merged.stdout
    near = run("parties", "merge", "Kremln", "Moscow")
    assert (near.returncode, "Kremlin" in near.stderr) == (3, True)
    added = json.loads(run("parties", "add", "Harbour Club", "--under", "Russia", "--alias", "HC", "--json").stdout)
    assert [(j["verdict"], j["other"]) for j in added] == [("party_added", ""), ("party_alias", "HC")]
    run("undo")
    assert run("history").stdout.count("took back: party") == 2
    assert run("parties", "split", "the Kremlin").returncode == 0
    assert run("parties").stdout == tree
    wrong = run("parties", "split", "Moscow", "--article", "x")
    assert (wrong.returncode, "--as" in wrong.stderr) == (2, True)


def test_claims_and_queue_take_the_filter_language(run: Run) -> None:
    run("add", str(SEEDS))
    found = json.loads(run("claims", "party:russia", '"no contact"', "-has:evidence", "--json").stdout)
    assert {line["side"] for line in found} == {"Russia"}
    listed = json.loads(run("queue", "--json").stdout)
    assert [entry["number"] for entry in listed] == list(range(1, len(listed) + 1))
    assert [entry["number"] for entry in json.loads(run("queue", "status:open", "--json").stdout)][-1] == len(listed)
    claim = listed[0]["meeting"]["accounts"][0]["answers"][0]["line"]["claim_id"]
    run("mark", claim, "disputed")
    assert len(json.loads(run("queue", "status:disputed", "--json").stdout)) == 1
    assert run("queue", "status:disputed").stdout.startswith("1. open, disputed  ")
    blind = run("queue", "status:disputed", "--blind", "--reviewer", "ben")
    assert (blind.returncode, "nothing holds all that the filter asks for" in blind.stderr) == (3, True)


@pytest.mark.parametrize("command", ["claims", "queue"])
def test_a_wrong_filter_names_what_is_valid(run: Run, command: str) -> None:
    run("add", DRONE)
    unknown, mistyped = run(command, "partie:russia"), run(command, "--jsno")
    assert (unknown.returncode, mistyped.returncode) == (2, 2)
    assert "did you mean party?" in unknown.stderr
    assert "Fields: party, side, outlet" in unknown.stderr
    assert "--jsno is no option" in mistyped.stderr


def test_relate_and_correct(run: Run) -> None:
    run("add", DRONE)
    first, second, *_ = dict.fromkeys(line["claim_id"] for line in json.loads(run("claims", "--json").stdout))
    made = json.loads(run("relate", first, second, "responds-to", "--why", "Who flew?", "--json").stdout)
    assert [(j["verdict"], j["value"], j["why"]) for j in made] == [("related", "responds_to", "Who flew?")]
    assert "One of: contradicts" in run("relate", first, second, "hates").stderr
    assert "unrelated" in run("relate", first, second, "none").stdout
    statement = json.loads(run("claims", "--json").stdout)[0]["statement_id"]
    assert "Give --party" in run("correct", statement).stderr
    assert "Did you mean" in run("correct", statement, "--party", "Pentgon").stderr
    assert run("correct", statement, "--party", "Jane Roe", "--new", "--stance", "declines").returncode == 0
    line = next(x for x in json.loads(run("claims", "--json").stdout) if x["statement_id"] == statement)
    assert (line["party"], line["stance"]) == ("Jane Roe", "declines")
    assert run("undo").stdout.count("took back: corrected: ") == 2


def test_config_tells_where_each_setting_comes_from(run: Run, tmp_path: Path) -> None:
    assert "(CLAIMTRACK_REVIEWER)" in run("config").stdout
    told = json.loads(run("config", "--reviewer", "ben", "--json").stdout)
    assert told["settings"][1] == {"name": "reviewer", "value": "ben", "origin": "--reviewer"}
    Path(told["file"]).parent.mkdir(parents=True)
    Path(told["file"]).write_text("[review]\nkeymap = 'emacs'\n")
    refused = run("report")
    assert refused.returncode == 2
    assert "review.keymap can't be 'emacs'" in refused.stderr
    assert "One of: vi, plain." in refused.stderr
    assert str(tmp_path) in told["file"]
    Path(told["file"]).write_text("[review.keys]\nundo = 'd'\n")
    refused = run("config")
    assert refused.returncode == 2
    assert f"{told['file']}: review.keys: d is the key of both dispute and undo" in refused.stderr


def test_every_kind_of_relation_can_be_given() -> None:
    assert list(relations.KINDS) == list(RelationKind)


def test_every_kind_of_party_but_what_only_a_text_names_can_be_added() -> None:
    assert set(KINDS) == set(PartyKind) - {PartyKind.STATE, PartyKind.METONYM, PartyKind.CROWD, PartyKind.UNNAMED}


def test_a_database_named_before_a_subcommand_is_the_one_decided_in(run: Run, tmp_path: Path) -> None:
    other = str(tmp_path / "other.db")
    article = tmp_path / "note.txt"
    article.write_text("Moscow denied that its jets hit the drone. The Kremlin said it was nonsense.")
    assert run("add", str(article), "--db", other).returncode == 0
    assert run("add", str(article)).returncode == 0
    assert run("parties", "--db", other, "merge", "the Kremlin", "Moscow").returncode == 0
    assert "party merged" in run("history", "--db", other).stdout
    assert "party merged" not in run("history").stdout
