// Clearances: who may do what to one object. They stand beside the rights of administrators, which hold everywhere.
#pragma once

#include <provost/access/administrator.hpp>

namespace provost::access {

/// What may be done to an object. Since 0.1. [IMC-ACL-01]
enum class ObjectRight : std::uint8_t {
    full,
    view,
    edit,
    remove,
    create,
    copy,
    release,
    versioning,
    participant_administration,
    notifications,
    audit_log,
    assign,
    edit_syllabus,
    change_registration_status,
    change_participant_status,
    move_participants,
    replace_participants,
};

/// Whom a grant is for. Since 0.1. [IMC-ACL-01, IMC-ACL-02]
enum class Holder : std::uint8_t { user, group, client, everyone, creator };

/// Rights for somebody. Since 0.1.
struct Grant {
    Holder holder = Holder::user;
    std::string name;
    std::vector<std::string> rights;
};

/// Who may do what to one object. An object that has none is open to whoever holds the verb's right. Since 0.1.
struct Clearances {
    Id<Clearances> id;
    std::int64_t version = 0;
    std::string object_kind;
    std::int64_t object = 0;
    std::vector<Grant> grants;
};

/// The clearances that new objects of a creator get. Since 0.1. [IMC-ACL-02]
struct DefaultClearances {
    Id<DefaultClearances> id;
    std::int64_t version = 0;
    std::string creator;
    std::vector<Grant> grants;
};

/// The creator of a rule that holds for all who have none of their own.
inline constexpr std::string_view any_creator = "*";

}  // namespace provost::access

template <>
struct provost::Choices<provost::access::ObjectRight> {
    static constexpr auto rows = std::to_array<ChoiceRow>({
        {0, "FULL", "All of these."},
        {1, "VIEW", "See it and use it."},
        {2, "EDIT", "Change it."},
        {3, "DELETE", "Delete or archive it, and bring it back."},
        {4, "CREATE", "Make objects from it."},
        {5, "COPY", "Copy it."},
        {6, "RELEASE", "Release into the general pool what it made."},
        {7, "VERSIONING", "Make it go by another version."},
        {8, "PARTICIPANT_ADMINISTRATION", "Register and look after its participants."},
        {9, "NOTIFICATIONS", "Send notices of it."},
        {10, "AUDIT_LOG", "Read what happened to it."},
        {11, "ASSIGN", "Assign it to other objects."},
        {12, "EDIT_SYLLABUS", "Change its components."},
        {13, "CHANGE_REGISTRATION_STATUS", "Change the state of registrations."},
        {14, "CHANGE_PARTICIPANT_STATUS", "Change the state of participants, and their results."},
        {15, "MOVE_PARTICIPANTS", "Move participants to another course."},
        {16, "REPLACE_PARTICIPANTS", "Put a participant in the place of another."},
    });
};

template <>
struct provost::Choices<provost::access::Holder> {
    static constexpr auto rows = std::to_array<ChoiceRow>({
        {0, "user", "The administrator of this login."},
        {1, "group", "Administrators in the group of this key."},
        {2, "client", "Administrators of the client (organisational unit) of this key."},
        {3, "everyone", "All administrators."},
        {4, "creator", "In default clearances: whoever makes the object."},
    });
};

PROVOST_DESCRIBE(
    provost::access::Grant, document, "grant", "Rights for somebody.", PROVOST_NO_INDEX,
    PROVOST_FIELD(holder, "What the name names."),
    PROVOST_FIELD(name,
                  "Login, or key; of a learner, who may be an agent of another, learner:<id> is kept; of everyone "
                  "and the creator none.")
        .at_most(100),
    PROVOST_FIELD(rights, "Words of the rights.").required().at_most(50));

PROVOST_DESCRIBE(provost::access::Clearances, record, "clearances", "Who may do what to an object.",
                 PROVOST_INDEXES({"object", true, {"object"}}), PROVOST_FIELD(id, "Identity in this store."),
                 PROVOST_FIELD(version, "Counts the changes."),
                 PROVOST_FIELD(object_kind, "Kind of the object's record."),
                 PROVOST_FIELD(object, "Its id: no two records of a store have the same."),
                 PROVOST_FIELD(grants, "Who may do what."));

PROVOST_DESCRIBE(
    provost::access::DefaultClearances, record, "default_clearances", "Clearances of new objects.",
    PROVOST_INDEXES({"creator", true, {"creator"}, &provost::people::login_index}),
    PROVOST_FIELD(id, "Identity in this store."), PROVOST_FIELD(version, "Counts the changes."),
    PROVOST_FIELD(
        creator,
        "Login of whoever makes the objects, kept in its canonical spelling; * for all without a rule of their own.")
        .required()
        .at_most(100)
        .checked(&provost::people::check_login),
    PROVOST_FIELD(grants, "Who may do what.").at_most(1000));
