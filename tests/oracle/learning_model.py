"""The oracle's model of learning: a participant's way through the components of a course, by its rules and schedule.

Written from docs/rooms/learning.md and the rows IMC-LL, IMC-SYL, IMC-SCH and IMC-MT-06, not from the library. A way is
worked out from the beginning, all events in the order of their moments, whenever something is asked: whatever order
they were told in, and however the library does it, the end must be the same.
"""
import dataclasses
import datetime as dt
import decimal
import itertools

from college import moment_of
from learning_course import FOLDERS, STATUS_KINDS, TRY_KINDS, shifted

GOOD = ("passed", "completed")
# In which order what happened at one moment is looked at.
EVENTS = ("opened", "ended", "confirmed", "confirmed_by_tutor", "confirmation_revoked")
STATUSES = (None, "open", "scored", "completed", "passed", "failed")

@dataclasses.dataclass
class Event:
    """Something that was told; after_end: it waits for a person, since it would have ended the course otherwise."""

    at: dt.datetime
    component: str
    kind: str
    status: str = None
    percent: decimal.Decimal = None
    attempt: int = None
    after_end: bool = False

    def order(self):
        return (self.at, EVENTS.index(self.kind), self.component, self.attempt or -1, STATUSES.index(self.status),
                -1 if self.percent is None else self.percent)


@dataclasses.dataclass
class Try:
    attempt: int
    status: str = "open"
    percent: decimal.Decimal = None


@dataclasses.dataclass
class Done:
    """How far somebody has come with a component."""

    opened: bool = False
    running: bool = False  # whatever number the try has that ends
    tries: list = dataclasses.field(default_factory=list)
    confirmed: bool = False
    tutor_confirmed: bool = False
    processed_at: dt.datetime = None

    def ended(self):
        return [each for each in self.tries if each.status != "open"]

    def find(self, attempt):
        """The try that is meant; without a number the one that runs."""
        return next((each for each in reversed(self.tries) if
                     (each.attempt == attempt if attempt else self.running and each.status == "open")), None)

    def finishes(self, event):
        """What was opened may be finished, whatever closes it (IMC-LL-12); a try that was told is told with more."""
        if event.kind == "confirmed":
            return self.opened and not self.confirmed
        if event.kind == "confirmed_by_tutor":
            return self.opened and not self.tutor_confirmed
        told = event.attempt and any(each.attempt == event.attempt for each in self.ended())
        return event.kind == "ended" and (self.running or bool(told) or (
            self.opened and not self.tries and self.processed_at is None))


class Way:
    """What became of the events, one after the other."""

    def __init__(self, course, enrolled_at, events, started=None, begun=None, sets=None):
        """begun: when he began by other rules; his time runs from then, whatever counts by these. sets: since when each
        course set is passed."""
        self.course, self.enrolled_at, self.begun, self.sets = course, enrolled_at, begun, sets or {}
        self.done = {key: Done() for key in course.components}
        self.openings = {key: [] if key in course.targets else [None] for key in course.components}
        self.fired = {}  # moments by keys of rules
        self.started, self.ended = started, None  # a moment; (state, moment)
        self.again = started is not None  # what has counted once counts
        self.kept, self.conflicts = [], set()
        self.reasons = {}  # of what was kept: codes, as things stood at the end of its moment
        self.step(enrolled_at)  # rules without conditions fire before anything happens
        self.taken = []  # what has counted so far
        told = sorted((each for each in events if not each.after_end), key=Event.order)
        for at, together in itertools.groupby(told, key=lambda event: event.at):
            self.started = self.started or (begun if begun and begun <= at else None)
            self.settle(at)
            for event in self.take_together(list(together)):
                self.kept.append(event)
                self.reasons[id(event)] = () if event.kind == "confirmation_revoked" else self.why(event)
        self.started = self.started or begun
        self.settle(None)

    # -- what is open ------------------------------------------------------------------------------------------------

    def bound(self, bound):
        """(whether it can be worked out, the moment) of one side of a window."""
        anchor, zone = (bound or {}).get("counted_from", "none"), self.course.zone
        if anchor == "none":
            return True, None
        if anchor == "fixed":
            return True, moment_of(bound["at"])
        dated = not self.course.duration
        base = {"course_start": self.course.starts_at if dated else self.started, "participant_start": self.started,
                "course_end": self.course.end_for(self.started), "enrolment": self.enrolled_at,
                "component_processed": anchor == "component_processed" and self.done[bound["component"]].processed_at
                }[anchor]
        return (False, None) if not base else (True, shifted(base, bound.get("offset"), zone))

    def start_bound(self, bound, at):
        """The moment of a bound that is counted from the participant's start, if he began at that moment; else None."""
        anchors = ("participant_start", "course_start", "course_end")[:3 if self.course.duration else 1]
        if self.started or (bound or {}).get("counted_from") not in anchors:
            return None
        base = self.course.end_for(at) if bound["counted_from"] == "course_end" else at
        return shifted(base, bound.get("offset"), self.course.zone)

    def window(self, key, at):
        """(opens, closes, codes of what closes it)."""
        component = self.course.components[key]
        known, opens = self.bound(component.get("opens"))
        until_known, closes = self.bound(component.get("closes"))
        # What is counted from the participant's start may be that start (decision 0022).
        begins, ends = self.start_bound(component.get("opens"), at), self.start_bound(component.get("closes"), at)
        codes = set()
        if not (known or (begins and begins <= at)) or not (until_known or (ends and at < ends)):
            codes.add("component.date-unknown")
        if opens and at < opens:
            codes.add("component.not-yet")
        if closes and at >= closes:
            codes.add("component.over")
        return opens, closes, codes

    def rule_problems(self, key, at):
        ways = self.openings[key]
        if not ways:
            return {"component.locked"}
        return set() if any(each is None or each <= at for each in ways) else {"component.not-yet"}

    def problems(self, key, at, tries=True):
        """Codes of all that closes a component at a moment: rules, schedule (both are needed, IMC-SCH-08), tries."""
        codes = self.rule_problems(key, at) | self.window(key, at)[2]
        limit = self.course.limit(key)
        if tries and limit and len(self.done[key].ended()) >= limit:
            codes.add("component.no-tries-left")
        return codes

    # -- what happens ------------------------------------------------------------------------------------------------

    def counts(self, event):
        """Whether an event counts at its moment; when the course is over nothing does."""
        if self.ended:
            return False
        if event.kind == "confirmation_revoked":
            return not self.is_final(event.component)
        if self.again or self.done[event.component].finishes(event):
            return True
        return not self.why(event)

    def settle(self, at):
        """The course sets that are passed by then, at any moment for None (IMC-CC-09)."""
        for key, since in sorted(self.sets.items(), key=lambda each: each[1]):
            if not self.done[key].processed_at and not self.ended and (at is None or since <= at):
                self.done[key].processed_at = since
                self.step(since)

    def why(self, event):
        """Codes of why an event does not count, by how things stand now."""
        if event.kind == "confirmed_by_tutor":
            return self.rule_problems(event.component, event.at)
        return self.problems(event.component, event.at, event.kind != "confirmed")

    def take_together(self, waiting):
        """Of one moment: what does not count at its place may count behind another of them. The rest comes back, if the
        course was not over before it."""
        moved = True
        while moved:
            left = [event for event in waiting if not self.take(event)]
            moved, waiting = len(left) < len(waiting), left
        return [event for event in waiting if not (self.ended and event.at > self.ended[1])]

    def take(self, event):
        """Whether it counts."""
        if not self.counts(event):
            return False
        self.enter(event)
        return True

    def enter(self, event):
        if event.kind == "confirmation_revoked":
            return self.take_back(event)
        self.started = self.started or event.at
        self.taken.append(event)
        done = self.done[event.component]
        if event.kind == "confirmed_by_tutor":
            done.tutor_confirmed = True
        elif event.kind == "confirmed":
            done.confirmed = done.opened = True
        else:
            self.tried(done, event)
        done.processed_at = (done.processed_at or event.at) if self.is_done(event.component) else None
        return self.step(event.at)

    def without(self, key):
        """As if a tutor had not confirmed that component."""
        rest = [each for each in self.taken if (each.component, each.kind) != (key, "confirmed_by_tutor")]
        sets = {each: since for each, since in self.sets.items() if self.done[each].processed_at}
        return Way(self.course, self.enrolled_at, rest, self.started, self.begun, sets)

    def is_final(self, key):
        """Whether what rests on a tutor's confirmation can not be taken back (IMC-LL-04)."""
        without = self.without(key)
        undone = [action for rule in self.course.rules if rule["key"] in self.fired and rule["key"] not in without.fired
                  for action in rule.get("actions", ())]
        begun = any(self.done[each].opened for action in undone if action["kind"] == "continue_with"
                    for each in self.course.meant(action))
        full = {each for action in undone if action["kind"] == "process_folder" for each in action["components"]}
        if without.done[key].processed_at is None:
            full.update(each for each in self.course.components if key in self.course.inside(each))
        return begun or any(self.done[each].processed_at for each in full)

    def take_back(self, event):
        """From now on it is as if the tutor had not said it; what did not count then does not count now."""
        other = self.without(event.component)
        for key, done in other.done.items():  # what is still processed has been since when it was
            done.processed_at = done.processed_at and self.done[key].processed_at
        self.fired = {key: at for key, at in self.fired.items() if key in other.fired}  # and has fired since then
        for name in ("done", "openings", "ended", "taken"):
            setattr(self, name, getattr(other, name))
        self.kept += other.kept

    def tried(self, done, event):
        """Opened, or a try that ended; the same number is the same try, told with more."""
        attempt, done.opened = done.find(event.attempt), True
        known = event.attempt and attempt is not None
        if event.kind == "opened" and (done.running or known or self.course.kind(event.component) not in TRY_KINDS):
            return  # opened again while one runs, or under the number of one that is known: the same try
        done.running = event.kind == "opened"
        if attempt is None:
            attempt = Try(event.attempt or max((each.attempt for each in done.tries), default=0) + 1)
            done.tries.append(attempt)
        if event.kind == "ended":
            attempt.percent = attempt.percent if event.percent is None else event.percent
            if attempt.status == "open" or event.status != "scored":  # a percentage says nothing of the status
                attempt.status = event.status

    def is_done(self, key):
        """Processed, or passed (IMC-SYL-10)."""
        done = self.done[key]
        if self.course.kind(key) in STATUS_KINDS:
            return any(each.status != "failed" for each in done.ended())
        return bool(done.ended()) or done.confirmed or done.tutor_confirmed

    # -- rules -------------------------------------------------------------------------------------------------------

    def holds(self, rule):
        done, conditions = self.done[rule["component"]], rule.get("conditions", ())
        confirmations = {"confirmed_by_participant": done.confirmed, "confirmed_by_tutor": done.tutor_confirmed}
        if not all(confirmations.get(each["kind"], True) for each in conditions):
            return False
        asked = [each for each in conditions if each["kind"] in ("percentage", "status")]
        if self.course.kind(rule["component"]) in FOLDERS:
            return not asked or done.processed_at is not None
        failures, ended = [each for each in asked if is_failure(each)], done.ended()[:rule.get("tries")]
        if "tries" in rule and failures:  # they count when the last try has ended and none succeeded (IMC-LL-08)
            if len(ended) < rule["tries"] or any(succeeds(each, one) for each in ended for one in failures):
                return False
            asked = [each for each in asked if each not in failures]
        return all(any(fits(each, one) for each in ended) for one in asked)

    def step(self, at):
        """To the end; a lock wins over what the same step opens (IMC-LL-21, IMC-LL-22)."""
        opened, locked, endings, moved = [], set(), [], True
        while moved:
            moved = False
            for rule in self.course.rules:
                if rule["key"] not in self.fired and self.holds(rule):
                    self.fired[rule["key"]], moved = at, True
                    for action in rule.get("actions", ()):
                        self.act(rule, action, opened, locked, endings)
                if rule["key"] in self.fired:
                    moved = self.fill_folders(rule, at) or moved
        for key, not_before in opened:
            if key in locked:
                self.conflicts.add(key)
            elif None not in self.openings[key]:
                self.openings[key] = [None] if not_before is None else [*self.openings[key], not_before]
        self.openings.update((key, []) for key in locked)
        self.conclude(at, endings)

    def act(self, rule, action, opened, locked, endings):
        if (kind := action["kind"]) == "continue_with":
            opened += [(key, moment_of(rule.get("not_before"))) for key in self.course.meant(action)]
        elif kind == "lock":
            locked.update(self.course.meant(action))
        elif kind != "process_folder":
            endings.append({"unregister": "cancelled", "conclude_passed": "passed", "conclude_failed": "failed"}[kind])

    def fill_folders(self, rule, at):
        """From now on folders are processed as soon as they are full (IMC-LL-13): whether one is that was not."""
        full = {key for action in rule.get("actions", ()) if action["kind"] == "process_folder"
                for key in action["components"]
                if not self.done[key].processed_at and self.is_full(key, action.get("at_least"))}
        for key in full:
            self.done[key].processed_at = at
        return bool(full)

    def is_full(self, folder, enough):
        counted = [key for key in self.course.inside(folder) if key in self.course.counted()]
        processed = sum(self.done[key].processed_at is not None for key in counted)
        return processed >= (len(counted) if enough is None else enough)

    def conclude(self, at, endings):
        if self.ended:
            return
        counted = self.course.counted()
        if endings:
            self.ended = endings[0], at
        elif self.course.conclude_by == "progress" and counted and all(map(self.is_through, counted)):
            failed = any(self.done[key].processed_at is None for key in counted)
            self.ended = "failed" if failed and not self.course.always_passed else "passed", at

    def has_failed(self, key):
        """As long as all its tries failed; what has no status never does."""
        ended = self.done[key].ended()
        return self.course.kind(key) in STATUS_KINDS and bool(ended) and all(each.status == "failed" for each in ended)

    def is_through(self, key):
        """Processed, or failed without tries that are left (IMC-MT-06)."""
        done, limit = self.done[key], self.course.limit(key)
        return done.processed_at is not None or (
            self.has_failed(key) and (limit is None or len(done.ended()) >= limit))


def bounds(condition):
    return [None if condition.get(name) is None else decimal.Decimal(condition[name]) for name in ("at_least", "below")]


def is_failure(condition):
    """Failed, or below a percentage; a range is reached like a threshold."""
    return condition.get("ending") == "failed" or (condition["kind"] == "percentage" and "at_least" not in condition)


def fits(attempt, condition):
    """Whether a try that has ended is what a condition asks for."""
    if condition["kind"] == "status":
        return attempt.status in (GOOD if condition["ending"] == "passed" else ("failed",))
    low, high = bounds(condition)
    return attempt.percent is not None and (low is None or attempt.percent >= low) and (
        high is None or attempt.percent < high)


def succeeds(attempt, failure):
    """Whether a try is a success where a condition asks for a failure."""
    if failure["kind"] == "status":
        return attempt.status in GOOD
    return attempt.percent is not None and attempt.percent >= bounds(failure)[1]
