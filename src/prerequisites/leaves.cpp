// The leaves of prerequisites: what each asks for, and which records answer it.
#include "base/code_table.hpp"
#include "enrolment/outcome.hpp"
#include "prerequisites/compile.hpp"
#include "prerequisites/judge.hpp"
#include "prerequisites/reached.hpp"

namespace provost::prerequisites {

namespace {

using catalogue::Minimum;
using catalogue::NodeKind;
using enrolment::Activity;
using enrolment::Enrolment;
using enrolment::State;
using Node = catalogue::PrerequisiteNode;

bool is_by(const std::optional<Day>& when, Day day) { return when && *when <= day; }

Reached reached(const Enrolment& place, Day day) {
    return steps_of({place.state, day_number(place.enrolled_on), day_number(place.started_on),
                     day_number(place.ended_on), day_number(place.valid_until)})
        .reached(day_number(day));
}

Mark as_mark(Reached best, Minimum minimum) { return prerequisites::as_mark(best, least_of(minimum)); }

// IMC-PRE-20: the best of several records.
template <class Counts>
Reached best_of(const Many<Enrolment>& places, const Case& asked, Counts counts) {
    auto best = Reached::nothing;
    for (const Enrolment& place : places) {
        if (place.learner == asked.learner && counts(place)) best = std::max(best, reached(place, asked.day));
    }
    return best;
}

// IMC-PRE-26: a recorded successful achievement of the subject, dated on or before the day, with or without a course.
bool fulfils(const Activity& activity, Day day) {
    const auto steps = steps_of_achievement(enrolment::is_successful(activity.outcome), day_number(activity.end_on));
    return steps.reached(day_number(day)) == Reached::completed;
}

// Codes of one package begin alike: how they end tells them apart at once.
bool is_same_code(std::string_view a, std::string_view b) {
    return a.size() == b.size() && a.back() == b.back() && a == b;
}

template <class T>
const T* target_of(const Node& node, const Many<T>& records) {
    return records.first([&](const T& record) { return record.id.value == node.target; });
}

// A subject, and what the learner has done in it.
struct Attempts {
    std::string_view subject;
    const Many<Activity>& all;

    template <class Visit>
    void each(const Case& asked, Visit visit) const {
        if (subject.empty()) return;
        for (const Activity& activity : all) {
            if (activity.learner == asked.learner && is_same_code(activity.subject, subject)) visit(activity);
        }
    }
};

// IMC-PRE-26: of a template those in the subject that it trains by now.
Attempts attempts(const Node& node, const Case& asked) {
    if (node.kind == NodeKind::subject) return {node.subject, asked.evidence.achievements};
    const auto* made = target_of(node, asked.evidence.templates);
    return {made == nullptr ? std::string_view() : made->subject_code, asked.evidence.template_achievements};
}

bool achieved(const Node& node, const Case& asked) {
    bool found = false;
    attempts(node, asked).each(asked, [&](const Activity& each) { found = found || fulfils(each, asked.day); });
    return found;
}

const people::LearnerFact* fact_for(const Node& node, const Case& asked) {
    const auto about = fact_of(node);
    for (const auto& fact : asked.evidence.facts) {
        if (fact.learner != asked.learner || fact.about != about) continue;
        const auto steps = lasting(day_number(fact.from_on), day_number(fact.until_on));
        if (steps.reached(day_number(asked.day)) == Reached::completed) return &fact;
    }
    return nullptr;
}

// IMC-PRE-19: what is covered counts as completed.
bool is_covered(const Node& node, const Case& asked) {
    const auto* fact = fact_for(node, asked);
    return fact != nullptr && fact->holds;
}

// IMC-PRE-22: of a fact that nobody told nothing is known.
Mark mark_of_fact(const Node& node, const Case& asked) {
    const auto* fact = fact_for(node, asked);
    if (fact == nullptr) return Mark::unknown;
    return fact->holds && fact->level >= level_of(node) ? Mark::met : Mark::not_met;
}

Reached reached_in(std::int64_t course, const Many<Enrolment>& places, const Case& asked) {
    return best_of(places, asked, [&](const Enrolment& place) { return place.course.value == course; });
}

// IMC-PRE-16: one of the group is enough, unless all are wanted; nobody meets an empty group.
Mark mark_of_group(const Node& node, const Case& asked) {
    const auto* group = target_of(node, asked.evidence.course_groups);
    if (group == nullptr || group->courses.empty()) return Mark::not_met;
    const Minimum minimum = minimum_of(node, asked.usual);
    auto best = Mark::not_met, worst = Mark::met;
    for (const auto course : group->courses) {
        const Mark mark = as_mark(reached_in(course, asked.evidence.group_places, asked), minimum);
        best = std::max(best, mark);
        worst = std::min(worst, mark);
    }
    return node.whole ? worst : best;
}

// IMC-PRE-17: concluded with success, each of its courses; how far somebody is in it does not count.
Mark mark_of_path(const Node& node, const Case& asked) {
    const auto* path = target_of(node, asked.evidence.paths);
    if (path == nullptr || path->courses.empty()) return Mark::not_met;
    for (const auto course : path->courses) {
        if (reached_in(course, asked.evidence.path_places, asked) != Reached::completed) return Mark::not_met;
    }
    return Mark::met;
}

Mark mark_of_membership(const Node& node, const Case& asked) {
    const auto* group = target_of(node, asked.evidence.groups);
    const bool in = group != nullptr && std::ranges::binary_search(group->members, asked.learner.value);
    return in ? Mark::met : Mark::not_met;
}

// IMC-PRE-15: any course of any version of the template; IMC-PRE-26: or the achievement of its subject.
Mark mark_of_template(const Node& node, const Case& asked) {
    if (achieved(node, asked) || is_covered(node, asked)) return Mark::met;
    const auto is_its = [&](const Enrolment& place) { return place.course_template.value == node.target; };
    return as_mark(best_of(asked.evidence.template_places, asked, is_its), minimum_of(node, asked.usual));
}

// The records that a leaf rests on. Of achievements those that count, or that do not: an outcome reached by then, or an
// achievement without a course, which is shown even when it came too late. What a course brings later is left out: the
// answer is the same whenever it is asked.
void add_achievements(Reason& reason, const Node& node, const Case& asked) {
    attempts(node, asked).each(asked, [&](const Activity& activity) {
        if (fulfils(activity, asked.day) != (reason.mark == Mark::met)) return;
        const bool bears = !activity.enrolment || (!activity.outcome.empty() && is_by(activity.end_on, asked.day));
        if (bears) reason.evidence.push_back({"activity", activity.id.value, activity.outcome, activity.end_on});
    });
}

template <class Counts>
void add_places(Reason& reason, const Many<Enrolment>& places, const Case& asked, Counts counts) {
    for (const Enrolment& place : places) {
        if (place.learner != asked.learner || !counts(place) || !is_by(place.enrolled_on, asked.day)) continue;
        const auto how = reached(place, asked.day);
        const bool then = how == Reached::enrolled || how == Reached::in_progress;
        const State shown = then ? (how == Reached::enrolled ? State::registered : State::in_progress) : place.state;
        const auto day = then ? (how == Reached::enrolled ? place.enrolled_on : place.started_on) : place.ended_on;
        reason.evidence.push_back({"enrolment", place.id.value, std::string(word(shown)), day});
    }
}

void add_evidence(Reason& reason, const Node& node, const Case& asked) {
    const Evidence& known = asked.evidence;
    const auto of_list = [&](const auto& lists, const Many<Enrolment>& places) {
        const auto* list = target_of(node, lists);
        if (list == nullptr) return;
        add_places(reason, places, asked, [&](const Enrolment& place) {
            return std::ranges::find(list->courses, place.course.value) != list->courses.end();
        });
    };
    switch (node.kind) {
        case NodeKind::subject: return add_achievements(reason, node, asked);
        case NodeKind::course:
            add_places(reason, known.places, asked,
                       [&](const auto& place) { return place.course.value == node.target; });
            break;
        case NodeKind::course_template:
            add_achievements(reason, node, asked);
            add_places(reason, known.template_places, asked,
                       [&](const auto& place) { return place.course_template.value == node.target; });
            break;
        case NodeKind::course_group: return of_list(known.course_groups, known.group_places);
        case NodeKind::path: return of_list(known.paths, known.path_places);
        case NodeKind::group:
        case NodeKind::set: return;
        default: break;
    }
    if (const auto* fact = fact_for(node, asked)) {
        reason.evidence.push_back({"learner_fact", fact->id.value, std::to_string(fact->level), fact->from_on});
    }
}

Reason question(const Node& node, const Case& asked) {
    const std::string minimum(word(minimum_of(node, asked.usual)));
    switch (node.kind) {
        case NodeKind::subject:
            return {"prerequisite.achievement"_code, {}, {{"subject", node.key}, {"day", to_text(asked.day)}}};
        case NodeKind::course: return {"prerequisite.course"_code, {}, {{"course", node.key}, {"minimum", minimum}}};
        case NodeKind::course_template:
            return {"prerequisite.template"_code, {}, {{"template", node.key}, {"minimum", minimum}}};
        case NodeKind::course_group:
            return {node.whole ? "prerequisite.whole-group"_code : "prerequisite.course-group"_code,
                    {},
                    {{"course_group", node.key}, {"minimum", minimum}}};
        case NodeKind::path: return {"prerequisite.path"_code, {}, {{"path", node.key}}};
        case NodeKind::group: return {"prerequisite.group"_code, {}, {{"group", node.key}}};
        case NodeKind::skill:
            return {"prerequisite.skill"_code, {}, {{"skill", node.key}, {"level", std::to_string(node.level)}}};
        default: return {"prerequisite.job-profile"_code, {}, {{"job_profile", node.key}}};
    }
}

}  // namespace

Mark mark_of(const Node& node, const Case& asked) {
    switch (node.kind) {
        case NodeKind::subject: return achieved(node, asked) ? Mark::met : Mark::not_met;
        case NodeKind::course:
            if (is_covered(node, asked)) return Mark::met;
            return as_mark(reached_in(node.target, asked.evidence.places, asked), minimum_of(node, asked.usual));
        case NodeKind::course_template: return mark_of_template(node, asked);
        case NodeKind::course_group: return mark_of_group(node, asked);
        case NodeKind::path: return mark_of_path(node, asked);
        case NodeKind::group: return mark_of_membership(node, asked);
        case NodeKind::skill:
        case NodeKind::job_profile: return mark_of_fact(node, asked);
        case NodeKind::set: break;
    }
    return Mark::not_met;
}

Reason reason_of(const Node& node, Mark mark, const Case& asked) {
    Reason reason = question(node, asked);
    reason.mark = mark;
    add_evidence(reason, node, asked);
    return reason;
}

}  // namespace provost::prerequisites
