// Tutors: the people who teach courses.
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

}  // namespace provost::staffing

PROVOST_DESCRIBE(provost::staffing::Tutor, record, "tutor", "Somebody who teaches.",
                 PROVOST_INDEXES({"login", true, {"login_key"}, &provost::people::login_index}),
                 PROVOST_FIELD(id, "Identity in this store."), PROVOST_FIELD(version, "Counts the changes."),
                 PROVOST_FIELD(login, "Name to sign in with, as it was spelled last.").required().at_most(100),
                 PROVOST_FIELD(login_key, "The login in its one canonical spelling, made of it."),
                 PROVOST_FIELD(name, "Name.").at_most(100).personal(),
                 PROVOST_FIELD(group, "Group that makes the person a tutor.").at_most(100),
                 PROVOST_FIELD(position, "Position, for example Head trainer.").at_most(100));
