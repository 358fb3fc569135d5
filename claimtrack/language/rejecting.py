"""What is said in the words of a rejection: "We deny this accusation", "the army takes issue with the claim"."""

import re

REJECTION = re.compile(
    r"[\"“'‘]*(?:we|I|it|he|she|they|the \w+)[\"“ ]+(?:\w+ly )?"
    r"(?:den(?:y|ies|ied)|reject(?:s|ed)?|dismiss(?:es|ed)?|refute[sd]?|dispute[sd]?|t(?:akes?|ook) issue with) "
    r"(?=(?:this|that|these|those|such|any|all|the|his|her|its|their) (?:\w+ )?"
    r"(?:accusation|allegation|claim|charge|report|suggestion|assertion|notion|idea|version|account)s?\b)",
    re.IGNORECASE,
)
"""From the speaker on, up to what is rejected."""
