"""The oracle's courses: components, rules and dates, from the requests that define them; the rules: learning_model.py."""
import calendar
import datetime as dt
import decimal
import zoneinfo

from college import moment_of

STATUS_KINDS = ("test", "feedback", "on_the_job", "scorm", "sco", "au")  # end passed or failed (IMC-LL-06)
PERCENT_KINDS = ("test", "sco", "au")  # IMC-LL-05
TRY_KINDS = ("test", "scorm", "aicc")  # IMC-LL-08
FOLDERS = ("folder", "tutor_folder")
NOT_OPENED = (*FOLDERS, "course_set")


def shifted(moment, offset, zone):
    """IMC-SCH-09: hours pass as they are; days, weeks and months keep the time of the clock."""
    if not offset:
        return moment
    number, unit = offset.split(" ")
    if unit == "H":
        return moment + dt.timedelta(hours=int(number))
    local = moment.astimezone(zone)
    day = shifted_day(local.date(), int(number), unit)
    # A time that a change skips is read with the offset before it, one that it repeats is the first: fold 0.
    return dt.datetime.combine(day, local.time().replace(fold=0), zone).astimezone(dt.timezone.utc)


def shifted_day(day, number, unit):
    if unit == "M":
        months = day.year * 12 + day.month - 1 + number
        year, month = divmod(months, 12)
        return dt.date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))
    return day + dt.timedelta(days=number * {"D": 1, "W": 7}[unit])


class Course:
    """Components, rules and dates of a course, from the requests that define them."""

    def __init__(self, location, course, components, rules, sets=()):
        self.zone = zoneinfo.ZoneInfo(location["record"]["zone"])
        self.starts_at, self.ends_at = moment_of(course.get("starts_at")), moment_of(course.get("ends_at"))
        self.duration, self.conclude_by = course.get("duration"), course.get("conclude_by", "administrator")
        self.always_passed = course.get("always_passed", False)
        self.components = {each["key"]: each for each in components}
        self.rules, self.sets = rules, sets
        self.targets = {key for rule in rules for action in rule.get("actions", ()) if action["kind"] == "continue_with"
                        for key in self.meant(action) if key != rule["component"]}  # IMC-LL-16

    def kind(self, key):
        return self.components[key].get("kind", "content")

    def inside(self, key):
        """What lies in a folder, however deep."""
        for other, each in self.components.items():
            if each.get("folder") == key:
                yield other
                yield from self.inside(other)

    def meant(self, action):
        """A folder stands for all that lies in it (IMC-LL-16)."""
        for key in action.get("components", ()):
            yield key
            yield from self.inside(key)

    def for_tutors(self, key):
        while key:
            if self.kind(key) == "tutor_folder":
                return True
            key = self.components[key].get("folder")
        return False

    def counted(self):
        """What counts for progress (IMC-SYL-06)."""
        return [key for key in self.components if self.kind(key) not in FOLDERS and not self.for_tutors(key)]

    def weight(self, key):
        return decimal.Decimal(self.components[key].get("weight", "1"))

    def limit(self, key):
        """Of several rules the fewest tries count; None: they are not counted."""
        return min((rule["tries"] for rule in self.rules if rule["component"] == key and "tries" in rule), default=None)

    def end_for(self, started):
        """When the course ends for somebody who began then; None: not known yet."""
        if not self.duration:
            return self.ends_at
        if started is None:
            return None
        number, unit = self.duration.split(" ")
        day = shifted_day(started.astimezone(self.zone).date(), int(number), unit)
        return dt.datetime.combine(day, dt.time(0), self.zone).astimezone(dt.timezone.utc)
