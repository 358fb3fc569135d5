"""What is said in the words of a rejection: "We deny this accusation"."""

import re

REJECTION = re.compile(
    r"[\"“'‘]*(?:we|I)\b(?: (?:have|do|also|\w+ly(?: and \w+ly)?)){0,2} "
    r"(?:deny|denied|reject(?:ed)?|dismiss(?:ed)?|refute[d]?|dispute[d]?|t(?:ake|ook|aken) issue with) "
    r"(?=(?:this|that|these|those|such|any|all|the|his|her|its|their) (?:\w+ )?"
    r"(?:accusation|allegation|claim|charge|report|suggestion|assertion|notion|idea|version|account)s?\b"
    r"(?! (?:for|against)))",
    re.IGNORECASE,
)
"""From the speaker on, up to what is rejected; only who speaks for himself rejects."""
