# Made by make_stubs.py from the verb table of the library; do not edit. The verbs are documented where they are made:
# help(engine.registration.register_learner) shows each member.
import datetime as dt
from decimal import Decimal
from typing import Any, Literal

from . import _provost
from .described import Request
from .records import (
    AccessRule, Administrator, Answer, ApprovalStep, AvailabilityWindow, Bound, CancellationRule, Component,
    CourseRoom, CredentialRules, CutoverCommunication, DefaultClearances, ElectiveGroup, ElectiveRule, GradeRule,
    Grant, Learncycle, LmsConnection, Location, MetaTag, NoticeDefinition, NoticeSetting, OutcomeRow, PackagedUnit,
    PlannedWindow, PostalAddress, PrerequisiteItem, PreviewStep, Program, ProgramStatus, Provider, Quota, Recurrence,
    RegistrationProcess, ReportingDefaults, Residence, ResourceCategory, ResultSettings, Rule, Score, SentActivity,
    SentCompletion, Skill, StaffingSettings, Subject, TagValue, Transition, Translation, Tutor, TutorPosition,
    UnitDetail,
)

__all__: list[str]

def carry_out(handle: _provost.Engine, request: Request) -> Answer: ...

SHORT: dict[str, tuple[str, tuple[str, ...]]]
CALLED: dict[str, tuple[str, tuple[str, ...]]]

class Room:
    def __init__(self, handle: _provost.Engine) -> None: ...

class OrganisationRoom(Room):
    def define_provider(self, *, record: Provider | dict[str, Any], actor: str | None = ...,
        effective: dt.datetime | str | None = ..., recorded: dt.datetime | str | None = ...,
        trigger: Literal["back_end", "front_end", "import", "rule"] | None = ..., detail: Literal["verdict", "reason",
        "full"] = ..., plan_only: bool = ..., approval: str | None = ..., key: str | None = ..., row_digest: int = ...,
        ids: list[int] = ...) -> Answer: ...
    def define_location(self, *, record: Location | dict[str, Any], actor: str | None = ...,
        effective: dt.datetime | str | None = ..., recorded: dt.datetime | str | None = ...,
        trigger: Literal["back_end", "front_end", "import", "rule"] | None = ..., detail: Literal["verdict", "reason",
        "full"] = ..., plan_only: bool = ..., approval: str | None = ..., key: str | None = ..., row_digest: int = ...,
        ids: list[int] = ...) -> Answer: ...
    def define_reporting(self, *, record: ReportingDefaults | dict[str, Any], actor: str | None = ...,
        effective: dt.datetime | str | None = ..., recorded: dt.datetime | str | None = ...,
        trigger: Literal["back_end", "front_end", "import", "rule"] | None = ..., detail: Literal["verdict", "reason",
        "full"] = ..., plan_only: bool = ..., approval: str | None = ..., key: str | None = ..., row_digest: int = ...,
        ids: list[int] = ...) -> Answer: ...
    def define_registration_process(self, *, record: RegistrationProcess | dict[str, Any], actor: str | None = ...,
        effective: dt.datetime | str | None = ..., recorded: dt.datetime | str | None = ...,
        trigger: Literal["back_end", "front_end", "import", "rule"] | None = ..., detail: Literal["verdict", "reason",
        "full"] = ..., plan_only: bool = ..., approval: str | None = ..., key: str | None = ..., row_digest: int = ...,
        ids: list[int] = ...) -> Answer: ...
    def define_credentials(self, *, record: CredentialRules | dict[str, Any], actor: str | None = ...,
        effective: dt.datetime | str | None = ..., recorded: dt.datetime | str | None = ...,
        trigger: Literal["back_end", "front_end", "import", "rule"] | None = ..., detail: Literal["verdict", "reason",
        "full"] = ..., plan_only: bool = ..., approval: str | None = ..., key: str | None = ..., row_digest: int = ...,
        ids: list[int] = ...) -> Answer: ...

class AccessRoom(Room):
    def define_administrator(self, *, record: Administrator | dict[str, Any], actor: str | None = ...,
        effective: dt.datetime | str | None = ..., recorded: dt.datetime | str | None = ...,
        trigger: Literal["back_end", "front_end", "import", "rule"] | None = ..., detail: Literal["verdict", "reason",
        "full"] = ..., plan_only: bool = ..., approval: str | None = ..., key: str | None = ..., row_digest: int = ...,
        ids: list[int] = ...) -> Answer: ...
    def set_clearances(self, *, course: str | int | None = ..., course_template: str | int | None = ...,
        course_type: str | int | None = ..., location: str | int | None = ..., provider: str | int | None = ...,
        tutor: str | int | None = ..., learner: str | int | None = ..., grants: list[Grant] | list[dict[str,
        Any]] = ..., actor: str | None = ..., effective: dt.datetime | str | None = ...,
        recorded: dt.datetime | str | None = ..., trigger: Literal["back_end", "front_end", "import",
        "rule"] | None = ..., detail: Literal["verdict", "reason", "full"] = ..., plan_only: bool = ...,
        approval: str | None = ..., key: str | None = ..., row_digest: int = ..., ids: list[int] = ...) -> Answer: ...
    def define_default_clearances(self, *, record: DefaultClearances | dict[str, Any], actor: str | None = ...,
        effective: dt.datetime | str | None = ..., recorded: dt.datetime | str | None = ...,
        trigger: Literal["back_end", "front_end", "import", "rule"] | None = ..., detail: Literal["verdict", "reason",
        "full"] = ..., plan_only: bool = ..., approval: str | None = ..., key: str | None = ..., row_digest: int = ...,
        ids: list[int] = ...) -> Answer: ...

class StaffingRoom(Room):
    def define_tutor(self, *, record: Tutor | dict[str, Any], actor: str | None = ...,
        effective: dt.datetime | str | None = ..., recorded: dt.datetime | str | None = ...,
        trigger: Literal["back_end", "front_end", "import", "rule"] | None = ..., detail: Literal["verdict", "reason",
        "full"] = ..., plan_only: bool = ..., approval: str | None = ..., key: str | None = ..., row_digest: int = ...,
        ids: list[int] = ...) -> Answer: ...
    def define_position(self, *, record: TutorPosition | dict[str, Any], actor: str | None = ...,
        effective: dt.datetime | str | None = ..., recorded: dt.datetime | str | None = ...,
        trigger: Literal["back_end", "front_end", "import", "rule"] | None = ..., detail: Literal["verdict", "reason",
        "full"] = ..., plan_only: bool = ..., approval: str | None = ..., key: str | None = ..., row_digest: int = ...,
        ids: list[int] = ...) -> Answer: ...
    def define_settings(self, *, record: StaffingSettings | dict[str, Any], actor: str | None = ...,
        effective: dt.datetime | str | None = ..., recorded: dt.datetime | str | None = ...,
        trigger: Literal["back_end", "front_end", "import", "rule"] | None = ..., detail: Literal["verdict", "reason",
        "full"] = ..., plan_only: bool = ..., approval: str | None = ..., key: str | None = ..., row_digest: int = ...,
        ids: list[int] = ...) -> Answer: ...
    def positions(self, *, position: str | None = ..., actor: str | None = ...,
        effective: dt.datetime | str | None = ..., recorded: dt.datetime | str | None = ...,
        trigger: Literal["back_end", "front_end", "import", "rule"] | None = ..., detail: Literal["verdict", "reason",
        "full"] = ..., plan_only: bool = ..., approval: str | None = ..., key: str | None = ..., row_digest: int = ...,
        ids: list[int] = ...) -> Answer: ...
    def assign_tutor(self, *, tutor: str | int, course: str | int | None = ...,
        course_template: str | int | None = ..., position: str | None = ..., visible: bool | None = ...,
        may_grade: bool | None = ..., on_the_job: bool | None = ..., feedback_form: bool | None = ...,
        notified: bool | None = ..., appointments: bool | None = ..., actor: str | None = ...,
        effective: dt.datetime | str | None = ..., recorded: dt.datetime | str | None = ...,
        trigger: Literal["back_end", "front_end", "import", "rule"] | None = ..., detail: Literal["verdict", "reason",
        "full"] = ..., plan_only: bool = ..., approval: str | None = ..., key: str | None = ..., row_digest: int = ...,
        ids: list[int] = ...) -> Answer: ...
    def change_tutor(self, *, tutor: str | int, course: str | int | None = ...,
        course_template: str | int | None = ..., position: str | None = ..., visible: bool | None = ...,
        may_grade: bool | None = ..., on_the_job: bool | None = ..., feedback_form: bool | None = ...,
        notified: bool | None = ..., appointments: bool | None = ..., actor: str | None = ...,
        effective: dt.datetime | str | None = ..., recorded: dt.datetime | str | None = ...,
        trigger: Literal["back_end", "front_end", "import", "rule"] | None = ..., detail: Literal["verdict", "reason",
        "full"] = ..., plan_only: bool = ..., approval: str | None = ..., key: str | None = ..., row_digest: int = ...,
        ids: list[int] = ...) -> Answer: ...
    def replace_tutor(self, *, tutor: str | int, by: str | int, course: str | int | None = ...,
        course_template: str | int | None = ..., actor: str | None = ..., effective: dt.datetime | str | None = ...,
        recorded: dt.datetime | str | None = ..., trigger: Literal["back_end", "front_end", "import",
        "rule"] | None = ..., detail: Literal["verdict", "reason", "full"] = ..., plan_only: bool = ...,
        approval: str | None = ..., key: str | None = ..., row_digest: int = ..., ids: list[int] = ...) -> Answer: ...
    def remove_tutor(self, *, tutor: str | int, course: str | int | None = ...,
        course_template: str | int | None = ..., actor: str | None = ..., effective: dt.datetime | str | None = ...,
        recorded: dt.datetime | str | None = ..., trigger: Literal["back_end", "front_end", "import",
        "rule"] | None = ..., detail: Literal["verdict", "reason", "full"] = ..., plan_only: bool = ...,
        approval: str | None = ..., key: str | None = ..., row_digest: int = ..., ids: list[int] = ...) -> Answer: ...
    def follow_tutors(self, *, course: str | int, added: list[int] = ..., removed: list[int] = ...,
        changed: list[int] = ..., by_template: bool = ..., actor: str | None = ...,
        effective: dt.datetime | str | None = ..., recorded: dt.datetime | str | None = ...,
        trigger: Literal["back_end", "front_end", "import", "rule"] | None = ..., detail: Literal["verdict", "reason",
        "full"] = ..., plan_only: bool = ..., approval: str | None = ..., key: str | None = ..., row_digest: int = ...,
        ids: list[int] = ...) -> Answer: ...
    def follow_resources(self, *, course: str | int, added: list[int] = ..., removed: list[int] = ...,
        changed: list[int] = ..., tutors_stay: bool = ..., actor: str | None = ...,
        effective: dt.datetime | str | None = ..., recorded: dt.datetime | str | None = ...,
        trigger: Literal["back_end", "front_end", "import", "rule"] | None = ..., detail: Literal["verdict", "reason",
        "full"] = ..., plan_only: bool = ..., approval: str | None = ..., key: str | None = ..., row_digest: int = ...,
        ids: list[int] = ...) -> Answer: ...
    def may_use(self, *, course: str | int, function: Literal["social_media", "members", "syllabus", "communication",
        "library", "preview", "edit_content", "news", "progress", "grading", "corrections", "releases", "reports",
        "on_the_job", "audit_log"], actor: str | None = ..., effective: dt.datetime | str | None = ...,
        recorded: dt.datetime | str | None = ..., trigger: Literal["back_end", "front_end", "import",
        "rule"] | None = ..., detail: Literal["verdict", "reason", "full"] = ..., plan_only: bool = ...,
        approval: str | None = ..., key: str | None = ..., row_digest: int = ..., ids: list[int] = ...) -> Answer: ...
    def may_edit_news(self, *, course: str | int, action: Literal["create", "edit", "delete", "assign"],
        actor: str | None = ..., effective: dt.datetime | str | None = ..., recorded: dt.datetime | str | None = ...,
        trigger: Literal["back_end", "front_end", "import", "rule"] | None = ..., detail: Literal["verdict", "reason",
        "full"] = ..., plan_only: bool = ..., approval: str | None = ..., key: str | None = ..., row_digest: int = ...,
        ids: list[int] = ...) -> Answer: ...
    def tutors_of(self, *, course: str | int, for_participants: bool = ..., actor: str | None = ...,
        effective: dt.datetime | str | None = ..., recorded: dt.datetime | str | None = ...,
        trigger: Literal["back_end", "front_end", "import", "rule"] | None = ..., detail: Literal["verdict", "reason",
        "full"] = ..., plan_only: bool = ..., approval: str | None = ..., key: str | None = ..., row_digest: int = ...,
        ids: list[int] = ...) -> Answer: ...
    def tutor_questions(self, *, course: str | int, actor: str | None = ..., effective: dt.datetime | str | None = ...,
        recorded: dt.datetime | str | None = ..., trigger: Literal["back_end", "front_end", "import",
        "rule"] | None = ..., detail: Literal["verdict", "reason", "full"] = ..., plan_only: bool = ...,
        approval: str | None = ..., key: str | None = ..., row_digest: int = ..., ids: list[int] = ...) -> Answer: ...
    def participants(self, *, course: str | int, actor: str | None = ..., effective: dt.datetime | str | None = ...,
        recorded: dt.datetime | str | None = ..., trigger: Literal["back_end", "front_end", "import",
        "rule"] | None = ..., detail: Literal["verdict", "reason", "full"] = ..., plan_only: bool = ...,
        approval: str | None = ..., key: str | None = ..., row_digest: int = ..., ids: list[int] = ...) -> Answer: ...
    def on_the_job_sessions(self, *, course: str | int, actor: str | None = ...,
        effective: dt.datetime | str | None = ..., recorded: dt.datetime | str | None = ...,
        trigger: Literal["back_end", "front_end", "import", "rule"] | None = ..., detail: Literal["verdict", "reason",
        "full"] = ..., plan_only: bool = ..., approval: str | None = ..., key: str | None = ..., row_digest: int = ...,
        ids: list[int] = ...) -> Answer: ...
    def correct_result(self, *, course: str | int, learner: str | int, reason: str, outcome: str | None = ...,
        passed: bool | None = ..., grade_percent: Decimal | int | str | None = ..., grade: str | None = ...,
        actor: str | None = ..., effective: dt.datetime | str | None = ..., recorded: dt.datetime | str | None = ...,
        trigger: Literal["back_end", "front_end", "import", "rule"] | None = ..., detail: Literal["verdict", "reason",
        "full"] = ..., plan_only: bool = ..., approval: str | None = ..., key: str | None = ..., row_digest: int = ...,
        ids: list[int] = ...) -> Answer: ...
    def hold_back(self, *, course: str | int, learner: str | int | None = ..., component: str | None = ...,
        actor: str | None = ..., effective: dt.datetime | str | None = ..., recorded: dt.datetime | str | None = ...,
        trigger: Literal["back_end", "front_end", "import", "rule"] | None = ..., detail: Literal["verdict", "reason",
        "full"] = ..., plan_only: bool = ..., approval: str | None = ..., key: str | None = ..., row_digest: int = ...,
        ids: list[int] = ...) -> Answer: ...
    def release(self, *, course: str | int, learner: str | int | None = ..., component: str | None = ...,
        actor: str | None = ..., effective: dt.datetime | str | None = ..., recorded: dt.datetime | str | None = ...,
        trigger: Literal["back_end", "front_end", "import", "rule"] | None = ..., detail: Literal["verdict", "reason",
        "full"] = ..., plan_only: bool = ..., approval: str | None = ..., key: str | None = ..., row_digest: int = ...,
        ids: list[int] = ...) -> Answer: ...
    def open_tasks(self, *, courses: list[str], actor: str | None = ..., effective: dt.datetime | str | None = ...,
        recorded: dt.datetime | str | None = ..., trigger: Literal["back_end", "front_end", "import",
        "rule"] | None = ..., detail: Literal["verdict", "reason", "full"] = ..., plan_only: bool = ...,
        approval: str | None = ..., key: str | None = ..., row_digest: int = ..., ids: list[int] = ...) -> Answer: ...

class PeopleRoom(Room):
    def define_learner(self, *, login: str, family_name: str, birth_date: dt.date | str, client_id: str,
        first_name: str | None = ..., email: str | None = ..., gender: str | None = ..., postcode: str | None = ...,
        usi: str | None = ..., phone: str | None = ..., language: str | None = ..., actor: str | None = ...,
        effective: dt.datetime | str | None = ..., recorded: dt.datetime | str | None = ...,
        trigger: Literal["back_end", "front_end", "import", "rule"] | None = ..., detail: Literal["verdict", "reason",
        "full"] = ..., plan_only: bool = ..., approval: str | None = ..., key: str | None = ..., row_digest: int = ...,
        ids: list[int] = ...) -> Answer: ...
    def describe_client(self, *, learner: str | int, title: str | None = ..., telephone_work: str | None = ...,
        mobile: str | None = ..., email_alternative: str | None = ..., residence: Residence | dict[str,
        Any] | None = ..., postal: PostalAddress | dict[str, Any] | None = ..., highest_school_level: str | None = ...,
        year_of_school_level: int | None = ..., indigenous_status: str | None = ..., language: str | None = ...,
        spoken_english: str | None = ..., labour_force_status: str | None = ..., country_of_birth: str | None = ...,
        disability: bool | None = ..., disabilities: list[str] = ..., prior_education: bool | None = ...,
        prior_educations: list[str] = ..., at_school: bool | None = ..., survey_contact_status: str | None = ...,
        actor: str | None = ..., effective: dt.datetime | str | None = ..., recorded: dt.datetime | str | None = ...,
        trigger: Literal["back_end", "front_end", "import", "rule"] | None = ..., detail: Literal["verdict", "reason",
        "full"] = ..., plan_only: bool = ..., approval: str | None = ..., key: str | None = ..., row_digest: int = ...,
        ids: list[int] = ...) -> Answer: ...
    def erase_learner(self, *, learner: str | int, reason: Literal["requested", "retention_ended", "mistaken",
        "ordered"], actor: str | None = ..., effective: dt.datetime | str | None = ...,
        recorded: dt.datetime | str | None = ..., trigger: Literal["back_end", "front_end", "import",
        "rule"] | None = ..., detail: Literal["verdict", "reason", "full"] = ..., plan_only: bool = ...,
        approval: str | None = ..., key: str | None = ..., row_digest: int = ..., ids: list[int] = ...) -> Answer: ...
    def mark_learner(self, *, learner: str | int, special_requirements: str | None = ..., privacy: bool = ...,
        actor: str | None = ..., effective: dt.datetime | str | None = ..., recorded: dt.datetime | str | None = ...,
        trigger: Literal["back_end", "front_end", "import", "rule"] | None = ..., detail: Literal["verdict", "reason",
        "full"] = ..., plan_only: bool = ..., approval: str | None = ..., key: str | None = ..., row_digest: int = ...,
        ids: list[int] = ...) -> Answer: ...
    def inactivate_learner(self, *, learner: str | int, reason: Literal["none", "per_learner_pricing", "ex_staff",
        "deported", "overseas", "grievance", "deceased", "other"], note: str | None = ..., actor: str | None = ...,
        effective: dt.datetime | str | None = ..., recorded: dt.datetime | str | None = ...,
        trigger: Literal["back_end", "front_end", "import", "rule"] | None = ..., detail: Literal["verdict", "reason",
        "full"] = ..., plan_only: bool = ..., approval: str | None = ..., key: str | None = ..., row_digest: int = ...,
        ids: list[int] = ...) -> Answer: ...
    def reactivate_learner(self, *, learner: str | int, actor: str | None = ...,
        effective: dt.datetime | str | None = ..., recorded: dt.datetime | str | None = ...,
        trigger: Literal["back_end", "front_end", "import", "rule"] | None = ..., detail: Literal["verdict", "reason",
        "full"] = ..., plan_only: bool = ..., approval: str | None = ..., key: str | None = ..., row_digest: int = ...,
        ids: list[int] = ...) -> Answer: ...
    def define_group(self, *, group: str, name: str, members: list[str] = ..., parent: str | int | None = ...,
        inherit_parents: bool | None = ..., actor: str | None = ..., effective: dt.datetime | str | None = ...,
        recorded: dt.datetime | str | None = ..., trigger: Literal["back_end", "front_end", "import",
        "rule"] | None = ..., detail: Literal["verdict", "reason", "full"] = ..., plan_only: bool = ...,
        approval: str | None = ..., key: str | None = ..., row_digest: int = ..., ids: list[int] = ...) -> Answer: ...
    def state_fact(self, *, learner: str | int, kind: Literal["skill", "job_profile", "course", "course_template",
        "usi_verified", "fees_settled"], about: str, holds: bool | None = ..., level: int | None = ...,
        from_on: dt.date | str | None = ..., until_on: dt.date | str | None = ..., actor: str | None = ...,
        effective: dt.datetime | str | None = ..., recorded: dt.datetime | str | None = ...,
        trigger: Literal["back_end", "front_end", "import", "rule"] | None = ..., detail: Literal["verdict", "reason",
        "full"] = ..., plan_only: bool = ..., approval: str | None = ..., key: str | None = ..., row_digest: int = ...,
        ids: list[int] = ...) -> Answer: ...
    def define_supervision(self, *, learner: str | int, supervisors: list[str] = ..., actor: str | None = ...,
        effective: dt.datetime | str | None = ..., recorded: dt.datetime | str | None = ...,
        trigger: Literal["back_end", "front_end", "import", "rule"] | None = ..., detail: Literal["verdict", "reason",
        "full"] = ..., plan_only: bool = ..., approval: str | None = ..., key: str | None = ..., row_digest: int = ...,
        ids: list[int] = ...) -> Answer: ...

class CatalogueRoom(Room):
    def define_course_type(self, *, course_type: str, name: str, timing: Literal["either", "dates", "duration"] = ...,
        hidden: list[str] = ..., tag_set: list[str] = ..., registration_types: list[str] = ...,
        description: str | None = ..., language: str | None = ..., translations: list[Translation] | list[dict[str,
        Any]] = ..., mode: str | None = ..., duration: str | None = ..., planning_status: Literal["released", "fixed",
        "locked", "cancelled", "closed"] | None = ..., max_participants: int | None = ...,
        price: Decimal | int | str | None = ..., currency: str | None = ...,
        duration_days: Decimal | int | str | None = ..., duration_hours: Decimal | int | str | None = ...,
        published: bool | None = ..., show_until: dt.datetime | str | None = ..., visible_to: list[str] = ...,
        participant_list: bool | None = ..., course_room: str | None = ..., classifications: list[str] = ...,
        skills: list[Skill] | list[dict[str, Any]] = ..., conclude_by: Literal["learner", "tutor", "administrator",
        "progress", "learning_logic"] | None = ..., always_passed: bool | None = ...,
        signature_required: bool | None = ..., lock_after_signature: bool | None = ...,
        lock_strictly: bool | None = ..., allow_rating: bool | None = ..., revision_date: dt.date | str | None = ...,
        update_after_start: bool | None = ..., update_with_logic: bool | None = ...,
        update_without_revision: bool | None = ..., allow_fixed_moments: bool | None = ...,
        prerequisites_due: dt.datetime | str | None = ..., cancel_unprepared: bool | None = ...,
        minimum_status: Literal["completed", "in_progress", "enrolled", "any"] | None = ...,
        prerequisite_notices: list[int] = ..., registration_type: Literal["self_direct", "self_supervisor",
        "self_admin", "self_supervisor_and_admin", "multi_step", "third_party_only"] | None = ...,
        approval_steps: list[ApprovalStep] | list[dict[str, Any]] = ..., hold_seat: bool | None = ...,
        waiting_list: bool | None = ..., promotion: Literal["auto_fifo", "manual"] | None = ...,
        promote_stop: str | None = ..., quotas: list[Quota] | list[dict[str, Any]] = ...,
        cancellation_rules: list[CancellationRule] | list[dict[str, Any]] = ...,
        after_start_percent: Decimal | int | str | None = ..., messages: bool | None = ...,
        notices: list[NoticeSetting] | list[dict[str, Any]] = ..., tags: list[TagValue] | list[dict[str, Any]] = ...,
        actor: str | None = ..., effective: dt.datetime | str | None = ..., recorded: dt.datetime | str | None = ...,
        trigger: Literal["back_end", "front_end", "import", "rule"] | None = ..., detail: Literal["verdict", "reason",
        "full"] = ..., plan_only: bool = ..., approval: str | None = ..., key: str | None = ..., row_digest: int = ...,
        ids: list[int] = ...) -> Answer: ...
    def define_meta_tag(self, *, record: MetaTag | dict[str, Any], actor: str | None = ...,
        effective: dt.datetime | str | None = ..., recorded: dt.datetime | str | None = ...,
        trigger: Literal["back_end", "front_end", "import", "rule"] | None = ..., detail: Literal["verdict", "reason",
        "full"] = ..., plan_only: bool = ..., approval: str | None = ..., key: str | None = ..., row_digest: int = ...,
        ids: list[int] = ...) -> Answer: ...
    def define_course_room(self, *, record: CourseRoom | dict[str, Any], actor: str | None = ...,
        effective: dt.datetime | str | None = ..., recorded: dt.datetime | str | None = ...,
        trigger: Literal["back_end", "front_end", "import", "rule"] | None = ..., detail: Literal["verdict", "reason",
        "full"] = ..., plan_only: bool = ..., approval: str | None = ..., key: str | None = ..., row_digest: int = ...,
        ids: list[int] = ...) -> Answer: ...
    def define_classification(self, *, classification: str, tree: str, name: str, parent: str | int | None = ...,
        actor: str | None = ..., effective: dt.datetime | str | None = ..., recorded: dt.datetime | str | None = ...,
        trigger: Literal["back_end", "front_end", "import", "rule"] | None = ..., detail: Literal["verdict", "reason",
        "full"] = ..., plan_only: bool = ..., approval: str | None = ..., key: str | None = ..., row_digest: int = ...,
        ids: list[int] = ...) -> Answer: ...
    def define_subject(self, *, record: Subject | dict[str, Any], actor: str | None = ...,
        effective: dt.datetime | str | None = ..., recorded: dt.datetime | str | None = ...,
        trigger: Literal["back_end", "front_end", "import", "rule"] | None = ..., detail: Literal["verdict", "reason",
        "full"] = ..., plan_only: bool = ..., approval: str | None = ..., key: str | None = ..., row_digest: int = ...,
        ids: list[int] = ...) -> Answer: ...
    def define_program(self, *, record: Program | dict[str, Any], actor: str | None = ...,
        effective: dt.datetime | str | None = ..., recorded: dt.datetime | str | None = ...,
        trigger: Literal["back_end", "front_end", "import", "rule"] | None = ..., detail: Literal["verdict", "reason",
        "full"] = ..., plan_only: bool = ..., approval: str | None = ..., key: str | None = ..., row_digest: int = ...,
        ids: list[int] = ...) -> Answer: ...
    def define_packaging(self, *, program: str | int, measure: Literal["units", "points"] = ..., electives: int = ...,
        non_assessed: bool = ..., units: list[PackagedUnit] | list[dict[str, Any]] = ...,
        groups: list[ElectiveGroup] | list[dict[str, Any]] = ..., rules: list[ElectiveRule] | list[dict[str,
        Any]] = ..., actor: str | None = ..., effective: dt.datetime | str | None = ...,
        recorded: dt.datetime | str | None = ..., trigger: Literal["back_end", "front_end", "import",
        "rule"] | None = ..., detail: Literal["verdict", "reason", "full"] = ..., plan_only: bool = ...,
        approval: str | None = ..., key: str | None = ..., row_digest: int = ..., ids: list[int] = ...) -> Answer: ...
    def define_template(self, *, external_id: str, course_type: str | int | None = ..., renew_type: bool = ...,
        kind: Literal["course", "component_course"] | None = ..., subject: str | int | None = ...,
        timing: Literal["either", "dates", "duration"] | None = ..., default_timing: Literal["either", "dates",
        "duration"] | None = ..., hidden: list[str] = ..., shown: list[str] = ..., mandatory: list[str] = ...,
        locked: list[str] = ..., tag_set: list[str] = ..., name: str | None = ..., description: str | None = ...,
        language: str | None = ..., translations: list[Translation] | list[dict[str, Any]] = ...,
        mode: str | None = ..., duration: str | None = ..., planning_status: Literal["released", "fixed", "locked",
        "cancelled", "closed"] | None = ..., max_participants: int | None = ...,
        price: Decimal | int | str | None = ..., currency: str | None = ...,
        duration_days: Decimal | int | str | None = ..., duration_hours: Decimal | int | str | None = ...,
        published: bool | None = ..., show_until: dt.datetime | str | None = ..., visible_to: list[str] = ...,
        participant_list: bool | None = ..., course_room: str | None = ..., classifications: list[str] = ...,
        skills: list[Skill] | list[dict[str, Any]] = ..., conclude_by: Literal["learner", "tutor", "administrator",
        "progress", "learning_logic"] | None = ..., always_passed: bool | None = ...,
        signature_required: bool | None = ..., lock_after_signature: bool | None = ...,
        lock_strictly: bool | None = ..., allow_rating: bool | None = ..., revision_date: dt.date | str | None = ...,
        update_after_start: bool | None = ..., update_with_logic: bool | None = ...,
        update_without_revision: bool | None = ..., allow_fixed_moments: bool | None = ...,
        prerequisites_due: dt.datetime | str | None = ..., cancel_unprepared: bool | None = ...,
        minimum_status: Literal["completed", "in_progress", "enrolled", "any"] | None = ...,
        prerequisite_notices: list[int] = ..., registration_type: Literal["self_direct", "self_supervisor",
        "self_admin", "self_supervisor_and_admin", "multi_step", "third_party_only"] | None = ...,
        approval_steps: list[ApprovalStep] | list[dict[str, Any]] = ..., hold_seat: bool | None = ...,
        waiting_list: bool | None = ..., promotion: Literal["auto_fifo", "manual"] | None = ...,
        promote_stop: str | None = ..., quotas: list[Quota] | list[dict[str, Any]] = ...,
        cancellation_rules: list[CancellationRule] | list[dict[str, Any]] = ...,
        after_start_percent: Decimal | int | str | None = ..., messages: bool | None = ...,
        notices: list[NoticeSetting] | list[dict[str, Any]] = ..., tags: list[TagValue] | list[dict[str, Any]] = ...,
        location: str | int | None = ..., tutors: list[str] = ..., provider: str | int | None = ...,
        administrator: str | int | None = ..., clear: list[str] = ..., reset: list[str] = ..., actor: str | None = ...,
        effective: dt.datetime | str | None = ..., recorded: dt.datetime | str | None = ...,
        trigger: Literal["back_end", "front_end", "import", "rule"] | None = ..., detail: Literal["verdict", "reason",
        "full"] = ..., plan_only: bool = ..., approval: str | None = ..., key: str | None = ..., row_digest: int = ...,
        ids: list[int] = ...) -> Answer: ...
    def define_course(self, *, external_id: str, course_template: str | int | None = ...,
        starts_at: dt.datetime | str | None = ..., ends_at: dt.datetime | str | None = ..., name: str | None = ...,
        description: str | None = ..., language: str | None = ..., translations: list[Translation] | list[dict[str,
        Any]] = ..., mode: str | None = ..., duration: str | None = ..., planning_status: Literal["released", "fixed",
        "locked", "cancelled", "closed"] | None = ..., max_participants: int | None = ...,
        price: Decimal | int | str | None = ..., currency: str | None = ...,
        duration_days: Decimal | int | str | None = ..., duration_hours: Decimal | int | str | None = ...,
        published: bool | None = ..., show_until: dt.datetime | str | None = ..., visible_to: list[str] = ...,
        participant_list: bool | None = ..., course_room: str | None = ..., classifications: list[str] = ...,
        skills: list[Skill] | list[dict[str, Any]] = ..., conclude_by: Literal["learner", "tutor", "administrator",
        "progress", "learning_logic"] | None = ..., always_passed: bool | None = ...,
        signature_required: bool | None = ..., lock_after_signature: bool | None = ...,
        lock_strictly: bool | None = ..., allow_rating: bool | None = ..., revision_date: dt.date | str | None = ...,
        update_after_start: bool | None = ..., update_with_logic: bool | None = ...,
        update_without_revision: bool | None = ..., allow_fixed_moments: bool | None = ...,
        prerequisites_due: dt.datetime | str | None = ..., cancel_unprepared: bool | None = ...,
        minimum_status: Literal["completed", "in_progress", "enrolled", "any"] | None = ...,
        prerequisite_notices: list[int] = ..., registration_type: Literal["self_direct", "self_supervisor",
        "self_admin", "self_supervisor_and_admin", "multi_step", "third_party_only"] | None = ...,
        approval_steps: list[ApprovalStep] | list[dict[str, Any]] = ..., hold_seat: bool | None = ...,
        waiting_list: bool | None = ..., promotion: Literal["auto_fifo", "manual"] | None = ...,
        promote_stop: str | None = ..., quotas: list[Quota] | list[dict[str, Any]] = ...,
        cancellation_rules: list[CancellationRule] | list[dict[str, Any]] = ...,
        after_start_percent: Decimal | int | str | None = ..., messages: bool | None = ...,
        notices: list[NoticeSetting] | list[dict[str, Any]] = ..., tags: list[TagValue] | list[dict[str, Any]] = ...,
        location: str | int | None = ..., tutors: list[str] = ..., provider: str | int | None = ...,
        administrator: str | int | None = ..., bookable_alone: bool | None = ..., hidden: list[str] = ...,
        shown: list[str] = ..., clear: list[str] = ..., reset: list[str] = ..., actor: str | None = ...,
        effective: dt.datetime | str | None = ..., recorded: dt.datetime | str | None = ...,
        trigger: Literal["back_end", "front_end", "import", "rule"] | None = ..., detail: Literal["verdict", "reason",
        "full"] = ..., plan_only: bool = ..., approval: str | None = ..., key: str | None = ..., row_digest: int = ...,
        ids: list[int] = ...) -> Answer: ...
    def effective_settings(self, *, course: str | int, all: bool = ..., actor: str | None = ...,
        effective: dt.datetime | str | None = ..., recorded: dt.datetime | str | None = ...,
        trigger: Literal["back_end", "front_end", "import", "rule"] | None = ..., detail: Literal["verdict", "reason",
        "full"] = ..., plan_only: bool = ..., approval: str | None = ..., key: str | None = ..., row_digest: int = ...,
        ids: list[int] = ...) -> Answer: ...
    def change_template(self, *, course: str | int, course_template: str | int, adopt: list[str] = ...,
        actor: str | None = ..., effective: dt.datetime | str | None = ..., recorded: dt.datetime | str | None = ...,
        trigger: Literal["back_end", "front_end", "import", "rule"] | None = ..., detail: Literal["verdict", "reason",
        "full"] = ..., plan_only: bool = ..., approval: str | None = ..., key: str | None = ..., row_digest: int = ...,
        ids: list[int] = ...) -> Answer: ...
    def create_template(self, *, course: str | int, external_id: str, name: str | None = ..., groups: list[str] = ...,
        auto_include: bool = ..., keep_all_relative: bool = ..., actor: str | None = ...,
        effective: dt.datetime | str | None = ..., recorded: dt.datetime | str | None = ...,
        trigger: Literal["back_end", "front_end", "import", "rule"] | None = ..., detail: Literal["verdict", "reason",
        "full"] = ..., plan_only: bool = ..., approval: str | None = ..., key: str | None = ..., row_digest: int = ...,
        ids: list[int] = ...) -> Answer: ...
    def duplicate_course(self, *, course: str | int, external_id: str, name: str | None = ..., as_event: bool = ...,
        starts_at: dt.datetime | str | None = ..., ends_at: dt.datetime | str | None = ..., actor: str | None = ...,
        effective: dt.datetime | str | None = ..., recorded: dt.datetime | str | None = ...,
        trigger: Literal["back_end", "front_end", "import", "rule"] | None = ..., detail: Literal["verdict", "reason",
        "full"] = ..., plan_only: bool = ..., approval: str | None = ..., key: str | None = ..., row_digest: int = ...,
        ids: list[int] = ...) -> Answer: ...
    def define_syllabus(self, *, course: str | int, components: list[Component] | list[dict[str, Any]] = ...,
        cascade: bool = ..., actor: str | None = ..., effective: dt.datetime | str | None = ...,
        recorded: dt.datetime | str | None = ..., trigger: Literal["back_end", "front_end", "import",
        "rule"] | None = ..., detail: Literal["verdict", "reason", "full"] = ..., plan_only: bool = ...,
        approval: str | None = ..., key: str | None = ..., row_digest: int = ..., ids: list[int] = ...) -> Answer: ...
    def import_components(self, *, course: str | int, from_course: str | int | None = ...,
        from_template: str | int | None = ..., components: list[str] = ..., folder: str | None = ...,
        actor: str | None = ..., effective: dt.datetime | str | None = ..., recorded: dt.datetime | str | None = ...,
        trigger: Literal["back_end", "front_end", "import", "rule"] | None = ..., detail: Literal["verdict", "reason",
        "full"] = ..., plan_only: bool = ..., approval: str | None = ..., key: str | None = ..., row_digest: int = ...,
        ids: list[int] = ...) -> Answer: ...
    def define_shelf(self, *, course: str | int, tab: Literal["social_media", "library"],
        items: list[Component] | list[dict[str, Any]] = ..., actor: str | None = ...,
        effective: dt.datetime | str | None = ..., recorded: dt.datetime | str | None = ...,
        trigger: Literal["back_end", "front_end", "import", "rule"] | None = ..., detail: Literal["verdict", "reason",
        "full"] = ..., plan_only: bool = ..., approval: str | None = ..., key: str | None = ..., row_digest: int = ...,
        ids: list[int] = ...) -> Answer: ...
    def tabs(self, *, course: str | int, for_participants: bool = ..., actor: str | None = ...,
        effective: dt.datetime | str | None = ..., recorded: dt.datetime | str | None = ...,
        trigger: Literal["back_end", "front_end", "import", "rule"] | None = ..., detail: Literal["verdict", "reason",
        "full"] = ..., plan_only: bool = ..., approval: str | None = ..., key: str | None = ..., row_digest: int = ...,
        ids: list[int] = ...) -> Answer: ...
    def hold_course(self, *, course: str | int, kind: Literal["lms_link", "audit"], active: bool | None = ...,
        note: str | None = ..., actor: str | None = ..., effective: dt.datetime | str | None = ...,
        recorded: dt.datetime | str | None = ..., trigger: Literal["back_end", "front_end", "import",
        "rule"] | None = ..., detail: Literal["verdict", "reason", "full"] = ..., plan_only: bool = ...,
        approval: str | None = ..., key: str | None = ..., row_digest: int = ..., ids: list[int] = ...) -> Answer: ...
    def delete_course(self, *, course: str | int, actor: str | None = ..., effective: dt.datetime | str | None = ...,
        recorded: dt.datetime | str | None = ..., trigger: Literal["back_end", "front_end", "import",
        "rule"] | None = ..., detail: Literal["verdict", "reason", "full"] = ..., plan_only: bool = ...,
        approval: str | None = ..., key: str | None = ..., row_digest: int = ..., ids: list[int] = ...) -> Answer: ...
    def restore_course(self, *, course: str | int, actor: str | None = ..., effective: dt.datetime | str | None = ...,
        recorded: dt.datetime | str | None = ..., trigger: Literal["back_end", "front_end", "import",
        "rule"] | None = ..., detail: Literal["verdict", "reason", "full"] = ..., plan_only: bool = ...,
        approval: str | None = ..., key: str | None = ..., row_digest: int = ..., ids: list[int] = ...) -> Answer: ...
    def delete_course_set(self, *, course: str | int, course_set: str, actor: str | None = ...,
        effective: dt.datetime | str | None = ..., recorded: dt.datetime | str | None = ...,
        trigger: Literal["back_end", "front_end", "import", "rule"] | None = ..., detail: Literal["verdict", "reason",
        "full"] = ..., plan_only: bool = ..., approval: str | None = ..., key: str | None = ..., row_digest: int = ...,
        ids: list[int] = ...) -> Answer: ...
    def delete_template(self, *, course_template: str | int, actor: str | None = ...,
        effective: dt.datetime | str | None = ..., recorded: dt.datetime | str | None = ...,
        trigger: Literal["back_end", "front_end", "import", "rule"] | None = ..., detail: Literal["verdict", "reason",
        "full"] = ..., plan_only: bool = ..., approval: str | None = ..., key: str | None = ..., row_digest: int = ...,
        ids: list[int] = ...) -> Answer: ...
    def delete_course_type(self, *, course_type: str | int, actor: str | None = ...,
        effective: dt.datetime | str | None = ..., recorded: dt.datetime | str | None = ...,
        trigger: Literal["back_end", "front_end", "import", "rule"] | None = ..., detail: Literal["verdict", "reason",
        "full"] = ..., plan_only: bool = ..., approval: str | None = ..., key: str | None = ..., row_digest: int = ...,
        ids: list[int] = ...) -> Answer: ...
    def define_medium(self, *, medium: str, name: str, opens: Bound | dict[str, Any], closes: Bound | dict[str, Any],
        address: str | None = ..., parts: list[str] = ..., makes_calendar_entries: bool | None = ...,
        resource_category: str | None = ..., publish: bool = ..., course: str | int | None = ...,
        actor: str | None = ..., effective: dt.datetime | str | None = ..., recorded: dt.datetime | str | None = ...,
        trigger: Literal["back_end", "front_end", "import", "rule"] | None = ..., detail: Literal["verdict", "reason",
        "full"] = ..., plan_only: bool = ..., approval: str | None = ..., key: str | None = ..., row_digest: int = ...,
        ids: list[int] = ...) -> Answer: ...
    def release_medium(self, *, medium: str | int, actor: str | None = ..., effective: dt.datetime | str | None = ...,
        recorded: dt.datetime | str | None = ..., trigger: Literal["back_end", "front_end", "import",
        "rule"] | None = ..., detail: Literal["verdict", "reason", "full"] = ..., plan_only: bool = ...,
        approval: str | None = ..., key: str | None = ..., row_digest: int = ..., ids: list[int] = ...) -> Answer: ...
    def courses_to_check(self, *, course_template: str | int, actor: str | None = ...,
        effective: dt.datetime | str | None = ..., recorded: dt.datetime | str | None = ...,
        trigger: Literal["back_end", "front_end", "import", "rule"] | None = ..., detail: Literal["verdict", "reason",
        "full"] = ..., plan_only: bool = ..., approval: str | None = ..., key: str | None = ..., row_digest: int = ...,
        ids: list[int] = ...) -> Answer: ...
    def define_course_set(self, *, course: str | int, course_set: str, name: str, members: list[str] = ...,
        choose_min: int | None = ..., choose_max: int | None = ..., display: list[str] = ..., actor: str | None = ...,
        effective: dt.datetime | str | None = ..., recorded: dt.datetime | str | None = ...,
        trigger: Literal["back_end", "front_end", "import", "rule"] | None = ..., detail: Literal["verdict", "reason",
        "full"] = ..., plan_only: bool = ..., approval: str | None = ..., key: str | None = ..., row_digest: int = ...,
        ids: list[int] = ...) -> Answer: ...
    def define_course_group(self, *, course_group: str, name: str, courses: list[str] = ..., actor: str | None = ...,
        effective: dt.datetime | str | None = ..., recorded: dt.datetime | str | None = ...,
        trigger: Literal["back_end", "front_end", "import", "rule"] | None = ..., detail: Literal["verdict", "reason",
        "full"] = ..., plan_only: bool = ..., approval: str | None = ..., key: str | None = ..., row_digest: int = ...,
        ids: list[int] = ...) -> Answer: ...
    def define_path(self, *, path: str, name: str, courses: list[str] = ..., actor: str | None = ...,
        effective: dt.datetime | str | None = ..., recorded: dt.datetime | str | None = ...,
        trigger: Literal["back_end", "front_end", "import", "rule"] | None = ..., detail: Literal["verdict", "reason",
        "full"] = ..., plan_only: bool = ..., approval: str | None = ..., key: str | None = ..., row_digest: int = ...,
        ids: list[int] = ...) -> Answer: ...
    def visible_tags(self, *, course: str | int, audience: Literal["admin", "tutor", "learner"] = ...,
        actor: str | None = ..., effective: dt.datetime | str | None = ..., recorded: dt.datetime | str | None = ...,
        trigger: Literal["back_end", "front_end", "import", "rule"] | None = ..., detail: Literal["verdict", "reason",
        "full"] = ..., plan_only: bool = ..., approval: str | None = ..., key: str | None = ..., row_digest: int = ...,
        ids: list[int] = ...) -> Answer: ...
    def texts(self, *, language: str, course: str | int | None = ..., course_template: str | int | None = ...,
        actor: str | None = ..., effective: dt.datetime | str | None = ..., recorded: dt.datetime | str | None = ...,
        trigger: Literal["back_end", "front_end", "import", "rule"] | None = ..., detail: Literal["verdict", "reason",
        "full"] = ..., plan_only: bool = ..., approval: str | None = ..., key: str | None = ..., row_digest: int = ...,
        ids: list[int] = ...) -> Answer: ...

class PrerequisitesRoom(Room):
    def define_prerequisites(self, *, course: str | int | None = ..., course_template: str | int | None = ...,
        bundles: list[PrerequisiteItem] | list[dict[str, Any]] = ..., actor: str | None = ...,
        effective: dt.datetime | str | None = ..., recorded: dt.datetime | str | None = ...,
        trigger: Literal["back_end", "front_end", "import", "rule"] | None = ..., detail: Literal["verdict", "reason",
        "full"] = ..., plan_only: bool = ..., approval: str | None = ..., key: str | None = ..., row_digest: int = ...,
        ids: list[int] = ...) -> Answer: ...
    def require_subject(self, *, course_template: str | int, subject: str, actor: str | None = ...,
        effective: dt.datetime | str | None = ..., recorded: dt.datetime | str | None = ...,
        trigger: Literal["back_end", "front_end", "import", "rule"] | None = ..., detail: Literal["verdict", "reason",
        "full"] = ..., plan_only: bool = ..., approval: str | None = ..., key: str | None = ..., row_digest: int = ...,
        ids: list[int] = ...) -> Answer: ...

class EnrolmentRoom(Room):
    def enrol_in_program(self, *, learner: str | int, program: str | int, program_name: str | None = ...,
        location: str | int | None = ..., commenced_on: dt.date | str | None = ..., target: str | None = ...,
        actor: str | None = ..., effective: dt.datetime | str | None = ..., recorded: dt.datetime | str | None = ...,
        trigger: Literal["back_end", "front_end", "import", "rule"] | None = ..., detail: Literal["verdict", "reason",
        "full"] = ..., plan_only: bool = ..., approval: str | None = ..., key: str | None = ..., row_digest: int = ...,
        ids: list[int] = ...) -> Answer: ...
    def describe_training(self, *, learner: str | int, program: str | int, reason: str | None = ...,
        study_reason: str | None = ..., vet_in_schools: bool = ..., school_type: str | None = ...,
        funding_source: str | None = ..., specific_funding: str | None = ..., state_funding: str | None = ...,
        fee_exemption: str | None = ..., tuition_fee: int | None = ..., training_contract: str | None = ...,
        apprenticeship_client: str | None = ..., contract_schedule: str | None = ..., actor: str | None = ...,
        effective: dt.datetime | str | None = ..., recorded: dt.datetime | str | None = ...,
        trigger: Literal["back_end", "front_end", "import", "rule"] | None = ..., detail: Literal["verdict", "reason",
        "full"] = ..., plan_only: bool = ..., approval: str | None = ..., key: str | None = ..., row_digest: int = ...,
        ids: list[int] = ...) -> Answer: ...
    def record_achievement(self, *, learner: str | int, subject: str | int, outcome: str, achieved_on: dt.date | str,
        actor: str | None = ..., effective: dt.datetime | str | None = ..., recorded: dt.datetime | str | None = ...,
        trigger: Literal["back_end", "front_end", "import", "rule"] | None = ..., detail: Literal["verdict", "reason",
        "full"] = ..., plan_only: bool = ..., approval: str | None = ..., key: str | None = ..., row_digest: int = ...,
        ids: list[int] = ...) -> Answer: ...

class RegistrationRoom(Room):
    def register_learner(self, *, course: str | int, learner: str | int, state: Literal["none", "requested",
        "reserved", "waiting", "registered", "in_progress", "on_hold", "passed", "failed", "cancelled", "rejected",
        "moved", "replaced"] = ..., due_at: dt.datetime | str | None = ..., start_at: dt.datetime | str | None = ...,
        end_at: dt.datetime | str | None = ..., obligation: Literal["none", "required", "recommended"] = ...,
        valid_until: dt.date | str | None = ..., expires_at: dt.datetime | str | None = ...,
        order_reference: str | None = ..., override_reason: str | None = ..., actor: str | None = ...,
        effective: dt.datetime | str | None = ..., recorded: dt.datetime | str | None = ...,
        trigger: Literal["back_end", "front_end", "import", "rule"] | None = ..., detail: Literal["verdict", "reason",
        "full"] = ..., plan_only: bool = ..., approval: str | None = ..., key: str | None = ..., row_digest: int = ...,
        ids: list[int] = ...) -> Answer: ...
    def promote(self, *, course: str | int, learner: str | int | None = ..., actor: str | None = ...,
        effective: dt.datetime | str | None = ..., recorded: dt.datetime | str | None = ...,
        trigger: Literal["back_end", "front_end", "import", "rule"] | None = ..., detail: Literal["verdict", "reason",
        "full"] = ..., plan_only: bool = ..., approval: str | None = ..., key: str | None = ..., row_digest: int = ...,
        ids: list[int] = ...) -> Answer: ...
    def count_quotas(self, *, course: str | int, actor: str | None = ..., effective: dt.datetime | str | None = ...,
        recorded: dt.datetime | str | None = ..., trigger: Literal["back_end", "front_end", "import",
        "rule"] | None = ..., detail: Literal["verdict", "reason", "full"] = ..., plan_only: bool = ...,
        approval: str | None = ..., key: str | None = ..., row_digest: int = ..., ids: list[int] = ...) -> Answer: ...
    def follow_dates(self, *, course: str | int, actor: str | None = ..., effective: dt.datetime | str | None = ...,
        recorded: dt.datetime | str | None = ..., trigger: Literal["back_end", "front_end", "import",
        "rule"] | None = ..., detail: Literal["verdict", "reason", "full"] = ..., plan_only: bool = ...,
        approval: str | None = ..., key: str | None = ..., row_digest: int = ..., ids: list[int] = ...) -> Answer: ...
    def prebook(self, *, course_template: str | int, learner: str | int, status: str | None = ...,
        due_at: dt.datetime | str | None = ..., preferred_start_at: dt.datetime | str | None = ...,
        end_at: dt.datetime | str | None = ..., obligation: Literal["none", "required", "recommended"] = ...,
        actor: str | None = ..., effective: dt.datetime | str | None = ..., recorded: dt.datetime | str | None = ...,
        trigger: Literal["back_end", "front_end", "import", "rule"] | None = ..., detail: Literal["verdict", "reason",
        "full"] = ..., plan_only: bool = ..., approval: str | None = ..., key: str | None = ..., row_digest: int = ...,
        ids: list[int] = ...) -> Answer: ...
    def wish(self, *, course_template: str | int, learner: str | int,
        preferred_start_at: dt.datetime | str | None = ..., withdraw: bool = ..., actor: str | None = ...,
        effective: dt.datetime | str | None = ..., recorded: dt.datetime | str | None = ...,
        trigger: Literal["back_end", "front_end", "import", "rule"] | None = ..., detail: Literal["verdict", "reason",
        "full"] = ..., plan_only: bool = ..., approval: str | None = ..., key: str | None = ..., row_digest: int = ...,
        ids: list[int] = ...) -> Answer: ...
    def register_prebooked(self, *, course: str | int, learner: str | int, actor: str | None = ...,
        effective: dt.datetime | str | None = ..., recorded: dt.datetime | str | None = ...,
        trigger: Literal["back_end", "front_end", "import", "rule"] | None = ..., detail: Literal["verdict", "reason",
        "full"] = ..., plan_only: bool = ..., approval: str | None = ..., key: str | None = ..., row_digest: int = ...,
        ids: list[int] = ...) -> Answer: ...
    def register_many(self, *, course: str | int, learners: list[str], actor: str | None = ...,
        effective: dt.datetime | str | None = ..., recorded: dt.datetime | str | None = ...,
        trigger: Literal["back_end", "front_end", "import", "rule"] | None = ..., detail: Literal["verdict", "reason",
        "full"] = ..., plan_only: bool = ..., approval: str | None = ..., key: str | None = ..., row_digest: int = ...,
        ids: list[int] = ...) -> Answer: ...
    def check(self, *, learner: str | int, courses: list[str], actor: str | None = ...,
        effective: dt.datetime | str | None = ..., recorded: dt.datetime | str | None = ...,
        trigger: Literal["back_end", "front_end", "import", "rule"] | None = ..., detail: Literal["verdict", "reason",
        "full"] = ..., plan_only: bool = ..., approval: str | None = ..., key: str | None = ..., row_digest: int = ...,
        ids: list[int] = ...) -> Answer: ...
    def assess(self, *, course: str | int, actor: str | None = ..., effective: dt.datetime | str | None = ...,
        recorded: dt.datetime | str | None = ..., trigger: Literal["back_end", "front_end", "import",
        "rule"] | None = ..., detail: Literal["verdict", "reason", "full"] = ..., plan_only: bool = ...,
        approval: str | None = ..., key: str | None = ..., row_digest: int = ..., ids: list[int] = ...) -> Answer: ...
    def request_place(self, *, course: str | int, learner: str | int, expires_at: dt.datetime | str | None = ...,
        order_reference: str | None = ..., reason: str | None = ..., actor: str | None = ...,
        effective: dt.datetime | str | None = ..., recorded: dt.datetime | str | None = ...,
        trigger: Literal["back_end", "front_end", "import", "rule"] | None = ..., detail: Literal["verdict", "reason",
        "full"] = ..., plan_only: bool = ..., approval: str | None = ..., key: str | None = ..., row_digest: int = ...,
        ids: list[int] = ...) -> Answer: ...
    def answer_request(self, *, course: str | int, learner: str | int, approve: bool, reason: str | None = ...,
        actor: str | None = ..., effective: dt.datetime | str | None = ..., recorded: dt.datetime | str | None = ...,
        trigger: Literal["back_end", "front_end", "import", "rule"] | None = ..., detail: Literal["verdict", "reason",
        "full"] = ..., plan_only: bool = ..., approval: str | None = ..., key: str | None = ..., row_digest: int = ...,
        ids: list[int] = ...) -> Answer: ...
    def cancel_place(self, *, course: str | int, learner: str | int, because: Literal["participant", "provider",
        "unprepared", "logic", "parent", "expired", "rebooked"] = ..., hours_attended: int | None = ...,
        reason: str | None = ..., actor: str | None = ..., effective: dt.datetime | str | None = ...,
        recorded: dt.datetime | str | None = ..., trigger: Literal["back_end", "front_end", "import",
        "rule"] | None = ..., detail: Literal["verdict", "reason", "full"] = ..., plan_only: bool = ...,
        approval: str | None = ..., key: str | None = ..., row_digest: int = ..., ids: list[int] = ...) -> Answer: ...
    def give_up_place(self, *, course: str | int, learner: str | int, reason: str | None = ...,
        actor: str | None = ..., effective: dt.datetime | str | None = ..., recorded: dt.datetime | str | None = ...,
        trigger: Literal["back_end", "front_end", "import", "rule"] | None = ..., detail: Literal["verdict", "reason",
        "full"] = ..., plan_only: bool = ..., approval: str | None = ..., key: str | None = ..., row_digest: int = ...,
        ids: list[int] = ...) -> Answer: ...
    def cancel_many(self, *, course: str | int, learners: list[str], because: Literal["participant", "provider",
        "unprepared", "logic", "parent", "expired", "rebooked"] = ..., reason: str | None = ...,
        actor: str | None = ..., effective: dt.datetime | str | None = ..., recorded: dt.datetime | str | None = ...,
        trigger: Literal["back_end", "front_end", "import", "rule"] | None = ..., detail: Literal["verdict", "reason",
        "full"] = ..., plan_only: bool = ..., approval: str | None = ..., key: str | None = ..., row_digest: int = ...,
        ids: list[int] = ...) -> Answer: ...
    def move_place(self, *, from_course: str | int, course: str | int, learner: str | int,
        allow_other_template: bool = ..., reason: str | None = ..., override_reason: str | None = ...,
        actor: str | None = ..., effective: dt.datetime | str | None = ..., recorded: dt.datetime | str | None = ...,
        trigger: Literal["back_end", "front_end", "import", "rule"] | None = ..., detail: Literal["verdict", "reason",
        "full"] = ..., plan_only: bool = ..., approval: str | None = ..., key: str | None = ..., row_digest: int = ...,
        ids: list[int] = ...) -> Answer: ...
    def replace_participant(self, *, course: str | int, leaves: str | int, learner: str | int,
        reason: str | None = ..., override_reason: str | None = ..., actor: str | None = ...,
        effective: dt.datetime | str | None = ..., recorded: dt.datetime | str | None = ...,
        trigger: Literal["back_end", "front_end", "import", "rule"] | None = ..., detail: Literal["verdict", "reason",
        "full"] = ..., plan_only: bool = ..., approval: str | None = ..., key: str | None = ..., row_digest: int = ...,
        ids: list[int] = ...) -> Answer: ...
    def change_registration(self, *, course: str | int, learner: str | int, due_at: dt.datetime | str | None = ...,
        planned_start_at: dt.datetime | str | None = ..., planned_end_at: dt.datetime | str | None = ...,
        expires_at: dt.datetime | str | None = ..., valid_until: dt.date | str | None = ...,
        obligation: Literal["none", "required", "recommended"] | None = ..., order_reference: str | None = ...,
        clear: list[str] = ..., reason: str | None = ..., actor: str | None = ...,
        effective: dt.datetime | str | None = ..., recorded: dt.datetime | str | None = ...,
        trigger: Literal["back_end", "front_end", "import", "rule"] | None = ..., detail: Literal["verdict", "reason",
        "full"] = ..., plan_only: bool = ..., approval: str | None = ..., key: str | None = ..., row_digest: int = ...,
        ids: list[int] = ...) -> Answer: ...
    def change_state(self, *, course: str | int, learner: str | int, state: Literal["none", "requested", "reserved",
        "waiting", "registered", "in_progress", "on_hold", "passed", "failed", "cancelled", "rejected", "moved",
        "replaced"], resumes_on: dt.date | str | None = ..., correction: bool = ..., reason: str | None = ...,
        actor: str | None = ..., effective: dt.datetime | str | None = ..., recorded: dt.datetime | str | None = ...,
        trigger: Literal["back_end", "front_end", "import", "rule"] | None = ..., detail: Literal["verdict", "reason",
        "full"] = ..., plan_only: bool = ..., approval: str | None = ..., key: str | None = ..., row_digest: int = ...,
        ids: list[int] = ...) -> Answer: ...
    def conclude(self, *, course: str | int, learner: str | int, passed: bool, valid_until: dt.date | str | None = ...,
        reason: str | None = ..., actor: str | None = ..., effective: dt.datetime | str | None = ...,
        recorded: dt.datetime | str | None = ..., trigger: Literal["back_end", "front_end", "import",
        "rule"] | None = ..., detail: Literal["verdict", "reason", "full"] = ..., plan_only: bool = ...,
        approval: str | None = ..., key: str | None = ..., row_digest: int = ..., ids: list[int] = ...) -> Answer: ...
    def may_enter(self, *, course: str | int, learner: str | int | None = ..., actor: str | None = ...,
        effective: dt.datetime | str | None = ..., recorded: dt.datetime | str | None = ...,
        trigger: Literal["back_end", "front_end", "import", "rule"] | None = ..., detail: Literal["verdict", "reason",
        "full"] = ..., plan_only: bool = ..., approval: str | None = ..., key: str | None = ..., row_digest: int = ...,
        ids: list[int] = ...) -> Answer: ...
    def history(self, *, course: str | int, learner: str | int, actor: str | None = ...,
        effective: dt.datetime | str | None = ..., recorded: dt.datetime | str | None = ...,
        trigger: Literal["back_end", "front_end", "import", "rule"] | None = ..., detail: Literal["verdict", "reason",
        "full"] = ..., plan_only: bool = ..., approval: str | None = ..., key: str | None = ..., row_digest: int = ...,
        ids: list[int] = ...) -> Answer: ...
    def catch_up(self, *, course: str | int, most_cancelled: int | None = ..., actor: str | None = ...,
        effective: dt.datetime | str | None = ..., recorded: dt.datetime | str | None = ...,
        trigger: Literal["back_end", "front_end", "import", "rule"] | None = ..., detail: Literal["verdict", "reason",
        "full"] = ..., plan_only: bool = ..., approval: str | None = ..., key: str | None = ..., row_digest: int = ...,
        ids: list[int] = ...) -> Answer: ...
    def sees(self, *, course: str | int, learner: str | int, actor: str | None = ...,
        effective: dt.datetime | str | None = ..., recorded: dt.datetime | str | None = ...,
        trigger: Literal["back_end", "front_end", "import", "rule"] | None = ..., detail: Literal["verdict", "reason",
        "full"] = ..., plan_only: bool = ..., approval: str | None = ..., key: str | None = ..., row_digest: int = ...,
        ids: list[int] = ...) -> Answer: ...
    def may_list_participants(self, *, course: str | int, learner: str | int, actor: str | None = ...,
        effective: dt.datetime | str | None = ..., recorded: dt.datetime | str | None = ...,
        trigger: Literal["back_end", "front_end", "import", "rule"] | None = ..., detail: Literal["verdict", "reason",
        "full"] = ..., plan_only: bool = ..., approval: str | None = ..., key: str | None = ..., row_digest: int = ...,
        ids: list[int] = ...) -> Answer: ...

class LearningRoom(Room):
    def define_logic(self, *, course: str | int, rules: list[Rule] | list[dict[str, Any]] = ...,
        actor: str | None = ..., effective: dt.datetime | str | None = ..., recorded: dt.datetime | str | None = ...,
        trigger: Literal["back_end", "front_end", "import", "rule"] | None = ..., detail: Literal["verdict", "reason",
        "full"] = ..., plan_only: bool = ..., approval: str | None = ..., key: str | None = ..., row_digest: int = ...,
        ids: list[int] = ...) -> Answer: ...
    def open_component(self, *, course: str | int, learner: str | int, component: str, attempt: int | None = ...,
        actor: str | None = ..., effective: dt.datetime | str | None = ..., recorded: dt.datetime | str | None = ...,
        trigger: Literal["back_end", "front_end", "import", "rule"] | None = ..., detail: Literal["verdict", "reason",
        "full"] = ..., plan_only: bool = ..., approval: str | None = ..., key: str | None = ..., row_digest: int = ...,
        ids: list[int] = ...) -> Answer: ...
    def confirm(self, *, course: str | int, learner: str | int, component: str, confirm_as: Literal["participant",
        "tutor"] = ..., revoke: bool = ..., actor: str | None = ..., effective: dt.datetime | str | None = ...,
        recorded: dt.datetime | str | None = ..., trigger: Literal["back_end", "front_end", "import",
        "rule"] | None = ..., detail: Literal["verdict", "reason", "full"] = ..., plan_only: bool = ...,
        approval: str | None = ..., key: str | None = ..., row_digest: int = ..., ids: list[int] = ...) -> Answer: ...
    def receive_result(self, *, course: str | int, learner: str | int, component: str, status: Literal["open",
        "scored", "completed", "passed", "failed"], percent: Decimal | int | str | None = ...,
        attempt: int | None = ..., actor: str | None = ..., effective: dt.datetime | str | None = ...,
        recorded: dt.datetime | str | None = ..., trigger: Literal["back_end", "front_end", "import",
        "rule"] | None = ..., detail: Literal["verdict", "reason", "full"] = ..., plan_only: bool = ...,
        approval: str | None = ..., key: str | None = ..., row_digest: int = ..., ids: list[int] = ...) -> Answer: ...
    def what_is_open(self, *, course: str | int, learner: str | int, actor: str | None = ...,
        effective: dt.datetime | str | None = ..., recorded: dt.datetime | str | None = ...,
        trigger: Literal["back_end", "front_end", "import", "rule"] | None = ..., detail: Literal["verdict", "reason",
        "full"] = ..., plan_only: bool = ..., approval: str | None = ..., key: str | None = ..., row_digest: int = ...,
        ids: list[int] = ...) -> Answer: ...
    def overview(self, *, course: str | int, learners: list[str], actor: str | None = ...,
        effective: dt.datetime | str | None = ..., recorded: dt.datetime | str | None = ...,
        trigger: Literal["back_end", "front_end", "import", "rule"] | None = ..., detail: Literal["verdict", "reason",
        "full"] = ..., plan_only: bool = ..., approval: str | None = ..., key: str | None = ..., row_digest: int = ...,
        ids: list[int] = ...) -> Answer: ...
    def preview(self, *, course: str | int, enrolled_at: dt.datetime | str | None = ...,
        steps: list[PreviewStep] | list[dict[str, Any]] = ..., actor: str | None = ...,
        effective: dt.datetime | str | None = ..., recorded: dt.datetime | str | None = ...,
        trigger: Literal["back_end", "front_end", "import", "rule"] | None = ..., detail: Literal["verdict", "reason",
        "full"] = ..., plan_only: bool = ..., approval: str | None = ..., key: str | None = ..., row_digest: int = ...,
        ids: list[int] = ...) -> Answer: ...
    def update_components(self, *, courses: list[str], scope: Literal["courses", "tests", "questions"] = ...,
        media: list[str] = ..., automatic: bool = ..., ignore_future_revision: bool = ..., actor: str | None = ...,
        effective: dt.datetime | str | None = ..., recorded: dt.datetime | str | None = ...,
        trigger: Literal["back_end", "front_end", "import", "rule"] | None = ..., detail: Literal["verdict", "reason",
        "full"] = ..., plan_only: bool = ..., approval: str | None = ..., key: str | None = ..., row_digest: int = ...,
        ids: list[int] = ...) -> Answer: ...
    def prepare_signature(self, *, course: str | int, learner: str | int, passed: bool | None = ...,
        actor: str | None = ..., effective: dt.datetime | str | None = ..., recorded: dt.datetime | str | None = ...,
        trigger: Literal["back_end", "front_end", "import", "rule"] | None = ..., detail: Literal["verdict", "reason",
        "full"] = ..., plan_only: bool = ..., approval: str | None = ..., key: str | None = ..., row_digest: int = ...,
        ids: list[int] = ...) -> Answer: ...
    def sign(self, *, course: str | int, learner: str | int, prepared: str, token: str, passed: bool | None = ...,
        actor: str | None = ..., effective: dt.datetime | str | None = ..., recorded: dt.datetime | str | None = ...,
        trigger: Literal["back_end", "front_end", "import", "rule"] | None = ..., detail: Literal["verdict", "reason",
        "full"] = ..., plan_only: bool = ..., approval: str | None = ..., key: str | None = ..., row_digest: int = ...,
        ids: list[int] = ...) -> Answer: ...
    def send_component_notices(self, *, course: str | int, since: dt.datetime | str | None = ...,
        actor: str | None = ..., effective: dt.datetime | str | None = ..., recorded: dt.datetime | str | None = ...,
        trigger: Literal["back_end", "front_end", "import", "rule"] | None = ..., detail: Literal["verdict", "reason",
        "full"] = ..., plan_only: bool = ..., approval: str | None = ..., key: str | None = ..., row_digest: int = ...,
        ids: list[int] = ...) -> Answer: ...
    def judge_anew(self, *, course: str | int, learner: str | int, reason: str, actor: str | None = ...,
        effective: dt.datetime | str | None = ..., recorded: dt.datetime | str | None = ...,
        trigger: Literal["back_end", "front_end", "import", "rule"] | None = ..., detail: Literal["verdict", "reason",
        "full"] = ..., plan_only: bool = ..., approval: str | None = ..., key: str | None = ..., row_digest: int = ...,
        ids: list[int] = ...) -> Answer: ...
    def follow_sets(self, *, enrolment: str | int, above: bool = ..., actor: str | None = ...,
        effective: dt.datetime | str | None = ..., recorded: dt.datetime | str | None = ...,
        trigger: Literal["back_end", "front_end", "import", "rule"] | None = ..., detail: Literal["verdict", "reason",
        "full"] = ..., plan_only: bool = ..., approval: str | None = ..., key: str | None = ..., row_digest: int = ...,
        ids: list[int] = ...) -> Answer: ...

class ResourcesRoom(Room):
    def define_category(self, *, record: ResourceCategory | dict[str, Any], actor: str | None = ...,
        effective: dt.datetime | str | None = ..., recorded: dt.datetime | str | None = ...,
        trigger: Literal["back_end", "front_end", "import", "rule"] | None = ..., detail: Literal["verdict", "reason",
        "full"] = ..., plan_only: bool = ..., approval: str | None = ..., key: str | None = ..., row_digest: int = ...,
        ids: list[int] = ...) -> Answer: ...
    def define_resource(self, *, resource: str, name: str | None = ..., kind: Literal["other", "individual",
        "location", "equipment"] | None = ..., categories: list[str] = ..., location: str | int | None = ...,
        tutor: str | int | None = ..., capacity: int | None = ..., calendar: list[AvailabilityWindow] | list[dict[str,
        Any]] = ..., position: str | None = ..., visible: bool | None = ..., may_grade: bool | None = ...,
        on_the_job: bool | None = ..., messaging: bool | None = ..., feedback_question: bool | None = ...,
        removed: bool | None = ..., clear: list[str] = ..., actor: str | None = ...,
        effective: dt.datetime | str | None = ..., recorded: dt.datetime | str | None = ...,
        trigger: Literal["back_end", "front_end", "import", "rule"] | None = ..., detail: Literal["verdict", "reason",
        "full"] = ..., plan_only: bool = ..., approval: str | None = ..., key: str | None = ..., row_digest: int = ...,
        ids: list[int] = ...) -> Answer: ...
    def add(self, *, resource: str | int, course: str | int | None = ..., course_template: str | int | None = ...,
        component: str | None = ..., windows: list[PlannedWindow] | list[dict[str, Any]] = ...,
        feedback_question: bool | None = ..., clear: list[str] = ..., actor: str | None = ...,
        effective: dt.datetime | str | None = ..., recorded: dt.datetime | str | None = ...,
        trigger: Literal["back_end", "front_end", "import", "rule"] | None = ..., detail: Literal["verdict", "reason",
        "full"] = ..., plan_only: bool = ..., approval: str | None = ..., key: str | None = ..., row_digest: int = ...,
        ids: list[int] = ...) -> Answer: ...
    def remove(self, *, resource: str | int, course: str | int | None = ..., course_template: str | int | None = ...,
        component: str | None = ..., actor: str | None = ..., effective: dt.datetime | str | None = ...,
        recorded: dt.datetime | str | None = ..., trigger: Literal["back_end", "front_end", "import",
        "rule"] | None = ..., detail: Literal["verdict", "reason", "full"] = ..., plan_only: bool = ...,
        approval: str | None = ..., key: str | None = ..., row_digest: int = ..., ids: list[int] = ...) -> Answer: ...
    def assign_location(self, *, course: str | int, resource: str | int, component: str | None = ...,
        location: str | int | None = ..., actor: str | None = ..., effective: dt.datetime | str | None = ...,
        recorded: dt.datetime | str | None = ..., trigger: Literal["back_end", "front_end", "import",
        "rule"] | None = ..., detail: Literal["verdict", "reason", "full"] = ..., plan_only: bool = ...,
        approval: str | None = ..., key: str | None = ..., row_digest: int = ..., ids: list[int] = ...) -> Answer: ...
    def book(self, *, course: str | int, resource: str | int, starts_at: dt.datetime | str, ends_at: dt.datetime | str,
        component: str | None = ..., state: Literal["prebooked", "booked", "cancelled", "removed"] | None = ...,
        actor: str | None = ..., effective: dt.datetime | str | None = ..., recorded: dt.datetime | str | None = ...,
        trigger: Literal["back_end", "front_end", "import", "rule"] | None = ..., detail: Literal["verdict", "reason",
        "full"] = ..., plan_only: bool = ..., approval: str | None = ..., key: str | None = ..., row_digest: int = ...,
        ids: list[int] = ...) -> Answer: ...
    def book_series(self, *, course: str | int, resource: str | int, starts_at: dt.datetime | str,
        ends_at: dt.datetime | str, recurrence: Recurrence | dict[str, Any], component: str | None = ...,
        state: Literal["prebooked", "booked", "cancelled", "removed"] | None = ..., zone: str | None = ...,
        all_or_none: bool = ..., actor: str | None = ..., effective: dt.datetime | str | None = ...,
        recorded: dt.datetime | str | None = ..., trigger: Literal["back_end", "front_end", "import",
        "rule"] | None = ..., detail: Literal["verdict", "reason", "full"] = ..., plan_only: bool = ...,
        approval: str | None = ..., key: str | None = ..., row_digest: int = ..., ids: list[int] = ...) -> Answer: ...
    def change_booking(self, *, booking: str | int, starts_at: dt.datetime | str | None = ...,
        ends_at: dt.datetime | str | None = ..., state: Literal["prebooked", "booked", "cancelled",
        "removed"] | None = ..., actor: str | None = ..., effective: dt.datetime | str | None = ...,
        recorded: dt.datetime | str | None = ..., trigger: Literal["back_end", "front_end", "import",
        "rule"] | None = ..., detail: Literal["verdict", "reason", "full"] = ..., plan_only: bool = ...,
        approval: str | None = ..., key: str | None = ..., row_digest: int = ..., ids: list[int] = ...) -> Answer: ...
    def cancel_booking(self, *, booking: str | int, following: bool = ..., actor: str | None = ...,
        effective: dt.datetime | str | None = ..., recorded: dt.datetime | str | None = ...,
        trigger: Literal["back_end", "front_end", "import", "rule"] | None = ..., detail: Literal["verdict", "reason",
        "full"] = ..., plan_only: bool = ..., approval: str | None = ..., key: str | None = ..., row_digest: int = ...,
        ids: list[int] = ...) -> Answer: ...
    def remove_booking(self, *, booking: str | int, following: bool = ..., actor: str | None = ...,
        effective: dt.datetime | str | None = ..., recorded: dt.datetime | str | None = ...,
        trigger: Literal["back_end", "front_end", "import", "rule"] | None = ..., detail: Literal["verdict", "reason",
        "full"] = ..., plan_only: bool = ..., approval: str | None = ..., key: str | None = ..., row_digest: int = ...,
        ids: list[int] = ...) -> Answer: ...
    def transfer_dates(self, *, course: str | int, resources: list[str], component: str | None = ...,
        state: Literal["prebooked", "booked", "cancelled", "removed"] | None = ..., linked: bool = ...,
        actor: str | None = ..., effective: dt.datetime | str | None = ..., recorded: dt.datetime | str | None = ...,
        trigger: Literal["back_end", "front_end", "import", "rule"] | None = ..., detail: Literal["verdict", "reason",
        "full"] = ..., plan_only: bool = ..., approval: str | None = ..., key: str | None = ..., row_digest: int = ...,
        ids: list[int] = ...) -> Answer: ...
    def transfer_schedules(self, *, course: str | int, source: str | int, targets: list[str],
        component: str | None = ..., bookings: list[int] = ..., state: Literal["prebooked", "booked", "cancelled",
        "removed"] | None = ..., actor: str | None = ..., effective: dt.datetime | str | None = ...,
        recorded: dt.datetime | str | None = ..., trigger: Literal["back_end", "front_end", "import",
        "rule"] | None = ..., detail: Literal["verdict", "reason", "full"] = ..., plan_only: bool = ...,
        approval: str | None = ..., key: str | None = ..., row_digest: int = ..., ids: list[int] = ...) -> Answer: ...
    def follow_course(self, *, course: str | int, actor: str | None = ..., effective: dt.datetime | str | None = ...,
        recorded: dt.datetime | str | None = ..., trigger: Literal["back_end", "front_end", "import",
        "rule"] | None = ..., detail: Literal["verdict", "reason", "full"] = ..., plan_only: bool = ...,
        approval: str | None = ..., key: str | None = ..., row_digest: int = ..., ids: list[int] = ...) -> Answer: ...
    def send_confirmation(self, *, bookings: list[int], to: list[str], notice: str | None = ...,
        actor: str | None = ..., effective: dt.datetime | str | None = ..., recorded: dt.datetime | str | None = ...,
        trigger: Literal["back_end", "front_end", "import", "rule"] | None = ..., detail: Literal["verdict", "reason",
        "full"] = ..., plan_only: bool = ..., approval: str | None = ..., key: str | None = ..., row_digest: int = ...,
        ids: list[int] = ...) -> Answer: ...
    def show_availability(self, *, course: str | int, resources: list[str] = ...,
        starts_at: dt.datetime | str | None = ..., ends_at: dt.datetime | str | None = ...,
        after: str | int | None = ..., limit: int | None = ..., actor: str | None = ...,
        effective: dt.datetime | str | None = ..., recorded: dt.datetime | str | None = ...,
        trigger: Literal["back_end", "front_end", "import", "rule"] | None = ..., detail: Literal["verdict", "reason",
        "full"] = ..., plan_only: bool = ..., approval: str | None = ..., key: str | None = ..., row_digest: int = ...,
        ids: list[int] = ...) -> Answer: ...
    def show_bookings(self, *, starts_at: dt.datetime | str, ends_at: dt.datetime | str, resources: list[str] = ...,
        course: str | int | None = ..., categories: list[str] = ..., states: list[str] = ...,
        after: str | int | None = ..., limit: int | None = ..., actor: str | None = ...,
        effective: dt.datetime | str | None = ..., recorded: dt.datetime | str | None = ...,
        trigger: Literal["back_end", "front_end", "import", "rule"] | None = ..., detail: Literal["verdict", "reason",
        "full"] = ..., plan_only: bool = ..., approval: str | None = ..., key: str | None = ..., row_digest: int = ...,
        ids: list[int] = ...) -> Answer: ...
    def show_floor_plan(self, *, starts_at: dt.datetime | str, ends_at: dt.datetime | str,
        location: str | int | None = ..., categories: list[str] = ..., only_open: bool = ...,
        after: str | int | None = ..., limit: int | None = ..., actor: str | None = ...,
        effective: dt.datetime | str | None = ..., recorded: dt.datetime | str | None = ...,
        trigger: Literal["back_end", "front_end", "import", "rule"] | None = ..., detail: Literal["verdict", "reason",
        "full"] = ..., plan_only: bool = ..., approval: str | None = ..., key: str | None = ..., row_digest: int = ...,
        ids: list[int] = ...) -> Answer: ...
    def resource_questions(self, *, course: str | int, actor: str | None = ...,
        effective: dt.datetime | str | None = ..., recorded: dt.datetime | str | None = ...,
        trigger: Literal["back_end", "front_end", "import", "rule"] | None = ..., detail: Literal["verdict", "reason",
        "full"] = ..., plan_only: bool = ..., approval: str | None = ..., key: str | None = ..., row_digest: int = ...,
        ids: list[int] = ...) -> Answer: ...

class ResultsRoom(Room):
    def define_grade_rule(self, *, record: GradeRule | dict[str, Any], actor: str | None = ...,
        effective: dt.datetime | str | None = ..., recorded: dt.datetime | str | None = ...,
        trigger: Literal["back_end", "front_end", "import", "rule"] | None = ..., detail: Literal["verdict", "reason",
        "full"] = ..., plan_only: bool = ..., approval: str | None = ..., key: str | None = ..., row_digest: int = ...,
        ids: list[int] = ...) -> Answer: ...
    def check_grade_rule(self, *, rule: str | int, on: dt.date | str | None = ..., actor: str | None = ...,
        effective: dt.datetime | str | None = ..., recorded: dt.datetime | str | None = ...,
        trigger: Literal["back_end", "front_end", "import", "rule"] | None = ..., detail: Literal["verdict", "reason",
        "full"] = ..., plan_only: bool = ..., approval: str | None = ..., key: str | None = ..., row_digest: int = ...,
        ids: list[int] = ...) -> Answer: ...
    def define_result_settings(self, *, record: ResultSettings | dict[str, Any], actor: str | None = ...,
        effective: dt.datetime | str | None = ..., recorded: dt.datetime | str | None = ...,
        trigger: Literal["back_end", "front_end", "import", "rule"] | None = ..., detail: Literal["verdict", "reason",
        "full"] = ..., plan_only: bool = ..., approval: str | None = ..., key: str | None = ..., row_digest: int = ...,
        ids: list[int] = ...) -> Answer: ...
    def set_grade_rule(self, *, course: str | int, rule: str | int | None = ..., default_rule: str | int | None = ...,
        clear: list[str] = ..., actor: str | None = ..., effective: dt.datetime | str | None = ...,
        recorded: dt.datetime | str | None = ..., trigger: Literal["back_end", "front_end", "import",
        "rule"] | None = ..., detail: Literal["verdict", "reason", "full"] = ..., plan_only: bool = ...,
        approval: str | None = ..., key: str | None = ..., row_digest: int = ..., ids: list[int] = ...) -> Answer: ...
    def set_grade_rules(self, *, courses: list[str], rule: str | int | None = ..., actor: str | None = ...,
        effective: dt.datetime | str | None = ..., recorded: dt.datetime | str | None = ...,
        trigger: Literal["back_end", "front_end", "import", "rule"] | None = ..., detail: Literal["verdict", "reason",
        "full"] = ..., plan_only: bool = ..., approval: str | None = ..., key: str | None = ..., row_digest: int = ...,
        ids: list[int] = ...) -> Answer: ...
    def link_lms_course(self, *, connection: str, lms_course: str, course: str | int, item: str | None = ...,
        rule: str | int | None = ..., method: Literal["grade", "completion"] = ..., group: str | None = ...,
        review: bool = ..., off: bool = ..., component: str | None = ..., actor: str | None = ...,
        effective: dt.datetime | str | None = ..., recorded: dt.datetime | str | None = ...,
        trigger: Literal["back_end", "front_end", "import", "rule"] | None = ..., detail: Literal["verdict", "reason",
        "full"] = ..., plan_only: bool = ..., approval: str | None = ..., key: str | None = ..., row_digest: int = ...,
        ids: list[int] = ...) -> Answer: ...
    def receive_grade(self, *, learner: str | int, course: str | int | None = ...,
        grade_percent: Decimal | int | str | None = ..., completion: Literal["passed", "completed", "failed",
        "incomplete"] = ..., grade: str | None = ..., connection: str | None = ..., lms_course: str | None = ...,
        item: str | None = ..., item_number: str | None = ..., subject: str | int | None = ...,
        system: str | None = ..., run: str | None = ..., hold_for: Literal["nothing", "withdrawn", "gap"] = ...,
        actor: str | None = ..., effective: dt.datetime | str | None = ..., recorded: dt.datetime | str | None = ...,
        trigger: Literal["back_end", "front_end", "import", "rule"] | None = ..., detail: Literal["verdict", "reason",
        "full"] = ..., plan_only: bool = ..., approval: str | None = ..., key: str | None = ..., row_digest: int = ...,
        ids: list[int] = ...) -> Answer: ...
    def enter_grade(self, *, course: str | int, learner: str | int, grade_percent: Decimal | int | str | None = ...,
        grade: str | None = ..., completion: Literal["passed", "completed", "failed", "incomplete"] = ...,
        actor: str | None = ..., effective: dt.datetime | str | None = ..., recorded: dt.datetime | str | None = ...,
        trigger: Literal["back_end", "front_end", "import", "rule"] | None = ..., detail: Literal["verdict", "reason",
        "full"] = ..., plan_only: bool = ..., approval: str | None = ..., key: str | None = ..., row_digest: int = ...,
        ids: list[int] = ...) -> Answer: ...
    def settle_result(self, *, result: str | int, enrolment: str | int | None = ..., outcome: str | None = ...,
        dismiss: bool = ..., reason: str | None = ..., actor: str | None = ...,
        effective: dt.datetime | str | None = ..., recorded: dt.datetime | str | None = ...,
        trigger: Literal["back_end", "front_end", "import", "rule"] | None = ..., detail: Literal["verdict", "reason",
        "full"] = ..., plan_only: bool = ..., approval: str | None = ..., key: str | None = ..., row_digest: int = ...,
        ids: list[int] = ...) -> Answer: ...
    def change_outcome(self, *, course: str | int, learner: str | int, outcome: str | None = ...,
        start_on: dt.date | str | None = ..., end_on: dt.date | str | None = ..., pinned: bool | None = ...,
        reason: str | None = ..., actor: str | None = ..., effective: dt.datetime | str | None = ...,
        recorded: dt.datetime | str | None = ..., trigger: Literal["back_end", "front_end", "import",
        "rule"] | None = ..., detail: Literal["verdict", "reason", "full"] = ..., plan_only: bool = ...,
        approval: str | None = ..., key: str | None = ..., row_digest: int = ..., ids: list[int] = ...) -> Answer: ...
    def change_outcomes(self, *, rows: list[OutcomeRow] | list[dict[str, Any]], reason: str | None = ...,
        actor: str | None = ..., effective: dt.datetime | str | None = ..., recorded: dt.datetime | str | None = ...,
        trigger: Literal["back_end", "front_end", "import", "rule"] | None = ..., detail: Literal["verdict", "reason",
        "full"] = ..., plan_only: bool = ..., approval: str | None = ..., key: str | None = ..., row_digest: int = ...,
        ids: list[int] = ...) -> Answer: ...
    def outcome_of(self, *, course: str | int, learner: str | int, actor: str | None = ...,
        effective: dt.datetime | str | None = ..., recorded: dt.datetime | str | None = ...,
        trigger: Literal["back_end", "front_end", "import", "rule"] | None = ..., detail: Literal["verdict", "reason",
        "full"] = ..., plan_only: bool = ..., approval: str | None = ..., key: str | None = ..., row_digest: int = ...,
        ids: list[int] = ...) -> Answer: ...
    def what_if_grades(self, *, course: str | int, rule: str | int | None = ..., actor: str | None = ...,
        effective: dt.datetime | str | None = ..., recorded: dt.datetime | str | None = ...,
        trigger: Literal["back_end", "front_end", "import", "rule"] | None = ..., detail: Literal["verdict", "reason",
        "full"] = ..., plan_only: bool = ..., approval: str | None = ..., key: str | None = ..., row_digest: int = ...,
        ids: list[int] = ...) -> Answer: ...

class ReportingRoom(Room):
    def mark_sent(self, *, submission: str, collection_year: int, target: str, release: str,
        submitted_on: dt.date | str, activities: list[SentActivity] | list[dict[str, Any]] = ...,
        completions: list[SentCompletion] | list[dict[str, Any]] = ..., actor: str | None = ...,
        effective: dt.datetime | str | None = ..., recorded: dt.datetime | str | None = ...,
        trigger: Literal["back_end", "front_end", "import", "rule"] | None = ..., detail: Literal["verdict", "reason",
        "full"] = ..., plan_only: bool = ..., approval: str | None = ..., key: str | None = ..., row_digest: int = ...,
        ids: list[int] = ...) -> Answer: ...
    def leave_out(self, *, activity: int | None = ..., program_enrolment: int | None = ..., reported: bool = ...,
        actor: str | None = ..., effective: dt.datetime | str | None = ..., recorded: dt.datetime | str | None = ...,
        trigger: Literal["back_end", "front_end", "import", "rule"] | None = ..., detail: Literal["verdict", "reason",
        "full"] = ..., plan_only: bool = ..., approval: str | None = ..., key: str | None = ..., row_digest: int = ...,
        ids: list[int] = ...) -> Answer: ...

class FinaliseRoom(Room):
    def finalise_unit(self, *, learner: str | int, course: str | int, effective_on: dt.date | str,
        ending: Literal["completed", "withdrawn", "deferred", "cancelled"] = ...,
        resumes_on: dt.date | str | None = ..., hours_attended: int | None = ..., fill_dates: bool = ...,
        waive_fee: str | None = ..., access_ends: Literal["by_ending", "now", "by_rule"] = ...,
        actor: str | None = ..., effective: dt.datetime | str | None = ..., recorded: dt.datetime | str | None = ...,
        trigger: Literal["back_end", "front_end", "import", "rule"] | None = ..., detail: Literal["verdict", "reason",
        "full"] = ..., plan_only: bool = ..., approval: str | None = ..., key: str | None = ..., row_digest: int = ...,
        ids: list[int] = ...) -> Answer: ...
    def reopen_unit(self, *, learner: str | int, course: str | int, effective_on: dt.date | str, reason: str,
        start_on: dt.date | str | None = ..., end_on: dt.date | str | None = ..., actor: str | None = ...,
        effective: dt.datetime | str | None = ..., recorded: dt.datetime | str | None = ...,
        trigger: Literal["back_end", "front_end", "import", "rule"] | None = ..., detail: Literal["verdict", "reason",
        "full"] = ..., plan_only: bool = ..., approval: str | None = ..., key: str | None = ..., row_digest: int = ...,
        ids: list[int] = ...) -> Answer: ...
    def define_status(self, *, record: ProgramStatus | dict[str, Any], actor: str | None = ...,
        effective: dt.datetime | str | None = ..., recorded: dt.datetime | str | None = ...,
        trigger: Literal["back_end", "front_end", "import", "rule"] | None = ..., detail: Literal["verdict", "reason",
        "full"] = ..., plan_only: bool = ..., approval: str | None = ..., key: str | None = ..., row_digest: int = ...,
        ids: list[int] = ...) -> Answer: ...
    def finalise_program(self, *, learner: str | int, program: str | int, status: str, effective_on: dt.date | str,
        status_reason: str | None = ..., resumes_on: dt.date | str | None = ...,
        units: list[UnitDetail] | list[dict[str, Any]] = ..., reset_commenced: bool = ..., fill_dates: bool = ...,
        waive_fee: str | None = ..., access_ends: Literal["by_ending", "now", "by_rule"] = ...,
        reason: str | None = ..., actor: str | None = ..., effective: dt.datetime | str | None = ...,
        recorded: dt.datetime | str | None = ..., trigger: Literal["back_end", "front_end", "import",
        "rule"] | None = ..., detail: Literal["verdict", "reason", "full"] = ..., plan_only: bool = ...,
        approval: str | None = ..., key: str | None = ..., row_digest: int = ..., ids: list[int] = ...) -> Answer: ...
    def complete_item(self, *, learner: str | int, program: str | int, item: str, done_on: dt.date | str,
        actor: str | None = ..., effective: dt.datetime | str | None = ..., recorded: dt.datetime | str | None = ...,
        trigger: Literal["back_end", "front_end", "import", "rule"] | None = ..., detail: Literal["verdict", "reason",
        "full"] = ..., plan_only: bool = ..., approval: str | None = ..., key: str | None = ..., row_digest: int = ...,
        ids: list[int] = ...) -> Answer: ...
    def reopen(self, *, learner: str | int, program: str | int, effective_on: dt.date | str, reason: str,
        actor: str | None = ..., effective: dt.datetime | str | None = ..., recorded: dt.datetime | str | None = ...,
        trigger: Literal["back_end", "front_end", "import", "rule"] | None = ..., detail: Literal["verdict", "reason",
        "full"] = ..., plan_only: bool = ..., approval: str | None = ..., key: str | None = ..., row_digest: int = ...,
        ids: list[int] = ...) -> Answer: ...
    def amend(self, *, learner: str | int, subject: str | int, program: str | int | None = ..., amendment: int = ...,
        decline: bool = ..., outcome: str | None = ..., start_on: dt.date | str | None = ...,
        end_on: dt.date | str | None = ..., hours_attended: int | None = ..., reason: str | None = ...,
        actor: str | None = ..., effective: dt.datetime | str | None = ..., recorded: dt.datetime | str | None = ...,
        trigger: Literal["back_end", "front_end", "import", "rule"] | None = ..., detail: Literal["verdict", "reason",
        "full"] = ..., plan_only: bool = ..., approval: str | None = ..., key: str | None = ..., row_digest: int = ...,
        ids: list[int] = ...) -> Answer: ...
    def define_transition(self, *, record: Transition | dict[str, Any], actor: str | None = ...,
        effective: dt.datetime | str | None = ..., recorded: dt.datetime | str | None = ...,
        trigger: Literal["back_end", "front_end", "import", "rule"] | None = ..., detail: Literal["verdict", "reason",
        "full"] = ..., plan_only: bool = ..., approval: str | None = ..., key: str | None = ..., row_digest: int = ...,
        ids: list[int] = ...) -> Answer: ...
    def transition_program(self, *, learner: str | int, from_: str | int, to: str | int, effective_on: dt.date | str,
        status_reason: str | None = ..., per_learner: bool = ..., units: list[UnitDetail] | list[dict[str, Any]] = ...,
        access_ends: Literal["by_ending", "now", "by_rule"] = ..., reason: str | None = ..., actor: str | None = ...,
        effective: dt.datetime | str | None = ..., recorded: dt.datetime | str | None = ...,
        trigger: Literal["back_end", "front_end", "import", "rule"] | None = ..., detail: Literal["verdict", "reason",
        "full"] = ..., plan_only: bool = ..., approval: str | None = ..., key: str | None = ..., row_digest: int = ...,
        ids: list[int] = ...) -> Answer: ...
    def cancel_commitment(self, *, learner: str | int, program: str | int, identifier: str,
        cancelled_on: dt.date | str, actor: str | None = ..., effective: dt.datetime | str | None = ...,
        recorded: dt.datetime | str | None = ..., trigger: Literal["back_end", "front_end", "import",
        "rule"] | None = ..., detail: Literal["verdict", "reason", "full"] = ..., plan_only: bool = ...,
        approval: str | None = ..., key: str | None = ..., row_digest: int = ..., ids: list[int] = ...) -> Answer: ...
    def record_commitment(self, *, learner: str | int, program: str | int, identifier: str, from_: dt.date | str,
        actor: str | None = ..., effective: dt.datetime | str | None = ..., recorded: dt.datetime | str | None = ...,
        trigger: Literal["back_end", "front_end", "import", "rule"] | None = ..., detail: Literal["verdict", "reason",
        "full"] = ..., plan_only: bool = ..., approval: str | None = ..., key: str | None = ..., row_digest: int = ...,
        ids: list[int] = ...) -> Answer: ...
    def credit_unit(self, *, learner: str | int, program: str | int, subject: str | int, actor: str | None = ...,
        effective: dt.datetime | str | None = ..., recorded: dt.datetime | str | None = ...,
        trigger: Literal["back_end", "front_end", "import", "rule"] | None = ..., detail: Literal["verdict", "reason",
        "full"] = ..., plan_only: bool = ..., approval: str | None = ..., key: str | None = ..., row_digest: int = ...,
        ids: list[int] = ...) -> Answer: ...
    def check_packaging(self, *, learner: str | int, program: str | int, actor: str | None = ...,
        effective: dt.datetime | str | None = ..., recorded: dt.datetime | str | None = ...,
        trigger: Literal["back_end", "front_end", "import", "rule"] | None = ..., detail: Literal["verdict", "reason",
        "full"] = ..., plan_only: bool = ..., approval: str | None = ..., key: str | None = ..., row_digest: int = ...,
        ids: list[int] = ...) -> Answer: ...
    def offer_credentials(self, *, learner: str | int, program: str | int, leaving: Literal["completed", "left"],
        actor: str | None = ..., effective: dt.datetime | str | None = ..., recorded: dt.datetime | str | None = ...,
        trigger: Literal["back_end", "front_end", "import", "rule"] | None = ..., detail: Literal["verdict", "reason",
        "full"] = ..., plan_only: bool = ..., approval: str | None = ..., key: str | None = ..., row_digest: int = ...,
        ids: list[int] = ...) -> Answer: ...
    def define_learncycle(self, *, record: Learncycle | dict[str, Any], actor: str | None = ...,
        effective: dt.datetime | str | None = ..., recorded: dt.datetime | str | None = ...,
        trigger: Literal["back_end", "front_end", "import", "rule"] | None = ..., detail: Literal["verdict", "reason",
        "full"] = ..., plan_only: bool = ..., approval: str | None = ..., key: str | None = ..., row_digest: int = ...,
        ids: list[int] = ...) -> Answer: ...
    def fire_learncycle(self, *, learncycle: str | int, program_enrolment: str | int | None = ...,
        enrolment: str | int | None = ..., actor: str | None = ..., effective: dt.datetime | str | None = ...,
        recorded: dt.datetime | str | None = ..., trigger: Literal["back_end", "front_end", "import",
        "rule"] | None = ..., detail: Literal["verdict", "reason", "full"] = ..., plan_only: bool = ...,
        approval: str | None = ..., key: str | None = ..., row_digest: int = ..., ids: list[int] = ...) -> Answer: ...
    def issue_credential(self, *, learner: str | int, program: str | int, kind: Literal["qualification",
        "statement_of_attainment"], issued_on: dt.date | str, number: str | None = ..., actor: str | None = ...,
        effective: dt.datetime | str | None = ..., recorded: dt.datetime | str | None = ...,
        trigger: Literal["back_end", "front_end", "import", "rule"] | None = ..., detail: Literal["verdict", "reason",
        "full"] = ..., plan_only: bool = ..., approval: str | None = ..., key: str | None = ..., row_digest: int = ...,
        ids: list[int] = ...) -> Answer: ...
    def reissue_credential(self, *, kind: Literal["qualification", "statement_of_attainment"], number: str,
        issued_on: dt.date | str, reason: str, new_number: str | None = ..., actor: str | None = ...,
        effective: dt.datetime | str | None = ..., recorded: dt.datetime | str | None = ...,
        trigger: Literal["back_end", "front_end", "import", "rule"] | None = ..., detail: Literal["verdict", "reason",
        "full"] = ..., plan_only: bool = ..., approval: str | None = ..., key: str | None = ..., row_digest: int = ...,
        ids: list[int] = ...) -> Answer: ...
    def revoke_credential(self, *, kind: Literal["qualification", "statement_of_attainment"], number: str,
        revoked_on: dt.date | str, reason: str, actor: str | None = ..., effective: dt.datetime | str | None = ...,
        recorded: dt.datetime | str | None = ..., trigger: Literal["back_end", "front_end", "import",
        "rule"] | None = ..., detail: Literal["verdict", "reason", "full"] = ..., plan_only: bool = ...,
        approval: str | None = ..., key: str | None = ..., row_digest: int = ..., ids: list[int] = ...) -> Answer: ...
    def __call__(self, learner: str | int, course: str | int, *, effective_on: dt.date | str,
        ending: Literal["completed", "withdrawn", "deferred", "cancelled"] = ...,
        resumes_on: dt.date | str | None = ..., hours_attended: int | None = ..., fill_dates: bool = ...,
        waive_fee: str | None = ..., access_ends: Literal["by_ending", "now", "by_rule"] = ...,
        actor: str | None = ..., effective: dt.datetime | str | None = ..., recorded: dt.datetime | str | None = ...,
        trigger: Literal["back_end", "front_end", "import", "rule"] | None = ..., detail: Literal["verdict", "reason",
        "full"] = ..., plan_only: bool = ..., approval: str | None = ..., key: str | None = ..., row_digest: int = ...,
        ids: list[int] = ...) -> Answer: ...

class LmsRoom(Room):
    def define_connection(self, *, record: LmsConnection | dict[str, Any], actor: str | None = ...,
        effective: dt.datetime | str | None = ..., recorded: dt.datetime | str | None = ...,
        trigger: Literal["back_end", "front_end", "import", "rule"] | None = ..., detail: Literal["verdict", "reason",
        "full"] = ..., plan_only: bool = ..., approval: str | None = ..., key: str | None = ..., row_digest: int = ...,
        ids: list[int] = ...) -> Answer: ...
    def define_access_rule(self, *, record: AccessRule | dict[str, Any], actor: str | None = ...,
        effective: dt.datetime | str | None = ..., recorded: dt.datetime | str | None = ...,
        trigger: Literal["back_end", "front_end", "import", "rule"] | None = ..., detail: Literal["verdict", "reason",
        "full"] = ..., plan_only: bool = ..., approval: str | None = ..., key: str | None = ..., row_digest: int = ...,
        ids: list[int] = ...) -> Answer: ...
    def set_link(self, *, connection: str, lms_course: str, course: str | int, access: Literal["none", "manual",
        "automatic", "by_place"] = ..., access_rule: str | int | None = ..., enrols_everybody: bool = ...,
        group: str | None = ..., takes_over: bool = ..., pinned: list[str] = ..., actor: str | None = ...,
        effective: dt.datetime | str | None = ..., recorded: dt.datetime | str | None = ...,
        trigger: Literal["back_end", "front_end", "import", "rule"] | None = ..., detail: Literal["verdict", "reason",
        "full"] = ..., plan_only: bool = ..., approval: str | None = ..., key: str | None = ..., row_digest: int = ...,
        ids: list[int] = ...) -> Answer: ...
    def unlink(self, *, connection: str, lms_course: str, course: str | int, actor: str | None = ...,
        effective: dt.datetime | str | None = ..., recorded: dt.datetime | str | None = ...,
        trigger: Literal["back_end", "front_end", "import", "rule"] | None = ..., detail: Literal["verdict", "reason",
        "full"] = ..., plan_only: bool = ..., approval: str | None = ..., key: str | None = ..., row_digest: int = ...,
        ids: list[int] = ...) -> Answer: ...
    def link_by_code(self, *, connection: str, actor: str | None = ..., effective: dt.datetime | str | None = ...,
        recorded: dt.datetime | str | None = ..., trigger: Literal["back_end", "front_end", "import",
        "rule"] | None = ..., detail: Literal["verdict", "reason", "full"] = ..., plan_only: bool = ...,
        approval: str | None = ..., key: str | None = ..., row_digest: int = ..., ids: list[int] = ...) -> Answer: ...
    def provision_course(self, *, course: str | int, connection: str, cohort: str | None = ..., provision: bool = ...,
        actor: str | None = ..., effective: dt.datetime | str | None = ..., recorded: dt.datetime | str | None = ...,
        trigger: Literal["back_end", "front_end", "import", "rule"] | None = ..., detail: Literal["verdict", "reason",
        "full"] = ..., plan_only: bool = ..., approval: str | None = ..., key: str | None = ..., row_digest: int = ...,
        ids: list[int] = ...) -> Answer: ...
    def mark_test(self, *, learner: str | int | None = ..., course: str | int | None = ...,
        connection: str | None = ..., lms_course: str | None = ..., is_test: bool = ..., actor: str | None = ...,
        effective: dt.datetime | str | None = ..., recorded: dt.datetime | str | None = ...,
        trigger: Literal["back_end", "front_end", "import", "rule"] | None = ..., detail: Literal["verdict", "reason",
        "full"] = ..., plan_only: bool = ..., approval: str | None = ..., key: str | None = ..., row_digest: int = ...,
        ids: list[int] = ...) -> Answer: ...
    def add_elearning(self, *, course: str | int, learner: str | int, connection: str | None = ...,
        lms_course: str | None = ..., group: str | None = ..., enabled: bool = ..., actor: str | None = ...,
        effective: dt.datetime | str | None = ..., recorded: dt.datetime | str | None = ...,
        trigger: Literal["back_end", "front_end", "import", "rule"] | None = ..., detail: Literal["verdict", "reason",
        "full"] = ..., plan_only: bool = ..., approval: str | None = ..., key: str | None = ..., row_digest: int = ...,
        ids: list[int] = ...) -> Answer: ...
    def add_elearnings(self, *, courses: list[str], connection: str | None = ..., lms_course: str | None = ...,
        group: str | None = ..., states: list[str] = ..., after: int = ..., most: int = ..., actor: str | None = ...,
        effective: dt.datetime | str | None = ..., recorded: dt.datetime | str | None = ...,
        trigger: Literal["back_end", "front_end", "import", "rule"] | None = ..., detail: Literal["verdict", "reason",
        "full"] = ..., plan_only: bool = ..., approval: str | None = ..., key: str | None = ..., row_digest: int = ...,
        ids: list[int] = ...) -> Answer: ...
    def set_access(self, *, course: str | int, learner: str | int, connection: str | None = ...,
        lms_course: str | None = ..., enabled: bool = ..., actor: str | None = ...,
        effective: dt.datetime | str | None = ..., recorded: dt.datetime | str | None = ...,
        trigger: Literal["back_end", "front_end", "import", "rule"] | None = ..., detail: Literal["verdict", "reason",
        "full"] = ..., plan_only: bool = ..., approval: str | None = ..., key: str | None = ..., row_digest: int = ...,
        ids: list[int] = ...) -> Answer: ...
    def override_access(self, *, course: str | int, learner: str | int, reason: str, connection: str | None = ...,
        lms_course: str | None = ..., enabled: bool = ..., until: dt.datetime | str | None = ...,
        actor: str | None = ..., effective: dt.datetime | str | None = ..., recorded: dt.datetime | str | None = ...,
        trigger: Literal["back_end", "front_end", "import", "rule"] | None = ..., detail: Literal["verdict", "reason",
        "full"] = ..., plan_only: bool = ..., approval: str | None = ..., key: str | None = ..., row_digest: int = ...,
        ids: list[int] = ...) -> Answer: ...
    def lift_override(self, *, course: str | int, learner: str | int, connection: str | None = ...,
        lms_course: str | None = ..., actor: str | None = ..., effective: dt.datetime | str | None = ...,
        recorded: dt.datetime | str | None = ..., trigger: Literal["back_end", "front_end", "import",
        "rule"] | None = ..., detail: Literal["verdict", "reason", "full"] = ..., plan_only: bool = ...,
        approval: str | None = ..., key: str | None = ..., row_digest: int = ..., ids: list[int] = ...) -> Answer: ...
    def provision_enrolment(self, *, course: str | int, learner: str | int, connection: str | None = ...,
        lms_course: str | None = ..., provision: bool = ..., actor: str | None = ...,
        effective: dt.datetime | str | None = ..., recorded: dt.datetime | str | None = ...,
        trigger: Literal["back_end", "front_end", "import", "rule"] | None = ..., detail: Literal["verdict", "reason",
        "full"] = ..., plan_only: bool = ..., approval: str | None = ..., key: str | None = ..., row_digest: int = ...,
        ids: list[int] = ...) -> Answer: ...
    def access_of(self, *, course: str | int, learner: str | int, actor: str | None = ...,
        effective: dt.datetime | str | None = ..., recorded: dt.datetime | str | None = ...,
        trigger: Literal["back_end", "front_end", "import", "rule"] | None = ..., detail: Literal["verdict", "reason",
        "full"] = ..., plan_only: bool = ..., approval: str | None = ..., key: str | None = ..., row_digest: int = ...,
        ids: list[int] = ...) -> Answer: ...
    def define_cutover(self, *, connection: str | int, at: dt.datetime | str, login_method: str | None = ...,
        communications: list[CutoverCommunication] | list[dict[str, Any]] = ..., actor: str | None = ...,
        effective: dt.datetime | str | None = ..., recorded: dt.datetime | str | None = ...,
        trigger: Literal["back_end", "front_end", "import", "rule"] | None = ..., detail: Literal["verdict", "reason",
        "full"] = ..., plan_only: bool = ..., approval: str | None = ..., key: str | None = ..., row_digest: int = ...,
        ids: list[int] = ...) -> Answer: ...
    def tick_cutover(self, *, connection: str | int, step: Literal["none", "plan", "connect", "test", "access_rules",
        "link_courses", "add_enrolments", "review", "grade_plugin", "grade_rules", "link_grade_rules",
        "maintenance_on", "stop_old_integration", "reinstall_grade_plugin", "resync", "enable_rules", "check",
        "maintenance_off", "final_communication", "revoke_old_access", "remove_old_plugins"] = ...,
        since: dt.date | str | None = ..., release: Literal["pre_transition", "go_live"] | None = ...,
        audience: Literal["learners", "trainers", "staff"] | None = ..., actor: str | None = ...,
        effective: dt.datetime | str | None = ..., recorded: dt.datetime | str | None = ...,
        trigger: Literal["back_end", "front_end", "import", "rule"] | None = ..., detail: Literal["verdict", "reason",
        "full"] = ..., plan_only: bool = ..., approval: str | None = ..., key: str | None = ..., row_digest: int = ...,
        ids: list[int] = ...) -> Answer: ...
    def cutover_of(self, *, connection: str | int, actor: str | None = ..., effective: dt.datetime | str | None = ...,
        recorded: dt.datetime | str | None = ..., trigger: Literal["back_end", "front_end", "import",
        "rule"] | None = ..., detail: Literal["verdict", "reason", "full"] = ..., plan_only: bool = ...,
        approval: str | None = ..., key: str | None = ..., row_digest: int = ..., ids: list[int] = ...) -> Answer: ...
    def note_old_access(self, *, learner: str | int, enabled: bool = ..., actor: str | None = ...,
        effective: dt.datetime | str | None = ..., recorded: dt.datetime | str | None = ...,
        trigger: Literal["back_end", "front_end", "import", "rule"] | None = ..., detail: Literal["verdict", "reason",
        "full"] = ..., plan_only: bool = ..., approval: str | None = ..., key: str | None = ..., row_digest: int = ...,
        ids: list[int] = ...) -> Answer: ...
    def revoke_old_access(self, *, reason: str | None = ..., actor: str | None = ...,
        effective: dt.datetime | str | None = ..., recorded: dt.datetime | str | None = ...,
        trigger: Literal["back_end", "front_end", "import", "rule"] | None = ..., detail: Literal["verdict", "reason",
        "full"] = ..., plan_only: bool = ..., approval: str | None = ..., key: str | None = ..., row_digest: int = ...,
        ids: list[int] = ...) -> Answer: ...
    def note_course(self, *, connection: str, course: str, id_number: str | None = ..., short_name: str | None = ...,
        name: str | None = ..., starts_at: dt.datetime | str | None = ..., ends_at: dt.datetime | str | None = ...,
        gone: bool = ..., actor: str | None = ..., effective: dt.datetime | str | None = ...,
        recorded: dt.datetime | str | None = ..., trigger: Literal["back_end", "front_end", "import",
        "rule"] | None = ..., detail: Literal["verdict", "reason", "full"] = ..., plan_only: bool = ...,
        approval: str | None = ..., key: str | None = ..., row_digest: int = ..., ids: list[int] = ...) -> Answer: ...

class NoticesRoom(Room):
    def define_notice(self, *, record: NoticeDefinition | dict[str, Any], actor: str | None = ...,
        effective: dt.datetime | str | None = ..., recorded: dt.datetime | str | None = ...,
        trigger: Literal["back_end", "front_end", "import", "rule"] | None = ..., detail: Literal["verdict", "reason",
        "full"] = ..., plan_only: bool = ..., approval: str | None = ..., key: str | None = ..., row_digest: int = ...,
        ids: list[int] = ...) -> Answer: ...
    def of_course(self, *, course: str | int, actor: str | None = ..., effective: dt.datetime | str | None = ...,
        recorded: dt.datetime | str | None = ..., trigger: Literal["back_end", "front_end", "import",
        "rule"] | None = ..., detail: Literal["verdict", "reason", "full"] = ..., plan_only: bool = ...,
        approval: str | None = ..., key: str | None = ..., row_digest: int = ..., ids: list[int] = ...) -> Answer: ...
    def send(self, *, course: str | int, notice: str, learner: str | int | None = ..., actor: str | None = ...,
        effective: dt.datetime | str | None = ..., recorded: dt.datetime | str | None = ...,
        trigger: Literal["back_end", "front_end", "import", "rule"] | None = ..., detail: Literal["verdict", "reason",
        "full"] = ..., plan_only: bool = ..., approval: str | None = ..., key: str | None = ..., row_digest: int = ...,
        ids: list[int] = ...) -> Answer: ...
    def send_again(self, *, message: str | int, actor: str | None = ..., effective: dt.datetime | str | None = ...,
        recorded: dt.datetime | str | None = ..., trigger: Literal["back_end", "front_end", "import",
        "rule"] | None = ..., detail: Literal["verdict", "reason", "full"] = ..., plan_only: bool = ...,
        approval: str | None = ..., key: str | None = ..., row_digest: int = ..., ids: list[int] = ...) -> Answer: ...

class RatingRoom(Room):
    def rate(self, *, course: str | int, learner: str | int, scores: list[Score] | list[dict[str, Any]],
        comment: str | None = ..., actor: str | None = ..., effective: dt.datetime | str | None = ...,
        recorded: dt.datetime | str | None = ..., trigger: Literal["back_end", "front_end", "import",
        "rule"] | None = ..., detail: Literal["verdict", "reason", "full"] = ..., plan_only: bool = ...,
        approval: str | None = ..., key: str | None = ..., row_digest: int = ..., ids: list[int] = ...) -> Answer: ...
    def remove_comment(self, *, course: str | int, learner: str | int, actor: str | None = ...,
        effective: dt.datetime | str | None = ..., recorded: dt.datetime | str | None = ...,
        trigger: Literal["back_end", "front_end", "import", "rule"] | None = ..., detail: Literal["verdict", "reason",
        "full"] = ..., plan_only: bool = ..., approval: str | None = ..., key: str | None = ..., row_digest: int = ...,
        ids: list[int] = ...) -> Answer: ...
    def mean(self, *, course: str | int, at_least: Decimal | int | str | None = ..., actor: str | None = ...,
        effective: dt.datetime | str | None = ..., recorded: dt.datetime | str | None = ...,
        trigger: Literal["back_end", "front_end", "import", "rule"] | None = ..., detail: Literal["verdict", "reason",
        "full"] = ..., plan_only: bool = ..., approval: str | None = ..., key: str | None = ..., row_digest: int = ...,
        ids: list[int] = ...) -> Answer: ...
    def list_ratings(self, *, course: str | int, actor: str | None = ..., effective: dt.datetime | str | None = ...,
        recorded: dt.datetime | str | None = ..., trigger: Literal["back_end", "front_end", "import",
        "rule"] | None = ..., detail: Literal["verdict", "reason", "full"] = ..., plan_only: bool = ...,
        approval: str | None = ..., key: str | None = ..., row_digest: int = ..., ids: list[int] = ...) -> Answer: ...

class Rooms:
    organisation: OrganisationRoom
    access: AccessRoom
    staffing: StaffingRoom
    people: PeopleRoom
    catalogue: CatalogueRoom
    prerequisites: PrerequisitesRoom
    enrolment: EnrolmentRoom
    registration: RegistrationRoom
    learning: LearningRoom
    resources: ResourcesRoom
    results: ResultsRoom
    reporting: ReportingRoom
    finalise: FinaliseRoom
    lms: LmsRoom
    notices: NoticesRoom
    rating: RatingRoom
    def __init__(self, handle: _provost.Engine) -> None: ...
    def register(self, learner: str | int, course: str | int, *, state: Literal["none", "requested", "reserved",
        "waiting", "registered", "in_progress", "on_hold", "passed", "failed", "cancelled", "rejected", "moved",
        "replaced"] = ..., due_at: dt.datetime | str | None = ..., start_at: dt.datetime | str | None = ...,
        end_at: dt.datetime | str | None = ..., obligation: Literal["none", "required", "recommended"] = ...,
        valid_until: dt.date | str | None = ..., expires_at: dt.datetime | str | None = ...,
        order_reference: str | None = ..., override_reason: str | None = ..., actor: str | None = ...,
        effective: dt.datetime | str | None = ..., recorded: dt.datetime | str | None = ...,
        trigger: Literal["back_end", "front_end", "import", "rule"] | None = ..., detail: Literal["verdict", "reason",
        "full"] = ..., plan_only: bool = ..., approval: str | None = ..., key: str | None = ..., row_digest: int = ...,
        ids: list[int] = ...) -> Answer: ...
    def prebook(self, learner: str | int, course_template: str | int, *, status: str | None = ...,
        due_at: dt.datetime | str | None = ..., preferred_start_at: dt.datetime | str | None = ...,
        end_at: dt.datetime | str | None = ..., obligation: Literal["none", "required", "recommended"] = ...,
        actor: str | None = ..., effective: dt.datetime | str | None = ..., recorded: dt.datetime | str | None = ...,
        trigger: Literal["back_end", "front_end", "import", "rule"] | None = ..., detail: Literal["verdict", "reason",
        "full"] = ..., plan_only: bool = ..., approval: str | None = ..., key: str | None = ..., row_digest: int = ...,
        ids: list[int] = ...) -> Answer: ...
    def enrol_in_program(self, learner: str | int, program: str | int, *, program_name: str | None = ...,
        location: str | int | None = ..., commenced_on: dt.date | str | None = ..., target: str | None = ...,
        actor: str | None = ..., effective: dt.datetime | str | None = ..., recorded: dt.datetime | str | None = ...,
        trigger: Literal["back_end", "front_end", "import", "rule"] | None = ..., detail: Literal["verdict", "reason",
        "full"] = ..., plan_only: bool = ..., approval: str | None = ..., key: str | None = ..., row_digest: int = ...,
        ids: list[int] = ...) -> Answer: ...
    def record_achievement(self, learner: str | int, subject: str | int, outcome: str, achieved_on: dt.date | str, *,
        actor: str | None = ..., effective: dt.datetime | str | None = ..., recorded: dt.datetime | str | None = ...,
        trigger: Literal["back_end", "front_end", "import", "rule"] | None = ..., detail: Literal["verdict", "reason",
        "full"] = ..., plan_only: bool = ..., approval: str | None = ..., key: str | None = ..., row_digest: int = ...,
        ids: list[int] = ...) -> Answer: ...
    def require_subject(self, course_template: str | int, subject: str, *, actor: str | None = ...,
        effective: dt.datetime | str | None = ..., recorded: dt.datetime | str | None = ...,
        trigger: Literal["back_end", "front_end", "import", "rule"] | None = ..., detail: Literal["verdict", "reason",
        "full"] = ..., plan_only: bool = ..., approval: str | None = ..., key: str | None = ..., row_digest: int = ...,
        ids: list[int] = ...) -> Answer: ...
    def receive_grade(self, learner: str | int, course: str | int | None = ..., completion: Literal["passed",
        "completed", "failed", "incomplete"] = ..., grade_percent: Decimal | int | str | None = ..., *,
        grade: str | None = ..., connection: str | None = ..., lms_course: str | None = ..., item: str | None = ...,
        item_number: str | None = ..., subject: str | int | None = ..., system: str | None = ...,
        run: str | None = ..., hold_for: Literal["nothing", "withdrawn", "gap"] = ..., actor: str | None = ...,
        effective: dt.datetime | str | None = ..., recorded: dt.datetime | str | None = ...,
        trigger: Literal["back_end", "front_end", "import", "rule"] | None = ..., detail: Literal["verdict", "reason",
        "full"] = ..., plan_only: bool = ..., approval: str | None = ..., key: str | None = ..., row_digest: int = ...,
        ids: list[int] = ...) -> Answer: ...

ROOMS: dict[str, type[Room]]
