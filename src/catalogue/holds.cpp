// Who holds a course, one record per course and kind.
#include "catalogue/holds.hpp"

namespace provost::catalogue {

void hold_course(const HoldCourse& request, const HoldCourseFacts& facts, Context& context, Decision& decision) {
    CourseHold hold = facts.existing ? *facts.existing : CourseHold{};
    if (!facts.existing) hold.id = context.ids.take<CourseHold>();
    hold.course = facts.course->id;
    hold.kind = *request.kind;
    hold.active = request.active.value_or(true);
    if (!request.note.empty()) hold.note = request.note;
    decision.put(std::move(hold));
}

}  // namespace provost::catalogue
