// What a course shows beside its syllabus: social media, and the library.
#pragma once

#include <provost/catalogue/syllabus.hpp>

namespace provost::catalogue {

/// The tab on which a shelf stands. Since 0.1. [IMC-SM-01, IMC-LIB-01]
enum class ShelfTab : std::uint8_t { social_media, library };

/// What stands on a tab of a course, or of a version of a template. It counts neither for progress nor for rules.
/// Since 0.1. [IMC-SM-01, IMC-LIB-03]
struct Shelf {
    Id<Shelf> id;
    std::int64_t version = 0;
    std::int64_t owner = 0;
    ShelfTab tab = ShelfTab::social_media;
    std::vector<Component> items;
};

/// Says what stands on a tab of a course: all is told, in its order. Since 0.1. [IMC-SM-01, IMC-LIB-02]
struct DefineShelf {
    Head head;
    Ref<Course> course;
    std::optional<ShelfTab> tab;
    std::vector<Component> items;
};

/// Which tabs a course has, and which of them participants see. Since 0.1. [IMC-CT-02, IMC-SM-02, IMC-LIB-04]
struct Tabs {
    Head head;
    Ref<Course> course;
    bool for_participants = false;
};

}  // namespace provost::catalogue

template <>
struct provost::Choices<provost::catalogue::ShelfTab> {
    static constexpr auto rows = std::to_array<ChoiceRow>({
        {0, "social_media", "Social media."},
        {1, "library", "The library."},
    });
};

PROVOST_DESCRIBE(provost::catalogue::Shelf, record, "shelf", "What stands on a tab of a course or a template.",
                 PROVOST_INDEXES({"owner_tab", true, {"owner", "tab"}}, {"owner", false, {"owner"}}),
                 PROVOST_FIELD(id, "Identity in this store."), PROVOST_FIELD(version, "Counts the changes."),
                 PROVOST_FIELD(owner, "Id of the course, or of the version of a template."),
                 PROVOST_FIELD(tab, "Which tab."), PROVOST_FIELD(items, "What stands there, in its order."));

PROVOST_REQUEST(provost::catalogue::DefineShelf, "define_shelf", "Says what stands on a tab of a course.",
                PROVOST_FIELD(course, "External id of the course.").required(),
                PROVOST_FIELD(tab, "Which tab.").required(),
                PROVOST_FIELD(items, "All that stands there, in its order.").at_most(1000));

PROVOST_REQUEST(provost::catalogue::Tabs, "tabs", "Which tabs a course has.",
                PROVOST_FIELD(course, "External id of the course.").required(),
                PROVOST_FIELD(for_participants,
                              "As participants see it: without tabs on which nothing stands for them."));
