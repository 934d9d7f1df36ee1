// catalogue.define_course: a course as told. With one of the dates it is a course with dates and needs both, whatever
// its duration; without them the duration makes it duration of use.
#include "catalogue/define.hpp"

namespace provost::catalogue {

namespace {

Course course_of(const DefineCourse& request, const DefineCourseFacts& facts) {
    Course course;
    course.external_id = request.external_id;
    course.course_template = facts.course_template->id;
    course.name = request.name.empty() ? facts.course_template->name : request.name;
    course.description = request.description;
    course.starts_at = request.starts_at;
    course.ends_at = request.ends_at;
    course.duration = request.duration;
    course.planning_status = request.planning_status;
    course.max_participants = request.max_participants;
    course.location = facts.location->id;
    for (const staffing::Tutor& tutor : facts.tutors) course.tutors.push_back(tutor.id.value);
    if (facts.provider) course.provider = facts.provider->id;
    if (facts.administrator) course.administrator = facts.administrator->id;
    course.price = request.price;
    course.currency = request.currency;
    course.duration_days = request.duration_days;
    course.duration_hours = request.duration_hours;
    course.tags = request.tags;
    return course;
}

}  // namespace

void define_course(const DefineCourse& request, const DefineCourseFacts& facts, Context& context, Decision& decision) {
    // 1 Timing: the course row decides it (IMC-CSV-10, IMC-CSV-12).
    if (request.starts_at.has_value() != request.ends_at.has_value()) {
        return decision.refuse("field.missing"_code, {{"field", request.starts_at ? "ends_at" : "starts_at"}});
    }
    if (!request.starts_at && request.duration.empty()) {
        return decision.refuse("field.missing"_code, {{"field", "duration"}});
    }
    if (request.starts_at && *request.ends_at < *request.starts_at) {
        return decision.refuse("date.end-before-start"_code);
    }
    // 2 Another row of the same file?
    if (facts.existing && context.repeated(facts.existing->id)) return decision.refuse("row.duplicate"_code);

    // 3 The course, and with a new one its seats.
    Course course = course_of(request, facts);
    course.id = facts.existing ? facts.existing->id : context.ids.take<Course>();
    const auto id = course.id;
    decision.put(std::move(course));
    if (!facts.existing) decision.put(Seats{context.ids.take<Seats>(), 0, id, 0});
}

}  // namespace provost::catalogue
