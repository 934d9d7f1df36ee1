// A participant and his course as the verbs of learning load them.
#pragma once

#include "clearances/acting.hpp"
#include "learning/way.hpp"
#include "registration/place.hpp"

#include <provost/catalogue/course_set.hpp>
#include <provost/enrolment/held_back.hpp>

namespace provost::learning {

/// A course as it is learned.
struct CourseFacts {
    One<catalogue::TemplateVersion> pinned;
    One<catalogue::Syllabus> syllabus;
    One<catalogue::Logic> logic;  // the current one
    Many<catalogue::CourseSet> sets;
};

/// For a fetch plan with a slot `course`: `PROVOST_PART(study, course_rows)`.
template <class Facts = CourseFacts>
inline constexpr auto course_rows = [] {
    return std::to_array<FetchRow>({
        PROVOST_SLOT(pinned, "number(course.course_template, course.template_number)", "record.missing"_code),
        PROVOST_SLOT(syllabus, "owner(course.id)"),
        PROVOST_SLOT(logic, "id(syllabus.logic)", "record.missing"_code),
        PROVOST_SLOT(sets, "course(course.id)"),
    });
}();

struct StudentFacts {
    One<catalogue::Course> course;
    One<people::Learner> learner;
    registration::PlaceFacts place;
    clearances::ActingFacts acting;
    CourseFacts study;
    Many<enrolment::Enrolment> booked;  // component courses of the course sets
    Many<Progress> progress;
    Many<catalogue::Logic> logic;        // by which that was judged
    Many<enrolment::HeldBack> releases;  // of the course
};

/// For a fetch plan with slots `course` and `learner`.
template <class Facts = StudentFacts>
inline constexpr auto studying_rows = [] {
    return detail::join(PROVOST_PART(place, registration::place_rows),
                        PROVOST_PART(acting, clearances::acting_in_course_rows), PROVOST_PART(study, course_rows),
                        std::to_array<FetchRow>({PROVOST_SLOT(booked, "learner_course(learner.id, sets.members)")}));
}();

template <class Facts = StudentFacts>
inline constexpr auto student_rows = [] {
    return detail::join(std::to_array<FetchRow>({
                            PROVOST_SLOT(course, "external_id(request.course)", "course.unknown"_code,
                                         when<catalogue::Course, catalogue::is_there>),
                            PROVOST_SLOT(learner, "login(request.learner)", "learner.unknown"_code),
                        }),
                        studying_rows<Facts>,
                        std::to_array<FetchRow>({
                            PROVOST_SLOT(progress, "enrolment(enrolments.id)"),
                            PROVOST_SLOT(logic, "id(progress.logic)", "record.missing"_code),
                            PROVOST_SLOT(releases, "course(course.id)"),
                        }));
}();

template <class Request, class Facts = StudentFacts>
inline constexpr auto student_fetch = fetch_plan<Request>(student_rows<Facts>);

/// The components of a course; none when it has no syllabus, or when they are hidden. [IMC-CT-02]
[[nodiscard]] const std::vector<catalogue::Component>& components_of(const CourseFacts& facts,
                                                                     const catalogue::Course& course);
/// Whether a course is closed to whoever would open a component with which he has come so far (null: not at all): what
/// was opened goes on, but no try begins. [IMC-CSV-13]
[[nodiscard]] inline bool is_closed_to(const ComponentProgress* entry, const catalogue::Course& course) {
    if (course.planning_status() != catalogue::PlanningStatus::closed) return false;
    return entry == nullptr || !entry->opened_at || (!entry->tries.empty() && entry->tries.back().ended_at);
}
/// The rules of a logic, unless the course type, the template or the course hides learning logic: then everything is
/// open. [IMC-LL-01]
[[nodiscard]] const std::vector<catalogue::Rule>& rules_of(const catalogue::Logic* logic, const CourseFacts& facts,
                                                           const catalogue::Course& course);

/// The course as it is learned by whom these rules judge; null: there are none.
[[nodiscard]] Study study_of(const CourseFacts& facts, const catalogue::Course& course, const catalogue::Logic* logic);

/// One study for all who are judged by the same rules: compiling is most of the work.
class Studies {
public:
    Studies(const CourseFacts& facts, const catalogue::Course& course) : facts_(facts), course_(course) {}
    [[nodiscard]] const Study& of(const catalogue::Logic* logic);

private:
    const CourseFacts& facts_;
    const catalogue::Course& course_;
    std::unordered_map<const catalogue::Logic*, std::unique_ptr<Study>> made_;
};

/// A participant's way as it stands; null: at its beginning; with what his course sets have become.
[[nodiscard]] Way way_of(const Study& study, const StudentFacts& facts, const Zone& zone, const Progress* progress,
                         Instant now);

/// What happened to a participant; nothing when that is not known yet: to be asked again.
[[nodiscard]] std::optional<Many<LearningEvent>> events_of(const enrolment::Enrolment& place, const Context& context);

/// The logic by which somebody is judged: that of his progress, else the current one; null: none.
[[nodiscard]] const catalogue::Logic* judging(const CourseFacts& study, const Many<catalogue::Logic>& logic,
                                              const Progress* progress);

/// What the course sets of a course have become for somebody who booked these component courses, in the order of their
/// moments: what stands of him knows since when; what does not stand there yet has become so now. [IMC-CC-09]
[[nodiscard]] std::vector<SetEnd> set_ends(const CourseFacts& facts, const Positions& positions,
                                           const std::vector<const enrolment::Enrolment*>& booked,
                                           const Progress* stands, Instant now);
[[nodiscard]] std::vector<SetEnd> set_ends(const Study& study, const StudentFacts& facts, const Progress* stands,
                                           Instant now);

/// What happened at one moment, in its order: what does not count at its place counts behind what opens it.
template <class Take>
void take_together(Way& way, std::vector<LearningEvent*> events, Take take) {
    for (bool moved = true; moved && !events.empty();) {
        const auto taken = std::erase_if(events, [&](LearningEvent* event) {
            take(way, *event);
            return event->standing == Standing::counted;
        });
        moved = taken != 0;
    }
}

/// A participant's whole way again, with every event at its place, and what his course sets have become among them.
/// `events` is put in order; `take(way, event)` is to take each.
template <class Take>
[[nodiscard]] Way way_again(const Study& study, const StudentFacts& facts, const Zone& zone, const Progress* stands,
                            Instant now, std::vector<LearningEvent*>& events, Take take) {
    std::ranges::sort(events, [](const LearningEvent* a, const LearningEvent* b) { return comes_before(*a, *b); });
    Way way(study, *facts.course, zone, registration::latest(facts.place.enrolments).enrolled_at);
    const auto sets = set_ends(study, facts, stands, now);
    auto next = sets.begin();
    // Whoever has begun has begun, though by other rules nothing counts that he did then: his time runs from that
    // moment.
    const auto began = stands != nullptr ? stands->started_at : std::nullopt;
    for (auto first = events.begin(); first != events.end();) {
        const Instant moment = *(*first)->occurred_at;
        const auto last = std::find_if(first, events.end(), [&](auto* each) { return *each->occurred_at != moment; });
        if (began && *began <= moment) way.begin_at(*began);
        for (; next != sets.end() && next->since <= moment; ++next) way.settle(*next);
        take_together(way, std::vector(first, last), take);
        first = last;
    }
    if (began) way.begin_at(*began);
    for (; next != sets.end(); ++next) way.settle(*next);
    return way;
}

/// What stands for a place; null: it has not begun.
[[nodiscard]] const Progress* progress_of(const Many<Progress>& progress, const enrolment::Enrolment& place);

}  // namespace provost::learning
