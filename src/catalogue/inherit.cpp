// Inheritance of settings.
#include "catalogue/inherit.hpp"

#include "base/controls.hpp"
#include "base/list_text.hpp"
#include "describe/expected.hpp"

#include <provost/base/text.hpp>
#include <provost/catalogue/meta_tag.hpp>
#include <provost/describe/compare.hpp>
#include <provost/describe/json.hpp>

#include <set>

namespace provost::catalogue {

namespace {

// Each item of these is a setting of its own.
bool is_list_of_items(std::string_view name) { return name == "tags" || name == "notices"; }

TagValue* tag_in(Settings& settings, std::string_view key) {
    const auto found = std::ranges::find(settings.tags, key, &TagValue::tag);
    return found == settings.tags.end() ? nullptr : &*found;
}

const TagValue* tag_in(const Settings& settings, std::string_view key) {
    return tag_in(const_cast<Settings&>(settings), key);
}

std::string_view key_of(std::string_view name) {
    return name.substr((name.starts_with(tag_prefix) ? tag_prefix : notice_prefix).size());
}

// What is said of notices stands in ascending order of their keys, like tags.
void put_notice(Settings& settings, const NoticeSetting& told) {
    const auto at = std::ranges::lower_bound(settings.notices, told.notice, {}, &NoticeSetting::notice);
    if (at != settings.notices.end() && at->notice == told.notice) return void(*at = told);
    settings.notices.insert(at, told);
}

bool says_something(const NoticeSetting& told) {
    return told.enabled || told.dispatch || !told.recipients.empty() || !told.days.empty() || !told.texts.empty();
}

// Tags stand in ascending order of their keys, so that equal sets are equal lists.
void put_tag(Settings& settings, std::string_view key, const std::string& value) {
    if (TagValue* tag = tag_in(settings, key)) return void(tag->value = value);
    const auto at = std::ranges::upper_bound(settings.tags, key, {}, &TagValue::tag);
    settings.tags.insert(at, {std::string(key), value});
}

}  // namespace

std::optional<Setting> Setting::find(std::string_view name) {
    if (name.starts_with(tag_prefix) && name.size() > tag_prefix.size()) {
        const auto real = well_known_setting(key_of(name));
        if (real.empty()) {
            Setting tag;
            tag.item_ = name;
            return tag;
        }
        name = real;
    }
    if (name.starts_with(notice_prefix) && name.size() > notice_prefix.size()) {
        Setting notice;
        notice.item_ = name;
        return notice;
    }
    if (is_list_of_items(name)) return std::nullopt;
    if (const Field* field = type_of<Settings>().find(name)) return Setting(*field, false);
    if (const Field* field = type_of<Assignments>().find(name)) return Setting(*field, true);
    return std::nullopt;
}

const void* Setting::part(const Above& level) const {
    return assigned_ ? static_cast<const void*>(level.assignments) : &level.settings;
}

const NoticeSetting* Setting::notice(const Above& level) const {
    const auto found = std::ranges::find(level.settings.notices, key_of(item_), &NoticeSetting::notice);
    return found == level.settings.notices.end() ? nullptr : &*found;
}

bool Setting::present(const Above& level) const {
    if (is_tag()) {
        const TagValue* tag = tag_in(level.settings, key_of(item_));
        return tag != nullptr && !tag->value.empty();
    }
    if (is_item()) {
        const NoticeSetting* told = notice(level);
        return told != nullptr && says_something(*told);
    }
    const void* record = part(level);
    return record != nullptr && field_->access->present(field_->in(record));
}

bool Setting::is_said(const Above& level) const {
    if (is_tag()) return !is_blank(text(level));
    const void* record = is_item() ? nullptr : part(level);
    return record == nullptr ? present(level) : provost::says_something(*field_, field_->in(record));
}

bool Setting::same(const Above& a, const Above& b) const {
    if (present(a) != present(b)) return false;
    if (!present(a)) return true;
    if (is_tag()) return tag_in(a.settings, key_of(item_))->value == tag_in(b.settings, key_of(item_))->value;
    if (is_item()) return same_content(type_of<NoticeSetting>(), notice(a), notice(b));
    if (name() == "language") return same_language(a.settings.language, b.settings.language);
    return same_member(*field_, part(a), part(b));
}

std::string Setting::value(const Above& level) const {
    std::string text;
    if (!present(level)) return text;
    if (is_tag()) {
        write_json_text(text, this->text(level));
    } else if (is_item()) {
        write_json(text, type_of<NoticeSetting>(), notice(level));
    } else {
        write_member_json(text, *field_, part(level));
    }
    return text;
}

std::string_view Setting::tag_key() const { return key_of(item_); }

std::string Setting::text(const Above& level) const {
    const TagValue* tag = is_tag() ? tag_in(level.settings, key_of(item_)) : nullptr;
    return tag == nullptr ? std::string() : tag->value;
}

void Setting::copy(Layer to, const Above& from) const {
    if (!present(from)) return clear(to);
    if (is_tag()) return put_tag(to.settings, key_of(item_), tag_in(from.settings, key_of(item_))->value);
    if (is_item()) return put_notice(to.settings, *notice(from));
    void* record = assigned_ ? static_cast<void*>(to.assignments) : &to.settings;
    if (record != nullptr) field_->access->copy(field_->in(record), field_->in(part(from)));
}

void Setting::clear(Layer level) const {
    if (is_tag()) {
        std::erase_if(level.settings.tags, [&](const TagValue& tag) { return tag.tag == key_of(item_); });
        return;
    }
    if (is_item()) {
        std::erase_if(level.settings.notices, [&](const NoticeSetting& told) { return told.notice == key_of(item_); });
        return;
    }
    void* record = assigned_ ? static_cast<void*>(level.assignments) : &level.settings;
    if (record != nullptr) field_->access->clear(field_->in(record));
}

const std::vector<Setting>& Setting::but_items() {
    static const std::vector<Setting> all = [] {
        std::vector<Setting> made;
        for (const Field& field : type_of<Settings>().fields) {
            if (!is_list_of_items(field.name)) made.push_back({field, false});
        }
        for (const Field& field : type_of<Assignments>().fields) made.push_back({field, true});
        return made;
    }();
    return all;
}

std::vector<Setting> item_settings(std::initializer_list<const Settings*> levels) {
    std::set<std::string> names;
    for (const Settings* settings : levels) {
        for (const TagValue& tag : settings->tags) names.insert(std::string(tag_prefix) + tag.tag);
        for (const NoticeSetting& told : settings->notices) names.insert(std::string(notice_prefix) + told.notice);
    }
    std::vector<Setting> items;
    // A well-known tag is a setting by another name, and no item. IMC-MT-03
    for (const std::string& name : names) {
        auto item = Setting::find(name);
        if (item && item->name() == name) items.push_back(std::move(*item));
    }
    return items;
}

std::vector<Setting> all_settings(std::initializer_list<const Settings*> levels) {
    std::vector<Setting> all = Setting::but_items();
    std::ranges::move(item_settings(levels), std::back_inserter(all));
    return all;
}

std::vector<Setting> asked_settings(const Asked& asked) {
    std::vector<Setting> changed;
    for (const Setting& setting : Setting::but_items()) {
        if (setting.present({asked.settings, asked.assignments})) changed.push_back(setting);
    }
    // A meta tag without a value is asked to have none.
    std::ranges::move(item_settings({&asked.settings}), std::back_inserter(changed));
    for (const auto* names : {asked.clear, asked.reset}) {
        if (names == nullptr) continue;
        for (const std::string& name : *names) {
            if (auto setting = Setting::find(name)) changed.push_back(std::move(*setting));
        }
    }
    return changed;
}

void own(Layer level, const Setting& setting) {
    const auto at = std::ranges::lower_bound(level.own, setting.name());
    if (at == level.own.end() || *at != setting.name()) level.own.insert(at, std::string(setting.name()));
}

void disown(Layer level, const Setting& setting) { std::erase(level.own, setting.name()); }

bool says_once(const Asked& asked, Decision& decision) {
    const Above given{asked.settings, asked.assignments};
    for (const auto* names : {asked.clear, asked.reset}) {
        if (names == nullptr) continue;
        for (const std::string& name : *names) {
            const auto setting = Setting::find(name);
            const bool both = names == asked.clear && asked.reset != nullptr && contains(*asked.reset, name);
            // A meta tag without a value is asked to have none.
            const bool emptied = names == asked.reset && setting && setting->is_tag() &&
                                 tag_in(asked.settings, setting->tag_key()) != nullptr;
            if (!both && !emptied && !(setting && setting->present(given))) continue;
            decision.refuse("setting.twice"_code, {{"setting", name}});
            return false;
        }
    }
    return true;
}

void say(Layer level, const Asked& asked) {
    const Above given{asked.settings, asked.assignments};
    for (const Setting& setting : asked_settings(asked)) {
        if (asked.reset != nullptr && contains(*asked.reset, setting.name())) {
            disown(level, setting);
            continue;
        }
        if (!setting.same({level.settings, level.assignments}, given)) setting.copy(level, given);
        own(level, setting);
    }
}

void inherit(Layer level, const Above* from, const std::vector<std::string>& hidden) {
    static const Settings nothing;
    const auto take_over = [&](const Setting& setting) {
        if (contains(hidden, setting.name())) {
            setting.clear(level);
            disown(level, setting);
        } else if (!contains(level.own, setting.name())) {
            from == nullptr ? setting.clear(level) : setting.copy(level, *from);
        }
    };
    std::ranges::for_each(Setting::but_items(), take_over);
    std::ranges::for_each(item_settings({&level.settings, from == nullptr ? &nothing : &from->settings}), take_over);
}

Level level_of(const Setting& setting, const Course& course, const TemplateVersion& pinned) {
    if (contains(course.own, setting.name())) return Level::course;
    if (contains(pinned.own, setting.name())) return Level::course_template;
    return setting.present(above(pinned)) ? Level::type : Level::none;
}

const TemplateVersion* pinned_by(const Course& course, const Many<TemplateVersion>& versions) {
    return versions.first([&](const TemplateVersion& version) {
        return version.course_template == course.course_template && version.number == course.template_number;
    });
}

std::vector<std::string> absent_ones(const std::vector<std::string>& mandatory, const Course& course) {
    std::vector<std::string> absent;
    for (const std::string& name : mandatory) {
        const auto setting = Setting::find(name);
        if (setting && !setting->is_said(above(course))) absent.push_back(name);
    }
    if (course.has_dates()) std::erase(absent, "duration");
    return absent;
}

bool can_be_given(const TemplateVersion& made, Decision& decision) {
    const auto never = never_given(made);
    if (!never.empty()) refuse_each("setting.mandatory"_code, never, decision);
    return never.empty();
}

std::vector<std::string> never_given(const TemplateVersion& made) {
    // What every course must have, whether a template says so or not. IMC-CSV-15, IMC-CT-06
    std::vector<std::string> wanted{"location"};
    if (made.timing == Timing::duration) wanted.emplace_back("duration");
    for (const std::string& name : made.mandatory) {
        if (name != "duration" && !contains(wanted, name)) wanted.push_back(name);
    }
    const bool wants_currency = contains(wanted, "price") && !contains(wanted, "currency");
    if (wants_currency) wanted.emplace_back("currency");  // IMC-CSV-20
    std::erase_if(wanted, [&](const std::string& name) {
        const auto setting = Setting::find(name);
        return !setting || !contains(made.locked, name) || setting->is_said(above(made));
    });
    return wanted;
}

// IMC-TPL-02, IMC-CSV-27
bool respects_locks(const Above& before, const Above& after, const TemplateVersion& version, Decision& decision) {
    std::vector<std::string> broken;
    for (const std::string& name : version.locked) {
        const auto setting = Setting::find(name);
        if (!setting || setting->same(before, after)) continue;
        if (!setting->same(after, above(version))) broken.push_back(name);
    }
    if (broken.empty()) return true;
    refuse_each("setting.locked"_code, broken, decision);
    return false;
}

void look_again(const Setting& setting, const TemplateVersion& pinned, Course& course) {
    const bool lacks = contains(absent_ones(pinned.mandatory, course), setting.name());
    if (!lacks) std::erase(course.missing, setting.name());
    if (lacks && !contains(course.missing, setting.name())) course.missing.emplace_back(setting.name());
}

bool fits_template(const Setting& setting, const Course& before, const TemplateVersion& pinned, Course& now,
                   Decision& decision) {
    if (!respects_locks(above(before), above(now), pinned, decision)) return false;
    look_again(setting, pinned, now);
    if (!contains(now.missing, setting.name())) return true;
    refuse_each("setting.mandatory"_code, {std::string(setting.name())}, decision);
    return false;
}

bool names_settings(const std::vector<std::string>& names, std::string_view member, Decision& decision) {
    const auto wrong = std::ranges::find_if(names, [](const std::string& name) { return !Setting::find(name); });
    if (wrong == names.end()) return true;
    decision.refuse("setting.unknown"_code, {{"setting", *wrong}, {"member", std::string(member)}});
    return false;
}

void refuse_each(Code each, const std::vector<std::string>& names, Decision& decision) {
    std::string list;
    for (const std::string& name : names) add_to_list(list, name);
    decision.refuse(each, {{"settings", list}});
    for (const std::string& name : names) {
        decision.reason.parts.push_back({each, Mark::not_met, {{"settings", name}}, {}, {}});
    }
}

}  // namespace provost::catalogue
