// Components of courses and templates.
#include "catalogue/syllabus.hpp"

#include "catalogue/facilities.hpp"

#include <charconv>

namespace provost::catalogue {

namespace {

const Component* find(const std::vector<Component>& components, std::string_view key) {
    const auto found = std::ranges::find(components, key, &Component::key);
    return found == components.end() ? nullptr : &*found;
}

// What is wrong with a moment of a component; the empty code when right. IMC-SCH-02: a fixed moment belongs to a course
// with dates.
Code wrong_bound(const Bound& bound, const Component& component, const DefineSyllabus& request, const Course& course) {
    const bool is_fixed = bound.counted_from == Anchor::fixed;
    if (is_fixed != bound.at.has_value() ||
        (!bound.offset.empty() && (is_fixed || bound.counted_from == Anchor::none))) {
        return "schedule.incomplete"_code;
    }
    if (is_fixed && !course.has_dates()) return "schedule.fixed-date-not-allowed"_code;
    const bool names = bound.counted_from == Anchor::component_processed;
    if (!names) return bound.component.empty() ? Code{} : "schedule.incomplete"_code;
    const bool known = find(request.components, bound.component) != nullptr && bound.component != component.key;
    return known ? Code{} : "schedule.component-unknown"_code;
}

// What becomes of a moment. IMC-TFC-03: counted from start or end of the course, or from the participant's start, it
// stays. IMC-TFC-04: a fixed one does not.
Code lost(const Bound& bound, const CarryOver& wanted) {
    switch (bound.counted_from) {
        case Anchor::none: return {};
        case Anchor::fixed: return "schedule.fixed-dropped"_code;
        case Anchor::course_start:
        case Anchor::course_end:
        case Anchor::participant_start: break;
        case Anchor::enrolment:
        case Anchor::component_processed:
            if (!wanted.all_relative) return "schedule.relative-dropped"_code;
    }
    return wanted.schedules ? Code{} : "settings-group.not-chosen"_code;
}

void report(const Component& component, std::string_view part, Fate fate, Code why, Decision& decision) {
    ReportLine line;
    line.item = "component_" + component.key + std::string(part);
    line.group = part.empty() ? "components" : "scheduling";
    line.fate = fate;
    line.code = why;
    decision.report.push_back(std::move(line));
}

}  // namespace

// A number of at most four digits, one blank, a unit.
Code check_offset(std::string_view text) {
    const auto blank = text.find(' ');
    int count = 0;
    const auto digits = text.substr(0, blank);
    const auto [end, problem] = std::from_chars(digits.data(), digits.data() + digits.size(), count);
    const bool is_count = problem == std::errc{} && end == digits.data() + digits.size() && std::abs(count) < 10'000;
    const bool is_unit = blank != text.npos && text.size() == blank + 2 &&
                         std::string_view("HDWM").find(text.back()) != std::string_view::npos;
    return is_count && is_unit ? Code{} : "duration.malformed"_code;
}

void define_syllabus(const DefineSyllabus& request, const DefineSyllabusFacts& facts, Context& context,
                     Decision& decision) {
    if (facts.course->life != CourseLife::active) return decision.refuse("course.archived"_code);
    // IMC-CSV-13: the content of a closed course stays.
    if (facts.course->planning_status() == PlanningStatus::closed) return decision.refuse("course.closed"_code);
    const Complexity complexity(*facts.pinned, facts.its_template->external_id, facts.its_type->key, &*facts.course);
    if (!complexity.allows(Facility::components, decision)) return;  // IMC-CT-02
    for (const Component& component : request.components) {
        if (find(request.components, component.key) != &component) {
            return decision.refuse("component.repeated"_code, {{"component", component.key}});
        }
        for (const Bound* bound : {&component.opens, &component.closes}) {
            const Code wrong = wrong_bound(*bound, component, request, *facts.course);
            if (wrong) return decision.refuse(wrong, {{"component", component.key}});
        }
    }
    Syllabus syllabus = facts.existing ? *facts.existing : Syllabus{};
    if (!facts.existing) syllabus.id = context.ids.take<Syllabus>();
    syllabus.owner = facts.course->id.value;
    syllabus.components = request.components;
    decision.put(std::move(syllabus));
}

void give_syllabus(const One<Syllabus>& from, std::int64_t owner, Context& context, Decision& decision) {
    if (!from) return;
    Syllabus copy = *from;
    copy.id = context.ids.take<Syllabus>();
    copy.version = 0;
    copy.owner = owner;
    decision.put(std::move(copy));
}

std::vector<Component> carried_over(const Syllabus& from, const CarryOver& wanted, Decision& decision) {
    std::vector<Component> carried;
    for (const Component& component : from.components) {
        if (!wanted.components) {
            report(component, "", Fate::dropped, "settings-group.not-chosen"_code, decision);
            continue;
        }
        Component& made = carried.emplace_back(component);
        report(component, "", Fate::kept, {}, decision);
        for (const auto& [bound, part] : {std::pair(&made.opens, "_opens"), std::pair(&made.closes, "_closes")}) {
            if (bound->counted_from == Anchor::none) continue;
            const Code why = lost(*bound, wanted);
            report(component, part, why ? Fate::dropped : Fate::kept, why, decision);
            if (why) *bound = {};
        }
    }
    return carried;
}

}  // namespace provost::catalogue
