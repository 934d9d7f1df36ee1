"""What the college would be after the requests that were made up so far, so that the next ones meet somebody there."""
import itertools

import asked
from college import College, carry_out, decide
from seats import let_in
from verbs import VERBS


class Imagined:
    """A college of the oracle's alone. It only helps to choose: what is foretold is foretold anew when it is asked."""

    def __init__(self):
        self.college, self.ids = College(), itertools.count(1)

    def take(self, request):
        decision = decide(self.college, request, VERBS)
        if decision.effect is None or request.get("plan_only"):
            return
        if decision.about is not None:
            decision.about.setdefault("id", next(self.ids))
        carry_out(self.college, request, decision, let_in)

    def places(self, states):
        """The latest places of learners in courses, of all states when none is named."""
        latest = {(id(place["learner"]), id(place["course"])): place for place in self.college.records["enrolment"]}
        return [place for place in latest.values() if not states or place["state"] in states]

    def latest(self, login, course):
        """The latest place of a learner in a course; None without one."""
        find = self.college.find
        there = self.college.enrolments(find("learner", login), find("course", course)) if find("course", course) else []
        return there[-1] if there else None

    def open_step(self, course, learner):
        """The step of a request that is to be answered; None without a request."""
        find = self.college.find
        _, steps = asked.open_request(self.college, find("learner", learner), find("course", course))
        return next((step for step in steps or () if step["state"] == "open"), None)
