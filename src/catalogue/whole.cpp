// Checks of the outcome.
#include "catalogue/whole.hpp"

#include "catalogue/course_sets.hpp"

namespace provost::catalogue {

namespace {

constexpr std::size_t most_tags = 200;

bool refuse_missing(std::string_view field, Decision& decision) {
    decision.refuse("field.missing"_code, {{"field", std::string(field)}});
    return false;
}

}  // namespace

// IMC-CSV-20
bool has_currency(const Settings& settings, Decision& decision) {
    return !settings.price || !settings.currency.empty() || refuse_missing("currency", decision);
}

bool has_few_tags(const Settings& settings, Decision& decision) {
    if (settings.tags.size() <= most_tags) return true;
    decision.refuse("list.too-long"_code, {{"limit", std::to_string(most_tags)}, {"field", "tags"}});
    return false;
}

bool is_whole(const Course& course, const Many<CourseSet>& sets, Decision& decision) {
    for (const CourseSet& set : sets) {
        if (!fits_publication(course, set, decision)) return false;  // IMC-CC-03
    }
    // The location says in which zone the course has its days. IMC-CSV-15
    if (!course.assignments.location) return refuse_missing("location", decision);
    return has_currency(course.settings, decision) && has_few_tags(course.settings, decision);
}

}  // namespace provost::catalogue
