// Learners: the people who take courses.
#pragma once

#include <provost/plan/request.hpp>

namespace provost::people {

/// Why a learner is inactive. Since 0.1. [FIN-ACC-08]
enum class InactiveReason : std::uint8_t {
    none,
    per_learner_pricing,
    ex_staff,
    deported,
    overseas,
    grievance,
    deceased,
    other,
};

/// A time in which a learner was active; without an end he is. Since 0.1. [FIN-ACC-07]
struct ActivePeriod {
    std::optional<Instant> from;
    std::optional<Instant> until;
};

/// A person who may be enrolled. A new one is active; of an inactive one everything is kept, and nothing changes.
/// Since 0.1. [FIN-ACC-02, FIN-ACC-11]
struct Learner {
    Id<Learner> id;
    std::int64_t version = 0;
    std::string login;
    std::string login_key;
    std::string client_id;
    std::string first_name;
    std::string family_name;
    std::optional<Day> birth_date;
    std::string email;
    std::string gender;
    std::string postcode;
    std::string usi;
    std::string phone;
    std::optional<Instant> erased_at;
    bool inactive = false;
    InactiveReason inactive_reason = InactiveReason::none;
    std::string inactive_note;
    std::vector<ActivePeriod> active;
    std::string special_requirements;
    bool privacy = false;
    bool is_test = false;
    std::string language;
};

/// Registers a learner, or brings his record up to date. Since 0.1.
struct DefineLearner {
    Head head;
    std::string login;
    std::string first_name;
    std::string family_name;
    std::optional<Day> birth_date;
    std::string email;
    std::string gender;
    std::string postcode;
    std::string usi;
    std::string phone;
    std::string client_id;
    std::string language;
};

/// Says what has to be minded about a learner: all of it is told. Since 0.1. [FIN-ACC-09]
struct MarkLearner {
    Head head;
    Ref<Learner> learner;
    std::string special_requirements;
    bool privacy = false;
};

/// Format checks of people's identifiers (people/usi.cpp).
[[nodiscard]] Code check_usi(std::string_view text);
[[nodiscard]] Code check_client_id(std::string_view text);
/// A gender of the statutory files: F, M, X, or @ where it is not known.
[[nodiscard]] Code check_gender(std::string_view text);
/// No login looks like that of an erased learner or like a learner who is named by id, and none has blanks around it or
/// control characters in it.
[[nodiscard]] Code check_login(std::string_view text);
[[nodiscard]] Code check_written_language(std::string_view text);

/// The key under which a login is found, whatever its spelling.
[[nodiscard]] std::string login_index(std::string_view login);

/// What stands before the id of a learner where he is named by it, because his login may become another's. Since 0.1.
inline constexpr std::string_view by_id_prefix = "learner:";

/// What an erased learner has as login: "erased-" and the id. Since 0.1.
[[nodiscard]] std::string erased_login(Id<Learner> id);

/// Whether the learner can be named by whoever begins something: the erased can not.
[[nodiscard]] inline bool is_known(const Learner& learner) { return !learner.erased_at; }

/// Whether the learner was active at any time from `begin` on, before `end`. Since 0.1. [FIN-ACC-07]
[[nodiscard]] bool was_active(const Learner& learner, Instant begin, Instant end);

}  // namespace provost::people

template <>
struct provost::Choices<provost::people::InactiveReason> {
    static constexpr auto rows = std::to_array<ChoiceRow>({
        {0, "none", "No reason: the learner is active."},
        {1, "per_learner_pricing", "The LMS charges for each learner."},
        {2, "ex_staff", "Left the staff."},
        {3, "deported", "Was deported."},
        {4, "overseas", "Lives overseas."},
        {5, "grievance", "A grievance is open."},
        {6, "deceased", "Has died."},
        {7, "other", "Another one; the note says which."},
    });
};

PROVOST_DESCRIBE(provost::people::ActivePeriod, document, "active_period", "A time in which a learner was active.",
                 PROVOST_NO_INDEX, PROVOST_FIELD(from, "Since when."),
                 PROVOST_FIELD(until, "Until when; absent: still."));

PROVOST_DESCRIBE(provost::people::Learner, record, "learner", "A person who may be enrolled.",
                 PROVOST_INDEXES({"login", true, {"login_key"}, &provost::people::login_index},
                                 {"client_id", true, {"client_id"}}),
                 PROVOST_FIELD(id, "Identity in this store."), PROVOST_FIELD(version, "Counts the changes."),
                 PROVOST_FIELD(login, "Name to sign in with, as spelled by its owner.").personal(),
                 PROVOST_FIELD(login_key, "The login in its one canonical spelling.").personal(),
                 PROVOST_FIELD(client_id, "Client identifier of the statutory files."),
                 PROVOST_FIELD(first_name, "Given names; absent for a person with a single name.").personal(),
                 PROVOST_FIELD(family_name, "Family name, or the single name.").personal(),
                 PROVOST_FIELD(birth_date, "Day of birth.").personal(),
                 PROVOST_FIELD(email, "Address for messages; never a key.").personal(),
                 PROVOST_FIELD(gender, "F, M, X or @ (not stated).").personal(),
                 PROVOST_FIELD(postcode, "Postcode of the usual residence.").personal(),
                 PROVOST_FIELD(usi, "Unique student identifier, or an exemption code.").personal(),
                 PROVOST_FIELD(phone, "Telephone number.").personal(),
                 PROVOST_FIELD(erased_at, "When the personal values were erased; the login is none since."),
                 PROVOST_FIELD(inactive, "Whether nothing of the learner is changed until somebody reactivates him."),
                 PROVOST_FIELD(inactive_reason, "Why."), PROVOST_FIELD(inactive_note, "Why, in words.").personal(),
                 PROVOST_FIELD(active, "When the learner was active, the last time last."),
                 PROVOST_FIELD(special_requirements, "What has to be minded when the learner is trained.").personal(),
                 PROVOST_FIELD(privacy, "Whether somebody confirms each message, and exports mark the learner."),
                 PROVOST_FIELD(is_test, "Whether it is nobody, but a learner for tests: nothing is reported."),
                 PROVOST_FIELD(language, "Language in which he is written to, a BCP 47 tag.").personal());

PROVOST_REQUEST(
    provost::people::DefineLearner, "define_learner", "Registers a learner, or brings the record up to date.",
    PROVOST_FIELD(login, "Name to sign in with.")
        .required()
        .at_most(100)
        .checked(&provost::people::check_login)
        .personal(),
    PROVOST_FIELD(first_name, "Given names.").at_most(100).personal().line(),
    PROVOST_FIELD(family_name, "Family name, or the single name.").required().at_most(100).personal().line(),
    PROVOST_FIELD(birth_date, "Day of birth.").required().personal(),
    PROVOST_FIELD(email, "Address for messages.").at_most(254).personal().line(),
    PROVOST_FIELD(gender, "F, M, X or @.").at_most(1).checked(&provost::people::check_gender).personal(),
    PROVOST_FIELD(postcode, "Postcode of the usual residence.").at_most(10).personal(),
    PROVOST_FIELD(usi, "Unique student identifier, INTOFF or INDIV.").checked(&provost::people::check_usi).personal(),
    PROVOST_FIELD(phone, "Telephone number.").at_most(40).personal(),
    PROVOST_FIELD(client_id, "Client identifier, 1 to 10 of A-Z and 0-9.")
        .required()
        .checked(&provost::people::check_client_id),
    PROVOST_FIELD(language, "Language in which he is written to, a BCP 47 tag; absent: that of the course.")
        .at_most(35)
        .checked(&provost::people::check_written_language)
        .personal());

PROVOST_REQUEST(
    provost::people::MarkLearner, "mark_learner", "Says what has to be minded about a learner.",
    PROVOST_FIELD(learner, "Login of the learner.").required(),
    PROVOST_FIELD(special_requirements, "What has to be minded in training; absent: nothing.").at_most(2000).personal(),
    PROVOST_FIELD(privacy, "Whether somebody confirms each message, and exports mark the learner."));
