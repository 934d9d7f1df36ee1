// prerequisites.require_subject: all the subjects that a template asks for must be achieved.
#include "prerequisites/require_subject.hpp"

namespace provost::prerequisites {

void require_subject(const RequireSubject& request, const RequireSubjectFacts& facts, Context& context,
                     Decision& decision) {
    if (facts.existing) {
        if (context.repeated(facts.existing->id)) return decision.refuse("row.duplicate"_code);
        return decision.unchanged(facts.existing->id.value);
    }
    decision.put(Prerequisite{context.ids.take<Prerequisite>(), 0, facts.course_template->id, request.subject});
}

}  // namespace provost::prerequisites
