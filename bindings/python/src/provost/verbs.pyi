# Made by make_stubs.py from the verb table of the library; do not edit. The verbs are documented where they are made:
# help(engine.registration.register_learner) shows each member.
from datetime import date, datetime
from decimal import Decimal
from typing import Literal, TypedDict, type_check_only

from typing_extensions import Unpack

from . import _provost
from .described import Request
from .records import (
    Administrator, Answer, ApprovalStep, CancellationRule, Component, CourseRoom, DefaultClearances, Grant, Location,
    MetaTag, PrerequisiteItem, Program, Provider, Quota, RegistrationProcess, ReportingDefaults, Skill, Subject,
    TagValue, Translation, Tutor,
)

__all__: list[str]

def carry_out(handle: _provost.Engine, request: Request) -> Answer: ...

@type_check_only
class Head(TypedDict, total=False):
    actor: str | None
    effective: datetime | None
    recorded: datetime | None
    trigger: Literal["back_end", "front_end", "import", "rule"] | None
    detail: Literal["verdict", "reason", "full"]
    plan_only: bool
    approval: str | None
    key: str | None
    row_digest: int
    ids: list[int]

class Room:
    def __init__(self, handle: _provost.Engine) -> None: ...

class OrganisationRoom(Room):
    def define_provider(self, *, record: Provider, **head: Unpack[Head]) -> Answer: ...
    def define_location(self, *, record: Location, **head: Unpack[Head]) -> Answer: ...
    def define_reporting(self, *, record: ReportingDefaults, **head: Unpack[Head]) -> Answer: ...
    def define_registration_process(self, *, record: RegistrationProcess, **head: Unpack[Head]) -> Answer: ...

class AccessRoom(Room):
    def define_administrator(self, *, record: Administrator, **head: Unpack[Head]) -> Answer: ...
    def set_clearances(self, *, course: str | int | None = ..., course_template: str | int | None = ...,
        course_type: str | int | None = ..., location: str | int | None = ..., provider: str | int | None = ...,
        tutor: str | int | None = ..., learner: str | int | None = ..., grants: list[Grant] = ...,
        **head: Unpack[Head]) -> Answer: ...
    def define_default_clearances(self, *, record: DefaultClearances, **head: Unpack[Head]) -> Answer: ...

class StaffingRoom(Room):
    def define_tutor(self, *, record: Tutor, **head: Unpack[Head]) -> Answer: ...

class PeopleRoom(Room):
    def define_learner(self, *, login: str, family_name: str, birth_date: date, client_id: str,
        first_name: str | None = ..., email: str | None = ..., gender: str | None = ..., postcode: str | None = ...,
        usi: str | None = ..., phone: str | None = ..., **head: Unpack[Head]) -> Answer: ...
    def erase_learner(self, *, learner: str | int, reason: Literal["requested", "retention_ended", "mistaken",
        "ordered"], **head: Unpack[Head]) -> Answer: ...
    def define_group(self, *, group: str, name: str, members: list[str] = ..., parent: str | int | None = ...,
        inherit_parents: bool | None = ..., **head: Unpack[Head]) -> Answer: ...
    def state_fact(self, *, learner: str | int, kind: Literal["skill", "job_profile", "course", "course_template"],
        about: str, holds: bool | None = ..., level: int | None = ..., from_on: date | None = ...,
        until_on: date | None = ..., **head: Unpack[Head]) -> Answer: ...
    def define_supervision(self, *, learner: str | int, supervisors: list[str] = ...,
        **head: Unpack[Head]) -> Answer: ...

class CatalogueRoom(Room):
    def define_course_type(self, *, course_type: str, name: str, timing: Literal["either", "dates", "duration"] = ...,
        hidden: list[str] = ..., tag_set: list[str] = ..., registration_types: list[str] = ...,
        description: str | None = ..., language: str | None = ..., translations: list[Translation] = ...,
        mode: str | None = ..., duration: str | None = ..., planning_status: Literal["released", "fixed", "locked",
        "cancelled", "closed"] | None = ..., max_participants: int | None = ..., price: Decimal | int | None = ...,
        currency: str | None = ..., duration_days: Decimal | int | None = ...,
        duration_hours: Decimal | int | None = ..., published: bool | None = ..., show_until: datetime | None = ...,
        visible_to: list[str] = ..., participant_list: bool | None = ..., course_room: str | None = ...,
        classifications: list[str] = ..., skills: list[Skill] = ..., conclude_by: Literal["learner", "tutor",
        "administrator", "progress", "learning_logic"] | None = ..., allow_rating: bool | None = ...,
        revision_date: date | None = ..., update_after_start: bool | None = ..., update_with_logic: bool | None = ...,
        update_without_revision: bool | None = ..., prerequisites_due: datetime | None = ...,
        cancel_unprepared: bool | None = ..., minimum_status: Literal["completed", "in_progress", "enrolled",
        "any"] | None = ..., prerequisite_notices: list[int] = ..., registration_type: Literal["self_direct",
        "self_supervisor", "self_admin", "self_supervisor_and_admin", "multi_step", "third_party_only"] | None = ...,
        approval_steps: list[ApprovalStep] = ..., hold_seat: bool | None = ..., waiting_list: bool | None = ...,
        promotion: Literal["auto_fifo", "manual"] | None = ..., promote_stop: str | None = ...,
        quotas: list[Quota] = ..., cancellation_rules: list[CancellationRule] = ...,
        after_start_percent: Decimal | int | None = ..., tags: list[TagValue] = ...,
        **head: Unpack[Head]) -> Answer: ...
    def define_meta_tag(self, *, record: MetaTag, **head: Unpack[Head]) -> Answer: ...
    def define_course_room(self, *, record: CourseRoom, **head: Unpack[Head]) -> Answer: ...
    def define_classification(self, *, classification: str, tree: str, name: str, parent: str | int | None = ...,
        **head: Unpack[Head]) -> Answer: ...
    def define_subject(self, *, record: Subject, **head: Unpack[Head]) -> Answer: ...
    def define_program(self, *, record: Program, **head: Unpack[Head]) -> Answer: ...
    def define_template(self, *, external_id: str, course_type: str | int | None = ..., kind: Literal["course",
        "component_course"] | None = ..., subject: str | int | None = ..., timing: Literal["either", "dates",
        "duration"] | None = ..., default_timing: Literal["either", "dates", "duration"] | None = ...,
        hidden: list[str] = ..., shown: list[str] = ..., mandatory: list[str] = ..., locked: list[str] = ...,
        tag_set: list[str] = ..., name: str | None = ..., description: str | None = ..., language: str | None = ...,
        translations: list[Translation] = ..., mode: str | None = ..., duration: str | None = ...,
        planning_status: Literal["released", "fixed", "locked", "cancelled", "closed"] | None = ...,
        max_participants: int | None = ..., price: Decimal | int | None = ..., currency: str | None = ...,
        duration_days: Decimal | int | None = ..., duration_hours: Decimal | int | None = ...,
        published: bool | None = ..., show_until: datetime | None = ..., visible_to: list[str] = ...,
        participant_list: bool | None = ..., course_room: str | None = ..., classifications: list[str] = ...,
        skills: list[Skill] = ..., conclude_by: Literal["learner", "tutor", "administrator", "progress",
        "learning_logic"] | None = ..., allow_rating: bool | None = ..., revision_date: date | None = ...,
        update_after_start: bool | None = ..., update_with_logic: bool | None = ...,
        update_without_revision: bool | None = ..., prerequisites_due: datetime | None = ...,
        cancel_unprepared: bool | None = ..., minimum_status: Literal["completed", "in_progress", "enrolled",
        "any"] | None = ..., prerequisite_notices: list[int] = ..., registration_type: Literal["self_direct",
        "self_supervisor", "self_admin", "self_supervisor_and_admin", "multi_step", "third_party_only"] | None = ...,
        approval_steps: list[ApprovalStep] = ..., hold_seat: bool | None = ..., waiting_list: bool | None = ...,
        promotion: Literal["auto_fifo", "manual"] | None = ..., promote_stop: str | None = ...,
        quotas: list[Quota] = ..., cancellation_rules: list[CancellationRule] = ...,
        after_start_percent: Decimal | int | None = ..., tags: list[TagValue] = ..., location: str | int | None = ...,
        tutors: list[str] = ..., provider: str | int | None = ..., administrator: str | int | None = ...,
        clear: list[str] = ..., reset: list[str] = ..., **head: Unpack[Head]) -> Answer: ...
    def define_course(self, *, external_id: str, course_template: str | int | None = ...,
        starts_at: datetime | None = ..., ends_at: datetime | None = ..., name: str | None = ...,
        description: str | None = ..., language: str | None = ..., translations: list[Translation] = ...,
        mode: str | None = ..., duration: str | None = ..., planning_status: Literal["released", "fixed", "locked",
        "cancelled", "closed"] | None = ..., max_participants: int | None = ..., price: Decimal | int | None = ...,
        currency: str | None = ..., duration_days: Decimal | int | None = ...,
        duration_hours: Decimal | int | None = ..., published: bool | None = ..., show_until: datetime | None = ...,
        visible_to: list[str] = ..., participant_list: bool | None = ..., course_room: str | None = ...,
        classifications: list[str] = ..., skills: list[Skill] = ..., conclude_by: Literal["learner", "tutor",
        "administrator", "progress", "learning_logic"] | None = ..., allow_rating: bool | None = ...,
        revision_date: date | None = ..., update_after_start: bool | None = ..., update_with_logic: bool | None = ...,
        update_without_revision: bool | None = ..., prerequisites_due: datetime | None = ...,
        cancel_unprepared: bool | None = ..., minimum_status: Literal["completed", "in_progress", "enrolled",
        "any"] | None = ..., prerequisite_notices: list[int] = ..., registration_type: Literal["self_direct",
        "self_supervisor", "self_admin", "self_supervisor_and_admin", "multi_step", "third_party_only"] | None = ...,
        approval_steps: list[ApprovalStep] = ..., hold_seat: bool | None = ..., waiting_list: bool | None = ...,
        promotion: Literal["auto_fifo", "manual"] | None = ..., promote_stop: str | None = ...,
        quotas: list[Quota] = ..., cancellation_rules: list[CancellationRule] = ...,
        after_start_percent: Decimal | int | None = ..., tags: list[TagValue] = ..., location: str | int | None = ...,
        tutors: list[str] = ..., provider: str | int | None = ..., administrator: str | int | None = ...,
        bookable_alone: bool | None = ..., hidden: list[str] = ..., shown: list[str] = ..., clear: list[str] = ...,
        reset: list[str] = ..., **head: Unpack[Head]) -> Answer: ...
    def effective_settings(self, *, course: str | int, all: bool = ..., **head: Unpack[Head]) -> Answer: ...
    def change_template(self, *, course: str | int, course_template: str | int, adopt: list[str],
        **head: Unpack[Head]) -> Answer: ...
    def create_template(self, *, course: str | int, external_id: str, name: str | None = ..., groups: list[str] = ...,
        auto_include: bool = ..., keep_all_relative: bool = ..., **head: Unpack[Head]) -> Answer: ...
    def duplicate_course(self, *, course: str | int, external_id: str, name: str | None = ...,
        **head: Unpack[Head]) -> Answer: ...
    def define_syllabus(self, *, course: str | int, components: list[Component] = ...,
        **head: Unpack[Head]) -> Answer: ...
    def hold_course(self, *, course: str | int, kind: Literal["signature", "lms_link", "audit"],
        active: bool | None = ..., note: str | None = ..., **head: Unpack[Head]) -> Answer: ...
    def delete_course(self, *, course: str | int, **head: Unpack[Head]) -> Answer: ...
    def restore_course(self, *, course: str | int, **head: Unpack[Head]) -> Answer: ...
    def delete_template(self, *, course_template: str | int, **head: Unpack[Head]) -> Answer: ...
    def delete_course_type(self, *, course_type: str | int, **head: Unpack[Head]) -> Answer: ...
    def define_medium(self, *, medium: str, name: str, address: str | None = ..., course: str | int | None = ...,
        **head: Unpack[Head]) -> Answer: ...
    def release_medium(self, *, medium: str | int, **head: Unpack[Head]) -> Answer: ...
    def courses_to_check(self, *, course_template: str | int, **head: Unpack[Head]) -> Answer: ...
    def define_course_set(self, *, course: str | int, course_set: str, name: str, members: list[str] = ...,
        choose_min: int | None = ..., choose_max: int | None = ..., display: list[str] = ...,
        **head: Unpack[Head]) -> Answer: ...
    def define_course_group(self, *, course_group: str, name: str, courses: list[str] = ...,
        **head: Unpack[Head]) -> Answer: ...
    def define_path(self, *, path: str, name: str, courses: list[str] = ..., **head: Unpack[Head]) -> Answer: ...
    def visible_tags(self, *, course: str | int, audience: Literal["admin", "tutor", "learner"] = ...,
        **head: Unpack[Head]) -> Answer: ...
    def texts(self, *, language: str, course: str | int | None = ..., course_template: str | int | None = ...,
        **head: Unpack[Head]) -> Answer: ...

class PrerequisitesRoom(Room):
    def define_prerequisites(self, *, course: str | int | None = ..., course_template: str | int | None = ...,
        bundles: list[PrerequisiteItem] = ..., **head: Unpack[Head]) -> Answer: ...
    def require_subject(self, *, course_template: str | int, subject: str, **head: Unpack[Head]) -> Answer: ...

class EnrolmentRoom(Room):
    def enrol_in_program(self, *, learner: str | int, program: str | int, program_name: str | None = ...,
        location: str | int | None = ..., commenced_on: date | None = ..., **head: Unpack[Head]) -> Answer: ...
    def record_achievement(self, *, learner: str | int, subject: str | int, outcome: str, achieved_on: date,
        **head: Unpack[Head]) -> Answer: ...

class RegistrationRoom(Room):
    def register_learner(self, *, course: str | int, learner: str | int, state: Literal["none", "requested",
        "reserved", "waiting", "registered", "in_progress", "on_hold", "passed", "failed", "cancelled", "rejected",
        "moved", "replaced"] = ..., due_at: datetime | None = ..., start_at: datetime | None = ...,
        end_at: datetime | None = ..., obligation: Literal["none", "required", "recommended"] = ...,
        valid_until: date | None = ..., expires_at: datetime | None = ..., order_reference: str | None = ...,
        override_reason: str | None = ..., **head: Unpack[Head]) -> Answer: ...
    def promote(self, *, course: str | int, learner: str | int | None = ..., **head: Unpack[Head]) -> Answer: ...
    def count_quotas(self, *, course: str | int, **head: Unpack[Head]) -> Answer: ...
    def follow_dates(self, *, course: str | int, **head: Unpack[Head]) -> Answer: ...
    def prebook(self, *, course_template: str | int, learner: str | int, status: str | None = ...,
        due_at: datetime | None = ..., preferred_start_at: datetime | None = ..., end_at: datetime | None = ...,
        obligation: Literal["none", "required", "recommended"] = ..., **head: Unpack[Head]) -> Answer: ...
    def wish(self, *, course_template: str | int, learner: str | int, preferred_start_at: datetime | None = ...,
        withdraw: bool = ..., **head: Unpack[Head]) -> Answer: ...
    def register_prebooked(self, *, course: str | int, learner: str | int, **head: Unpack[Head]) -> Answer: ...
    def register_many(self, *, course: str | int, learners: list[str], **head: Unpack[Head]) -> Answer: ...
    def check(self, *, learner: str | int, courses: list[str], **head: Unpack[Head]) -> Answer: ...
    def assess(self, *, course: str | int, **head: Unpack[Head]) -> Answer: ...
    def request_place(self, *, course: str | int, learner: str | int, expires_at: datetime | None = ...,
        order_reference: str | None = ..., reason: str | None = ..., **head: Unpack[Head]) -> Answer: ...
    def answer_request(self, *, course: str | int, learner: str | int, approve: bool, reason: str | None = ...,
        **head: Unpack[Head]) -> Answer: ...
    def cancel_place(self, *, course: str | int, learner: str | int, because: Literal["participant", "provider",
        "unprepared", "logic", "parent", "expired", "rebooked"] = ..., reason: str | None = ...,
        **head: Unpack[Head]) -> Answer: ...
    def give_up_place(self, *, course: str | int, learner: str | int, reason: str | None = ...,
        **head: Unpack[Head]) -> Answer: ...
    def cancel_many(self, *, course: str | int, learners: list[str], because: Literal["participant", "provider",
        "unprepared", "logic", "parent", "expired", "rebooked"] = ..., reason: str | None = ...,
        **head: Unpack[Head]) -> Answer: ...
    def move_place(self, *, from_course: str | int, course: str | int, learner: str | int,
        allow_other_template: bool = ..., reason: str | None = ..., override_reason: str | None = ...,
        **head: Unpack[Head]) -> Answer: ...
    def replace_participant(self, *, course: str | int, leaves: str | int, learner: str | int,
        reason: str | None = ..., override_reason: str | None = ..., **head: Unpack[Head]) -> Answer: ...
    def change_registration(self, *, course: str | int, learner: str | int, due_at: datetime | None = ...,
        planned_start_at: datetime | None = ..., planned_end_at: datetime | None = ...,
        expires_at: datetime | None = ..., valid_until: date | None = ..., obligation: Literal["none", "required",
        "recommended"] | None = ..., order_reference: str | None = ..., clear: list[str] = ...,
        reason: str | None = ..., **head: Unpack[Head]) -> Answer: ...
    def change_state(self, *, course: str | int, learner: str | int, state: Literal["none", "requested", "reserved",
        "waiting", "registered", "in_progress", "on_hold", "passed", "failed", "cancelled", "rejected", "moved",
        "replaced"], resumes_on: date | None = ..., correction: bool = ..., reason: str | None = ...,
        **head: Unpack[Head]) -> Answer: ...
    def conclude(self, *, course: str | int, learner: str | int, passed: bool, valid_until: date | None = ...,
        reason: str | None = ..., **head: Unpack[Head]) -> Answer: ...
    def may_enter(self, *, course: str | int, learner: str | int | None = ..., **head: Unpack[Head]) -> Answer: ...
    def history(self, *, course: str | int, learner: str | int, **head: Unpack[Head]) -> Answer: ...
    def catch_up(self, *, course: str | int, most_cancelled: int | None = ..., **head: Unpack[Head]) -> Answer: ...
    def sees(self, *, course: str | int, learner: str | int, **head: Unpack[Head]) -> Answer: ...
    def may_list_participants(self, *, course: str | int, learner: str | int, **head: Unpack[Head]) -> Answer: ...

class ResultsRoom(Room):
    def receive_grade(self, *, learner: str | int, course: str | int, grade_percent: Decimal | int | None = ...,
        completion: Literal["passed", "completed", "failed", "incomplete"] = ..., **head: Unpack[Head]) -> Answer: ...

class FinaliseRoom(Room):
    def finalise_unit(self, *, learner: str | int, course: str | int, effective_on: date, ending: Literal["completed",
        "withdrawn", "deferred", "cancelled"] = ..., resumes_on: date | None = ...,
        **head: Unpack[Head]) -> Answer: ...
    def __call__(self, learner: str | int, course: str | int, *, effective_on: date, ending: Literal["completed",
        "withdrawn", "deferred", "cancelled"] = ..., resumes_on: date | None = ...,
        **head: Unpack[Head]) -> Answer: ...

class Rooms:
    organisation: OrganisationRoom
    access: AccessRoom
    staffing: StaffingRoom
    people: PeopleRoom
    catalogue: CatalogueRoom
    prerequisites: PrerequisitesRoom
    enrolment: EnrolmentRoom
    registration: RegistrationRoom
    results: ResultsRoom
    finalise: FinaliseRoom
    def __init__(self, handle: _provost.Engine) -> None: ...

ROOMS: dict[str, type[Room]]
