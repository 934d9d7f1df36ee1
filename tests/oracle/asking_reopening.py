"""Random units that are finalised alone and opened again, with what may come before, between and after."""
import datetime as dt

from asking import STARTS, Asker
from asking_seats import MOVING, TAKING_PART, written
from college import moment_of
from endings import FINAL, current_ending
from leaving import LEAVING

RIGHTS = ("REGISTER", "FINALISE", "REOPEN", "REOPEN", "CHANGE_PARTICIPANT_STATUS")
STATES = ("in_progress", "in_progress", "in_progress", "requested", "reserved", "waiting")
PERCENTS = ("0", "12.5", "20", "50", "100")


def has_outcome(college, place):
    activity = college.activity_of(place)
    return activity is not None and activity.get("outcome") in FINAL


class ReopeningAsker(Asker):
    """Few courses and few people, so that the same place is ended and opened many times."""

    AT_ONCE = True

    def __init__(self, random):
        super().__init__(random)
        self.templates = [*self.subjects, *self.subjects, "TALKS"]
        self.program_there = self.chance(40)

    def definitions(self):
        courses = []
        for request in super().definitions():
            if request["verb"] == "catalogue.define_course":
                courses.append(request)
            else:
                yield request
        yield {"verb": "people.define_group", "group": "vips", "name": "vips", "members": self.learners[:2]}
        yield from courses
        for login in self.learners:
            if self.program_there:
                yield {"verb": "enrolment.enrol_in_program", "learner": login, "program": "PROG1"}

    def require_subject(self):
        """Nobody needs anything: the units are to be full of people."""
        return self.learner()

    def clerk(self, login=None):
        return self.record("access.define_administrator", login=login or self.pick(self.clerks),
                           rights=sorted(set(self.random.sample(RIGHTS, self.random.randint(1, 4)))))

    def course(self, name=None):
        known = self.courses.get(name or self.pick(self.courses)) if self.courses else None
        if known and self.chance(40):  # held at other times while somebody is out of it
            return {**known, **self.other_times(known)}
        course = super().course(name)
        if "max_participants" in course:
            course["max_participants"] = self.pick((0, 1, 1, 1, 2, 2))
        if known is None:
            course.update(self.terms())
        return course

    def other_times(self, known):
        if "duration" in known:
            return {"duration": self.pick(("1 M", "10 D", "20 D"))}
        by = dt.timedelta(days=self.pick((-9, -1, 1, 3, 30)))
        return {name: written(moment_of(known[name]) + by) for name in ("starts_at", "ends_at")}

    def terms(self):
        terms = {"published": True}
        if self.chance(40):
            days = sorted(self.random.sample((0, 1, 3, 7, 30), self.pick((1, 2))))
            terms.update(price=self.pick(("100", "33.33", "0.05")), currency=self.pick(("EUR", "JPY", "KWD")))
            terms["cancellation_rules"] = [{"days": each, "percent": self.pick(PERCENTS)} for each in days]
        if self.chance(25):
            terms["quotas"] = [{"name": "some", "group": "vips", "seats": self.pick((0, 1, 1))}]
        if self.chance(20):
            terms["promotion"] = "manual"
        if self.chance(15):
            terms["waiting_list"] = False
        if self.chance(60):
            terms.update(registration_type=self.pick(("self_admin", "self_supervisor_and_admin")),
                         hold_seat=self.chance(75))
        return terms

    def makers(self):
        """Whatever may stand before, between and after; what needs somebody in a state is asked where there is one."""
        places = self.imagined.places(())
        there = {place["state"] for place in places if not place.get("finalised")}
        needs = {self.answer: (12, ("requested",)), self.cancel: (4, LEAVING), self.move: (3, MOVING),
                 self.conclude: (2, TAKING_PART), self.promote: (8, ("waiting",)), self.grade: (14, LEAVING),
                 self.change_state: (6, (*MOVING, "cancelled", "moved", "passed", "failed")),
                 self.finalise: (24, (*LEAVING, "passed", "failed"))}
        often = {maker: weight if there & set(states) else 0 for maker, (weight, states) in needs.items()}
        return {**often, self.register: 20, self.request_place: 6, self.again: 4, self.course: 4, self.clerk: 1,
                self.reopen: 30 if any(place.get("finalised") for place in places) else 1,
                self.finalise_program: 5 if self.program_there else 0}

    def finalised(self):
        return [place for place in self.imagined.places(()) if place.get("finalised")]

    def register(self):
        request = super().register()
        if self.chance(30):
            request["state"] = self.pick(STATES)
        return request

    def request_place(self):
        who = self.who()
        return {"verb": "registration.request_place", "course": self.where(), "learner": who, "actor": who,
                "effective": self.moment(STARTS)}

    def answer(self):
        return {"verb": "registration.answer_request", **self.participant("requested"), "approve": self.chance(70),
                "effective": self.moment()}

    def promote(self):
        course = self.participant("waiting")["course"]
        return {"verb": "registration.promote", "course": course, "effective": self.moment()}

    def finalise(self):
        """Mostly somebody who is not finalised, on a day on which he is there."""
        request = super().finalise()
        if self.chance(85):
            request.update(self.participant(*LEAVING, "passed", "failed"))
        place = self.imagined.latest(request["learner"], request["course"])
        if place is None or self.chance(10):
            return request
        day = place["enrolled_on"] + dt.timedelta(days=self.pick((0, 0, 1, 2, 5, 30, 60)))
        request.update(effective_on=day.isoformat(), recorded=day.isoformat() + self.pick(("T04:00:00Z", "T21:00:00Z")))
        if "resumes_on" in request:
            request["resumes_on"] = (day + dt.timedelta(days=self.pick((0, 1, 30, 200)))).isoformat()
        if request["ending"] != "completed" and has_outcome(self.imagined.college, place) and self.chance(50):
            request["ending"] = "completed"
        elif request["ending"] == "completed" and self.chance(60) and not has_outcome(self.imagined.college, place):
            request["ending"] = self.pick(("withdrawn", "cancelled"))
        return request

    def reopen(self):
        there, who = self.finalised(), self.participant()
        if there and self.chance(92):
            place = self.pick(there)
            who = {"course": place["course"]["external_id"], "learner": place["learner"]["login"]}
        day = self.reopening_day(who)
        request = {"verb": "finalise.reopen_unit", **who, "effective_on": day.isoformat(), "reason": "By mistake."}
        if self.chance(95):  # told when the day has come
            request["recorded"] = day.isoformat() + self.pick(("T04:00:00Z", "T21:00:00Z"))
        if self.chance(60):
            request["effective"] = self.moment()
        if self.chance(30):
            request["start_on"] = (day + dt.timedelta(days=self.pick((-30, 0, 1, 30)))).isoformat()
        if self.chance(30):
            request["end_on"] = (day + dt.timedelta(days=self.pick((-1, 0, 20, 60)))).isoformat()
        return request

    def reopening_day(self, who):
        """Mostly the day of the ending or one after it."""
        place = self.imagined.latest(who["learner"], who["course"])
        ending = current_ending(self.imagined.college, place) if place else None
        if ending is None or self.chance(5):
            return self.day()
        return ending["effective_on"] + dt.timedelta(days=self.pick((-1, 0, 0, 0, 0, 1, 1, 3, 30)))

    def change_state(self):
        states, change = self.pick((
            (("registered", "in_progress"), {"state": "on_hold", "reason": "Ill."}),
            (("registered", "failed"), {"state": "in_progress"}),
            (("on_hold",), {"state": self.pick(("registered", "in_progress"))}),
            (("cancelled", "moved"), {"state": "registered", "correction": True, "reason": "Mistaken."}),
            (("passed",), {"state": "failed", "correction": True, "reason": "Mistaken."})))
        return {"verb": "registration.change_state", **self.participant(*states), **change, "effective": self.moment()}

    def cancel(self):
        return {"verb": "registration.cancel_place", **self.participant(*LEAVING), "effective": self.moment()}

    def move(self):
        there = self.participant(*MOVING)
        return {"verb": "registration.move_place", "from_course": there["course"], "learner": there["learner"],
                "course": self.where(), "allow_other_template": True, "effective": self.moment()}

    def conclude(self):
        return {"verb": "registration.conclude", **self.participant(*TAKING_PART), "reason": "Seen.",
                "passed": self.chance(70), "effective": self.moment()}

    def finalise_program(self):
        who, day = self.participant(), self.day()
        request = {"verb": "finalise.finalise_program", "learner": who["learner"], "program": "PROG1",
                   "status": self.pick(("Deferred", "Current", "Current", "Withdrawn", "Completed")),
                   "effective_on": day.isoformat(), "recorded": day.isoformat() + "T04:00:00Z"}
        if request["status"] == "Deferred" and self.chance(75):
            request["resumes_on"] = (day + dt.timedelta(days=self.pick((1, 30, 200)))).isoformat()
        return request
