"""From statements to the events they are about and the claims they make."""

from claimtrack.claims.events import events, likeness
from claimtrack.claims.grouping import claims
from claimtrack.claims.origins import origins
from claimtrack.claims.proposition import proposition
from claimtrack.claims.silence import silent
from claimtrack.claims.utterance import Utterance, utterances

__all__ = ["Utterance", "claims", "events", "likeness", "origins", "proposition", "silent", "utterances"]
