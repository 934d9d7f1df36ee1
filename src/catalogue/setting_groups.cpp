// Groups of settings.
#include "catalogue/setting_groups.hpp"

#include "base/list_text.hpp"
#include "catalogue/inherit.hpp"

#include <algorithm>
#include <array>

namespace provost::catalogue {

namespace {

constexpr auto groups = std::to_array<std::string_view>({
    "description",
    "terms",
    "components",
    "learning_logic",
    "scheduling",
    "social_media",
    "library",
    "tutors",
    "resources",
    "prerequisites",
    "notifications",
    "classifications",
    "skills",
});

struct Member {
    std::string_view setting, group;
};
constexpr auto members = std::to_array<Member>({
    {"name", ""},
    {"planning_status", "terms"},
    {"max_participants", "terms"},
    {"price", "terms"},
    {"currency", "terms"},
    {"duration", "terms"},
    {"conclude_by", "terms"},
    {"always_passed", "terms"},
    {"signature_required", "terms"},
    {"lock_after_signature", "terms"},
    {"lock_strictly", "terms"},
    {"location", "terms"},
    {"provider", "terms"},
    {"administrator", "terms"},
    {"revision_date", "components"},
    {"update_after_start", "components"},
    {"update_with_logic", "components"},
    {"update_without_revision", "components"},
    {"allow_fixed_moments", "scheduling"},
    {"tutors", "tutors"},
    {"resources", "resources"},
    {"prerequisites_due", "prerequisites"},
    {"cancel_unprepared", "prerequisites"},
    {"minimum_status", "prerequisites"},
    {"prerequisite_notices", "prerequisites"},
    {"registration_type", "terms"},
    {"approval_steps", "terms"},
    {"hold_seat", "terms"},
    {"waiting_list", "terms"},
    {"promotion", "terms"},
    {"promote_stop", "terms"},
    {"quotas", "terms"},
    {"cancellation_rules", "terms"},
    {"after_start_percent", "terms"},
    {"messages", "notifications"},  // IMC-NOT-05
    {"classifications", "classifications"},
    {"skills", "skills"},
});

}  // namespace

std::span<const std::string_view> setting_groups() { return groups; }

std::string_view group_of(std::string_view setting) {
    // IMC-TFC-01, IMC-TFC-02: each notice is a setting of its own.
    if (setting.starts_with(notice_prefix)) return "notifications";
    const auto found = std::ranges::find(members, setting, &Member::setting);
    return found == members.end() ? groups.front() : found->group;
}

bool is_content(std::string_view group) {
    constexpr auto content =
        std::to_array<std::string_view>({"components", "learning_logic", "scheduling", "social_media", "library"});
    return std::ranges::find(content, group) != content.end();
}

std::string_view unknown_group(std::span<const std::string> names) {
    for (const std::string& name : names) {
        if (std::ranges::find(groups, name) == groups.end()) return name;
    }
    return {};
}

ReportLine line_about(std::string_view setting, Fate fate, Code why) {
    ReportLine line;
    line.item = setting;
    line.group = group_of(setting);
    line.fate = fate;
    line.code = why;
    return line;
}

ReportLine group_line(std::string_view group, Fate fate, Code why) {
    ReportLine line;
    line.item = line.group = group;
    line.fate = fate;
    line.code = why;
    return line;
}

ReportLine line_of_change(const Setting& setting, const Course& before, const Course& after) {
    ReportLine line = line_about(setting.name(), setting.present(above(after)) ? Fate::changed : Fate::dropped);
    line.level = word(Level::course);
    line.before = setting.value(above(before));
    line.value = setting.value(above(after));
    return line;
}

std::string group_names() {
    std::string names;
    for (const std::string_view name : groups) add_to_list(names, name);
    return names;
}

// IMC-CHT-04: language, components, social media, offline feedback, resources, requirements.
bool stays_after_start(std::string_view setting) {
    constexpr auto frozen =
        std::to_array<std::string_view>({"components", "social_media", "resources", "prerequisites"});
    return setting == "language" || std::ranges::find(frozen, group_of(setting)) != frozen.end();
}

}  // namespace provost::catalogue
