// What the host asks before it shows something of a course to a tutor, or something of tutors to a participant.
#include "tutoring/questions.hpp"

#include "catalogue/editing.hpp"
#include "staffing/positions.hpp"

#include <provost/describe/json.hpp>

namespace provost::tutoring {

namespace {

using staffing::AssignedTutor;

ReportLine line(std::string item, std::string group, std::string value) {
    ReportLine made;
    made.item = std::move(item);
    made.group = std::move(group);
    made.value = std::move(value);
    return made;
}

std::string list_of(const std::vector<std::string>& words) {
    std::string text;
    for (const std::string& each : words) {
        text += text.empty() ? "[" : ",";
        write_json_text(text, each);
    }
    return text.empty() ? "[]" : text + "]";
}

std::string item_of(const AssignedTutor& tutor) { return "tutor_" + std::to_string(tutor.tutor.value); }

}  // namespace

// IMC-TUT-03: what the preset has; of one position what its record says, when it has one.
void positions(const Positions& request, const PositionsFacts& facts, Context& context, Decision& decision) {
    const auto settings = staffing::settings_in(context);
    if (!settings) return;
    const auto tell = [&](std::string_view key, const staffing::TutorPosition* record) {
        decision.report.push_back(line(std::string(key), "positions",
                                       list_of(staffing::words_of(staffing::functions_of(key, record, *settings)))));
    };
    decision.verdict = Verdict::unchanged;
    if (!request.position.empty()) {
        const auto* record = facts.record ? &*facts.record : nullptr;
        if (staffing::is_position(request.position, record, *settings)) return tell(request.position, record);
        return decision.refuse("position.unknown"_code, {{"position", request.position}});
    }
    const auto preset = *settings == nullptr ? staffing::PositionPreset::lecturers : (*settings)->preset;
    for (const staffing::ReadyPosition& each : staffing::ready_positions()) {
        if (each.preset != preset) continue;
        const auto record = staffing::position_in(each.key, context);
        if (record && staffing::is_position(each.key, *record, *settings)) tell(each.key, *record);
    }
}

// IMC-TUT-02: for what the host shows itself: social media, the library, what is for tutors only.
void may_use(const MayUse& request, const OfCourse& facts, Context& context, Decision& decision) {
    const auto asked = staffing::functions(*request.function);
    if ((context.functions & asked) != 0) return decision.unchanged(facts.course->id.value);
    decision.refuse("tutor.function-closed"_code, {{"function", std::string(word(*request.function))}});
}

// IMC-SIG-06, IMC-MISC-05: administrators and tutors with that function, which the engine has checked; and nobody once
// a signature has locked the course.
void may_edit_news(const MayEditNews&, const OfCourse& facts, Context&, Decision& decision) {
    if (catalogue::may_edit(*facts.course, decision)) decision.unchanged(facts.course->id.value);
}

// IMC-TUT-05: participants see those who are visible; so does whoever is neither a tutor of the course nor an
// administrator who supervises it.
void tutors_of(const TutorsOf& request, const OfCourse& facts, Context& context, Decision& decision) {
    const bool all = !request.for_participants && (context.by_host || context.supervises);
    for (const AssignedTutor& each : facts.course->assignments.tutors) {
        if (!all && !each.visible) continue;
        decision.report.push_back(line(item_of(each), "tutors", all ? to_json(each) : std::string()));
    }
    decision.unchanged(facts.course->id.value);
}

// IMC-TUT-07: one question for each tutor who wants it, in each form that has a question about tutors.
void feedback_questions(const FeedbackQuestions&, const OfCourse& facts, Context&, Decision& decision) {
    decision.unchanged(facts.course->id.value);
    if (!facts.syllabus) return;
    for (const catalogue::Component& component : facts.syllabus->components) {
        const bool asks = component.kind == catalogue::ComponentKind::feedback && component.tutor_question == true;
        for (const AssignedTutor& each : facts.course->assignments.tutors) {
            if (!asks || !each.feedback_form) continue;
            decision.report.push_back(line(item_of(each), component.key, std::to_string(each.tutor.value)));
        }
    }
}

}  // namespace provost::tutoring
