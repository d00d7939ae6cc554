"""The conditional logit: weights of signs that make the right options of each choice likeliest."""

from __future__ import annotations

from typing import Any

import numpy as np
from scipy.optimize import minimize


def fit_conditional(
    rows: Any, right: np.ndarray, sizes: np.ndarray, penalty: float, *, shares: np.ndarray | None = None,
    start: np.ndarray | None = None, steps: int = 15_000,
) -> np.ndarray:  # fmt: skip
    """Weights with an L2 penalty (L-BFGS).

    Args:
        rows: signs of all options, a row each, those of one choice together; a dense or sparse matrix.
        right: 1 for the right options; every choice has one at least.
        sizes: options of each choice.
        penalty: of half the sum of the squared weights.
        shares: how much each choice counts; 1 each unless given.
        start: where to begin; at zero unless given.
        steps: of L-BFGS at most.
    """
    firsts, owner = np.cumsum([0, *sizes[:-1]]), np.repeat(np.arange(len(sizes)), sizes)
    counts = np.ones(len(sizes)) if shares is None else shares

    def loss(weights: np.ndarray) -> tuple[float, np.ndarray]:
        score = rows @ weights
        chance = np.exp(score - np.maximum.reduceat(score, firsts)[owner])
        chance /= np.add.reduceat(chance, firsts)[owner]
        mass = np.maximum(np.add.reduceat(chance * right, firsts), 1e-300)
        gradient = penalty * weights - rows.T @ (counts[owner] * (chance * right / mass[owner] - chance))
        return 0.5 * penalty * float(weights @ weights) - float(counts @ np.log(mass)), gradient

    begin = np.zeros(rows.shape[1]) if start is None else start
    return np.asarray(minimize(loss, begin, jac=True, method="L-BFGS-B", options={"maxiter": steps}).x)
