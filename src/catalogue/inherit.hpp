// Inheritance of settings: what a level says itself stands over what the version above it says. One loop over the
// description of the settings; who says a value is a list of names (`own`).
#pragma once

#include "plan/decision.hpp"
#include "plan/fetch.hpp"

#include <provost/catalogue/course.hpp>

namespace provost::catalogue {

/// A meta tag is a setting of this name and its key; so is what is said of a notice.
inline constexpr std::string_view tag_prefix = "metatag_", notice_prefix = "notice_";

/// The settings of one level, in the record that holds them. A course type has no assignments.
struct Layer {
    Settings& settings;
    Assignments* assignments;
    std::vector<std::string>& own;
};
/// The same, read only.
struct Above {
    const Settings& settings;
    const Assignments* assignments;
};

template <class Version>
[[nodiscard]] Layer layer_of(Version& version) {
    if constexpr (requires { version.assignments; }) {
        return {version.settings, &version.assignments, version.own};
    } else {
        return {version.settings, nullptr, version.own};
    }
}
template <class Version>
[[nodiscard]] Above above(const Version& version) {
    if constexpr (requires { version.assignments; }) {
        return {version.settings, &version.assignments};
    } else {
        return {version.settings, nullptr};
    }
}

/// One setting: where it lies, whatever the level. A meta tag is a setting named metatag_<key>, what is said of a
/// notice one named notice_<key>: these are items of a list, each with a level of its own.
class Setting {
public:
    /// By name; empty when there is none of that name. Every metatag_<key> is one; a well-known one is the setting that
    /// it stands for. [IMC-MT-03]
    [[nodiscard]] static std::optional<Setting> find(std::string_view name);

    /// All but the items of lists.
    [[nodiscard]] static const std::vector<Setting>& but_items();

    [[nodiscard]] std::string_view name() const { return is_item() ? std::string_view(item_) : field_->name; }
    [[nodiscard]] bool is_tag() const { return item_.starts_with(tag_prefix); }
    /// Key of a meta tag.
    [[nodiscard]] std::string_view tag_key() const;
    /// Value of a meta tag; empty when it has none.
    [[nodiscard]] std::string text(const Above& level) const;
    [[nodiscard]] bool present(const Above& level) const;
    /// Whether it is present, and not a text of blanks. [IMC-TPL-02]
    [[nodiscard]] bool is_said(const Above& level) const;
    [[nodiscard]] bool same(const Above& a, const Above& b) const;
    /// Its value as canonical JSON; empty when absent.
    [[nodiscard]] std::string value(const Above& level) const;
    void copy(Layer to, const Above& from) const;
    void clear(Layer level) const;

private:
    Setting() = default;
    Setting(const Field& field, bool assigned) : field_(&field), assigned_(assigned) {}
    [[nodiscard]] const void* part(const Above& level) const;
    [[nodiscard]] bool is_item() const { return field_ == nullptr; }
    [[nodiscard]] const NoticeSetting* notice(const Above& level) const;

    std::string item_;              // of an item its name
    const Field* field_ = nullptr;  // null: an item
    bool assigned_ = false;
};

/// The meta tags, then what is said of notices, that any of these levels has, in ascending order of their keys.
[[nodiscard]] std::vector<Setting> item_settings(std::initializer_list<const Settings*> levels);
/// All settings but these, then these.
[[nodiscard]] std::vector<Setting> all_settings(std::initializer_list<const Settings*> levels);

/// What a request asks of a level.
struct Asked {
    const Settings& settings;
    const Assignments* assignments;
    const std::vector<std::string>* clear = nullptr;
    const std::vector<std::string>* reset = nullptr;
};
/// Names of the settings that are asked to change.
[[nodiscard]] std::vector<Setting> asked_settings(const Asked& asked);

/// Whether nothing is given and taken away at once, or both cleared and reset: refuses otherwise, and answers false.
[[nodiscard]] bool says_once(const Asked& asked, Decision& decision);

/// Puts what is asked over what the level said before.
void say(Layer level, const Asked& asked);
/// Fills in what the level does not say itself. `hidden`: settings that have their neutral value here, whoever says
/// them. [IMC-CT-08]
void inherit(Layer level, const Above* from, const std::vector<std::string>& hidden);

/// From now on the level says what it has of a setting; or it does not, and inherits it.
void own(Layer level, const Setting& setting);
void disown(Layer level, const Setting& setting);

/// Which level says a setting of a course. [IMC-CT-08]
[[nodiscard]] Level level_of(const Setting& setting, const Course& course, const TemplateVersion& pinned);

/// Of the versions in a slot the one that a course goes by; null when it is not among them.
[[nodiscard]] const TemplateVersion* pinned_by(const Course& course, const Many<TemplateVersion>& versions);

/// The mandatory settings that a course lacks. One with dates has no duration, and lacks none. [IMC-TPL-02, IMC-CT-06]
[[nodiscard]] std::vector<std::string> absent_ones(const std::vector<std::string>& mandatory, const Course& course);
/// What a version locks without a value, although it makes it mandatory or every course must have it: no course could
/// give it. [IMC-TPL-02]
[[nodiscard]] std::vector<std::string> never_given(const TemplateVersion& made);
/// Refuses, and answers false, when there is such a setting.
[[nodiscard]] bool can_be_given(const TemplateVersion& made, Decision& decision);

/// Names in lists that name no setting: refuses, and answers false. `member` is the list's name.
[[nodiscard]] bool names_settings(const std::vector<std::string>& names, std::string_view member, Decision& decision);

/// Refuses with each of these settings. [IMC-TPL-02]
void refuse_each(Code each, const std::vector<std::string>& names, Decision& decision);

/// What a course lacks of its mandatory settings, now that it has another value of one: it stands there no more, or
/// from now on. [IMC-CHT-09]
void look_again(const Setting& setting, const TemplateVersion& pinned, Course& course);

/// Whether a course may have this value of a setting that was not told with the others: what its template locks stays,
/// and what it wants must be there. Refuses otherwise, and answers false. [IMC-TPL-02]
[[nodiscard]] bool fits_template(const Setting& setting, const Course& before, const TemplateVersion& pinned,
                                 Course& now, Decision& decision);

/// Whether no setting that the template locks has changed: refuses with each otherwise, and answers false. The same
/// value is no change, and that of the template is what the lock asks for. [IMC-TPL-02, IMC-CSV-27]
[[nodiscard]] bool respects_locks(const Above& before, const Above& after, const TemplateVersion& version,
                                  Decision& decision);

[[nodiscard]] inline bool contains(const std::vector<std::string>& list, std::string_view text) {
    return std::ranges::find(list, text) != list.end();
}

}  // namespace provost::catalogue
