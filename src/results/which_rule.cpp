// WIS-AG-12: a rule at the unit offer beats the default at the course offer; the organisation's comes last.
#include "results/which_rule.hpp"

#include "base/default_key.hpp"

namespace provost::results {

namespace {

using catalogue::Course;
using enrolment::Enrolment;

// Looks records up; once something is missing, nothing that is found counts.
class Search {
public:
    explicit Search(const Context& context) : context_(context) {}
    [[nodiscard]] bool whole() const { return whole_; }

    template <class T>
    const T* one(std::int64_t id) {
        const auto found = context_.one<T>(id);
        whole_ = whole_ && found;
        return found && *found ? &**found : nullptr;
    }
    template <class T>
    Many<T> under(int index, KeyParts parts) {
        auto found = context_.find<T>(index, std::move(parts));
        whole_ = whole_ && found;
        return found ? std::move(*found) : Many<T>{};
    }
    const GradeRuleUse* use_of(std::int64_t course) {
        const auto uses = under<GradeRuleUse>(0, {{course, {}, false}});
        return uses.empty() ? nullptr : &*uses.begin();
    }

private:
    const Context& context_;
    bool whole_ = true;
};

// The course offers that a place belongs to: those through which it was booked, else all whose sets have the course.
std::vector<std::int64_t> offers_above(const Enrolment& place, const Course& course, Search& search) {
    std::vector<std::int64_t> offers;
    for (const auto parent : place.parents) {
        if (const auto* above = search.one<Enrolment>(parent)) offers.push_back(above->course.value);
    }
    if (!place.parents.empty()) return offers;
    for (const auto set : course.in_sets) {
        if (const auto* in = search.one<catalogue::CourseSet>(set)) offers.push_back(in->course.value);
    }
    return offers;
}

RuleFound default_above(const Enrolment& place, const Course& course, Search& search) {
    RuleFound found;
    for (const auto offer : offers_above(place, course, search)) {
        const GradeRuleUse* use = search.use_of(offer);
        if (use == nullptr || !use->default_rule) continue;
        const auto* rule = search.one<GradeRule>(use->default_rule.value);
        if (found.rule != nullptr && rule != found.rule) found.ambiguous = true;
        found.rule = rule;
    }
    return found;
}

}  // namespace

std::optional<RuleFound> rule_of_organisation(const Context& context) {
    Search search(context);
    const auto settings = search.under<ResultSettings>(0, {{0, std::string(default_key), true}});
    if (!search.whole()) return std::nullopt;
    const std::string key = settings.empty() ? "" : settings.begin().operator*().default_rule;
    if (key.empty()) return RuleFound{&shipped_rule()};
    if (const GradeRule* preset = find_preset(key)) return RuleFound{preset};
    const auto rules = search.under<GradeRule>(0, {{0, key, true}});
    if (!search.whole()) return std::nullopt;
    return RuleFound{rules.empty() ? nullptr : &*rules.begin()};
}

std::optional<RuleFound> rule_at(const Enrolment& place, const Course& course, const LmsLink* link,
                                 const Context& context) {
    Search search(context);
    RuleFound found;
    if (link != nullptr && link->rule) {  // WIS-LNK-01: each link may have its own
        found.rule = search.one<GradeRule>(link->rule.value);
    } else if (const GradeRuleUse* own = search.use_of(course.id.value); own != nullptr && own->rule) {
        found.rule = search.one<GradeRule>(own->rule.value);
    } else {
        found = default_above(place, course, search);
    }
    if (!search.whole()) return std::nullopt;
    return found.rule != nullptr ? found : rule_of_organisation(context);
}

}  // namespace provost::results
