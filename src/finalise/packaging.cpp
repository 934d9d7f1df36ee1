// Counting by packaging rules. What is over the most of a group or of several groups does not count; the rules are
// nested (catalogue/packaging.cpp), so that counting from the inside has one answer.
#include "finalise/packaging.hpp"

#include "base/list_text.hpp"
#include "condition/condition.hpp"
#include "enrolment/target.hpp"

#include <algorithm>

namespace provost::finalise {

namespace {

using catalogue::ElectiveGroup;
using catalogue::PackagedUnit;
using catalogue::Packaging;
using enrolment::Activity;

// So much must, and so much may come from these groups.
struct Bounds {
    std::vector<std::string> groups;
    std::int64_t least = 0;
    std::optional<std::int64_t> most{};
    std::int64_t found = 0;

    [[nodiscard]] bool has(const std::string& key) const { return std::ranges::find(groups, key) != groups.end(); }
    [[nodiscard]] bool holds(const Bounds& other) const {
        return std::ranges::all_of(other.groups, [&](const std::string& key) { return has(key); });
    }
};

// Two bounds of the same groups are one.
void add(Bounds bounds, std::vector<Bounds>& all) {
    const auto same =
        std::ranges::find_if(all, [&](const Bounds& other) { return other.holds(bounds) && bounds.holds(other); });
    if (same == all.end()) return all.push_back(std::move(bounds));
    same->least = std::max(same->least, bounds.least);
    if (bounds.most) same->most = std::min(*bounds.most, same->most.value_or(*bounds.most));
}

// The bounds of a program, those of fewer groups first; the last one is about all electives.
std::vector<Bounds> bounds_of(const Packaging& packaging) {
    std::vector<Bounds> all;
    Bounds whole{{}, packaging.electives};
    for (const ElectiveGroup& group : packaging.groups) {
        all.push_back({{group.key}, group.least, group.most});
        whole.groups.push_back(group.key);
    }
    for (const auto& rule : packaging.rules) add({rule.groups, rule.least, rule.most}, all);
    add(std::move(whole), all);
    std::ranges::stable_sort(all, {}, [](const Bounds& bounds) { return bounds.groups.size(); });
    return all;
}

// What was achieved of a program up to a day: of each unit the first achievement.
class Achieved {
public:
    Achieved(const Packaging& packaging, std::span<const Activity* const> activities) : packaging_(packaging) {
        for (const Activity* activity : activities) {
            if (!activity->end_on || !counts(activity->outcome, packaging.non_assessed)) continue;
            const auto same = std::ranges::find(first_, activity->subject, &Activity::subject);
            if (same == first_.end()) {
                first_.push_back(activity);
            } else if (*activity->end_on < *(*same)->end_on) {
                *same = activity;
            }
        }
        std::ranges::stable_sort(first_, {}, [](const Activity* each) { return *each->end_on; });
    }

    [[nodiscard]] const std::vector<const Activity*>& all() const { return first_; }
    [[nodiscard]] const Activity* of(std::string_view subject, Day until) const {
        const auto found = std::ranges::find(first_, subject, &Activity::subject);
        return found == first_.end() || *(*found)->end_on > until ? nullptr : *found;
    }
    /// The group in which a unit counts; null for core units and for what counts nowhere.
    [[nodiscard]] const std::string* group_of(const std::string& subject) const {
        const auto unit = std::ranges::find(packaging_.units, subject, &PackagedUnit::subject);
        if (unit != packaging_.units.end()) return unit->group.empty() ? nullptr : &unit->group;
        const auto open = std::ranges::find(packaging_.groups, true, &ElectiveGroup::takes_others);
        return open == packaging_.groups.end() ? nullptr : &open->key;
    }
    [[nodiscard]] std::int64_t weight(const std::string& subject) const {
        if (packaging_.measure == catalogue::Measure::units) return 1;
        const auto unit = std::ranges::find(packaging_.units, subject, &PackagedUnit::subject);
        return unit == packaging_.units.end() ? 1 : unit->points;
    }
    [[nodiscard]] std::int64_t in_group(const std::string& key, Day until) const {
        std::int64_t sum = 0;
        for (const Activity* each : first_) {
            const std::string* group = group_of(each->subject);
            if (*each->end_on <= until && group != nullptr && *group == key) sum += weight(each->subject);
        }
        return sum;
    }

private:
    const Packaging& packaging_;
    std::vector<const Activity*> first_;
};

// From the inside: what inner bounds let count is counted by the outer ones.
void count(std::vector<Bounds>& all, const Achieved& achieved, Day until) {
    std::vector<const Bounds*> outermost;
    for (Bounds& bounds : all) {
        const bool is_innermost = bounds.groups.size() == 1 &&
                                  std::ranges::none_of(outermost, [&](auto* inner) { return bounds.holds(*inner); });
        bounds.found = is_innermost ? achieved.in_group(bounds.groups.front(), until) : 0;
        for (const Bounds* inner : outermost) bounds.found += bounds.holds(*inner) ? inner->found : 0;
        std::erase_if(outermost, [&](const Bounds* inner) { return bounds.holds(*inner); });
        if (bounds.most) bounds.found = std::min(bounds.found, *bounds.most);
        outermost.push_back(&bounds);
    }
}

// The rules as a condition: leaves are core units, then bounds. FIN-CRD-02
class Rules {
public:
    explicit Rules(const Packaging& packaging) : bounds_(bounds_of(packaging)) {
        for (const PackagedUnit& unit : packaging.units) {
            if (unit.group.empty()) core_.push_back(&unit);
        }
        std::vector<Condition> core, electives;
        for (std::size_t i = 0; i < core_.size(); ++i) core.push_back(Condition::of(i));
        for (std::size_t i = 0; i < bounds_.size(); ++i) {
            if (bounds_[i].least > 0) electives.push_back(Condition::of(core_.size() + i));
        }
        condition_ = Condition::all({Condition::all(core), Condition::all(electives)});
    }

    [[nodiscard]] bool hold(const Achieved& achieved, Day until) {
        count(bounds_, achieved, until);
        marks_.clear();
        for (const PackagedUnit* unit : core_) {
            marks_.push_back(achieved.of(unit->subject, until) != nullptr ? Mark::met : Mark::not_met);
        }
        for (const Bounds& each : bounds_) marks_.push_back(each.found >= each.least ? Mark::met : Mark::not_met);
        return evaluate(condition_, marks_) == Mark::met;
    }
    /// Of what `hold` has found.
    [[nodiscard]] Reason tree(const Achieved& achieved) const {
        Reason tree = explain(condition_, marks_, [&](std::size_t i) { return reason(i, achieved); });
        tree.code = "packaging.rules"_code;
        tree.parts[0].code = "packaging.core"_code;
        tree.parts[1].code = "packaging.electives"_code;
        return tree;
    }
    [[nodiscard]] std::vector<Reason> missing(const Achieved& achieved) const {
        std::vector<Reason> reasons;
        for (const auto leaf : nearest_change(condition_, marks_).leaves) reasons.push_back(reason(leaf, achieved));
        return reasons;
    }

private:
    [[nodiscard]] Reason reason(std::size_t leaf, const Achieved& achieved) const {
        if (leaf < core_.size()) {
            Reason made{"packaging.unit"_code, marks_[leaf], {{"subject", core_[leaf]->subject}}, {}, {}};
            if (const auto* found = achieved.of(core_[leaf]->subject, latest_day)) add(*found, made);
            return made;
        }
        const Bounds& bounds = bounds_[leaf - core_.size()];
        std::string groups;
        for (const std::string& key : bounds.groups) add_to_list(groups, key);
        const auto lacking = std::max<std::int64_t>(bounds.least - bounds.found, 0);
        Reason made{"packaging.bounds-of"_code,
                    marks_[leaf],
                    {{"groups", std::move(groups)},
                     {"least", std::to_string(bounds.least)},
                     {"found", std::to_string(bounds.found)},
                     {"missing", std::to_string(lacking)}},
                    {},
                    {}};
        for (const Activity* each : achieved.all()) {
            const std::string* group = achieved.group_of(each->subject);
            if (group != nullptr && bounds.has(*group)) add(*each, made);
        }
        return made;
    }
    static void add(const Activity& activity, Reason& reason) {
        reason.evidence.push_back(
            {"activity", activity.id.value, activity.subject + " " + activity.outcome, activity.end_on});
    }

    std::vector<Bounds> bounds_;
    std::vector<const PackagedUnit*> core_;
    Condition condition_;
    std::vector<Mark> marks_;
};

}  // namespace

bool counts(std::string_view outcome, bool non_assessed) {
    return enrolment::is_successful(outcome) && (outcome != "81" || non_assessed);
}

Activities activities_of(const AwardFacts& facts) {
    Activities all;
    for (const Activity& activity : facts.in_program) all.push_back(&activity);
    for (const Activity& activity : facts.by_subject) {
        if (!activity.program_enrolment) all.push_back(&activity);
    }
    return all;
}

PackagingFound packaging_missing(const Packaging& packaging, std::span<const Activity* const> activities,
                                 bool explains) {
    const Achieved achieved(packaging, activities);
    Rules rules(packaging);
    PackagingFound found;
    found.complete = rules.hold(achieved, latest_day);
    if (explains) found.reason = rules.tree(achieved);
    if (!found.complete) {
        found.nearest = rules.missing(achieved);
        return found;
    }
    const auto& all = achieved.all();
    const auto last =
        std::ranges::partition_point(all, [&](const Activity* each) { return !rules.hold(achieved, *each->end_on); });
    if (last != all.end()) found.met_on = (*last)->end_on;
    return found;
}

std::optional<AwardFacts> award_facts(const enrolment::ProgramEnrolment& program, const Activities& in_program,
                                      const Context& context) {
    const auto packaging = context.find<Packaging>(0, {{program.program.value, {}, false}});
    const auto credentials = context.find<Credential>(find_index(type_of<Credential>(), "program_enrolment"),
                                                      {{program.id.value, {}, false}});
    if (!packaging || !credentials) return std::nullopt;
    AwardFacts facts;
    facts.enrolment.record = &program;
    facts.credentials = *credentials;
    for (const Activity* activity : in_program) facts.in_program.records.push_back(activity);
    if (packaging->empty()) return facts;
    facts.packaging.record = packaging->records.front();
    const int of_learner = find_index(type_of<Activity>(), "learner_subject");
    bool known = true;
    for (const PackagedUnit& unit : facts.packaging->units) {
        const auto found =
            context.find<Activity>(of_learner, {{program.learner.value, {}, false}, {0, unit.subject, true}});
        known = known && found;
        if (!found) continue;
        auto& all = facts.by_subject.records;
        all.insert(all.end(), found->records.begin(), found->records.end());
    }
    return known ? std::optional(std::move(facts)) : std::nullopt;
}

std::optional<Day> last_requirement(const AwardFacts& facts) {
    if (facts.packaging) return packaging_missing(*facts.packaging, activities_of(facts), false).met_on;
    std::optional<Day> last;
    for (const Activity& each : facts.in_program) {
        if (!each.end_on) continue;
        const auto* outcome = enrolment::find_outcome_for(facts.enrolment->target, each.outcome, *each.end_on);
        if (outcome != nullptr && outcome->successful) last = std::max(last, each.end_on);
    }
    return last;
}

void check_packaging(const CheckPackaging&, const LearnerInProgram& facts, Context& context, Decision& decision) {
    if (!facts.of.packaging) return decision.refuse("packaging.not-defined"_code);
    auto found = packaging_missing(*facts.of.packaging, activities_of(facts.of), context.explains());
    if (!found.complete) {
        decision.refuse("packaging.incomplete"_code, {{"program", facts.program->code}});
        decision.reason.parts = std::move(found.reason.parts);
        decision.nearest = std::move(found.nearest);
        return;
    }
    decision.reason = std::move(found.reason);
    decision.unchanged(facts.of.enrolment->id.value);
    if (!found.met_on) return;
    ReportLine line;
    line.item = "completed_on";
    line.value = '"' + to_text(*found.met_on) + '"';
    decision.report.push_back(std::move(line));
}

}  // namespace provost::finalise
