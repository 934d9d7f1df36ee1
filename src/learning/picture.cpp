// What the picture of a course shows.
#include "learning/picture.hpp"

#include "learning/compile.hpp"

namespace provost::learning {

namespace {

using catalogue::ActionKind;
using catalogue::ConditionKind;

std::string text_of(const catalogue::RuleCondition& condition) {
    switch (*condition.kind) {
        case ConditionKind::confirmed_by_participant: return "confirmed";
        case ConditionKind::confirmed_by_tutor: return "confirmed by a tutor";
        case ConditionKind::status: return std::string(word(condition.ending.value_or(catalogue::Ending::passed)));
        case ConditionKind::percentage: break;
    }
    std::string text;
    if (condition.at_least) text = "at least " + to_text(*condition.at_least) + " %";
    if (condition.below) text += (text.empty() ? "below " : ", below ") + to_text(*condition.below) + " %";
    return text;
}

std::string text_of(const catalogue::Rule& rule) {
    std::string text;
    for (const auto& condition : rule.conditions) text += (text.empty() ? "" : " and ") + text_of(condition);
    if (text.empty()) text = "from the beginning";
    if (rule.tries) text += " (" + std::to_string(*rule.tries) + (*rule.tries == 1 ? " try)" : " tries)");
    if (rule.not_before) text += ", not before " + to_text(*rule.not_before);
    return text;
}

std::string_view text_of(Ended ends) {
    switch (ends) {
        case Ended::no: break;
        case Ended::unregistered: return "unregistered";
        case Ended::passed: return "passed";
        case Ended::failed: return "failed";
    }
    return {};
}

AtBeginning state_of(const Ways& ways, const Spot& spot, int component) {
    const auto kind = ways.logic().components[static_cast<std::size_t>(component)].kind;
    if (!ways.is_for_learners(component)) {
        return kind == catalogue::ComponentKind::folder ? AtBeginning::folder : AtBeginning::for_tutors;
    }
    if (ways.is_open(spot, component)) return AtBeginning::open;
    return opening_of(ways.logic(), spot.state, component).unlocked ? AtBeginning::waiting : AtBeginning::locked;
}

class Drawing {
public:
    Drawing(const CourseLogic& course, const Checked& checked) : course_(course), ways_(course) {
        picture_.logic = course;
        picture_.findings = checked.findings;
        picture_.summary = checked.summary;
    }
    LogicPicture made() {
        Trace trace;
        const Spot spot = ways_.begin(trace);
        for (std::size_t i = 0; i < course_.components.size(); ++i) add_component(spot, i);
        for (std::size_t i = 0; i < course_.rules.size(); ++i) add_rule(i);
        return std::move(picture_);
    }

private:
    void add_component(const Spot& spot, std::size_t i) {
        const Logic::Component& its = ways_.logic().components[i];
        PictureComponent& made = picture_.components.emplace_back();
        made.key = course_.components[i].key;
        made.state = state_of(ways_, spot, static_cast<int>(i));
        made.limit = its.limit;
        made.counted = its.counted;
        for (const auto& percent : ways_.percents(static_cast<int>(i))) {
            if (percent) made.percents.push_back(to_text(*percent));
        }
        for (std::size_t n = 0; n < picture_.findings.size(); ++n) {
            const LogicFinding& finding = picture_.findings[n];
            const bool in_loop = std::ranges::find(finding.components, made.key) != finding.components.end();
            if (finding.component != made.key && !in_loop) continue;
            made.findings.push_back(static_cast<std::int64_t>(n));
            const auto code = finding.code.name();
            if (code == "check.unreachable" || in_loop) made.state = AtBeginning::out_of_reach;
        }
    }
    [[nodiscard]] std::vector<std::string> keys(const std::vector<int>& components) const {
        std::vector<std::string> keys;
        for (const int each : components) keys.push_back(course_.components[static_cast<std::size_t>(each)].key);
        return keys;
    }
    void add_rule(std::size_t i) {
        const Logic::Rule& its = ways_.logic().rules[i];
        PictureRule& made = picture_.rules.emplace_back();
        made.key = course_.rules[i].key;
        made.asks = text_of(course_.rules[i]);
        made.opens = keys(its.opens);
        made.locks = keys(its.locks);
        for (const auto& folder : its.folders) {
            made.fills.push_back(course_.components[static_cast<std::size_t>(folder.component)].key);
        }
        made.ends = text_of(its.ends);
        for (std::size_t n = 0; n < picture_.findings.size(); ++n) {
            if (picture_.findings[n].rule == made.key) made.findings.push_back(static_cast<std::int64_t>(n));
        }
    }

    const CourseLogic& course_;
    Ways ways_;
    LogicPicture picture_;
};

}  // namespace

LogicPicture picture_of(const CourseLogic& course, const Checked& checked) { return Drawing(course, checked).made(); }

}  // namespace provost::learning
