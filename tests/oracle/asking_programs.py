"""Random program enrolments that end, pause and come back, with units in every state."""
import datetime as dt

from asking import Asker
from program_endings import STATUSES

PERCENTS = ("0", "12.5", "20", "50", "100")
LEFT = ("Withdrawn", "Withdrawn", "Cancelled (no penalty)", "Cancelled (penalty)", "Partial Attendance")


class ProgramsAsker(Asker):
    """Everybody is in a program, and at times in a second one."""

    def __init__(self, random):
        super().__init__(random)
        self.templates = list(self.subjects)
        self.learners = ["learner%03d" % number for number in range(1, 9)]
        self.programs = ["PROG1"] * 9 + ["PROG2"]

    def definitions(self):
        yield from super().definitions()
        for login in self.learners:
            yield {"verb": "enrolment.enrol_in_program", "learner": login, "program": "PROG1"}

    def masters(self):
        for request in super().masters():
            if request["verb"] != "catalogue.define_program":
                yield request
        for code in ("PROG1", "PROG2"):
            yield self.record("catalogue.define_program", code=code, title="Program " + code)

    def require_subject(self):
        """Nobody needs anything: the units are to be full of people."""
        return self.learner()

    def course(self, name=None):
        course = super().course(name)
        if self.chance(60):
            days = sorted(self.random.sample((0, 1, 3, 7, 30), self.pick((1, 2))))
            course.update(price=self.pick(("100", "33.33", "0.05")), currency=self.pick(("EUR", "JPY", "KWD")))
            course["cancellation_rules"] = [{"days": each, "percent": self.pick(PERCENTS)} for each in days]
        return course

    def makers(self):
        return {self.register: 30, self.grade: 18, self.end: 34, self.finalise: 4, self.program: 4, self.hold: 4,
                self.again: 4, self.course: 2}

    def hold(self):
        return {"verb": "registration.change_state", **self.participant("registered", "in_progress"),
                "state": "on_hold", "reason": "Ill.", "effective": self.moment()}

    def end(self):
        who = self.participant()
        request = {"verb": "finalise.finalise_program", "learner": who["learner"], "program": self.pick(self.programs),
                   "status": self.status()}
        day = self.day()
        request["effective_on"] = day.isoformat()
        if self.chance(95):  # told when the day has come
            request["recorded"] = day.isoformat() + self.pick(("T04:00:00Z", "T21:00:00Z"))
        if self.chance(60):
            request["effective"] = self.moment()
        if request["status"] == "Deferred" and self.chance(75):
            request["resumes_on"] = (day + dt.timedelta(days=self.pick((-1, 0, 1, 1, 30, 200)))).isoformat()
            request["reset_commenced"] = self.chance(25)
        if request["status"] in LEFT and self.chance(25):
            request["waive_fee"] = "Hardship."
        if self.chance(25):
            request["fill_dates"] = True
        if self.chance(60):
            request["units"] = [self.unit(subject, day) for subject in self.subjects if self.chance(60)]
        return request

    def status(self):
        if self.chance(1):
            return "Expelled"
        if self.chance(25):
            return self.pick(LEFT)
        if self.chance(60):
            return self.pick(("Deferred", "Deferred", "Current", "Current", "Completion Pending", "Completed"))
        return self.pick(STATUSES)

    def unit(self, subject, day):
        unit = {"subject": subject}
        if self.chance(70):
            unit["hours_attended"] = self.pick((-1, 0, 0, 1, 40))
        if self.chance(30):
            unit["start_on"] = (day + dt.timedelta(days=self.pick((0, 1, 30)))).isoformat()
        if self.chance(30):
            unit["end_on"] = (day + dt.timedelta(days=self.pick((-1, 20, 60)))).isoformat()
        return unit
