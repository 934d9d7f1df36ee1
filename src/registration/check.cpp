// registration.check: the rules of entering, asked for many courses at once. IMC-PRE-24
#include "catalogue/inherit.hpp"
#include "enrolment/seats.hpp"
#include "plan/by_id.hpp"
#include "registration/questions.hpp"

#include <provost/enrolment/participant.hpp>

namespace provost::registration {

namespace {

using catalogue::Course;
using enrolment::Enrolment;

// The part of the facts that one course is judged by. What concerns the learner alone is shared.
class Courses {
public:
    explicit Courses(const CheckFacts& facts)
        : facts_(facts),
          locations_(facts.location, &organisation::Location::id),
          seats_(facts.seats, &catalogue::Seats::course),
          rules_(facts.prerequisites, &catalogue::Prerequisites::id) {
        shared_.evidence = facts.evidence;
        shared_.quota_groups = facts.quota_groups;
        shared_.sets = facts.sets;
        shared_.offering = facts.offering;
        shared_.beside = facts.beside;
        shared_.enrolments = facts.enrolments;
    }

    [[nodiscard]] const EntryFacts& of(const Course& course) {
        shared_.pinned.record = catalogue::pinned_by(course, facts_.pinned);
        shared_.location.record = locations_.find(course.assignments.location.value);
        shared_.seats.record = seats_.find(course.id.value);
        shared_.prerequisites.record = course.prerequisites ? rules_.find(course.prerequisites.value) : nullptr;
        shared_.above.records.clear();
        for (const auto& place : facts_.above) {
            if (offers(place.course, course)) shared_.above.records.push_back(&place);
        }
        return shared_;
    }

private:
    // Whether a course above has a set that the course is in.
    [[nodiscard]] bool offers(Id<Course> above, const Course& course) const {
        return std::ranges::any_of(course.in_sets, [&](std::int64_t set) {
            for (const catalogue::CourseSet& known : facts_.sets) {
                if (known.id.value == set) return known.course == above;
            }
            return false;
        });
    }

    const CheckFacts& facts_;
    ById<organisation::Location> locations_;
    ById<catalogue::Seats> seats_;
    ById<catalogue::Prerequisites> rules_;
    EntryFacts shared_;
};

// What registering would answer. Without a seat the learner would wait, where the course has a waiting list.
Decision judge(const Course& course, const EntryFacts& entry, const CheckFacts& facts, const Context& context) {
    Decision found;
    const Zone* zone = context.zones.find(entry.location->zone);
    if (zone == nullptr) return (found.refuse("zone.unknown"_code), found);
    const Entering entering{course, entry, facts.learner->id, *zone, day_of(context.effective, *zone)};
    if (has_place(entering, found) || !may_come_in(entering, context, found)) return found;
    const auto lacking = lacks_seat(entering, quotas_of(entering));
    if (!lacking) return found;
    if (!course.settings.waiting_list.value_or(true)) return (enrolment::refuse_full(*lacking, found), found);
    found.code = "registration.would-wait"_code;
    return found;
}

// Whether whoever asks may know it of each of the courses: he acts for the learner, or as an administrator by the
// clearances of each. IMC-ACL-01
class Entitled {
public:
    Entitled(const CheckFacts& facts, const Context& context) : acting_(facts.acting), context_(context) {
        const auto roles = clearances::roles_of(acting_, *facts.learner, context);
        to_all_ = context.by_host || roles.self || roles.supervisor || roles.agent;
    }
    [[nodiscard]] bool to(const Course& course) {
        if (to_all_ || !acting_.administrator) return to_all_;
        const auto found = context_.find<access::Clearances>(0, {{course.id.value, {}, false}});
        known_ = known_ && found;
        acting_.of_object.record = found && !found->empty() ? &*found->begin() : nullptr;
        return clearances::administers_participants(acting_, context_);
    }
    [[nodiscard]] bool is_known() const { return known_; }

private:
    clearances::ActingFacts acting_;
    const Context& context_;
    bool to_all_ = false, known_ = true;
};

ReportLine line_of(const Course& course, const Decision& found) {
    ReportLine line;
    line.item = course.external_id;
    line.fate = found.refused() ? Fate::refused : Fate::open;
    if (!found.refused() && !found.code) line.fate = Fate::value;
    line.code = found.code;
    return line;
}

}  // namespace

void check(const Check&, const CheckFacts& facts, Context& context, Decision& decision) {
    Courses courses(facts);
    Entitled entitled(facts, context);
    std::size_t refused = 0;
    Decision last;
    for (const Course& course : facts.course) {
        Decision found;
        if (entitled.to(course)) {
            found = judge(course, courses.of(course), facts, context);
        } else {
            found.refuse("registration.not-entitled"_code);
        }
        refused += found.refused() ? 1 : 0;
        decision.report.push_back(line_of(course, found));
        if (context.explains()) {
            found.reason.parameters.push_back({"course", course.external_id});
            if (!found.refused()) found.reason.mark = Mark::met;
            decision.reason.parts.push_back(found.reason);
        }
        last = std::move(found);
    }
    if (!entitled.is_known()) return;
    // Asked for one course, the answer is that course's.
    if (facts.course.size() == 1 && refused == 1) {
        decision.refuse(last.code, last.reason.parameters);
        decision.reason = std::move(last.reason);
        decision.nearest = std::move(last.nearest);
        decision.notes = std::move(last.notes);
        return;
    }
    decision.notes = facts.course.size() == 1 ? std::move(last.notes) : std::vector<Reason>{};
    decision.unchanged(facts.learner->id.value);
}

}  // namespace provost::registration
