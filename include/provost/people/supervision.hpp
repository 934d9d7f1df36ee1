// Who supervises a learner.
#pragma once

#include <provost/people/learner.hpp>

namespace provost::people {

/// The supervisors of a learner: the direct one first, then those above. Since 0.1. [IMC-REG-05]
struct Supervision {
    Id<Supervision> id;
    std::int64_t version = 0;
    Id<Learner> learner;
    std::vector<std::int64_t> supervisors;
};

/// Says who supervises a learner: all are told. Since 0.1.
struct DefineSupervision {
    Head head;
    Ref<Learner> learner;
    std::vector<std::string> supervisors;
};

}  // namespace provost::people

PROVOST_DESCRIBE(provost::people::Supervision, record, "supervision", "Who supervises a learner.",
                 PROVOST_INDEXES({"learner", true, {"learner"}}), PROVOST_FIELD(id, "Identity in this store."),
                 PROVOST_FIELD(version, "Counts the changes."), PROVOST_FIELD(learner, "Who is supervised."),
                 PROVOST_FIELD(supervisors, "Ids of the supervisors, who are learners, too: the direct one first."));

PROVOST_REQUEST(provost::people::DefineSupervision, "define_supervision", "Says who supervises a learner.",
                PROVOST_FIELD(learner, "Login of the learner.").required(),
                PROVOST_FIELD(supervisors, "Logins of the supervisors, the direct one first, then those above.")
                    .at_most(20)
                    .personal());
