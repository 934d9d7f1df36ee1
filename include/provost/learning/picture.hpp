// The picture of a course's learning logic: what an author sees of it, and what the page of the Python package plays.
#pragma once

#include <provost/learning/check.hpp>

namespace provost::learning {

/// How a component stands when a participant begins. Since 0.1. [IMC-SYL-10]
enum class AtBeginning : std::uint8_t { open, locked, waiting, out_of_reach, folder, for_tutors };

/// A component in the picture. Since 0.1.
struct PictureComponent {
    std::string key;
    AtBeginning state = AtBeginning::open;
    std::int64_t limit = 0;
    std::vector<std::string> percents;
    bool counted = false;
    std::vector<std::int64_t> findings;
};

/// A rule in the picture. Since 0.1.
struct PictureRule {
    std::string key;
    std::string asks;
    std::vector<std::string> opens;
    std::vector<std::string> locks;
    std::vector<std::string> fills;
    std::string ends;
    std::vector<std::int64_t> findings;
};

/// A course's logic, how it stands at the beginning, and what the check found. Since 0.1. [IMC-LL-24]
struct LogicPicture {
    CourseLogic logic;
    std::vector<PictureComponent> components;
    std::vector<PictureRule> rules;
    std::vector<LogicFinding> findings;
    LogicSummary summary;
};

}  // namespace provost::learning

template <>
struct provost::Choices<provost::learning::AtBeginning> {
    static constexpr auto rows = std::to_array<ChoiceRow>({
        {0, "open", "It can be opened at once."},
        {1, "locked", "A rule has to open it."},
        {2, "waiting", "Its time has not come."},
        {3, "out_of_reach", "Nobody ever comes to it."},
        {4, "folder", "A folder: what lies in it is opened."},
        {5, "for_tutors", "Learners do not see it."},
    });
};

PROVOST_DESCRIBE(provost::learning::PictureComponent, document, "picture_component", "A component in the picture.",
                 PROVOST_NO_INDEX, PROVOST_FIELD(key, "What the course calls it."),
                 PROVOST_FIELD(state, "How it stands when a participant begins."),
                 PROVOST_FIELD(limit, "How many tries there are; 0: as many as one likes."),
                 PROVOST_FIELD(percents, "The fewest percent of each range between which its rules tell."),
                 PROVOST_FIELD(counted, "Whether it counts for progress."),
                 PROVOST_FIELD(findings, "Which of the findings are about it, from 0."));

PROVOST_DESCRIBE(provost::learning::PictureRule, document, "picture_rule", "A rule in the picture.", PROVOST_NO_INDEX,
                 PROVOST_FIELD(key, "What the course calls it."), PROVOST_FIELD(asks, "What it asks for, in English."),
                 PROVOST_FIELD(opens, "Keys of what it opens, with what lies in folders."),
                 PROVOST_FIELD(locks, "Keys of what it locks, with what lies in folders."),
                 PROVOST_FIELD(fills, "Keys of the folders that it processes."),
                 PROVOST_FIELD(ends, "How it ends the course: passed, failed, unregistered; absent: it does not."),
                 PROVOST_FIELD(findings, "Which of the findings are about it, from 0."));

PROVOST_DESCRIBE(provost::learning::LogicPicture, document, "logic_picture", "The picture of a course's logic.",
                 PROVOST_NO_INDEX, PROVOST_FIELD(logic, "The course's components and rules."),
                 PROVOST_FIELD(components, "Each component, in their order."),
                 PROVOST_FIELD(rules, "Each rule, in their order."), PROVOST_FIELD(findings, "What the check found."),
                 PROVOST_FIELD(summary, "The check in figures."));
