// Meta tags in settings: which may be set where, their values by type, and those that are settings by another name.
// [IMC-MT-01, IMC-MT-03, IMC-CSV-22]
#pragma once

#include "plan/decision.hpp"
#include "plan/fetch.hpp"

#include <provost/catalogue/course.hpp>
#include <provost/catalogue/meta_tag.hpp>

namespace provost::catalogue {

/// Where meta tags are set.
struct TagPlace {
    Level level = Level::none;                // none: nowhere, they are only named
    const std::vector<std::string>& tag_set;  // empty: all
    const Many<MetaTag>& known;               // those that the request names
    const Zone* zone = nullptr;               // of values without one, when the place has a zone
};

/// What a request says of settings, to be brought into its one form. A type is told whole: it clears nothing.
struct Told {
    Settings& settings;
    std::vector<std::string>* clear = nullptr;
    Ref<access::Administrator>* administrator = nullptr;  // a type has none
};

/// Whether a meta tag can be set at a level. [IMC-MT-01]
[[nodiscard]] bool stands_at(const MetaTag& tag, Level level);

/// Whether settings that are named, among them meta tags and notices, can stand at that place: a notice is there and is
/// one of courses; the tag is there, and has the level and the set. Refuses otherwise, and answers false; false, too,
/// while that is not known yet. [IMC-MT-01]
[[nodiscard]] bool may_name(const std::vector<std::string>& names, const TagPlace& place, const Context& context,
                            Decision& decision);

/// The same of settings that are only named, at no place: the tags are there. [IMC-TPL-02, IMC-CC-06]
[[nodiscard]] bool are_known(const std::vector<std::string>& names, const Context& context, Decision& decision);

/// Brings the values of meta tags into their canonical form, and well-known ones into their settings; refuses what can
/// not be read, and answers false then. Whether they may stand there is asked once all that the request says is read
/// and found: where a course is there already its template answers that, and what can not be read is told in every run
/// of a file. [IMC-CSV-28]
[[nodiscard]] bool settle_tags(Told told, const TagPlace& place, const Context& context, Decision& decision);

/// Whether settled tags, and names that are cleared, may stand at that place; refuses otherwise. [IMC-MT-01]
[[nodiscard]] bool tags_may_stand(Told told, const TagPlace& place, const Context& context, Decision& decision);

/// Names of settings, each in its one form: a well-known meta tag is the setting that it stands for.
void settle_names(std::vector<std::string>& names);

/// Whether a set of meta tags has this one: without any it has all.
[[nodiscard]] bool is_in_set(const std::vector<std::string>& tag_set, std::string_view tag);
/// Names of the meta tags that stand in settings but not in a set.
[[nodiscard]] std::vector<std::string> tags_outside(const Settings& settings, const std::vector<std::string>& tag_set);

/// What Provost itself reads under the name of a meta tag: a setting, or a date of a course. Empty: nothing.
/// [IMC-MT-03]
[[nodiscard]] std::string_view what_is_read(std::string_view tag);

/// Of a text that names a meta tag: whether its definition must be there. Well-known tags need none.
[[nodiscard]] bool is_own_tag(std::string_view key);

/// The canonical form of a value of this tag; empty with a code when it has none.
struct TagText {
    std::string text;
    Code wrong;
    std::string expected;  // of a choice
};
[[nodiscard]] TagText tag_text(const MetaTag& tag, std::string_view value, const Zone* zone, const ZoneFinder& zones);

}  // namespace provost::catalogue
