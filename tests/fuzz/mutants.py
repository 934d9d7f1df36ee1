"""Makes requests that are almost those of a story, from the descriptions of their verbs.

Most values come from the story itself, so that requests meet its records; the others are plausible for their kind, or
edges: blanks, control characters, other kinds, what is too long, too small or repeated. The same generator and the same
story give the same requests.
"""
import provost
from provost.described import CLASSES

PERSONAL = "Zzyzx-Personal"  # no story has it: found in the text of an error, it was repeated from a personal member
HEAD = ("provost", "verb", "plan_only", "approval", "key", "row_digest", "ids", "detail")
TEXTS = ("", " ", "\t", "\n", "\u00a0", " x", "x ", "a", "a\x00b", "a\x1fb", "\ufeffa", "\u00e4", "e\u0301", "'", "<b>", "@x",
         "5 D", "2 M", "24 H", "never", "en", "de", "AUD", "1", "-1", "x" * 101, "x" * 17000)
MOMENTS = ("2026-02-16T00:00:00Z", "2026-02-15T23:59:59+11:00", "2026-03-01T09:00:00+11:00", "2025-12-31T12:00:00Z",
           "2026-06-30T00:00:00Z", "2026-02-02T09:00:00+11:00", "2024-02-29T00:00:00Z")
DAYS = ("2026-02-16", "2026-02-15", "2026-03-01", "2025-12-31", "2024-02-29", "2026-06-30")
WHOLE = (0, 1, 2, 3, 7, 10, 100)
DECIMALS = ("0", "1", "50", "100", "5.5", "0.000001", 80)
FAR = {"instant": ("0001-01-01T00:00:00Z", "9999-12-31T23:59:59Z"), "day": ("0001-01-01", "9999-12-31"),
       "integer": (-1, 2**31, 2**53, 2**63 - 1, -2**63), "decimal": ("-1", "1000000000", "0.0000001"), "text": TEXTS}
FAR.update(id=FAR["integer"], numbers=FAR["integer"], texts=TEXTS, reference=TEXTS)
EDGES = (None, [], {}, [[]], [""], [None], "", " ", 0, -1, 1.5, 1e300, True, False, 2**64, "x", {"x-host": 1})
MOST_DEPTH = 3


def members_of(made):
    return made.__described__.fields


def request_of(verb):
    """Class of the requests of a verb."""
    return provost.VERBS[verb].request


class Mutants:
    """Random requests near those that were told."""

    def __init__(self, random, told, named):
        """`told`: requests; `named`: kind -> what its records are called, besides what the requests say."""
        self.random, self.told, self.by_member, self.names = random, told, {}, ["nobody"]
        for kind, names in named.items():
            self.names += names
            for member in (kind, kind + "s", "from_" + kind, "to_" + kind):
                self.by_member[member] = list(names)
        for request in told:
            self.learn(request, request_of(request["verb"]))
        self.rooms = {request["verb"].split(".")[0] for request in told}

    def learn(self, document, made):
        """What a document says becomes a value for other requests with a member of that name."""
        for member in members_of(made):
            if member.name not in document or member.name in HEAD:
                continue
            value = document[member.name]
            self.by_member.setdefault(member.name, []).append(value)
            if member.kind in ("reference", "text") and isinstance(value, str) and 0 < len(value) < 40:
                self.names.append(value)
            for inner in self.inside(member, value):
                self.learn(inner, CLASSES[member.target])

    @staticmethod
    def inside(member, value):
        """The documents in a member's value."""
        values = value if isinstance(value, list) else [value]
        return [inner for inner in values if member.target and isinstance(inner, dict)]

    def chance(self, percent):
        return self.random.randrange(100) < percent

    def pick(self, values):
        return self.random.choice(list(values))

    def request(self):
        """One request: one of the story, or one of another verb, with up to three members changed."""
        if self.told and self.chance(75):
            request = copied(self.pick(self.told))
        else:
            verb = self.pick(name for name in provost.VERBS if name.split(".")[0] in self.rooms or self.chance(10))
            request = {"verb": verb, **self.document(request_of(verb), 0)}
        for _ in range(self.pick((0, 1, 1, 1, 2, 3))):
            self.change(request, request_of(request["verb"]))
        return request

    def change(self, document, made):
        """Changes one member of the document, or of a document in it."""
        inner = [(each, CLASSES[member.target]) for member in members_of(made)
                 for each in self.inside(member, document.get(member.name))]
        if inner and self.chance(50):
            return self.change(*self.pick(inner))
        member = self.pick(each for each in members_of(made) if each.name not in HEAD)
        if member.name in document and self.chance(30):
            del document[member.name]
        elif self.chance(2):
            document["unknown"] = 1
        else:
            document[member.name] = self.value(member, 0)
        return None

    def document(self, made, depth):
        """A new document: what must be given, and some of the rest."""
        rest = 30 if depth and len(members_of(made)) < 20 else 8
        return {member.name: self.value(member, depth) for member in members_of(made)
                if member.name not in HEAD and (member.must_be_given or self.chance(rest))}

    def value(self, member, depth):
        if member.personal and member.kind == "text" and self.chance(50):
            return PERSONAL
        if self.chance(2):
            return self.pick(EDGES)
        known = self.by_member.get(member.name)
        if known and self.chance(80):
            return copied(self.pick(known))
        return self.made_up(member, depth)

    def made_up(self, member, depth):
        """A value of the member's kind."""
        if member.kind == "choice":
            return self.pick(name for name, _ in member.choices)
        if member.kind == "boolean":
            return self.chance(50)
        if member.kind in ("record", "records"):
            target = CLASSES[member.target]
            made = [self.document(target, depth + 1) for _ in range(self.pick((0, 1, 1, 2))) if depth < MOST_DEPTH]
            return self.some(made) if member.kind == "records" else (made or [{}])[0]
        if member.kind in ("texts", "numbers"):
            return self.some([self.single(member.kind) for _ in range(self.pick((0, 1, 1, 2)))])
        return self.single(member.kind)

    def single(self, kind):
        if self.chance(15):
            return self.pick(FAR.get(kind, TEXTS))
        usual = {"instant": MOMENTS, "day": DAYS, "integer": WHOLE, "id": WHOLE, "numbers": WHOLE, "decimal": DECIMALS}
        return self.pick(usual.get(kind, self.names))

    def some(self, values):
        """The values; now and then the first one twice."""
        return values + values[:self.chance(10)]


def copied(value):
    """A copy of a JSON value that shares no part with it."""
    if isinstance(value, dict):
        return {name: copied(each) for name, each in value.items()}
    return [copied(each) for each in value] if isinstance(value, list) else value
