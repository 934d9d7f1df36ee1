"""What came of the requests: that two agree who refuse everything, or for the same few reasons, says nothing."""
import collections

LEAST_ACCEPTED = 30  # percent of all requests
LEAST_CODES = 30


class Outcomes:
    """Counts answers by verb, verdict and code."""

    def __init__(self):
        self.answers = collections.Counter()

    def add(self, request, answer):
        self.answers[request["verb"], answer["verdict"], answer.get("code", "")] += 1

    def include(self, others):
        self.answers.update(others.answers)

    def total(self, verb=None, verdict=None, code=None):
        """How many answers have these; what is not named may be any."""
        wanted = verb, verdict, code
        return sum(count for answer, count in self.answers.items()
                   if all(one in (None, other) for one, other in zip(wanted, answer)))

    def codes(self):
        return sorted({code for _, _, code in self.answers if code})

    def accepted_percent(self):
        return 100 * self.total(verdict="accepted") / max(1, sum(self.answers.values()))

    def table(self):
        """A line for each verb and one for each code."""
        lines = ["%7d %s: %d accepted" % (self.total(verb=verb), verb, self.total(verb=verb, verdict="accepted"))
                 for verb in sorted({verb for verb, _, _ in self.answers})]
        lines += ["%7d %s" % (self.total(code=code), code) for code in self.codes()]
        return "\n".join([*lines, "%.0f %% accepted, %d codes" % (self.accepted_percent(), len(self.codes()))])

    def problem(self, verbs):
        """Why these outcomes say too little; None when they do not."""
        never = sorted(verb for verb in verbs if verb != "registration.check"  # it writes nothing
                       and not self.total(verb=verb, verdict="accepted"))
        if never:
            return "never accepted: " + ", ".join(never)
        if self.accepted_percent() < LEAST_ACCEPTED or len(self.codes()) < LEAST_CODES:
            return "%.0f %% accepted, %d codes: too few" % (self.accepted_percent(), len(self.codes()))
        return None
