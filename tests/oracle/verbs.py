"""Which rule of the oracle answers which verb, the right it takes, and what is malformed before it is asked."""
import catalogue
import endings
import places
from college import decimal_of


def malformed_grade(request):
    grade = decimal_of(request.get("grade_percent"))
    return "grade.out-of-range" if grade is not None and not 0 <= grade <= 100 else None


def verb(rule, right, malformed=lambda request: None):
    return rule, right, malformed


VERBS = {
    "organisation.define_location": verb(catalogue.definer("location", "key"), "ORGANISE"),
    "access.define_administrator": verb(catalogue.definer("administrator", "login"), "ORGANISE"),
    "staffing.define_tutor": verb(catalogue.definer("tutor", "login"), "ORGANISE"),
    "people.define_learner": verb(catalogue.define_learner, "REGISTER", catalogue.malformed_learner),
    "catalogue.define_course_type": verb(catalogue.define_course_type, "EDIT_COURSES"),
    "catalogue.define_subject": verb(catalogue.definer("subject", "code"), "EDIT_COURSES"),
    "catalogue.define_program": verb(catalogue.definer("program", "code"), "EDIT_COURSES"),
    "catalogue.define_template": verb(catalogue.define_template, "EDIT_COURSES"),
    "catalogue.define_course": verb(catalogue.define_course, "EDIT_COURSES", catalogue.malformed_course),
    "prerequisites.require_subject": verb(catalogue.require_subject, "EDIT_COURSES"),
    "enrolment.enrol_in_program": verb(catalogue.enrol_in_program, "REGISTER"),
    "enrolment.record_achievement": verb(catalogue.record_achievement, "REGISTER", catalogue.malformed_achievement),
    "registration.register_learner": verb(places.register_learner, "REGISTER"),
    "registration.prebook": verb(places.prebook, "REGISTER"),
    "results.receive_grade": verb(endings.receive_grade, "RECEIVE_RESULTS", malformed_grade),
    "finalise.finalise_unit": verb(endings.finalise_unit, "FINALISE"),
}
