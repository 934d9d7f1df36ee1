// prerequisites.require_subject: all the subjects that a template asks for must be achieved.
#include "prerequisites/require_subject.hpp"

#include "catalogue/facilities.hpp"

namespace provost::prerequisites {

void require_subject(const RequireSubject& request, const RequireSubjectFacts& facts, Context& context,
                     Decision& decision) {
    if (facts.existing) {
        if (context.repeated(facts.existing->id)) return decision.refuse("row.duplicate"_code);
        return decision.unchanged(facts.existing->id.value);
    }
    const auto& course_template = *facts.course_template;
    const catalogue::Complexity complexity(*facts.current, course_template.external_id, facts.course_type->key);
    if (!complexity.allows(catalogue::Facility::prerequisites, decision)) return;  // IMC-CT-02
    decision.put(Prerequisite{context.ids.take<Prerequisite>(), 0, course_template.id, request.subject});
}

}  // namespace provost::prerequisites
