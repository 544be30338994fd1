"""A circuit of truths: what is true of an answer set as a function of what was answered.

Nodes are conjunctions and weighted thresholds over literals; equal nodes exist once, so two answer sets that differ
in one answer share all that the answer does not touch. A literal is a node's number, or minus it for its opposite.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

TRUE, FALSE = 1, -1
Terms = tuple[tuple[int, int], ...]
"""Weights, all above zero, each with its literal."""


class Circuit:
    """All nodes so far. Node 1 is true; a node only refers to nodes before it."""

    def __init__(self) -> None:
        """Begin with the constant alone."""
        self.conjunctions: dict[int, tuple[int, ...]] = {}
        self.thresholds: dict[int, tuple[Terms, int]] = {}
        self.inputs: dict[str, int] = {}
        self.names: dict[int, str] = {}
        self._known: dict[tuple[object, ...], int] = {}
        self._size = 1

    def __len__(self) -> int:
        """The number of the last node."""
        return self._size

    def input(self, name: str) -> int:
        """Return the literal of a named input; the same name is the same input."""
        if name not in self.inputs:
            self.inputs[name] = self._next()
            self.names[self._size] = name
        return self.inputs[name]

    def all_of(self, literals: Iterable[int]) -> int:
        """Return the literal of: all of these hold."""
        parts = set(literals)
        if FALSE in parts or any(-part in parts for part in parts):
            return FALSE
        parts.discard(TRUE)
        if len(parts) <= 1:
            return parts.pop() if parts else TRUE
        key = tuple(sorted(parts))
        if key not in self._known:
            self._known[key] = self._next()
            self.conjunctions[self._size] = key
        return self._known[key]

    def any_of(self, literals: Iterable[int]) -> int:
        """Return the literal of: at least one of these holds."""
        return -self.all_of([-literal for literal in literals])

    def same(self, one: int, other: int) -> int:
        """Return the literal of: both hold, or neither."""
        return self.any_of([self.all_of([one, other]), self.all_of([-one, -other])])

    def at_least(self, terms: Iterable[tuple[int, int]], least: int) -> int:
        """Return the literal of: the weights (of either sign) of the literals that hold sum up to `least` or more."""
        weights: dict[int, int] = {}
        for weight, literal in terms:
            if literal == FALSE or not weight:
                continue
            if literal == TRUE:
                least -= weight
                continue
            node = abs(literal)
            # The weight of an opposite is the weight as such, less the weight where the literal holds.
            least -= weight if literal < 0 else 0
            weights[node] = weights.get(node, 0) + (weight if literal > 0 else -weight)
        least += sum(-weight for weight in weights.values() if weight < 0)
        found = tuple((abs(w), node if w > 0 else -node) for node, w in sorted(weights.items()) if w)
        if least <= 0:
            return TRUE
        if least > sum(weight for weight, _ in found):
            return FALSE
        key = (found, least)
        if key not in self._known:
            self._known[key] = self._next()
            self.thresholds[self._size] = (found, least)
        return self._known[key]

    def cone(self, literals: Iterable[int]) -> list[int]:
        """Return the nodes that the literals rest on, each after those it refers to."""
        found: set[int] = set()
        waiting = [abs(literal) for literal in literals]
        while waiting:
            node = waiting.pop()
            if node not in found:
                found.add(node)
                waiting.extend(abs(literal) for literal in self.conjunctions.get(node, ()))
                waiting.extend(abs(literal) for _, literal in self.thresholds.get(node, ((), 0))[0])
        return sorted(found)

    def values(
        self, inputs: Mapping[int, int], width: int, nodes: Iterable[int], known: Mapping[int, int] | None = None
    ) -> dict[int, int]:
        """Return the values of nodes for `width` assignments at once, one bit each; absent inputs are false.

        `known` are values found before for the same assignments; `nodes` stand behind those they refer to.
        """
        full = (1 << width) - 1
        found: dict[int, int] = {TRUE: full, **(known or {})}
        for node in nodes:
            if node in self.conjunctions:
                value = full
                for literal in self.conjunctions[node]:
                    value &= found[literal] if literal > 0 else full ^ found[-literal]
                found[node] = value
            elif node in self.thresholds:
                found[node] = self._reached(node, found, width)
            elif node != TRUE:
                found[node] = inputs.get(node, 0)
        return found

    def _reached(self, node: int, found: Mapping[int, int], width: int) -> int:
        terms, least = self.thresholds[node]
        value = 0
        for at in range(width):
            total = sum(weight for weight, each in terms if (found[abs(each)] >> at & 1) == (each > 0))
            value |= (total >= least) << at
        return value

    def _next(self) -> int:
        self._size += 1
        return self._size
