// Lines of history.
#include "enrolment/history.hpp"

#include <provost/plan/compare.hpp>

namespace provost::enrolment {

namespace {

template <class Line>
Line line_of(Id<people::Learner> learner, Code what, Context& context) {
    Line made;
    made.id = context.ids.take<Line>();
    made.learner = learner;
    made.recorded = context.recorded;
    made.actor = context.asked_by;
    made.code = what;
    return made;
}

}  // namespace

ParticipantChange change_of(Id<Enrolment> place, Id<people::Learner> learner, Code what, Context& context) {
    auto made = line_of<ParticipantChange>(learner, what, context);
    made.enrolment = place;
    made.effective = context.effective;
    return made;
}

ProgramChange change_of(Id<ProgramEnrolment> program, Id<people::Learner> learner, Code what, Context& context) {
    auto made = line_of<ProgramChange>(learner, what, context);
    made.program_enrolment = program;
    return made;
}

void tell_differences(std::string& before, std::string& after, const RecordType& type, const void* was,
                      const void* is) {
    for (const FieldChange& each : differences(type, was, is)) {
        const auto add = [&](std::string& text, const std::string& value) {
            if (value.empty()) return;
            text += (text.empty() ? "" : ",") + ('"' + each.field + "\":") + value;
        };
        add(before, each.before);
        add(after, each.after);
    }
    for (std::string* text : {&before, &after}) *text = '{' + *text + '}';
}

}  // namespace provost::enrolment
