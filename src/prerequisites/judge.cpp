// Prerequisites as a condition over achievements.
#include "prerequisites/judge.hpp"

#include "base/code_table.hpp"
#include "condition/condition.hpp"
#include "enrolment/outcome.hpp"

namespace provost::prerequisites {

namespace {

using enrolment::Activity;

// IMC-PRE-26: a recorded successful achievement of the subject, dated on or before the day, with or without a course.
bool fulfils(const Activity& activity, Day day) {
    return enrolment::is_successful(activity.outcome) && activity.end_on && *activity.end_on <= day;
}

Evidence evidence_of(const Activity& activity) {
    return {"activity", activity.id.value, activity.outcome, activity.end_on};
}

// Whether a record says something about that day: an outcome reached by then, or an achievement without a course, which
// is shown even when it came too late. What a course brings later is left out: the answer is the same whenever it is
// asked.
bool bears_on(const Activity& activity, Day day) {
    if (!activity.enrolment) return true;
    return !activity.outcome.empty() && activity.end_on && *activity.end_on <= day;
}

// The wanted achievement with the records that count or, unmet, with those that do not.
Reason leaf_reason(const Prerequisite& prerequisite, const Many<Activity>& achievements, Day day, Mark mark) {
    Reason reason{
        "prerequisite.achievement"_code, mark, {{"subject", prerequisite.subject}, {"day", to_text(day)}}, {}, {}};
    for (const Activity& activity : achievements) {
        const bool counts = activity.subject == prerequisite.subject && fulfils(activity, day) == (mark == Mark::met);
        if (counts && bears_on(activity, day)) reason.evidence.push_back(evidence_of(activity));
    }
    return reason;
}

}  // namespace

Judgement judge(const Many<Prerequisite>& required, const Many<Activity>& achievements, Day day, bool explains) {
    std::vector<const Prerequisite*> wanted;
    std::vector<Condition> parts;
    std::vector<Mark> marks;
    for (const auto& prerequisite : required) {
        Mark mark = Mark::not_met;
        for (const Activity& activity : achievements) {
            if (activity.subject == prerequisite.subject && fulfils(activity, day)) mark = Mark::met;
        }
        parts.push_back(Condition::of(wanted.size()));
        wanted.push_back(&prerequisite);
        marks.push_back(mark);
    }
    const auto all = Condition::all(std::move(parts));  // IMC-PRE-03: every item of the set must hold
    Judgement judgement;
    judgement.mark = evaluate(all, marks);
    if (!explains) return judgement;
    const auto leaf = [&](std::size_t i) { return leaf_reason(*wanted[i], achievements, day, marks[i]); };
    judgement.reason = explain(all, marks, leaf);
    judgement.reason.code = "prerequisite.all"_code;
    if (admits(judgement.mark)) return judgement;
    for (const auto open : nearest_change(all, marks).leaves) {
        judgement.nearest.push_back({"prerequisite.achievement"_code,
                                     Mark::not_met,
                                     {{"subject", wanted[open]->subject}, {"day", to_text(day)}},
                                     {},
                                     {}});
    }
    return judgement;
}

}  // namespace provost::prerequisites
