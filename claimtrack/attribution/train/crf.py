"""The loss of a linear-chain CRF over BIO labels (Lafferty et al. 2001)."""

import torch
from torch import Tensor

from claimtrack.attribution.tags import allowed

IGNORED = -100


def crf_loss(scores: Tensor, gold: Tensor, transitions: Tensor) -> Tensor:
    """Negative log likelihood per piece of the gold labels.

    `scores` is (windows, pieces, labels), `gold` (windows, pieces) with `IGNORED` for padding, which
    stands only at the end of a row.
    """
    mask = gold != IGNORED
    labels = gold.clamp(min=0)
    shut = torch.from_numpy(~allowed()).to(scores.device)
    table = transitions.masked_fill(shut, -1e4)
    return (_normaliser(scores, mask, table) - _path_score(scores, labels, mask, table)).sum() / mask.sum()


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
