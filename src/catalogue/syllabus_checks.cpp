// Whether components of a course fit each other, their kinds, and the course.
#include "catalogue/syllabus.hpp"

#include "base/controls.hpp"

#include <charconv>

namespace provost::catalogue {

namespace {

constexpr std::size_t deepest = 16;

using ByKey = std::unordered_map<std::string_view, const Component*>;

const Component* find(const ByKey& components, std::string_view key) {
    const auto found = components.find(key);
    return found == components.end() ? nullptr : found->second;
}

// IMC-SYL-05: folders nest, at most sixteen deep.
Code wrong_place(const ByKey& components, const Component& component) {
    std::size_t depth = 0;
    for (std::string_view folder = component.folder; !folder.empty(); ++depth) {
        const Component* found = find(components, folder);
        if (found == nullptr || !what_is(found->kind).holds_others) return "component.folder-unknown"_code;
        if (depth == deepest) return "component.too-deep"_code;
        folder = found->folder;
    }
    return {};
}

// The member that a component of this kind can not have, or lacks.
std::string_view unfit_member(const Component& component) {
    const bool is_folder = what_is(component.kind).holds_others;
    const bool is_set = component.kind == ComponentKind::course_set;
    if (is_set == component.course_set.empty()) return "course_set";
    if (is_folder && component.weight) return "weight";
    if ((is_folder || is_set) && !component.medium.empty()) return "medium";
    if (component.medium.empty() && component.medium_number != 0) return "medium_number";
    if (component.tutor_question && component.kind != ComponentKind::feedback) return "tutor_question";  // IMC-TUT-07
    return component.update && component.medium.empty() ? "update" : std::string_view();
}

// What is wrong with a moment of a component; the empty code when right. IMC-CC-08: a course set has none.
Code wrong_bound(const Bound& bound, const Component& component, const ByKey& components) {
    if (bound.counted_from != Anchor::none && component.kind == ComponentKind::course_set) {
        return "schedule.course-set"_code;
    }
    if (!is_complete(bound)) return "schedule.incomplete"_code;
    const bool known = find(components, bound.component) != nullptr && bound.component != component.key;
    return known || bound.component.empty() ? Code{} : "schedule.component-unknown"_code;
}

ByKey by_key(const std::vector<Component>& components) {
    ByKey found;
    found.reserve(components.size());
    for (const Component& component : components) found.emplace(component.key, &component);
    return found;
}

// IMC-CSV-08: as of whatever learners read; a component may have none.
Code wrong_name(const Component& component) {
    if (has_control(component.name, false)) return "text.control-character"_code;
    return !component.name.empty() && is_blank(component.name) ? "field.missing"_code : Code{};
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
    return is_count && is_unit ? Code{} : "offset.malformed"_code;
}

bool is_complete(const Bound& bound) {
    const bool is_fixed = bound.counted_from == Anchor::fixed;
    const bool is_counted = !is_fixed && bound.counted_from != Anchor::none;
    const bool names = bound.counted_from == Anchor::component_processed;
    return is_fixed == bound.at.has_value() && (is_counted || bound.offset.empty()) && names != bound.component.empty();
}

bool are_well_formed(const std::vector<Component>& components, Decision& decision) {
    const ByKey known = by_key(components);
    for (const Component& component : components) {
        std::vector<Parameter> about{{"component", component.key}};
        if (find(known, component.key) != &component) {
            decision.refuse("component.repeated"_code, std::move(about));
        } else if (const Code wrong = wrong_place(known, component)) {
            about.push_back({"folder", component.folder});
            about.push_back({"limit", std::to_string(deepest)});
            decision.refuse(wrong, std::move(about));
        } else if (const auto member = unfit_member(component); !member.empty()) {
            about.push_back({"kind", std::string(word(component.kind))});
            about.push_back({"member", std::string(member)});
            decision.refuse("component.kind-unfit"_code, std::move(about));
        } else if (const Code wrong = wrong_name(component)) {
            about.push_back({"field", "components"});
            decision.refuse(wrong, std::move(about));
        }
        if (decision.refused()) return false;
    }
    return true;
}

bool are_scheduled_well(const std::vector<Component>& components, const Course& course, Decision& decision) {
    const ByKey known = by_key(components);
    for (const Component& component : components) {
        for (const Bound* bound : {&component.opens, &component.closes}) {
            const Code wrong = wrong_bound(*bound, component, known);
            if (wrong) return (decision.refuse(wrong, {{"component", component.key}}), false);
        }
    }
    return course.has_dates() || may_be_fixed(components, course.settings, decision);
}

bool may_be_fixed(const std::vector<Component>& components, const Settings& settings, Decision& decision) {
    for (const Component& component : components) {
        if (component.opens.counted_from != Anchor::fixed && component.closes.counted_from != Anchor::fixed) continue;
        if (!settings.allow_fixed_moments.value_or(false)) {
            decision.refuse("schedule.fixed-date-not-allowed"_code, {{"component", component.key}});
            return false;
        }
        decision.note("schedule.fixed-date"_code, {{"component", component.key}});
    }
    return true;
}

}  // namespace provost::catalogue
