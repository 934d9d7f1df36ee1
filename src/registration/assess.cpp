// registration.assess: the participants and applicants of a course, judged by its prerequisites as of now.
#include "plan/by_id.hpp"
#include "prerequisites/compile.hpp"
#include "registration/questions.hpp"

#include <provost/describe/json.hpp>
#include <provost/enrolment/participant.hpp>

namespace provost::registration {

namespace {

// What is missing, as a list of sentences.
std::string gaps_of(const std::vector<Reason>& nearest) {
    std::string list;
    for (const Reason& missing : nearest) {
        list += list.empty() ? '[' : ',';
        write_json_text(list, sentence(missing.code, missing.parameters));
    }
    return list.empty() ? list : list + ']';
}

}  // namespace

void assess(const Assess&, const WholeCourse& facts, Context& context, Decision& decision) {
    const Zone* zone = context.zones.find(facts.location->zone);
    if (zone == nullptr) return decision.refuse("zone.unknown"_code);
    const Day day = day_of(context.effective, *zone);
    const bool asks = has_prerequisites(*facts.course, facts.prerequisites);
    const auto hidden = prerequisites::hidden_kinds(*facts.course, *facts.pinned);
    const ById<people::Learner> learners(facts.learner, &people::Learner::id);
    for (const enrolment::Enrolment& place : facts.places) {
        if (!enrolment::is_ahead(place.state)) continue;
        ReportLine line;
        line.item = learners.find(place.learner.value)->login;
        line.group = word(place.state);
        prerequisites::Judgement judged;
        if (asks) {
            judged = prerequisites::judge({*facts.prerequisites, facts.evidence, place.learner, day,
                                           prerequisites::usual_minimum(facts.course->settings), hidden},
                                          true);
        }
        if (!admits(judged.mark)) {
            line.fate = Fate::refused;
            line.code = "prerequisite.unmet"_code;
            line.value = gaps_of(judged.nearest);
        }
        if (asks && context.explains()) {
            judged.reason.parameters.push_back({"learner", line.item});
            decision.reason.parts.push_back(std::move(judged.reason));
        }
        decision.report.push_back(std::move(line));
    }
    decision.unchanged(facts.course->id.value);
}

}  // namespace provost::registration
