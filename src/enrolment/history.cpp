// Lines of history.
#include "enrolment/history.hpp"

#include <provost/plan/compare.hpp>

namespace provost::enrolment {

namespace {

template <class Line>
void tell(Line& change, const RecordType& type, const void* before, const void* after) {
    for (const FieldChange& each : differences(type, before, after)) {
        const auto add = [&](std::string& text, const std::string& value) {
            if (value.empty()) return;
            text += (text.empty() ? "" : ",") + ('"' + each.field + "\":") + value;
        };
        add(change.before, each.before);
        add(change.after, each.after);
    }
    for (std::string* text : {&change.before, &change.after}) *text = '{' + *text + '}';
}

}  // namespace

ParticipantChange change_of(Id<Enrolment> place, Id<people::Learner> learner, Code what, Context& context) {
    ParticipantChange made;
    made.id = context.ids.take<ParticipantChange>();
    made.enrolment = place;
    made.learner = learner;
    made.effective = context.effective;
    made.recorded = context.recorded;
    made.actor = context.asked_by;
    made.code = what;
    return made;
}

ProgramChange change_of(Id<ProgramEnrolment> program, Id<people::Learner> learner, Code what, Context& context) {
    ProgramChange made;
    made.id = context.ids.take<ProgramChange>();
    made.program_enrolment = program;
    made.learner = learner;
    made.recorded = context.recorded;
    made.actor = context.asked_by;
    made.code = what;
    return made;
}

void tell_differences(ParticipantChange& change, const RecordType& type, const void* before, const void* after) {
    tell(change, type, before, after);
}

void tell_differences(ProgramChange& change, const RecordType& type, const void* before, const void* after) {
    tell(change, type, before, after);
}

}  // namespace provost::enrolment
