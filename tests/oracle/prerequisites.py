"""The oracle's rules of prerequisites: how they are said, what marks they have, and what the nearest change is."""
import itertools

from college import accepted, day_of, reference_problem, refused, unchanged

NOT_MET, UNKNOWN, PARTLY, MET = range(4)  # IMC-PRE-22
WORDS = ("not_met", "unknown", "partly_met", "met")
KINDS = ("subject", "course", "course_template", "course_group", "path", "group", "skill", "job_profile")
STATUS = {"enrolled": 1, "any": 1, "in_progress": 2, "completed": 3}  # IMC-PRE-11
SUCCESSFUL = ("20", "51", "60", "81")  # IMC-PRE-26
DEEPEST = 8
MOST_OPEN = 12  # leaves over whose subsets the nearest change is looked for


# -- saying them -----------------------------------------------------------------------------------------------------

def item_problems(college, item, depth, bundle=False):
    """What is wrong with an item and those in it; the pages leave open what is told first."""
    named = [kind for kind in KINDS if kind in item] + (["items"] if "items" in item else [])
    if len(named) != 1 or (bundle and named != ["items"]):
        yield "prerequisite.unclear"  # IMC-PRE-01
    for kind in named:
        if kind not in ("subject", "skill", "job_profile", "items") and not college.find(kind, item[kind]):
            yield kind_unknown(kind)
    parts = item.get("items", ())
    if named == ["items"] and item.get("least", 1) > len(parts):
        yield "prerequisite.least"  # IMC-PRE-07
    if parts and depth > DEEPEST:
        yield "prerequisite.too-deep"
    for part in parts:
        if not bundle and "required" in part:
            yield "prerequisite.misplaced"
        yield from item_problems(college, part, depth + 1)


def kind_unknown(kind):
    return {"course_template": "template"}.get(kind, kind.replace("_", "-")) + ".unknown"


def compiled(item, minimum, required=True, recommended=False):
    """A node. What says no minimum has that of the nearest set around it (IMC-PRE-09), None when none says it: then the
    course does when it is asked. What is recommended is measured against completed (IMC-PRE-14).
    """
    minimum = item.get("minimum", minimum)
    if "items" not in item:
        kind = next(kind for kind in KINDS if kind in item)
        far = "completed" if recommended or kind not in ("course", "course_template", "course_group") else minimum
        return {"leaf": (kind, item[kind], far and STATUS[far], item.get("level", 0), item.get("whole", False)),
                "required": required}
    parts = [compiled(part, minimum, True, recommended) for part in item["items"]]
    return {"least": item.get("least", len(parts)), "parts": parts, "required": required}


def compiled_bundle(bundle, minimum):
    minimum, default = bundle.get("minimum", minimum), bundle.get("required", True)
    parts = []
    for part in bundle["items"]:
        required = part.get("required", default)
        parts.append(compiled(part, minimum, required, not required))
    return {"least": bundle.get("least", len(parts)), "parts": parts}


def define_prerequisites(college, request):
    owners = [kind for kind in ("course", "course_template") if kind in request]
    bundles = request.get("bundles", [])
    problems = [code for bundle in bundles for code in item_problems(college, bundle, 1, True)]
    if len(owners) != 1:
        return refused(("field.either" if owners else "field.missing", *problems))
    kind, key = owners[0], request[owners[0]]
    problem = reference_problem(college, request, ("course", "course"), ("course_template", "course_template"))
    if problem:
        return refused(problem)
    if problems:
        return refused(tuple(problems))
    nodes = [compiled_bundle(bundle, None) for bundle in bundles]
    return kept(college, kind, key, nodes)


def kept(college, kind, key, nodes):
    """Takes the place of what was required before, unless nobody could ever enter then (IMC-PRE-25)."""
    if nodes == college.required.get((kind, key), []):
        return unchanged(None)  # the pages do not say which record the answer names
    wanted = {**college.required, (kind, key): nodes}
    had = attainable(college, wanted)
    if (kind, key) not in had and goes_round(college, wanted, had, (kind, key)):
        direct = any(names_it(college, leaf, kind, key) for leaf in leaves_of(nodes))
        return refused(("prerequisite.self", "prerequisite.cycle") if direct else "prerequisite.cycle")
    return accepted(None, lambda: college.required.__setitem__((kind, key), nodes), promotes=False)


def names_it(college, leaf, kind, key):
    """Whether a leaf leads to its own owner: by name, or because it is in a group, a path or a template."""
    if leaf[:2] == (kind, key):
        return True
    if leaf[0] in ("course_group", "path"):
        return key in college.find(*leaf[:2])["courses"]
    return kind == "course" and leaf[0] == "course_template" and (
        college.find(*leaf[:2]) is college.find(kind, key)["course_template"])


def require_subject(college, request):
    """Adds a subject to every bundle of a template."""
    if college.find("course_template", request["course_template"]) is None:
        return refused("template.unknown")
    key = request["course_template"]
    part = compiled({"subject": request["subject"]}, "completed")
    before = college.required.get(("course_template", key), []) or [{"least": 0, "parts": []}]
    after = [bundle if part in bundle["parts"] else
             {"least": bundle["least"] + 1, "parts": [*bundle["parts"], part]} for bundle in before]
    return kept(college, "course_template", key, after)


# -- whether anybody could ever enter --------------------------------------------------------------------------------

def attainable(college, required):
    """Courses, and templates of which a new course could be booked, by somebody who begins with nothing."""
    open_nodes = [(kind, key) for kind in ("course", "course_template") for key in college.named.get(kind, {})]
    had, grown = set(), True
    while grown:
        found = {node for node in open_nodes if node not in had and can_meet(college, required.get(node, []), had)}
        had, grown = had | found, bool(found)
    return had


def can_meet(college, bundles, had):
    return not bundles or any(all(can_have(college, part, had) for part in bundle["parts"] if part["required"])
                              for bundle in bundles)


def can_have(college, node, had):
    if "leaf" not in node:
        return sum(can_have(college, part, had) for part in node["parts"]) >= node["least"]
    kind, key, _, _, whole = node["leaf"]
    if kind == "course":
        return (kind, key) in had
    if kind == "course_template":
        template = college.find(kind, key)
        courses = [name for name, course in college.named.get("course", {}).items()
                   if course["course_template"] is template]
        return bool(template["subject"]) or (kind, key) in had or any(("course", name) in had for name in courses)
    if kind in ("course_group", "path"):
        there = [("course", name) in had for name in college.find(kind, key)["courses"]]
        return bool(there) and (all(there) if whole or kind == "path" else any(there))
    return True


def goes_round(college, required, had, owner):
    """Whether what can not be had leads back to its owner. What leads to an empty group or path only is no circle: the
    check of the catalogue finds it.
    """
    seen, ahead = set(), [owner]
    while ahead:
        for node in needs(college, required.get(ahead.pop(), []), had):
            if node == owner:
                return True
            if node not in seen:
                seen.add(node)
                ahead.append(node)
    return False


def missing(college, parts, had):
    """Leaves that can not be had, of parts that can not."""
    for part in parts:
        if not can_have(college, part, had):
            yield from [part["leaf"]] if "leaf" in part else missing(college, part["parts"], had)


def needs(college, bundles, had):
    """Courses and templates because of which something that is required can not be had."""
    for bundle in bundles:
        for kind, key, _, _, _ in missing(college, [part for part in bundle["parts"] if part["required"]], had):
            names = college.find(kind, key)["courses"] if kind in ("course_group", "path") else [key]
            if kind == "course_template":
                yield from ((kind, key),) if not college.find(kind, key)["subject"] else ()
                names = [name for name, course in college.named.get("course", {}).items()
                         if course["course_template"] is college.find(kind, key)]
            if kind in ("course", "course_template", "course_group", "path"):
                yield from (("course", name) for name in names if ("course", name) not in had)


# -- judging them ----------------------------------------------------------------------------------------------------

def status_of(place, day):
    """How far somebody has come with a place by a day: 0 nothing, 1 enrolled, 2 in progress, 3 completed."""
    state, start, end = place["state"], place.get("started_on"), place.get("ended_on")
    begun = start is None or start <= day
    # What came later than the day does not bear on it: docs/decisions/0007-answers-about-the-past.md.
    ahead = 0 if place["enrolled_on"] > day else 2 if begun and state != "registered" else 1
    if state in ("registered", "in_progress"):
        return ahead
    if state not in ("passed", "failed") or end is None:
        return 0
    if end > day:
        return ahead
    lasts = place.get("valid_until") is None or place["valid_until"] >= day
    return 3 if state == "passed" and lasts else 0  # IMC-PRE-20


def fact(college, learner, kind, key, day):
    """The level that the host told, -1 when it is not so; None when it told nothing about the day."""
    told = college.facts.get((learner["login"].casefold(), kind, key))
    if told is None or not (told["from_on"] or day) <= day <= (told["until_on"] or day):
        return None
    return told["level"] if told["holds"] else -1


def covers(college, learner, kind, key, day):
    """Whether what somebody did elsewhere covers a course or a template (IMC-PRE-19)."""
    told = fact(college, learner, kind, key, day)
    return told is not None and told >= 0


def achieved(college, learner, subject, day):
    return any(activity.get("outcome") in SUCCESSFUL and activity["end_on"] and activity["end_on"] <= day
               for activity in college.of("activity", learner=learner, subject=subject))


def course_mark(college, learner, course, minimum, day):
    best = max([status_of(place, day) for place in college.enrolments(learner, course)], default=0)
    return MET if best == 3 else PARTLY if best >= minimum else NOT_MET


def template_mark(college, learner, key, minimum, day):
    template = college.find("course_template", key)
    subject = template["subject"] and template["subject"]["code"]
    if covers(college, learner, "course_template", key, day):
        return MET
    if subject and achieved(college, learner, subject, day):
        return MET  # IMC-PRE-26
    return max([course_mark(college, learner, course, minimum, day) for course in college.named["course"].values()
                if course["course_template"] is template], default=NOT_MET)


def leaf_mark(college, learner, leaf, day):
    kind, key, minimum, level, whole = leaf
    if kind == "subject":
        return MET if achieved(college, learner, key, day) else NOT_MET
    if kind == "course":
        covered = covers(college, learner, "course", key, day)  # it meets the item that names the course, and no other
        return MET if covered else course_mark(college, learner, college.find("course", key), minimum, day)
    if kind == "course_template":
        return template_mark(college, learner, key, minimum, day)
    if kind in ("course_group", "path"):
        far = STATUS["completed"] if kind == "path" else minimum  # IMC-PRE-17
        marks = [course_mark(college, learner, college.find("course", name), far, day)
                 for name in college.find(kind, key)["courses"]]
        return (min if whole or kind == "path" else max)(marks, default=NOT_MET)  # IMC-PRE-16
    if kind == "group":
        members = [name.casefold() for name in college.find("group", key)["members"]]
        return MET if learner["login"].casefold() in members else NOT_MET
    told = fact(college, learner, kind, key, day)
    least = level if kind == "skill" else 2 if whole else 1  # IMC-PRE-18
    return UNKNOWN if told is None else MET if told >= least else NOT_MET


def mark_of(node, marks):
    if "leaf" in node:
        return marks[node["leaf"]]
    return sorted((mark_of(part, marks) for part in node["parts"]), reverse=True)[node["least"] - 1]


def bundle_mark(bundle, marks):
    return min((mark_of(part, marks) for part in bundle["parts"] if part["required"]), default=MET)


def tree_of(node, marks):
    """The marks as the reason shows them: (mark of a leaf) or (mark, parts)."""
    word = WORDS[mark_of(node, marks)]
    return word if "leaf" in node else (word, [tree_of(part, marks) for part in node["parts"]])


def settled(node, usual):
    """A node with the minimum that is not said (IMC-PRE-09)."""
    if "leaf" not in node:
        return {**node, "parts": [settled(part, usual) for part in node["parts"]]}
    kind, key, far, level, whole = node["leaf"]
    return {**node, "leaf": (kind, key, STATUS[usual] if far is None else far, level, whole)}


def leaves_of(nodes):
    for node in nodes:
        if "leaf" in node:
            yield node["leaf"]
        else:
            yield from leaves_of(node["parts"])


class Judgement:
    """What comes of the prerequisites of a course for a learner on a day."""

    def __init__(self, college, learner, course, day):
        usual = course.get("minimum_status") or "completed"
        said = college.required.get(("course", course["external_id"]), [])
        self.bundles = [settled(bundle, usual) for bundle in said]
        self.marks = {leaf: leaf_mark(college, learner, leaf, day) for leaf in set(leaves_of(self.bundles))}
        self.mark = max((bundle_mark(bundle, self.marks) for bundle in self.bundles), default=MET)

    @property
    def admits(self):
        return self.mark >= PARTLY

    def tree(self):
        shown = []
        for bundle in self.bundles:
            parts = [tree_of(part, self.marks) for part in bundle["parts"] if part["required"]]
            word = WORDS[bundle_mark(bundle, self.marks)]
            shown.append((word, parts) if parts else word)
        return shown[0] if len(shown) == 1 else (WORDS[self.mark], shown)

    def gaps(self):
        """Recommended items that do not hold, of the admitting bundle with the fewest (IMC-PRE-06)."""
        admitting = [bundle for bundle in self.bundles if bundle_mark(bundle, self.marks) >= PARTLY]
        lists = [[tree_of(part, self.marks) for part in bundle["parts"]
                  if not part["required"] and mark_of(part, self.marks) < PARTLY] for bundle in admitting]
        return min(lists, key=len, default=[])

    def nearest(self):
        """The size of the smallest set of items that would admit; None when too many are open to try them all."""
        wanted = [[part for part in bundle["parts"] if part["required"]] for bundle in self.bundles]
        still = sorted({leaf for parts in wanted for leaf in leaves_of(parts) if self.marks[leaf] < PARTLY})
        if len(still) > MOST_OPEN:
            return None
        for size in range(len(still) + 1):
            for chosen in itertools.combinations(still, size):
                marks = {**self.marks, **dict.fromkeys(chosen, MET)}
                if any(all(mark_of(part, marks) >= PARTLY for part in parts) for parts in wanted):
                    return size
        return None


def state_fact(college, request):
    problem = reference_problem(college, request, ("learner", "learner"))
    if problem:
        return refused(problem)
    name = (request["learner"].casefold(), request["kind"], request["about"])
    told = {"holds": request.get("holds", True), "level": request.get("level", 1),
            "from_on": day_of(request.get("from_on")), "until_on": day_of(request.get("until_on"))}
    stored = college.facts.get(name)
    if stored and all(stored[member] == value for member, value in told.items()):
        return unchanged(stored)
    record = {**(stored or {}), **told}
    return accepted(record, lambda: college.facts.__setitem__(name, record), promotes=False)
