// What keeps something from being deleted, and what becomes of it when nothing does.
#include "erasure/deletion.hpp"

#include "catalogue/course_sets.hpp"
#include "catalogue/editing.hpp"
#include "plan/by_id.hpp"

namespace provost::erasure {

namespace {

using catalogue::Course;
using catalogue::CourseLife;
using catalogue::HoldKind;

// All that lives by what shall go. The refusal counts them, and names the first.
class Dependants {
public:
    void add(Code what, std::vector<Parameter> parameters) {
        ++count_;
        if (named_.size() < most_named) named_.push_back({what, Mark::not_met, std::move(parameters), {}, {}});
    }
    // Refuses when there are any.
    [[nodiscard]] bool refuse(Code why, Decision& decision) && {
        if (count_ == 0) return false;
        std::string list;
        for (const Reason& each : named_) list += (list.empty() ? "" : " ") + sentence(each.code, each.parameters);
        list.pop_back();  // the last full stop is that of the whole sentence
        decision.refuse(why, {{"count", std::to_string(count_)}, {"dependants", list}});
        decision.reason.parts = std::move(named_);
        return true;
    }

private:
    static constexpr std::size_t most_named = 20;
    std::size_t count_ = 0;
    std::vector<Reason> named_;
};

bool is_held(const Many<catalogue::CourseHold>& holds, HoldKind kind) {
    for (const auto& hold : holds) {
        if (hold.kind == kind && hold.active) return true;
    }
    return false;
}

// Results come over a link, of a graded item too, or places of the course have access by it. A host may keep links of
// its own: it says so by a hold.
void add_links(const DeleteCourseFacts& facts, Dependants& all) {
    for (const results::LmsLink& link : facts.links) {
        if (link.off && link.access == results::AccessMethod::none) continue;
        std::string name = link.connection + '/' + link.lms_course;
        if (!link.item.empty()) name += '/' + link.item;
        all.add("dependant.lms-link"_code, {{"link", std::move(name)}});
    }
    if (is_held(facts.holds, HoldKind::lms_link)) all.add("dependant.lms-link"_code, {});
}

const Course* course_of(const DeleteCourseFacts& facts, const catalogue::CourseSet& set) {
    for (const Course& course : facts.above) {
        if (course.id == set.course) return &course;
    }
    return nullptr;
}

// Courses and templates whose prerequisites name it; what it requires of itself goes with it.
template <class Facts>
void add_wanting(const Facts& facts, std::int64_t own, Dependants& all) {
    for (const Course& course : facts.wanting) {
        const bool other = course.id.value != own;
        if (other && course.life != CourseLife::removed) {
            all.add("dependant.prerequisite"_code, {{"owner", course.external_id}});
        }
    }
    for (const auto& made : facts.templates_wanting) {
        const bool other = made.id.value != own;
        if (other && !made.removed) all.add("dependant.prerequisite"_code, {{"owner", made.external_id}});
    }
}

// Bookings that hold resources and are not over: somebody must free them.
std::size_t bookings_ahead(const DeleteCourseFacts& facts, Instant now) {
    std::size_t count = 0;
    for (const auto& booking : facts.bookings) count += resources::is_live(booking) && booking.ends_at > now ? 1 : 0;
    return count;
}

// A history: what was booked once, whatever became of it.
bool was_booked(const DeleteCourseFacts& facts) {
    return facts.bookings.first([](const auto& booking) { return booking.state != resources::BookingState::removed; });
}

// IMC-DUP-03: participants who are neither concluded nor cancelled, course sets and paths, bookings of resources, a
// link to an LMS. What an archived course needs is in use, because it may come back; so is what is a prerequisite.
bool is_in_use(const DeleteCourseFacts& facts, Instant now, Decision& decision) {
    Dependants all;
    const auto booked = bookings_ahead(facts, now);
    if (booked > 0) all.add("dependant.bookings"_code, {{"count", std::to_string(booked)}});
    if (facts.seats->live > 0) all.add("dependant.participants"_code, {{"count", std::to_string(facts.seats->live)}});
    for (const auto& set : facts.sets) {
        const Course* above = course_of(facts, set);
        if (above == nullptr || above->life == CourseLife::removed) continue;
        all.add("dependant.course-set"_code, {{"course_set", set.key}, {"course", above->external_id}});
    }
    for (const auto& path : facts.paths) all.add("dependant.path"_code, {{"path", path.key}});
    add_wanting(facts, facts.course->id.value, all);
    add_links(facts, all);
    return std::move(all).refuse("course.in-use"_code, decision);
}

}  // namespace

void delete_course(const DeleteCourse&, const DeleteCourseFacts& facts, Context& context, Decision& decision) {
    if (is_in_use(facts, context.effective, decision)) return;
    // IMC-DUP-03: a history keeps it, with its external id; an audit, too.
    Course course = *facts.course;
    const bool kept = facts.seats->participants > 0 || is_held(facts.holds, HoldKind::audit) || was_booked(facts);
    course.life = kept ? CourseLife::archived : CourseLife::removed;
    if (!kept) {
        course.external_id.clear();
        course.code_key.clear();
    }
    decision.put(std::move(course));
    if (!kept) catalogue::take_away(facts.own_sets, facts.members, decision);  // nobody can any more
}

void restore_course(const RestoreCourse&, const RestoreCourseFacts& facts, Context&, Decision& decision) {
    Course course = *facts.course;
    course.life = CourseLife::active;
    decision.put(std::move(course));
}

// IMC-CC-03: a set that nobody wants any more keeps its course from being published as long as it is there. Places that
// were booked through it stay.
void delete_course_set(const DeleteCourseSet& request, const DeleteCourseSetFacts& facts, Context&,
                       Decision& decision) {
    if (!catalogue::may_edit_content(*facts.course, decision)) return;
    Dependants all;
    if (facts.syllabus) {
        for (const auto& component : facts.syllabus->components) {
            if (component.course_set != request.course_set) continue;
            all.add("dependant.component"_code, {{"component", component.key}});
        }
    }
    if (std::move(all).refuse("course-set.in-use"_code, decision)) return;
    decision.about = (*facts.existing.begin()).id.value;
    catalogue::take_away(facts.existing, facts.members, decision);
}

// Also of courses that are archived: they may come back.
void delete_template(const DeleteTemplate&, const DeleteTemplateFacts& facts, Context&, Decision& decision) {
    Dependants all;
    for (const Course& course : facts.courses) {
        if (course.life != CourseLife::removed) all.add("dependant.course"_code, {{"course", course.external_id}});
    }
    std::size_t waiting = 0;
    const ById<people::Learner> learners(facts.wishers, &people::Learner::id);
    for (const auto& wish : facts.wishes) {
        const bool waits = enrolment::is_open(wish) && people::is_known(*learners.find(wish.learner.value));
        waiting += waits ? 1 : 0;
    }
    add_wanting(facts, facts.course_template->id.value, all);
    if (waiting > 0) all.add("dependant.prebookings"_code, {{"count", std::to_string(waiting)}});
    if (std::move(all).refuse("template.in-use"_code, decision)) return;
    auto course_template = *facts.course_template;
    course_template.removed = true;
    course_template.external_id.clear();
    decision.put(std::move(course_template));
}

// IMC-TPL-03: a type goes when no template is of it any more; its record stays, for the versions that name it.
void delete_course_type(const DeleteCourseType&, const DeleteCourseTypeFacts& facts, Context&, Decision& decision) {
    Dependants all;
    for (const auto& made : facts.templates) {
        if (!made.removed) all.add("dependant.template"_code, {{"template", made.external_id}});
    }
    if (std::move(all).refuse("course-type.in-use"_code, decision)) return;
    auto course_type = *facts.course_type;
    course_type.removed = true;
    course_type.key.clear();
    decision.put(std::move(course_type));
}

}  // namespace provost::erasure
