"""Which rule of the oracle answers which verb, the right it takes, and what is malformed before it is asked."""
import asked
import catalogue
import changing
import endings
import leaving
import places
import prerequisites
import program_endings
import reopening
import seats
import sets
from college import decimal_of


def malformed_grade(request):
    grade = decimal_of(request.get("grade_percent"))
    return "grade.out-of-range" if grade is not None and not 0 <= grade <= 100 else None


def verb(rule, right, malformed=lambda request: None):
    return rule, right, malformed


VERBS = {
    "organisation.define_location": verb(catalogue.definer("location", "key"), "ORGANISE"),
    "access.define_administrator": verb(catalogue.definer("administrator", "login"), "ORGANISE"),
    "access.set_clearances": verb(catalogue.set_clearances, "ORGANISE"),
    "staffing.define_tutor": verb(catalogue.definer("tutor", "login"), "ORGANISE"),
    "people.define_learner": verb(catalogue.define_learner, "REGISTER", catalogue.malformed_learner),
    "people.define_group": verb(catalogue.define_members("group", "group", "members", "learner"), "REGISTER"),
    "people.state_fact": verb(prerequisites.state_fact, "REGISTER"),
    "people.define_supervision": verb(catalogue.define_supervision, "REGISTER"),
    "catalogue.define_course_type": verb(catalogue.define_course_type, "EDIT_COURSES"),
    "catalogue.define_subject": verb(catalogue.definer("subject", "code"), "EDIT_COURSES"),
    "catalogue.define_program": verb(catalogue.definer("program", "code"), "EDIT_COURSES"),
    "catalogue.define_template": verb(catalogue.define_template, "EDIT_COURSES"),
    "catalogue.define_course": verb(catalogue.define_course, "EDIT_COURSES", catalogue.malformed_course),
    "catalogue.define_course_set": verb(sets.define_course_set, "EDIT_COURSES", sets.malformed_set),
    "catalogue.define_course_group": verb(
        catalogue.define_members("course_group", "course_group", "courses", "course"), "EDIT_COURSES"),
    "catalogue.define_path": verb(catalogue.define_members("path", "path", "courses", "course"), "EDIT_COURSES"),
    "prerequisites.define_prerequisites": verb(prerequisites.define_prerequisites, "EDIT_COURSES"),
    "prerequisites.require_subject": verb(prerequisites.require_subject, "EDIT_COURSES"),
    "enrolment.enrol_in_program": verb(catalogue.enrol_in_program, "REGISTER"),
    "enrolment.record_achievement": verb(catalogue.record_achievement, "REGISTER", catalogue.malformed_achievement),
    "registration.register_learner": verb(places.register_learner, "REGISTER"),
    "registration.check": verb(places.check, None),
    "registration.promote": verb(seats.promote, "REGISTER"),
    "registration.request_place": verb(asked.request_place, None),
    "registration.answer_request": verb(asked.answer_request, None),
    "registration.cancel_place": verb(leaving.cancel_place, "REGISTER"),
    "registration.give_up_place": verb(leaving.give_up_place, None),
    "registration.move_place": verb(leaving.move_place, "REGISTER"),
    "registration.replace_participant": verb(leaving.replace_participant, "REGISTER"),
    "registration.change_registration": verb(changing.change_registration, "REGISTER"),
    "registration.change_state": verb(changing.change_state, "CHANGE_PARTICIPANT_STATUS"),
    "registration.conclude": verb(changing.conclude, None),
    "registration.catch_up": verb(changing.catch_up, "REGISTER"),
    "registration.prebook": verb(places.prebook, "REGISTER"),
    "results.receive_grade": verb(endings.receive_grade, "RECEIVE_RESULTS", malformed_grade),
    "finalise.finalise_unit": verb(endings.finalise_unit, "FINALISE"),
    "finalise.reopen_unit": verb(reopening.reopen_unit, "REOPEN"),
    "finalise.finalise_program": verb(program_endings.finalise_program, "FINALISE"),
}
