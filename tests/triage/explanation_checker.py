"""Works an assessment out again from the record of why and the content files alone, and tells every difference.

Nothing of the program is imported here or in rule_reading.py.
"""

from __future__ import annotations

from itertools import product

from tests.triage.rule_reading import FALSE, NOT_APPLICABLE, OPEN, TRUE, UNKNOWN, Content, cell, is_missing, truth, ways

TALK = {"mode", "channel", "present", "alone_moment", "gut_feeling", "wish_topics", "strength_topics"}
FACTS = TALK | {"literacy", "language", "age", "gender"}
URGENCIES = ["routine", "this_week", "today", "now"]
BANDS = [("high", 60), ("moderate", 35), ("low", 15), ("none", 0)]
FLAG_SUPPORT = 10


class Check:
    """One record held against the content. `told` collects the differences."""

    def __init__(self, content: Content, record: dict) -> None:
        self.content, self.record, self.told = content, record, []
        self.states = {**record["states"]}

    def same(self, what, said, found):
        if said != found:
            self.told.append(f"{what}: the record says {said}, the rules say {found}")

    def truth(self, when):
        return truth(self.content, when, self.states)

    def lines(self, what, lines, rules, wanted, amounts=None):
        """Hold listed rules against those that come out as `wanted`, each with its states, open columns and amount."""
        expected = {rule["id"]: rule for rule in rules if self.truth(rule["when"]) == wanted}
        self.same(f"{what}, rules", sorted(line["rule"] for line in lines), sorted(expected))
        for line in lines:
            rule = expected.get(line["rule"])
            if rule is None:
                continue
            states = {column: self.states.get(column, "?not_asked") for column in rule["when"]}
            waits = [c for c, test in rule["when"].items() if cell(self.content, c, test, states[c]) == UNKNOWN]
            self.same(f"{what}, states of {rule['id']}", line["states"], states)
            self.same(f"{what}, open columns of {rule['id']}", sorted(line["open"]), sorted(waits))
            self.same(f"{what}, amount of {rule['id']}", line["amount"], amounts(rule) if amounts else 0)

    def is_open(self, column):
        return is_missing(self.states.get(column, "?not_asked"), OPEN)

    # --- routing ----------------------------------------------------------------------------------------------

    def routing(self):
        for id_, question in self.content.questions.items():
            state = self.states.get(id_, "?not_asked")
            applies = FALSE if state == NOT_APPLICABLE else UNKNOWN if id_ in self.record["unsure"] else TRUE
            low, high = self.ways(question, state)
            if not low <= applies <= high:
                self.told.append(f"routing of {id_}: the record says {applies}, the gates say {low} to {high}")

    def ways(self, question, state):
        """Return how far the question applies, at least and at most: a hidden answer may have opened its topic."""
        gates = question.get("asked_when", [])
        gate = max(self.truth(when) for when in gates) if gates else TRUE
        is_safety, answered = "safety" in question["marks"], not is_missing(state)
        low = high = gate
        if not (is_safety and gates):
            topic = self.topic(question["topic"])
            low, high = min(gate, topic[0]), min(gate, topic[1])
        if answered:
            return TRUE, TRUE if high != FALSE or is_safety else FALSE
        return low, high

    def topic(self, id_):
        topic, wishes = self.content.topics[id_], self.states.get("wish_topics", [])
        opening = [each for each in topic["questions"] if not ("safety" in each["marks"] and each.get("asked_when"))]
        states = [self.states.get(question["id"], "?not_asked") for question in opening]
        if topic["always"] == "true" or id_ in wishes or not all(is_missing(state) for state in states):
            return TRUE, TRUE
        named = cell(self.content, "", id_, self.states.get(f"which_{topic['area']}", "?not_asked"))
        return named, TRUE if NOT_APPLICABLE in states else named

    def waits_for_an_answer(self, said):
        asked_by = next(flag["asked_by"] for flag in self.content.flags if flag["id"] == said["flag"])
        return said["state"] == "not_asked" and any(self.is_open(question) for question in asked_by)

    # --- flags and urgency ------------------------------------------------------------------------------------

    def flags(self):
        self.same("flags", [each["flag"] for each in self.record["flags"]], [flag["id"] for flag in self.content.flags])
        for flag, said in zip(self.content.flags, self.record["flags"], strict=False):
            self.flag(flag, said)

    def flag(self, flag, said):
        history, what = self.record["history"], f"flag {flag['id']}"
        withdrawn = set(history["withdrawn"].get(flag["id"], []))
        standing = set(history["standing"].get(flag["id"], [])) - withdrawn
        clauses = [clause for clause in flag["clauses"] if clause["id"] not in withdrawn]
        self.lines(f"{what} holds", said["holds"], clauses, TRUE)
        self.lines(f"{what} open", said["open"], clauses, UNKNOWN)
        holding = [c for c in clauses if c["id"] in standing or self.truth(c["when"]) == TRUE]
        raised = [clause for clause in holding if clause["state"] == "raised"]
        possible = [clause for clause in holding if clause["state"] == "possible"]
        rests_on = raised or possible or [clause for clause in clauses if self.is_hinted(clause)]
        waiting = [question for question in flag["asked_by"] if self.is_open(question)]
        unasked = waiting or any(is_missing(self.states.get(id_, "?not_asked")) for id_ in flag["asked_by"][:1])
        state = "raised" if raised else "possible" if rests_on else "not_asked" if unasked else "cleared"
        effects = [clause.get("effect", flag["effect"]) for clause in rests_on] or [flag["effect"]]
        urgencies = [clause.get("urgency", flag["urgency"]) for clause in rests_on] or [flag["urgency"]]
        self.same(f"{what}, state", said["state"], state)
        self.same(f"{what}, column", self.states.get(f"flag_{flag['id']}"), state)
        self.same(f"{what}, effect", said["effect"], next((each for each in effects if each != "silent"), "silent"))
        self.same(f"{what}, urgency", said["urgency"], max(urgencies, key=_rank))
        self.same(f"{what}, rests on", said["rests_on"], [clause["id"] for clause in rests_on])
        now = {clause["id"] for clause in clauses if self.truth(clause["when"]) == TRUE}
        self.same(f"{what}, standing", said["standing"], sorted(standing - now))
        self.same(f"{what}, withdrawn", said["withdrawn"], sorted(withdrawn))
        self.same(f"{what}, open questions", said["open_questions"], waiting)

    def is_hinted(self, clause):
        said = [
            column
            for column, test in clause["when"].items()
            if column not in FACTS
            and not column.startswith("flag_")
            and not test.startswith("?")
            and cell(self.content, column, test, self.states.get(column, "?not_asked")) == TRUE
        ]
        return clause["state"] == "raised" and bool(said) and self.truth(clause["when"]) == UNKNOWN

    def urgency(self):
        said = self.record["urgency"]
        self.lines("urgency holds", said["holds"], self.content.urgency, TRUE)
        self.lines("urgency open", said["open"], self.content.urgency, UNKNOWN)
        levels = [rule["level"] for rule in self.content.urgency if self.truth(rule["when"]) == TRUE]
        press = [flag for flag in self.record["flags"] if _presses(flag)]
        at_most_today = {"now": "today"}
        levels += [
            flag["urgency"] if flag["state"] == "raised" else at_most_today.get(flag["urgency"], flag["urgency"])
            for flag in press
        ]
        self.same("urgency, flags", said["flags"], [flag["flag"] for flag in press])
        self.same("urgency, level", said["level"], max([*levels, "routine"], key=_rank))

    # --- scores -----------------------------------------------------------------------------------------------

    def scores(self):
        for table in self.content.tables:
            fired = [rule["id"] for rule in table["rules"] if self.truth(rule["when"]) == TRUE]
            if table["hit"] == "unique" and len(fired) > 1:
                self.told.append(f"table {table['id']}: {fired} hold at once")
        for target in ("medical", "social"):
            self.score(target, self.record["scores"][target])

    def score(self, target, said):
        def amount(rule):
            return int(rule["add"].get(target, 0))

        rules = [rule for table in self.content.tables for rule in table["rules"] if amount(rule)]
        self.lines(f"{target} holds", said["holds"], rules, TRUE, amount)
        self.lines(f"{target} open", said["open"], rules, UNKNOWN, amount)
        point = _clipped(sum(line["amount"] for line in said["holds"]))
        spans = [self.span(table, target) for table in self.content.tables]
        low = min(point, _clipped(sum(span[0] for span in spans)))
        high = max(point, _clipped(sum(span[1] for span in spans)))
        self.same(f"{target}, point", said["point"], point)
        self.same(f"{target}, interval", (said["low"], said["high"]), (low, high))
        need = _band(point) if _band(low) == _band(high) else "not_enough_known"
        self.same(f"{target}, need", said["need"], need)
        columns = {column for rule in rules for column in rule["when"] if column not in FACTS}
        states = [self.states.get(column, "?not_asked") for column in columns]
        applicable = [state for state in states if state != NOT_APPLICABLE]
        known = [state for state in applicable if not is_missing(state)]
        self.same(f"{target}, known", round(said["known"], 9), round(len(known) / max(1, len(applicable)), 9))

    def span(self, table, target):
        """Return the least and the most points of a table over everything that its open columns may become."""
        columns = sorted({column for rule in table["rules"] for column in rule["when"]})
        states = {column: self.states.get(column, "?not_asked") for column in columns}
        key = (table["id"], target, repr(states))
        if key not in self.content.spans:
            found = [
                ways(self.content, table, column) if self.is_open(column) else [states[column]] for column in columns
            ]
            sums = [
                sum(
                    int(rule["add"].get(target, 0))
                    for rule in table["rules"]
                    if truth(self.content, rule["when"], dict(zip(columns, way, strict=True))) == TRUE
                )
                for way in product(*found)
            ]
            self.content.spans[key] = (min(sums), max(sums))
        return self.content.spans[key]

    # --- kinds ------------------------------------------------------------------------------------------------

    def kinds(self):
        self.same("kinds", sorted(each["kind"] for each in self.record["kinds"]), sorted(self.content.kinds))
        raised = {each["flag"]: each for each in self.record["flags"] if each["state"] == "raised"}
        flags = [flag for flag in self.content.flags if flag["id"] in raised]
        done = self.record["history"]["recorded"]
        waiting = [f for f in flags if raised[f["id"]]["effect"] == "waits" and f["id"] not in done]
        for said in self.record["kinds"]:
            if said["kind"] in self.content.kinds:
                self.kind(said, flags, waiting)

    def kind(self, said, flags, waiting):
        def weight(rule):
            return int(rule.get("weight", "1")) if rule["effect"] == "suggest" else 0

        id_, what = said["kind"], f"kind {said['kind']}"
        rules = self.content.kinds[id_]
        self.lines(f"{what} for", said["for"], [r for r in rules if r["effect"] != "against"], TRUE, weight)
        self.lines(f"{what} against", said["against"], [r for r in rules if r["effect"] == "against"], TRUE, weight)
        self.lines(f"{what} open", said["open"], rules, UNKNOWN, weight)
        named_by = [flag["id"] for flag in flags if id_ in flag["names"]]
        blocked_by = []
        if not all(id_ in (*flag["names"], *flag["also_allows"]) for flag in waiting):
            blocked_by = [flag["id"] for flag in waiting if id_ not in flag["names"]]
        self.same(f"{what}, named by", said["named_by"], named_by)
        self.same(f"{what}, blocked by", said["blocked_by"], blocked_by)
        support = FLAG_SUPPORT * len(named_by) + sum(line["amount"] for line in said["for"])
        self.same(f"{what}, support", said["support"], support)
        best = {
            effect: max([self.truth(rule["when"]) for rule in rules if rule["effect"] == effect], default=FALSE)
            for effect in ("suggest", "consider", "against")
        }
        state = "suggested" if named_by and best["against"] != TRUE else _kind_state(**best)
        self.same(f"{what}, state", said["state"], "blocked" if blocked_by else state)

    # --- the whole --------------------------------------------------------------------------------------------

    def whole(self):
        missing = {
            id_
            for id_, question in self.content.questions.items()
            if "essential" in question["marks"] and self.is_open(id_) and id_ not in self.record["unsure"]
        }
        raised = any(each["state"] == "raised" for each in self.record["flags"])
        self.same("missing essentials", set(self.record["missing_essentials"]), missing)
        self.same("enough known", self.record["enough_known"], raised or not missing)
        self.same("status", self.record["status"], self.status(missing))

    def status(self, missing):
        """Return how settled it is: final when nothing that is open can turn a flag, the urgency, a band or a kind."""
        if missing:
            return "incomplete"
        safety = [id_ for id_, question in self.content.questions.items() if "safety" in question["marks"]]
        urgency = _rank(self.record["urgency"]["level"])
        turns = [clause["when"] for flag in self.content.flags for clause in flag["clauses"]]
        turns += [rule["when"] for rule in self.content.urgency if _rank(rule["level"]) > urgency]
        bands = [(_band(score["low"]), _band(score["high"])) for score in self.record["scores"].values()]
        is_settled = (
            not any(self.is_open(id_) for id_ in safety)
            and not any(self.waits_for_an_answer(each) for each in self.record["flags"])
            and all(low == high for low, high in bands)
            and not any(self.may_turn(when) for when in turns)
            and all(self.is_settled(rules) for rules in self.content.kinds.values())
        )
        return "final" if is_settled else "provisional"

    def may_turn(self, when):
        waits = [column for column in when if self.is_open(column)]
        fixed = {c: test for c, test in when.items() if c not in waits and not c.startswith("flag_")}
        return bool(waits) and (not fixed or self.truth(fixed) != FALSE)

    def is_settled(self, rules):
        ways = {"suggest": {FALSE}, "consider": {FALSE}, "against": {FALSE}}
        for rule in rules:
            if self.may_turn(rule["when"]):
                ways[rule["effect"]].add(TRUE)
        for rule in rules:
            if not self.may_turn(rule["when"]) and self.truth(rule["when"]) == TRUE:
                ways[rule["effect"]] = {TRUE}
        return len({_kind_state(*way) for way in product(*ways.values())}) == 1


def differences(content: Content, record: dict) -> list[str]:
    """Return every difference between the record and what the content files give."""
    check = Check(content, record)
    check.routing()
    check.flags()
    check.urgency()
    check.scores()
    check.kinds()
    check.whole()
    return check.told


def _kind_state(suggest, consider, against):
    if against == TRUE:
        return "blocked"
    if suggest == TRUE and against == FALSE:
        return "suggested"
    return "blocked" if suggest == consider == FALSE else "possible"


def _presses(flag):
    return flag["state"] == "raised" or (flag["state"] == "possible" and flag["effect"] == "waits")


def _rank(level):
    return URGENCIES.index(level) if level in URGENCIES else -1


def _clipped(points):
    return min(100, max(0, points))


def _band(points):
    return next(name for name, least in BANDS if points >= least)
