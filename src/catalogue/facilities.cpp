// Process complexity.
#include "catalogue/facilities.hpp"

#include "catalogue/tags.hpp"

namespace provost::catalogue {

namespace {

struct Place {
    std::string_view setting;
    Facility facility;
};
constexpr auto places = std::to_array<Place>({
    {"classifications", Facility::classifications},
    {"skills", Facility::skills},
    {"tutors", Facility::tutors},
    {"resources", Facility::resources},
    {"prerequisites_due", Facility::prerequisites},
    {"cancel_unprepared", Facility::prerequisites},
    {"minimum_status", Facility::prerequisites},
    {"prerequisite_notices", Facility::prerequisites},
    {"cancellation_rules", Facility::cancellation_rules},
    {"after_start_percent", Facility::cancellation_rules},
    {"participant_list", Facility::participant_list},
});

}  // namespace

std::optional<Facility> find_facility(std::string_view name) {
    for (const ChoiceRow& row : Choices<Facility>::rows) {
        if (row.name == name) return static_cast<Facility>(row.value);
    }
    return std::nullopt;
}

std::vector<std::string> settings_in(const std::vector<std::string>& facilities) {
    std::vector<std::string> names;
    for (const Place& place : places) {
        if (contains(facilities, word(place.facility))) names.emplace_back(place.setting);
    }
    return names;
}

// IMC-CT-02: the highest level that hides it is named.
Hiding Complexity::who_hides(Facility facility) const {
    if (contains(pinned_.hidden_by_type, word(facility))) return {Level::type, std::string(type_key_)};
    if (contains(pinned_.hidden, word(facility))) return {Level::course_template, std::string(template_id_)};
    const bool here = course_ != nullptr && contains(course_->hidden, word(facility));
    return here ? Hiding{Level::course, course_->external_id} : Hiding{};
}

bool Complexity::allows(Facility facility, Decision& decision) const {
    const Hiding hiding = who_hides(facility);
    if (!hiding) return true;
    decision.refuse("tab.disabled"_code, told(facility, hiding));
    return false;
}

bool Complexity::notes_hidden(Facility facility, Decision& decision) const {
    const Hiding hiding = who_hides(facility);
    if (hiding) decision.note("tab.disabled"_code, told(facility, hiding));
    return static_cast<bool>(hiding);
}

std::vector<Parameter> Complexity::told(Facility facility, const Hiding& hiding) const {
    // A type that was deleted has no key any more.
    const auto place = hiding.place.empty() ? std::to_string(pinned_.course_type.value) : hiding.place;
    return {{"tab", std::string(word(facility))}, {"level", std::string(word(hiding.level))}, {"place", place}};
}

bool Complexity::allows_setting(std::string_view setting, const Context& context, Decision& decision) const {
    const auto found = std::ranges::find(places, setting, &Place::setting);
    if (found == places.end()) return true;
    if (!context.from_file()) return allows(found->facility, decision);
    if (const Hiding hiding = who_hides(found->facility)) {
        auto parameters = told(found->facility, hiding);
        parameters.push_back({"field", std::string(setting)});
        decision.note("tab.disabled"_code, std::move(parameters));
    }
    return true;
}

bool Complexity::allows_all(const std::vector<std::string>& shown, const Asked& asked, const Context& context,
                            Decision& decision) const {
    for (const std::string& name : shown) {
        if (!allows(*find_facility(name), decision)) return false;
    }
    return std::ranges::all_of(asked_settings(asked), [&](const Setting& setting) {
        return allows_setting(setting.name(), context, decision);
    });
}

// IMC-CT-03, IMC-TPL-02
bool Complexity::allows_mandatory(const std::vector<std::string>& settings, Decision& decision) const {
    return std::ranges::all_of(settings, [&](const std::string& name) {
        const auto found = std::ranges::find(places, name, &Place::setting);
        return found == places.end() || allows(found->facility, decision);
    });
}

// IMC-CT-03: a function that is off has its neutral value, whoever has set it.
std::vector<std::string> Complexity::neutral_settings() const {
    std::vector<std::string> names;
    for (const Place& place : places) {
        if (who_hides(place.facility)) names.emplace_back(place.setting);
    }
    return names;
}

bool hide(std::vector<std::string>& list, const std::vector<std::string>& hidden, const std::vector<std::string>& shown,
          Decision& decision) {
    for (const auto* words : {&hidden, &shown}) {
        const auto wrong = std::ranges::find_if(*words, [](const auto& text) { return !find_facility(text); });
        if (wrong == words->end()) continue;
        decision.refuse("facility.unknown"_code, {{"facility", *wrong}});
        return false;
    }
    // IMC-CT-04: of both neither is meant more than the other.
    const auto both = std::ranges::find_if(hidden, [&](const std::string& name) { return contains(shown, name); });
    if (both != hidden.end()) {
        decision.refuse("facility.twice"_code, {{"facility", *both}});
        return false;
    }
    list.insert(list.end(), hidden.begin(), hidden.end());
    std::ranges::sort(list);
    const auto repeated = std::unique(list.begin(), list.end());
    list.erase(repeated, list.end());
    std::erase_if(list, [&](const std::string& name) { return contains(shown, name); });
    return true;
}

// Settings that the template does not hand on: those that are hidden, and meta tags outside its set. IMC-MT-01
std::vector<std::string> kept_back(const TemplateVersion& made, const Settings& type, const Complexity& complexity) {
    auto names = complexity.neutral_settings();
    for (const Settings* settings : {&type, &made.settings}) {
        const auto outside = tags_outside(*settings, made.tag_set);
        names.insert(names.end(), outside.begin(), outside.end());
    }
    return names;
}

}  // namespace provost::catalogue
