// What settings of a course name by key: course room types, nodes of classification trees.
#pragma once

#include <provost/plan/request.hpp>

namespace provost::catalogue {

/// A type of course room: what participants find there. Since 0.1. [IMC-CT-13]
struct CourseRoom {
    Id<CourseRoom> id;
    std::int64_t version = 0;
    std::string key;
    std::string name;
    std::vector<std::string> rating_categories;
    bool show_progress = false;
};

/// A node of one of the host's classification trees. Since 0.1. [IMC-MISC-03]
struct ClassificationNode {
    Id<ClassificationNode> id;
    std::int64_t version = 0;
    std::string key;
    std::string tree;
    std::string name;
    Id<ClassificationNode> parent;
};

/// Defines a node, or brings it up to date. Since 0.1.
struct DefineClassification {
    Head head;
    std::string classification;
    std::string tree;
    std::string name;
    Ref<ClassificationNode> parent;
};

}  // namespace provost::catalogue

PROVOST_DESCRIBE(provost::catalogue::CourseRoom, record, "course_room", "A type of course room.",
                 PROVOST_INDEXES({"key", true, {"key"}}), PROVOST_FIELD(id, "Identity in this store."),
                 PROVOST_FIELD(version, "Counts the changes."),
                 PROVOST_FIELD(key, "What courses call it.").required().key(),
                 PROVOST_FIELD(name, "Name.").required().at_most(200).line(),
                 PROVOST_FIELD(rating_categories, "What participants rate.").at_most(100),
                 PROVOST_FIELD(show_progress, "Whether participants see their progress."));

PROVOST_DESCRIBE(provost::catalogue::ClassificationNode, record, "classification_node",
                 "A node of a classification tree.", PROVOST_INDEXES({"key", true, {"key"}}, {"tree", false, {"tree"}}),
                 PROVOST_FIELD(id, "Identity in this store."), PROVOST_FIELD(version, "Counts the changes."),
                 PROVOST_FIELD(key, "What courses call it, in all trees."), PROVOST_FIELD(tree, "Key of its tree."),
                 PROVOST_FIELD(name, "Name."), PROVOST_FIELD(parent, "Node above it; none at the root."));

PROVOST_REQUEST(provost::catalogue::DefineClassification, "define_classification",
                "Defines a node of a classification tree, or updates it.",
                PROVOST_FIELD(classification, "What courses call it, in all trees.").required().key(100),
                PROVOST_FIELD(tree, "Key of its tree.").required().key(100),
                PROVOST_FIELD(name, "Name.").required().at_most(200).line(),
                PROVOST_FIELD(parent, "Key of the node above it; absent at the root."));
