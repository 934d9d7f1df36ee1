// catalogue.define_template: a template as told; one whose code is that of a subject makes unit offers.
#include "base/code_table.hpp"
#include "catalogue/define.hpp"

#include <provost/catalogue/duration.hpp>

namespace provost::catalogue {

Code check_duration(std::string_view text) { return parse_duration(text) ? Code{} : "duration.malformed"_code; }

void define_template(const DefineTemplate& request, const DefineTemplateFacts& facts, Context& context,
                     Decision& decision) {
    if (facts.existing && context.repeated(facts.existing->id)) return decision.refuse("row.duplicate"_code);
    const Subject* subject = facts.subject ? &*facts.subject : facts.same_code ? &*facts.same_code : nullptr;
    CourseTemplate made;
    made.id = facts.existing ? facts.existing->id : context.ids.take<CourseTemplate>();
    made.external_id = request.external_id;
    made.course_type = facts.course_type->id;
    if (subject != nullptr) {
        made.subject = subject->id;
        made.subject_code = subject->code;
    }
    made.name = request.name;
    made.description = request.description;
    made.duration = request.duration;
    made.planning_status = request.planning_status;
    made.max_participants = request.max_participants;
    made.price = request.price;
    made.currency = request.currency;
    made.duration_days = request.duration_days;
    made.duration_hours = request.duration_hours;
    made.tags = request.tags;
    decision.put(std::move(made));
}

}  // namespace provost::catalogue
