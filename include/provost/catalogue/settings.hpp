// What a course is set to, wherever it is said: a course type gives defaults to its templates, a template to its
// courses, a course has its own. All three hold the same settings; which level said a value is told beside them.
#pragma once

#include <provost/access/administrator.hpp>
#include <provost/catalogue/notice.hpp>
#include <provost/catalogue/prerequisites.hpp>
#include <provost/organisation/organisation.hpp>
#include <provost/organisation/registration_process.hpp>
#include <provost/plan/request.hpp>
#include <provost/staffing/tutor.hpp>

namespace provost::catalogue {

using staffing::AssignedTutor;

/// Planning status, numbered as the course import numbers it. Since 0.1. [IMC-CSV-13]
enum class PlanningStatus : std::uint8_t { released = 0, fixed = 1, locked = 2, cancelled = 3, closed = 4 };

/// The one method by which participants of a course are concluded. Since 0.1. [IMC-MT-03]
enum class ConcludeBy : std::uint8_t { learner, tutor, administrator, progress, learning_logic };

/// Characters that the value of a meta tag may have. Since 0.1.
inline constexpr std::size_t most_in_tag = 4000;

/// Value of a meta tag. Since 0.1. [IMC-MT-01]
struct TagValue {
    std::string tag;
    std::string value;
};

/// Name and description in a further language. Since 0.1. [IMC-MISC-01]
struct Translation {
    std::string language;
    std::string name;
    std::string description;
};

/// A skill that a course trains; a learner who passes has it. Since 0.1. [IMC-MISC-04]
struct Skill {
    std::string skill;
    std::string level;
};

/// How the next on a waiting list comes in. Since 0.1. [IMC-WL-04]
enum class Promotion : std::uint8_t { auto_fifo, manual };

/// Seats for a group of people: whoever is in it needs one of these besides a seat of the course. Since 0.1.
/// [IMC-WL-10]
struct Quota {
    std::string name;
    std::string group;
    std::int64_t seats = 0;
};

/// What a cancellation costs, as long as at most so many days are left. Since 0.1. [IMC-CAN-01]
struct CancellationRule {
    std::int64_t days = 0;
    Decimal percent;
};

/// Settings that name no other record. Absent means: nothing is said here. Since 0.1.
struct Settings {
    std::string name;
    std::string description;
    std::string language;
    std::vector<Translation> translations;
    std::string mode;
    std::string duration;
    std::optional<PlanningStatus> planning_status;
    std::optional<std::int64_t> max_participants;
    std::optional<Decimal> price;
    std::string currency;
    std::optional<Decimal> duration_days;
    std::optional<Decimal> duration_hours;
    std::optional<bool> published;
    std::optional<Instant> show_until;
    std::vector<std::string> visible_to;
    std::optional<bool> participant_list;
    std::string course_room;
    std::vector<std::string> classifications;
    std::vector<Skill> skills;
    std::optional<ConcludeBy> conclude_by;
    std::optional<bool> always_passed;
    std::optional<bool> signature_required;
    std::optional<bool> lock_after_signature;
    std::optional<bool> lock_strictly;
    std::optional<bool> allow_rating;
    std::optional<Day> revision_date;
    std::optional<bool> update_after_start;
    std::optional<bool> update_with_logic;
    std::optional<bool> update_without_revision;
    std::optional<bool> allow_fixed_moments;
    std::optional<Instant> prerequisites_due;
    std::optional<bool> cancel_unprepared;
    std::optional<Minimum> minimum_status;
    std::vector<std::int64_t> prerequisite_notices;
    std::optional<organisation::RegistrationType> registration_type;
    std::vector<organisation::ApprovalStep> approval_steps;
    std::optional<bool> hold_seat;
    std::optional<bool> waiting_list;
    std::optional<Promotion> promotion;
    std::string promote_stop;
    std::vector<Quota> quotas;
    std::vector<CancellationRule> cancellation_rules;
    std::optional<Decimal> after_start_percent;
    std::optional<bool> messages;
    std::vector<NoticeSetting> notices;
    std::vector<TagValue> tags;
};

/// A time for which a resource is planned: bookings lie within it. Since 0.1. [IMC-RES-04]
struct PlannedWindow {
    Instant starts_at{};
    Instant ends_at{};
    std::optional<Decimal> max_hours;
};

/// A resource that a course needs, as a whole or for an event of a component. Bookings are records of their own. Since
/// 0.1. [IMC-RES-01, IMC-RES-03]
struct AddedResource {
    std::int64_t resource = 0;
    std::string component;
    std::vector<PlannedWindow> windows;
    std::int64_t location = 0;
    std::optional<bool> feedback_question;
};

/// Settings that name other records. Since 0.1.
struct Assignments {
    Id<organisation::Location> location;
    std::vector<AssignedTutor> tutors;
    Id<organisation::Provider> provider;
    Id<access::Administrator> administrator;
    std::vector<AddedResource> resources;
};

/// The same as a request names them. Since 0.1.
struct NamedAssignments {
    Ref<organisation::Location> location;
    std::vector<std::string> tutors;
    Ref<organisation::Provider> provider;
    Ref<access::Administrator> administrator;
};

/// Checks of texts that stand in settings: a duration such as "6 M", an ISO 4217 code, a BCP 47 language tag.
[[nodiscard]] Code check_duration(std::string_view text);
[[nodiscard]] Code check_currency(std::string_view text);
[[nodiscard]] Code check_language(std::string_view text);
/// "never", or how long before the start of a course: "24 H".
[[nodiscard]] Code check_promote_stop(std::string_view text);

}  // namespace provost::catalogue

template <>
struct provost::Choices<provost::catalogue::PlanningStatus> {
    static constexpr auto rows = std::to_array<ChoiceRow>({
        {0, "released", "Open for registration."},
        {1, "fixed", "Takes place for certain; open for registration."},
        {2, "locked", "Not open for registration at present."},
        {3, "cancelled", "Does not take place."},
        {4, "closed", "Over and done."},
    });
};

template <>
struct provost::Choices<provost::catalogue::ConcludeBy> {
    static constexpr auto rows = std::to_array<ChoiceRow>({
        {0, "learner", "The participant says so."},
        {1, "tutor", "A tutor says so."},
        {2, "administrator", "An administrator says so."},
        {3, "progress", "All components are processed."},
        {4, "learning_logic", "A rule of the learning logic says so."},
    });
};

template <>
struct provost::Choices<provost::catalogue::Promotion> {
    static constexpr auto rows = std::to_array<ChoiceRow>({
        {0, "auto_fifo", "As soon as a seat is free, in the order in which they came."},
        {1, "manual", "When somebody says so."},
    });
};

PROVOST_DESCRIBE(
    provost::catalogue::Quota, document, "quota", "Seats for a group of people.", PROVOST_NO_INDEX,
    PROVOST_FIELD(name, "What the course calls it.").required().key(),
    PROVOST_FIELD(group, "Key of the group whose members it limits.").required().at_most(40),
    PROVOST_FIELD(seats, "How many of them have a place at most.").between(0, 1'000'000'000, "number.malformed"));

PROVOST_DESCRIBE(provost::catalogue::CancellationRule, document, "cancellation_rule", "What a cancellation costs.",
                 PROVOST_NO_INDEX,
                 PROVOST_FIELD(days, "It holds as long as at most so many days are left until the start.")
                     .between(0, 3'650, "value.out-of-range"),
                 PROVOST_FIELD(percent, "Percent of the price.").between(0, 100, "value.out-of-range"));

PROVOST_DESCRIBE(provost::catalogue::TagValue, document, "tag_value", "Value of a meta tag.", PROVOST_NO_INDEX,
                 PROVOST_FIELD(tag, "Key of the meta tag.").required().at_most(40),
                 PROVOST_FIELD(value, "Value as text; its form is that of the tag's type.")
                     .at_most(provost::catalogue::most_in_tag));

PROVOST_DESCRIBE(
    provost::catalogue::Translation, document, "translation", "Name and description in a language.", PROVOST_NO_INDEX,
    PROVOST_FIELD(language, "BCP 47 tag, for example de-AT.").required().checked(&provost::catalogue::check_language),
    PROVOST_FIELD(name, "Name.").at_most(500), PROVOST_FIELD(description, "Description.").at_most(16000));

PROVOST_DESCRIBE(provost::catalogue::Skill, document, "skill", "A skill that a course trains.", PROVOST_NO_INDEX,
                 PROVOST_FIELD(skill, "Key of the skill in the host's tree.").required().at_most(100),
                 PROVOST_FIELD(level, "Level that is reached.").at_most(100));

PROVOST_DESCRIBE(
    provost::catalogue::Settings, document, "settings", "What a course is set to.", PROVOST_NO_INDEX,
    PROVOST_FIELD(name, "Name.").at_most(500), PROVOST_FIELD(description, "Description; may hold HTML.").at_most(16000),
    PROVOST_FIELD(language, "Default language of the texts, a BCP 47 tag.")
        .checked(&provost::catalogue::check_language),
    PROVOST_FIELD(translations, "Name and description in further languages.").at_most(100),
    PROVOST_FIELD(mode, "Learning mode: on_site, online, blended, community, or one of the host's.").at_most(40),
    PROVOST_FIELD(duration, "Number from 1 to 9999, a blank, M or D: time each learner has, for duration of use.")
        .checked(&provost::catalogue::check_duration),
    PROVOST_FIELD(planning_status, "Whether learners may be registered; absent: released.")
        .or_else("planning-status.out-of-range"),
    PROVOST_FIELD(max_participants, "Seats; absent: no limit.").between(0, 1'000'000'000, "number.malformed"),
    // IMC-CSV-19: an exact amount, not negative. IMC-CSV-21: the lengths are for information and drive nothing.
    PROVOST_FIELD(price, "External price.").between(0, 1'000'000'000, "number.malformed"),
    PROVOST_FIELD(currency, "ISO 4217 code.").checked(&provost::catalogue::check_currency),
    PROVOST_FIELD(duration_days, "Length in days, for information.").between(0, 100'000, "number.malformed"),
    PROVOST_FIELD(duration_hours, "Length in hours, for information.").between(0, 1'000'000, "number.malformed"),
    PROVOST_FIELD(published, "Whether the catalogue offers the course; absent: no."),
    PROVOST_FIELD(show_until, "The catalogue offers the course before this moment."),
    PROVOST_FIELD(visible_to, "Keys of groups that see the course wherever it is published.").at_most(200),
    PROVOST_FIELD(participant_list, "Whether learners see who takes part; absent: no."),
    PROVOST_FIELD(course_room, "Key of the course room type.").at_most(40),
    PROVOST_FIELD(classifications, "Keys of nodes of the host's classification trees.").at_most(200),
    PROVOST_FIELD(skills, "Skills that whoever passes has.").at_most(200),
    PROVOST_FIELD(conclude_by, "The one method by which participants are concluded."),
    PROVOST_FIELD(always_passed, "Concluded by progress: passed, whatever failed; absent: no."),
    PROVOST_FIELD(signature_required, "Participants sign when they conclude; absent: no."),
    PROVOST_FIELD(lock_after_signature, "The first signature locks the course; absent: no."),
    PROVOST_FIELD(lock_strictly, "Locked, it stands still for those who have not signed as well; absent: no."),
    PROVOST_FIELD(allow_rating, "Whether participants may rate the course."),
    PROVOST_FIELD(revision_date, "Day from which components may be updated automatically."),
    PROVOST_FIELD(update_after_start, "Components may be updated after the first participant began."),
    PROVOST_FIELD(update_with_logic, "Components bound by learning logic may be updated."),
    PROVOST_FIELD(update_without_revision, "Components may be updated automatically without a revision date."),
    // IMC-SCH-02
    PROVOST_FIELD(allow_fixed_moments,
                  "Components of a course without dates may have fixed moments: that is noted; absent: it is refused."),
    PROVOST_FIELD(prerequisites_due, "Moment by which prerequisites must be completed."),
    PROVOST_FIELD(cancel_unprepared, "Participants whose prerequisites are unfulfilled then are cancelled."),
    PROVOST_FIELD(minimum_status, "How far prerequisites ask for that do not say it; absent: completed."),
    PROVOST_FIELD(prerequisite_notices, "How many days before that moment those concerned are told.").at_most(20),
    PROVOST_FIELD(registration_type, "How learners come to a place; absent: self_direct."),
    PROVOST_FIELD(approval_steps, "Who approves a request, with multi_step.").at_most(20),
    PROVOST_FIELD(hold_seat, "Whether a request uses a seat until it is decided; absent: no."),
    PROVOST_FIELD(waiting_list, "Whether whoever finds no seat waits; absent: yes."),
    PROVOST_FIELD(promotion, "How the next on the waiting list comes in; absent: auto_fifo."),
    PROVOST_FIELD(promote_stop,
                  "How long before the start nobody comes in from the waiting list by himself: 24 H; or never. Absent: "
                  "at the start.")
        .checked(&provost::catalogue::check_promote_stop),
    PROVOST_FIELD(quotas, "Seats for groups of people.").at_most(50),
    PROVOST_FIELD(cancellation_rules, "What a cancellation costs before the start.").at_most(50),
    PROVOST_FIELD(after_start_percent,
                  "What it costs after the start of the course, or of the participant for duration of use, in percent; "
                  "absent: as the rule with the fewest days, for duration of use nothing.")
        .between(0, 100, "value.out-of-range"),
    PROVOST_FIELD(messages, "Whether anybody is told anything of the course; absent: yes."),
    PROVOST_FIELD(notices, "What is otherwise with notices than the organisation says.").at_most(200),
    PROVOST_FIELD(tags, "Meta tags.").at_most(200));

PROVOST_DESCRIBE(provost::catalogue::PlannedWindow, document, "planned_window",
                 "A time for which a resource is planned.", PROVOST_NO_INDEX,
                 PROVOST_FIELD(starts_at, "Its first moment."),
                 PROVOST_FIELD(ends_at, "The first moment that no longer belongs to it."),
                 PROVOST_FIELD(max_hours, "How many hours may be booked within it; absent: any number.")
                     .between(0, 1'000'000, "number.malformed"));

PROVOST_DESCRIBE(provost::catalogue::AddedResource, document, "added_resource", "A resource that a course needs.",
                 PROVOST_NO_INDEX, PROVOST_FIELD(resource, "Id of the resource."),
                 PROVOST_FIELD(component, "Key of the component whose event it is for; absent: for the whole course."),
                 PROVOST_FIELD(windows, "Times for which it is planned; none: any."),
                 PROVOST_FIELD(location, "Id of the resource of the kind location that it is assigned to."),
                 PROVOST_FIELD(feedback_question,
                               "Whether the feedback forms of the course ask about it; absent: as the resource says."));

PROVOST_DESCRIBE(provost::catalogue::Assignments, document, "assignments", "Records that a course is given.",
                 PROVOST_NO_INDEX, PROVOST_FIELD(location, "Where it runs."),
                 PROVOST_FIELD(tutors, "Its tutors, each with position and options."),
                 PROVOST_FIELD(provider, "Who offers it."), PROVOST_FIELD(administrator, "Who looks after it."),
                 PROVOST_FIELD(resources, "Resources that it needs."));

PROVOST_DESCRIBE(provost::catalogue::NamedAssignments, document, "named_assignments",
                 "Records that a course is given, by name.", PROVOST_NO_INDEX,
                 PROVOST_FIELD(location, "Key of the location."),
                 PROVOST_FIELD(tutors, "Logins of the tutors.").at_most(100),
                 PROVOST_FIELD(provider, "Key of the provider."),
                 PROVOST_FIELD(administrator, "Login of the administrator."));
