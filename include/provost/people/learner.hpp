// Learners: the people who take courses.
#pragma once

#include <provost/plan/request.hpp>

namespace provost::people {

/// A person who may be enrolled. Since 0.1.
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
};

/// Format checks of people's identifiers (people/usi.cpp).
[[nodiscard]] Code check_usi(std::string_view text);
[[nodiscard]] Code check_client_id(std::string_view text);
/// No login looks like that of an erased learner.
[[nodiscard]] Code check_login(std::string_view text);

/// The key under which a login is found, whatever its spelling.
[[nodiscard]] std::string login_index(std::string_view login);

/// What an erased learner has as login: "erased-" and the id. Since 0.1.
[[nodiscard]] std::string erased_login(Id<Learner> id);

/// Whether the learner can be named by whoever begins something: the erased can not.
[[nodiscard]] inline bool is_known(const Learner& learner) { return !learner.erased_at; }

}  // namespace provost::people

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
                 PROVOST_FIELD(erased_at, "When the personal values were erased; the login is none since."));

PROVOST_REQUEST(
    provost::people::DefineLearner, "define_learner", "Registers a learner, or brings the record up to date.",
    PROVOST_FIELD(login, "Name to sign in with.")
        .required()
        .at_most(100)
        .checked(&provost::people::check_login)
        .personal(),
    PROVOST_FIELD(first_name, "Given names.").at_most(100).personal(),
    PROVOST_FIELD(family_name, "Family name, or the single name.").required().at_most(100).personal(),
    PROVOST_FIELD(birth_date, "Day of birth.").required().personal(),
    PROVOST_FIELD(email, "Address for messages.").at_most(254).personal(),
    PROVOST_FIELD(gender, "F, M, X or @.").at_most(1).personal(),
    PROVOST_FIELD(postcode, "Postcode of the usual residence.").at_most(10).personal(),
    PROVOST_FIELD(usi, "Unique student identifier, INTOFF or INDIV.").checked(&provost::people::check_usi).personal(),
    PROVOST_FIELD(phone, "Telephone number.").at_most(40).personal(),
    PROVOST_FIELD(client_id, "Client identifier, 1 to 10 of A-Z and 0-9.")
        .required()
        .checked(&provost::people::check_client_id));
