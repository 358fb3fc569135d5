"""Two accounts of one loss, told by two outlets: the material of several tests."""

from claimtrack.models import Capture, Statement
from tests.told import told

WIRE = """Title: Drone lost over sea
Date: 2023-03-14
Outlet: Harbour Wire

{s1:The American military} {q1:said} {c1:it ditched an MQ-9 drone in the Black Sea after a pair of Russian jets dumped fuel on it, and then one of them struck its propeller in international airspace}.

{s2:Moscow} {q2:has denied} {c2:that its warplanes hit the drone}, {q3:saying} {c3:that it crashed while making a sharp turn}. {s4:The Kremlin} {q4:said} {c4:its aircraft had answered a violation of a no-fly zone near Crimea}.
"""  # noqa: E501 paragraphs are lines

BULLETIN = """Title: No contact with drone, ministry says
Date: 2023-03-15
Outlet: Eastern Bulletin

MOSCOW, March 15. {s1:The Russian Defence Ministry} {q1:stated} {c1:that no Russian jet had touched the drone}.

{s2:The Pentagon} {q2:said} {c2:that a Russian jet had hit the drone's propeller}.
"""


def drone() -> tuple[tuple[Capture, ...], tuple[Statement, ...]]:
    """Both captures and all their statements."""
    wire, first = told(WIRE)
    bulletin, second = told(BULLETIN)
    return (wire, bulletin), (*first, *second)


SEQUEL = (
    (
        "Harbour Wire",
        14,
        """Title: Jet hits drone over Black Sea

{s1:Kyiv} {q1:said} {c1:that a Russian jet had struck the drone over the Black Sea on Monday}. {s2:The Pentagon} {q2:declined to comment}.
""",  # noqa: E501 paragraphs are lines
    ),
    (
        "Eastern Bulletin",
        14,
        """Title: No contact with drone

{s1:Moscow} {q1:denied} {c1:that its jet had struck the drone}.
""",
    ),
    (
        "Courier",
        15,
        """Title: Drone down

A drone is lost over the Black Sea, Harbour Wire reported. {s1:Kyiv} {q1:said} {c1:that a Russian jet had struck the drone over the Black Sea on Monday}.
""",  # noqa: E501
    ),
    (
        "Eastern Bulletin",
        16,
        """Title: Jet struck drone

{s1:Moscow} {q1:conceded} {c1:that its jet had struck the drone over the Black Sea}.
""",
    ),
)
"""Outlet, day of March 2023 and marked text: a copy, a second report, a refusal, and a changed account."""
