// Meta tags: fields that hosts add to courses, with a type that every value of theirs has.
#pragma once

#include <provost/catalogue/settings.hpp>

namespace provost::catalogue {

/// Type of a meta tag's values. How each is written: docs/rooms/catalogue.md. Since 0.1. [IMC-MT-01]
enum class TagType : std::uint8_t {
    text,
    internet_address,
    boolean,
    integer,
    decimal,
    day,
    instant,
    zone,
    choice,
    user,
    object,
};

/// Who reads a setting. Since 0.1. [IMC-MT-02]
enum class Audience : std::uint8_t { admin, tutor, learner };

/// A typed field that hosts add to courses. Empty lists of levels and audiences mean all of them. Since 0.1.
/// [IMC-MT-01]
struct MetaTag {
    Id<MetaTag> id;
    std::int64_t version = 0;
    std::string key;
    std::string name;
    TagType type = TagType::text;
    std::vector<Translation> translations;
    std::vector<std::string> choices;
    std::string unit;
    std::vector<std::string> levels;
    std::vector<std::string> visible_to;
};

/// Name of the setting that a well-known meta tag stands for, by its number or by its stable name; empty when the tag
/// is one of the host's. Since 0.1. [IMC-MT-03]
[[nodiscard]] std::string_view well_known_setting(std::string_view tag);

}  // namespace provost::catalogue

template <>
struct provost::Choices<provost::catalogue::TagType> {
    static constexpr auto rows = std::to_array<ChoiceRow>({
        {0, "text", "Any text."},
        {1, "internet_address", "Text and URL, with a bar between them."},
        {2, "boolean", "true or false."},
        {3, "integer", "A whole number."},
        {4, "decimal", "A number with up to six places, in the unit of the tag."},
        {5, "day", "A day YYYY-MM-DD."},
        {6, "instant", "A moment with its offset."},
        {7, "zone", "An IANA time zone."},
        {8, "choice", "One of the tag's choices."},
        {9, "user", "A login."},
        {10, "object", "Kind and key of an object, with a colon between them."},
    });
};

template <>
struct provost::Choices<provost::catalogue::Audience> {
    static constexpr auto rows = std::to_array<ChoiceRow>({
        {0, "admin", "Administrators."},
        {1, "tutor", "Tutors."},
        {2, "learner", "Learners."},
    });
};

PROVOST_DESCRIBE(provost::catalogue::MetaTag, record, "meta_tag", "A typed field that hosts add to courses.",
                 PROVOST_INDEXES({"key", true, {"key"}}), PROVOST_FIELD(id, "Identity in this store."),
                 PROVOST_FIELD(version, "Counts the changes."),
                 PROVOST_FIELD(key, "What imports call it; columns are named metatag_<key>.").required().key(),
                 PROVOST_FIELD(name, "Label.").required().at_most(200).line(),
                 PROVOST_FIELD(type, "Type of its values."),
                 PROVOST_FIELD(translations, "Label and explanation in further languages.").at_most(100),
                 PROVOST_FIELD(choices, "The words that a tag of type choice may have.").at_most(500),
                 PROVOST_FIELD(unit, "Unit of its numbers, for example km.").at_most(40),
                 PROVOST_FIELD(levels, "Where it can be set: type, template, course; none: everywhere.").at_most(3),
                 PROVOST_FIELD(visible_to, "Who reads it: admin, tutor, learner; none: everybody.").at_most(3));
