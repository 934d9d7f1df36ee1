// Checks of the outcome.
#include "catalogue/whole.hpp"

#include "base/controls.hpp"
#include "catalogue/course_sets.hpp"

#include <provost/base/text.hpp>

namespace provost::catalogue {

namespace {

constexpr std::size_t most_tags = 200;

bool refuse_missing(std::string_view field, Decision& decision) {
    decision.refuse("field.missing"_code, {{"field", std::string(field)}});
    return false;
}

// IMC-CSV-08, IMC-CSV-09: as of the cells of a file. A description has lines.
bool is_text(std::string_view text, bool lines, std::string_view field, Decision& decision) {
    if (!has_control(text, lines)) return true;
    decision.refuse("text.control-character"_code, {{"field", std::string(field)}});
    return false;
}

// IMC-CSV-20
bool has_currency(const Settings& settings, Decision& decision) {
    return !settings.price || !settings.currency.empty() || refuse_missing("currency", decision);
}

bool has_few_tags(const Settings& settings, Decision& decision) {
    if (settings.tags.size() <= most_tags) return true;
    decision.refuse("list.too-long"_code, {{"limit", std::to_string(most_tags)}, {"field", "tags"}});
    return false;
}

using organisation::ApprovalStep;
using organisation::Approver;
using organisation::RegistrationType;

// IMC-CAN-08, IMC-WL-10: the first that says the same as one before it.
template <class T, class Member>
const T* repeated_in(const std::vector<T>& list, Member member) {
    for (std::size_t i = 1; i < list.size(); ++i) {
        const auto end = list.begin() + static_cast<std::ptrdiff_t>(i);
        if (std::find_if(list.begin(), end, [&](const T& other) { return other.*member == list[i].*member; }) != end) {
            return &list[i];
        }
    }
    return nullptr;
}

}  // namespace

bool has_name(std::string_view name, Decision& decision) { return !is_blank(name) || refuse_missing("name", decision); }

// IMC-MISC-03, IMC-MISC-04
bool repeats_nothing(std::string_view setting, const std::vector<std::string>& list, Decision& decision) {
    const std::string* again = first_repeated(list);
    if (again == nullptr) return true;
    decision.refuse("setting.repeated"_code, {{"setting", std::string(setting)}, {"value", *again}});
    return false;
}

const std::string* first_repeated(const std::vector<std::string>& list) {
    for (auto at = list.begin(); at != list.end(); ++at) {
        if (std::find(list.begin(), at, *at) != at) return &*at;
    }
    return nullptr;
}

std::vector<std::string> each_once(const std::vector<std::string>& list) {
    std::vector<std::string> once;
    for (const std::string& text : list) {
        if (std::ranges::find(once, text) == once.end()) once.push_back(text);
    }
    return once;
}

bool says_each_once(const Settings& told, Decision& decision) {
    return repeats_nothing("visible_to", told.visible_to, decision) &&
           repeats_nothing("classifications", told.classifications, decision) &&
           repeats_nothing("skills", told.skills, &Skill::skill, decision);
}

bool has_sound_texts(const Settings& told, Decision& decision) {
    if (!told.mode.empty() && is_blank(told.mode)) return refuse_missing("mode", decision);  // IMC-CT-05
    if (!is_text(told.name, false, "name", decision)) return false;
    if (!is_text(told.description, true, "description", decision)) return false;
    for (const Translation& each : told.translations) {
        const auto first = std::ranges::find_if(
            told.translations, [&](const Translation& other) { return same_language(other.language, each.language); });
        if (&*first != &each) {
            decision.refuse("translation.repeated"_code, {{"language", each.language}});
            return false;
        }
        const bool says_something = !is_blank(each.name) || (each.name.empty() && !is_blank(each.description));
        if (!says_something) return refuse_missing("translations", decision);
        if (!is_text(each.name, false, "translations", decision)) return false;
        if (!is_text(each.description, true, "translations", decision)) return false;
    }
    return true;
}

bool is_allowed(RegistrationType type, const std::vector<std::string>& allowed, Decision& decision) {
    if (allowed.empty() || std::ranges::find(allowed, word(type)) != allowed.end()) return true;
    decision.refuse("registration-type.not-allowed"_code, {{"registration_type", std::string(word(type))}});
    return false;
}

bool has_sound_steps(const std::optional<RegistrationType>& type, const std::vector<ApprovalStep>& steps,
                     Decision& decision) {
    if (type == RegistrationType::multi_step && steps.empty()) return refuse_missing("approval_steps", decision);
    const bool all_named = std::ranges::all_of(
        steps, [](const ApprovalStep& step) { return (step.approver == Approver::group) != step.group.empty(); });
    return all_named || refuse_missing("approval_steps.group", decision);
}

bool has_sound_terms(const Settings& settings, const std::vector<std::string>& allowed, Decision& decision) {
    if (!has_currency(settings, decision)) return false;
    const auto type = settings.registration_type;
    if (type && !is_allowed(*type, allowed, decision)) return false;  // IMC-REG-01
    if (!has_sound_steps(type, settings.approval_steps, decision)) return false;
    // IMC-SIG-02
    const auto by = settings.conclude_by.value_or(ConcludeBy::administrator);
    if (settings.signature_required.value_or(false) && by != ConcludeBy::learner) {
        decision.refuse("signature.only-by-learner"_code, {{"conclude_by", std::string(word(by))}});
        return false;
    }
    if (const auto* rule = repeated_in(settings.cancellation_rules, &CancellationRule::days)) {
        decision.refuse("cancellation-rule.repeated"_code, {{"days", std::to_string(rule->days)}});
        return false;
    }
    if (const auto* quota = repeated_in(settings.quotas, &Quota::name)) {
        decision.refuse("quota.repeated"_code, {{"quota", quota->name}});
        return false;
    }
    return true;
}

bool is_whole(const TemplateVersion& made, Decision& decision) {
    return has_name(made.settings.name, decision) && has_few_tags(made.settings, decision) &&
           has_sound_terms(made.settings, made.registration_types, decision);
}

// IMC-CSV-11
bool is_in_order(const Course& course, bool told_end, Decision& decision) {
    if (!course.has_dates() || *course.starts_at <= *course.ends_at) return true;
    decision.refuse("date.end-before-start"_code, {{"field", told_end ? "ends_at" : "starts_at"}});
    return false;
}

// IMC-CSV-10: one note, whether one of both was told or both.
void note_ignored_dates(const std::optional<Instant>& start, const std::optional<Instant>& end, Decision& decision) {
    if (!start && !end) return;
    const std::string_view told = !end ? "starts_at" : !start ? "ends_at" : "starts_at, ends_at";
    decision.note("timing.ignored"_code, {{"field", std::string(told)}});
}

bool is_whole(const Course& course, const Many<CourseSet>& sets, const std::vector<std::string>& registration_types,
              Decision& decision) {
    for (const CourseSet& set : sets) {
        if (!fits_publication(course, set, decision)) return false;  // IMC-CC-03
    }
    // The location says in which zone the course has its days. IMC-CSV-15
    if (!course.assignments.location) return refuse_missing("location", decision);
    return has_name(course.settings.name, decision) && has_few_tags(course.settings, decision) &&
           has_sound_terms(course.settings, registration_types, decision);
}

// IMC-REG-01, IMC-CT-12: wherever the course has its provider from.
bool fits_provider(const Course& course, Id<organisation::Provider> former,
                   const std::vector<std::string>& registration_types, const Context& context, Decision& decision) {
    using organisation::RegistrationProcess;
    const auto id = course.assignments.provider;
    if (registration_types.empty() || !id || id == former) return true;
    const auto provider = context.one<organisation::Provider>(id.value);
    if (!provider || !*provider) return provider.has_value();
    const auto found = context.find<RegistrationProcess>(find_index(type_of<RegistrationProcess>(), "provider"),
                                                         {{0, (*provider)->key, true}});
    if (!found) return false;
    for (const RegistrationProcess& process : *found) {
        const auto type = process.registration_type;
        if (type && !is_allowed(*type, registration_types, decision)) return false;
    }
    return true;
}

bool type_forbids(const Setting& setting, const TemplateVersion& pinned, const TemplateVersion& theirs,
                  const Course& course, const Context& context) {
    if (setting.name() == "provider") {
        Course taken = course;
        taken.assignments.provider = theirs.assignments.provider;
        Decision judged;
        const auto former = course.assignments.provider;
        return !fits_provider(taken, former, pinned.registration_types, context, judged) && judged.refused();
    }
    if (setting.name() != "registration_type" && setting.name() != "approval_steps") return false;
    const auto type = theirs.settings.registration_type.value_or(organisation::RegistrationType::self_direct);
    const auto& allowed = pinned.registration_types;
    return !allowed.empty() && std::ranges::find(allowed, word(type)) == allowed.end();
}

}  // namespace provost::catalogue
