// A participant and his course.
#include "learning/student.hpp"

#include "catalogue/facilities.hpp"

#include <provost/enrolment/participant.hpp>

namespace provost::learning {

using catalogue::CourseSet;
using enrolment::Enrolment;

const std::vector<catalogue::Component>& components_of(const CourseFacts& facts) {
    static const std::vector<catalogue::Component> none;
    return facts.syllabus ? facts.syllabus->components : none;
}

const std::vector<catalogue::Rule>& rules_of(const catalogue::Logic* logic, const CourseFacts& facts,
                                             const catalogue::Course& course) {
    static const std::vector<catalogue::Rule> none;
    const catalogue::Complexity complexity(*facts.pinned, {}, {}, &course);
    const bool hidden = static_cast<bool>(complexity.who_hides(catalogue::Facility::learning_logic));
    return logic == nullptr || hidden ? none : logic->rules;
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

}  // namespace

void settle_sets(const CourseFacts& facts, const std::vector<const Enrolment*>& booked, const Positions& positions,
                 Instant at, Way& way) {
    for (const catalogue::Component& component : components_of(facts)) {
        if (component.kind != catalogue::ComponentKind::course_set) continue;
        const CourseSet* set =
            facts.sets.first([&](const CourseSet& each) { return each.key == component.course_set; });
        if (set != nullptr) way.settle(positions.of(component.key), ended(*set, booked), at);
    }
}

const Progress* progress_of(const Many<Progress>& progress, const Enrolment& place) {
    return progress.first([&](const Progress& each) { return each.enrolment == place.id; });
}

const catalogue::Logic* judging(const CourseFacts& study, const Many<catalogue::Logic>& logic,
                                const Progress* progress) {
    if (progress == nullptr) return study.logic ? &*study.logic : nullptr;
    return logic.first([&](const catalogue::Logic& each) { return each.id == progress->logic; });
}

Way way_of(const Study& study, const StudentFacts& facts, const Zone& zone, std::optional<Progress> progress,
           Instant now) {
    const auto enrolled_at = registration::latest(facts.place.enrolments).enrolled_at;
    Way way = progress ? Way(study, *facts.course, zone, enrolled_at, std::move(*progress))
                       : Way(study, *facts.course, zone, enrolled_at);
    std::vector<const Enrolment*> booked;
    for (const Enrolment& place : facts.booked) booked.push_back(&place);
    settle_sets(facts.study, booked, study.positions, now, way);
    return way;
}

}  // namespace provost::learning
