"""Typed identifiers, so that a topic can never be passed where a question is meant."""

from __future__ import annotations

from typing import NewType

QuestionId = NewType("QuestionId", str)
TieId = NewType("TieId", str)
TopicId = NewType("TopicId", str)
KindId = NewType("KindId", str)
ServiceId = NewType("ServiceId", str)
RuleId = NewType("RuleId", str)
FlagId = NewType("FlagId", str)
ConversationId = NewType("ConversationId", str)
Fingerprint = NewType("Fingerprint", str)
