// Tutors: the people who teach courses, and what a course says of each of its own.
#pragma once

#include <provost/people/learner.hpp>

namespace provost::staffing {

/// Somebody who teaches. A tutor without a group can not be named by a course. Since 0.1.
struct Tutor {
    Id<Tutor> id;
    std::int64_t version = 0;
    std::string login;
    std::string login_key;
    std::string name;
    std::string group;
    std::string position;
};

/// A tutor of a course, or of a template: in which position, and with which options. Since 0.1. [IMC-TUT-02]
struct AssignedTutor {
    Id<Tutor> tutor;
    std::string position;
    bool visible = true;
    bool may_grade = true;
    bool on_the_job = false;
    bool feedback_form = false;
    bool notified = true;
    bool appointments = false;
    bool unlinked = false;
};

/// The entry of a tutor in a list; null: he is not in it. Since 0.1.
[[nodiscard]] inline const AssignedTutor* find_tutor(const std::vector<AssignedTutor>& tutors, Id<Tutor> tutor) {
    const auto found = std::ranges::find(tutors, tutor, &AssignedTutor::tutor);
    return found == tutors.end() ? nullptr : &*found;
}

/// Ids of those who get what is sent to the tutors of a course. Since 0.1. [IMC-TUT-08]
[[nodiscard]] inline std::vector<std::int64_t> told_tutors(const std::vector<AssignedTutor>& tutors) {
    std::vector<std::int64_t> told;
    for (const AssignedTutor& each : tutors) {
        if (each.notified) told.push_back(each.tutor.value);  // IMC-TUT-08
    }
    return told;
}

}  // namespace provost::staffing

PROVOST_DESCRIBE(provost::staffing::Tutor, record, "tutor", "Somebody who teaches.",
                 PROVOST_INDEXES({"login", true, {"login_key"}, &provost::people::login_index}),
                 PROVOST_FIELD(id, "Identity in this store."), PROVOST_FIELD(version, "Counts the changes."),
                 PROVOST_FIELD(login, "Name to sign in with, as it was spelled last.")
                     .required()
                     .at_most(100)
                     .checked(&provost::people::check_login),
                 PROVOST_FIELD(login_key, "The login in its one canonical spelling, made of it."),
                 PROVOST_FIELD(name, "Name.").at_most(100).personal().line(),
                 PROVOST_FIELD(group, "Group that makes the person a tutor.").at_most(100),
                 PROVOST_FIELD(position,
                               "Key of the position that he has where a course says no other; a text that is "
                               "no key is a title and gives none.")
                     .at_most(100));

PROVOST_DESCRIBE(
    provost::staffing::AssignedTutor, document, "assigned_tutor", "A tutor of a course, in his position.",
    PROVOST_NO_INDEX, PROVOST_FIELD(tutor, "Who."),
    PROVOST_FIELD(position, "Key of his position, which says what is open to him; absent: nothing is.").at_most(100),
    PROVOST_FIELD(visible, "Whether participants see him."),
    PROVOST_FIELD(may_grade, "Whether he gives grades and confirmations."),
    PROVOST_FIELD(on_the_job, "Whether he looks after training on the job."),
    PROVOST_FIELD(feedback_form, "Whether feedback forms ask about him."),
    PROVOST_FIELD(notified, "Whether he gets what is sent to the tutors of the course."),
    PROVOST_FIELD(appointments, "Whether he gets the dates of the course into his calendar."),
    PROVOST_FIELD(unlinked, "His resource was taken out of the course while he had to stay."));
