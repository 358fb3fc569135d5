"""The losses of a linear-chain CRF over BIO labels (Lafferty et al. 2001): against gold, and against a teacher."""

from typing import NamedTuple

import torch
from torch import Tensor

from claimtrack.attribution.tags import allowed

IGNORED = -100


class Belief(NamedTuple):
    """How likely a network holds every label of every piece, and every step from label to label in sum."""

    labels: Tensor
    """Shape (windows, pieces, labels)."""
    steps: Tensor
    """Shape (labels, labels): from, to."""


def crf_loss(scores: Tensor, gold: Tensor, transitions: Tensor) -> Tensor:
    """Negative log likelihood per piece of the gold labels.

    `scores` is (windows, pieces, labels), `gold` (windows, pieces) with `IGNORED` for padding, which
    stands only at the end of a row.
    """
    mask = gold != IGNORED
    labels = gold.clamp(min=0)
    table = _permitted(transitions)
    return (_normaliser(scores, mask, table) - _path_score(scores, labels, mask, table)).sum() / mask.sum()


def belief(scores: Tensor, mask: Tensor, transitions: Tensor) -> Belief:
    """The marginals of a CRF, which are the gradients of its normaliser."""
    with torch.enable_grad():
        scores, transitions = (part.detach().requires_grad_() for part in (scores, transitions))
        total = _normaliser(scores, mask, _permitted(transitions)).sum()
        return Belief(*torch.autograd.grad(total, (scores, transitions)))


def belief_loss(scores: Tensor, held: Belief, mask: Tensor, transitions: Tensor) -> Tensor:
    """Cross entropy per piece of a CRF against what another one believes (distillation of a sequence model)."""
    expected = (held.labels * scores).sum() + (held.steps * transitions).sum()
    return (_normaliser(scores, mask, _permitted(transitions)).sum() - expected) / mask.sum()


def _permitted(transitions: Tensor) -> Tensor:
    """The transitions with those shut that no labelling may take."""
    return transitions.masked_fill(torch.from_numpy(~allowed()).to(transitions.device), -1e4)


def _path_score(scores: Tensor, labels: Tensor, mask: Tensor, table: Tensor) -> Tensor:
    emitted = scores.gather(2, labels[..., None])[..., 0] * mask
    moved = table[labels[:, :-1], labels[:, 1:]] * mask[:, 1:]
    return emitted.sum(1) + moved.sum(1)


def _normaliser(scores: Tensor, mask: Tensor, table: Tensor) -> Tensor:
    """The log of the summed scores of all paths, by the forward algorithm."""
    total = scores[:, 0]
    for at in range(1, scores.shape[1]):
        step = torch.logsumexp(total[:, :, None] + table[None], dim=1) + scores[:, at]
        total = torch.where(mask[:, at, None], step, total)
    return torch.logsumexp(total, dim=1)
