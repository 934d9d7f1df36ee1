// Groups of learners.
#pragma once

#include <provost/people/learner.hpp>

namespace provost::people {

/// People who are meant together. Its members are those named here: who is in it is in the group above it only when
/// it says so, and for clearances only. Since 0.1. [IMC-ACL-06]
struct Group {
    Id<Group> id;
    std::int64_t version = 0;
    std::string key;
    std::string name;
    std::vector<std::int64_t> members;
    Id<Group> parent;
    bool inherit_parents = false;
};

/// Defines a group, or brings it up to date: all its members are told. Since 0.1.
struct DefineGroup {
    Head head;
    std::string group;
    std::string name;
    std::vector<std::string> members;
    Ref<Group> parent;
    std::optional<bool> inherit_parents;
};

}  // namespace provost::people

PROVOST_DESCRIBE(provost::people::Group, record, "group", "Learners who are meant together.",
                 PROVOST_INDEXES({"key", true, {"key"}}), PROVOST_FIELD(id, "Identity in this store."),
                 PROVOST_FIELD(version, "Counts the changes."), PROVOST_FIELD(key, "What settings call it."),
                 PROVOST_FIELD(name, "Name."), PROVOST_FIELD(members, "Ids of the learners in it, ascending."),
                 PROVOST_FIELD(parent, "Group above it; its members are not members here."),
                 PROVOST_FIELD(inherit_parents, "Whether clearances of the group above are those of this one too."));

PROVOST_REQUEST(provost::people::DefineGroup, "define_group", "Defines a group of learners, or updates it.",
                PROVOST_FIELD(group, "What settings call it.").required().key(),
                PROVOST_FIELD(name, "Name.").required().at_most(200).line(),
                PROVOST_FIELD(members, "Logins of the learners in it.").at_most(100'000).personal(),
                PROVOST_FIELD(parent, "Key of the group above it."),
                PROVOST_FIELD(inherit_parents,
                              "Whether clearances of the group above are those of this one too; absent: as before."));
