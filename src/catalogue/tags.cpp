// Meta tags as a request tells them, against their definitions.
#include "catalogue/tags.hpp"

#include "base/list_text.hpp"
#include "catalogue/inherit.hpp"
#include "catalogue/notices.hpp"
#include "catalogue/whole.hpp"
#include "describe/expected.hpp"

#include <provost/describe/compare.hpp>
#include <provost/describe/json.hpp>

namespace provost::catalogue {

namespace {

// IMC-MT-03: what Provost itself reads is a real setting; these are its public number and its stable name.
struct WellKnown {
    std::string_view number;  // empty: none is public
    std::string_view setting;
};
constexpr auto well_known = std::to_array<WellKnown>({
    {"10119", "duration_days"},
    {"10120", "duration_hours"},
    {"10080", "conclude_by"},
    {"10007", "administrator"},
    {"10008", "registration_type"},
    {"11081", "always_passed"},
    {"10132", "messages"},  // IMC-NOT-05
    {"", "show_until"},
    {"", "price"},
    {"", "allow_rating"},
    {"", "revision_date"},
    {"", "update_after_start"},
    {"", "update_with_logic"},
    {"", "update_without_revision"},
    {"", "prerequisites_due"},
    {"", "cancel_unprepared"},
});

// IMC-MT-03: what it reads of a course alone. No setting, so that a meta tag is no other name of it either.
constexpr auto of_courses = std::to_array<std::string_view>({"starts_at", "ends_at"});

std::string expected_words(const Field& field) {
    std::string words;
    for (const ChoiceRow& row : field.access->choices) add_to_list(words, row.name);
    return words.empty() ? expected_of(field) : words;
}

// Reads a value into a field; a moment may lie in the zone of the place, and a day without a time lasts to its end.
// IMC-MT-04
Code read_setting(const Field& field, Settings& settings, std::string_view value, const Zone* zone) {
    const bool is_instant = field.access->kind == Kind::instant;
    const auto moment = is_instant ? parse_moment(value) : std::nullopt;
    const auto day = is_instant && !moment ? parse_day(value) : std::nullopt;
    const bool is_local = day || (moment && !moment->offset);
    if (!is_local) {
        const Code wrong = read_text(field, &settings, value);
        return wrong ? wrong : check_value(field, &settings);
    }
    if (zone == nullptr) return "date.zoneless"_code;
    const auto local = day ? LocalTime{(*day + std::chrono::days{1}).time_since_epoch()} : moment->local;
    if (moment && occurrence(local, *zone) == Occurrence::never) return "date.skipped"_code;
    const Instant read = instant_of(local, *zone);
    if (!can_be_written(read)) return "date.malformed"_code;
    field.access->store(field.in(&settings), read.time_since_epoch().count());
    return {};
}

// IMC-MT-03: the administrator, by his login.
bool settle_administrator(const TagValue& tag, Told told, const TagPlace& place, Decision& decision) {
    if (told.administrator == nullptr) {
        decision.refuse("tag.level-not-allowed"_code, {{"tag", tag.tag}, {"level", std::string(word(place.level))}});
        return false;
    }
    const bool other =
        told.administrator->given() && people::login_index(told.administrator->name) != people::login_index(tag.value);
    if (other) {
        decision.refuse("tag.given-twice"_code, {{"setting", "administrator"}, {"tag", tag.tag}});
        return false;
    }
    told.administrator->name = tag.value;
    return true;
}

// Puts the value of a well-known tag where its setting is.
bool settle_setting(const TagValue& tag, Told told, const TagPlace& place, Decision& decision) {
    const std::string setting(well_known_setting(tag.tag));
    if (tag.value.empty() && told.clear != nullptr) return (told.clear->push_back(setting), true);
    if (tag.value.empty()) {  // what is told whole has no value then, or has it said beside
        const auto* field = type_of<Settings>().find(setting);
        if (field == nullptr || !field->access->present(field->in(&told.settings))) return true;
        decision.refuse("tag.given-twice"_code, {{"setting", setting}, {"tag", tag.tag}});
        return false;
    }
    if (setting == "administrator") return settle_administrator(tag, told, place, decision);
    const Field& field = *type_of<Settings>().find(setting);
    Settings read;
    if (const Code wrong = read_setting(field, read, tag.value, place.zone)) {
        decision.refuse(wrong, {{"tag", tag.tag}, {"expected", expected_words(field)}});
        return false;
    }
    if (field.access->present(field.in(&told.settings)) && !same_member(field, &told.settings, &read)) {
        decision.refuse("tag.given-twice"_code, {{"setting", setting}, {"tag", tag.tag}});
        return false;
    }
    field.access->copy(field.in(&told.settings), field.in(&read));
    return true;
}

// IMC-MT-01: a tag is set at its levels only, and where the template has it in its set.
bool may_stand(const MetaTag& tag, const TagPlace& place, Decision& decision) {
    if (place.level != Level::none && !stands_at(tag, place.level)) {
        decision.refuse("tag.level-not-allowed"_code, {{"tag", tag.key}, {"level", std::string(word(place.level))}});
        return false;
    }
    if (is_in_set(place.tag_set, tag.key)) return true;
    decision.refuse("tag.not-in-set"_code, {{"tag", tag.key}});
    return false;
}

bool settle_value(TagValue& value, const TagPlace& place, const Context& context, Decision& decision) {
    for (const MetaTag& tag : place.known) {
        if (tag.key != value.tag) continue;
        if (value.value.empty()) return true;
        // IMC-CSV-22: in a column, not in a document.
        const bool by_row = context.from_file() && context.head.row_digest != 0;
        if (by_row && tag.type != TagType::text && tag.type != TagType::internet_address) {
            decision.refuse("tag.type-unsupported"_code, {{"tag", tag.key}, {"type", std::string(word(tag.type))}});
            return false;
        }
        TagText read = tag_text(tag, value.value, place.zone, context.zones);
        if (!read.wrong) return (value.value = std::move(read.text), true);
        decision.refuse(read.wrong, {{"tag", tag.key}, {"expected", std::move(read.expected)}});
        return false;
    }
    decision.refuse("tag.unknown"_code, {{"name", value.tag}});
    return false;
}

}  // namespace

std::string_view well_known_setting(std::string_view tag) {
    for (const WellKnown& row : well_known) {
        if (row.setting == tag || (!row.number.empty() && row.number == tag)) return row.setting;
    }
    return {};
}

std::string_view what_is_read(std::string_view tag) {
    const auto dates = std::ranges::find(of_courses, tag);
    return dates == of_courses.end() ? well_known_setting(tag) : *dates;
}

bool is_own_tag(std::string_view key) { return well_known_setting(key).empty(); }

bool stands_at(const MetaTag& tag, Level level) { return tag.levels.empty() || contains(tag.levels, word(level)); }

bool may_name(const std::vector<std::string>& names, const TagPlace& place, const Context& context,
              Decision& decision) {
    for (const std::string& name : names) {
        const auto setting = Setting::find(name);
        if (setting && name.starts_with(notice_prefix) &&
            !is_notice(std::string_view(name).substr(notice_prefix.size()), context, decision)) {
            return false;
        }
        if (!setting || !setting->is_tag()) continue;
        const std::string key(setting->tag_key());
        const auto tag = context.find<MetaTag>(find_index(type_of<MetaTag>(), "key"), {{0, key, true}});
        if (!tag) return false;
        if (tag->empty()) return (decision.refuse("tag.unknown"_code, {{"name", key}}), false);
        if (!may_stand(*tag->begin(), place, decision)) return false;
    }
    return true;
}

bool are_known(const std::vector<std::string>& names, const Context& context, Decision& decision) {
    static const Many<MetaTag> none;
    static const std::vector<std::string> all;
    return may_name(names, {Level::none, all, none}, context, decision);
}

bool settle_tags(Told told, const TagPlace& place, const Context& context, Decision& decision) {
    std::vector<TagValue> own;
    if (!repeats_nothing("tags", told.settings.tags, &TagValue::tag, decision)) return false;
    for (TagValue& tag : told.settings.tags) {
        const bool is_own = is_own_tag(tag.tag);
        const bool settled =
            is_own ? settle_value(tag, place, context, decision) : settle_setting(tag, told, place, decision);
        if (!settled) return false;
        if (is_own) own.push_back(std::move(tag));
    }
    told.settings.tags = std::move(own);
    return true;
}

bool tags_may_stand(Told told, const TagPlace& place, const Context& context, Decision& decision) {
    // Taking a value away is setting it.
    if (told.clear != nullptr && !may_name(*told.clear, place, context, decision)) return false;
    return std::ranges::all_of(told.settings.tags, [&](const TagValue& value) {
        const MetaTag* tag = place.known.first([&](const MetaTag& each) { return each.key == value.tag; });
        return may_stand(*tag, place, decision);
    });
}

void settle_names(std::vector<std::string>& names) {
    for (std::string& name : names) {
        if (auto setting = Setting::find(name)) name = setting->name();
    }
}

bool is_in_set(const std::vector<std::string>& tag_set, std::string_view tag) {
    return tag_set.empty() || contains(tag_set, tag);
}

std::vector<std::string> tags_outside(const Settings& settings, const std::vector<std::string>& tag_set) {
    std::vector<std::string> names;
    for (const TagValue& tag : settings.tags) {
        if (!is_in_set(tag_set, tag.tag)) names.push_back(std::string(tag_prefix) + tag.tag);
    }
    return names;
}

}  // namespace provost::catalogue
