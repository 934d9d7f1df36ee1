"""Which rule of the oracle answers which verb, the right it takes, and what is malformed before it is asked."""
import college
import endings
import places


def malformed_grade(request):
    grade = college.decimal_of(request.get("grade_percent"))
    return "grade.out-of-range" if grade is not None and not 0 <= grade <= 100 else None


def verb(rule, right, malformed=college.well_formed):
    return rule, right, malformed


VERBS = {
    "organisation.define_location": verb(college.definer("location", "key"), "ORGANISE"),
    "access.define_administrator": verb(college.definer("administrator", "login"), "ORGANISE"),
    "staffing.define_tutor": verb(college.definer("tutor", "login"), "ORGANISE"),
    "people.define_learner": verb(college.define_learner, "REGISTER", college.malformed_learner),
    "catalogue.define_course_type": verb(college.definer("course_type", "key"), "EDIT_COURSES"),
    "catalogue.define_subject": verb(college.definer("subject", "code"), "EDIT_COURSES"),
    "catalogue.define_program": verb(college.definer("program", "code"), "EDIT_COURSES"),
    "catalogue.define_template": verb(college.define_template, "EDIT_COURSES"),
    "catalogue.define_course": verb(college.define_course, "EDIT_COURSES", college.malformed_course),
    "prerequisites.require_subject": verb(college.require_subject, "EDIT_COURSES"),
    "enrolment.enrol_in_program": verb(college.enrol_in_program, "REGISTER"),
    "enrolment.record_achievement": verb(college.record_achievement, "REGISTER", college.malformed_achievement),
    "registration.register_learner": verb(places.register_learner, "REGISTER"),
    "registration.prebook": verb(places.prebook, "REGISTER"),
    "results.receive_grade": verb(endings.receive_grade, "RECEIVE_RESULTS", malformed_grade),
    "finalise.finalise_unit": verb(endings.finalise_unit, "FINALISE"),
}
