// A participant and his course.
#include "learning/student.hpp"

#include "catalogue/facilities.hpp"

#include <provost/enrolment/participant.hpp>

namespace provost::learning {

using catalogue::CourseSet;
using enrolment::Enrolment;

const std::vector<catalogue::Component>& components_of(const CourseFacts& facts, const catalogue::Course& course) {
    static const std::vector<catalogue::Component> none;
    const catalogue::Complexity complexity(*facts.pinned, {}, {}, &course);
    const bool hidden = static_cast<bool>(complexity.who_hides(catalogue::Facility::components));
    return facts.syllabus && !hidden ? facts.syllabus->components : none;
}

const std::vector<catalogue::Rule>& rules_of(const catalogue::Logic* logic, const CourseFacts& facts,
                                             const catalogue::Course& course) {
    static const std::vector<catalogue::Rule> none;
    const catalogue::Complexity complexity(*facts.pinned, {}, {}, &course);
    const bool hidden = static_cast<bool>(complexity.who_hides(catalogue::Facility::learning_logic));
    return logic == nullptr || hidden ? none : logic->rules;
}

Study study_of(const CourseFacts& facts, const catalogue::Course& course, const catalogue::Logic* logic) {
    return study_of(components_of(facts, course), rules_of(logic, facts, course), course.settings);
}

const Study& Studies::of(const catalogue::Logic* logic) {
    auto& made = made_[logic];
    if (!made) made = std::make_unique<Study>(study_of(facts_, course_, logic));
    return *made;
}

namespace {

// IMC-CC-09: processed when so many as must be chosen are passed; failed when fewer than that can still be passed: one
// failed, and none is under way.
Ended ended(const CourseSet& set, const std::vector<const Enrolment*>& booked) {
    std::int64_t passed = 0;
    bool failed = false, under_way = false;
    for (const Enrolment* place : booked) {
        if (std::ranges::find(set.members, place->course.value) == set.members.end()) continue;
        passed += place->state == enrolment::State::passed ? 1 : 0;
        failed = failed || place->state == enrolment::State::failed;
        under_way = under_way || enrolment::is_ahead(place->state);
    }
    if (passed >= set.choose_min) return Ended::passed;
    return failed && !under_way ? Ended::failed : Ended::no;
}

// Since when it has been so, whether that counted or the course was over by then. Of one that failed nothing stands but
// the end of the course that it may have brought.
Instant since(const catalogue::Component& component, Ended how, const Progress* stands, Instant now) {
    if (stands == nullptr) return now;
    if (how == Ended::passed) {
        const auto entry = std::ranges::find(stands->components, component.key, &ComponentProgress::component);
        return entry == stands->components.end() ? now : entry->settled_at.value_or(now);
    }
    return stands->ended_at ? *stands->ended_at : std::max(now, stands->latest_at.value_or(now));
}

}  // namespace

std::vector<SetEnd> set_ends(const CourseFacts& facts, const Positions& positions,
                             const std::vector<const Enrolment*>& booked, const Progress* stands, Instant now) {
    std::vector<SetEnd> ends;
    static const std::vector<catalogue::Component> none;
    for (const catalogue::Component& component : facts.syllabus ? facts.syllabus->components : none) {
        if (component.kind != catalogue::ComponentKind::course_set || positions.of(component.key) < 0) continue;
        const CourseSet* set =
            facts.sets.first([&](const CourseSet& each) { return each.key == component.course_set; });
        if (set == nullptr) continue;
        const Ended how = ended(*set, booked);
        ends.push_back({positions.of(component.key), how, since(component, how, stands, now)});
    }
    std::ranges::stable_sort(ends, {}, &SetEnd::since);
    return ends;
}

std::vector<SetEnd> set_ends(const Study& study, const StudentFacts& facts, const Progress* stands, Instant now) {
    std::vector<const Enrolment*> booked;
    for (const Enrolment& place : facts.booked) booked.push_back(&place);
    return set_ends(facts.study, study.positions, booked, stands, now);
}

const Progress* progress_of(const Many<Progress>& progress, const Enrolment& place) {
    return progress.first([&](const Progress& each) { return each.enrolment == place.id; });
}

const catalogue::Logic* judging(const CourseFacts& study, const Many<catalogue::Logic>& logic,
                                const Progress* progress) {
    if (progress == nullptr) return study.logic ? &*study.logic : nullptr;
    return logic.first([&](const catalogue::Logic& each) { return each.id == progress->logic; });
}

Way way_of(const Study& study, const StudentFacts& facts, const Zone& zone, const Progress* progress, Instant now) {
    const auto enrolled_at = registration::latest(facts.place.enrolments).enrolled_at;
    Way way = progress != nullptr ? Way(study, *facts.course, zone, enrolled_at, *progress)
                                  : Way(study, *facts.course, zone, enrolled_at);
    for (const SetEnd& set : set_ends(study, facts, progress, now)) way.settle(set);
    return way;
}

std::optional<Many<LearningEvent>> events_of(const Enrolment& place, const Context& context) {
    return context.find<LearningEvent>(find_index(type_of<LearningEvent>(), "enrolment"),
                                       {{place.id.value, {}, false}});
}

}  // namespace provost::learning
