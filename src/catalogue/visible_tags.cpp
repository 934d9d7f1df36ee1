// Which settings and meta tags of a course somebody reads, and who says them.
#include "catalogue/inherit.hpp"
#include "catalogue/questions.hpp"

namespace provost::catalogue {

namespace {

// Settings that steer the administration; everything else is read by everybody. IMC-MT-02
struct Reserved {
    std::string_view setting;
    Audience least;  // and those before it
};
constexpr auto reserved = std::to_array<Reserved>({
    {"visible_to", Audience::admin},
    {"published", Audience::admin},
    {"revision_date", Audience::admin},
    {"update_after_start", Audience::admin},
    {"update_with_logic", Audience::admin},
    {"update_without_revision", Audience::admin},
    {"cancel_unprepared", Audience::admin},
    {"participant_list", Audience::tutor},
    {"conclude_by", Audience::tutor},
    {"course_room", Audience::tutor},
});

bool reads_setting(Audience audience, std::string_view name) {
    if (name.starts_with(notice_prefix)) return audience == Audience::admin;
    const auto row = std::ranges::find(reserved, name, &Reserved::setting);
    return row == reserved.end() || audience <= row->least;
}

bool reads_tag(Audience audience, const MetaTag& tag) {
    return tag.visible_to.empty() || contains(tag.visible_to, word(audience));
}

void tell(const Setting& setting, const VisibleTagsFacts& facts, Decision& decision) {
    ReportLine line;
    line.item = setting.name();
    line.group = setting.is_tag() ? "meta_tags" : "settings";
    line.value = setting.value(above(*facts.course));
    line.level = word(level_of(setting, *facts.course, *facts.pinned));
    decision.report.push_back(std::move(line));
}

// IMC-MT-03: its own start and end are tags, too.
void tell_date(std::string_view item, const std::optional<Instant>& date, Decision& decision) {
    if (!date) return;
    ReportLine line;
    line.item = item;
    line.group = "settings";
    line.value = '"' + to_text(*date) + '"';
    line.level = word(Level::course);
    decision.report.push_back(std::move(line));
}

}  // namespace

void visible_tags(const VisibleTags& request, const VisibleTagsFacts& facts, Context&, Decision& decision) {
    const Above course = above(*facts.course);
    tell_date("starts_at", facts.course->starts_at, decision);
    tell_date("ends_at", facts.course->ends_at, decision);
    for (const Setting& setting : all_settings({&facts.course->settings})) {
        if (!setting.is_tag() && setting.present(course) && reads_setting(request.audience, setting.name()))
            tell(setting, facts, decision);
    }
    // IMC-MT-01: of meta tags those in the template's set, with a value or without; in no set those with a value.
    std::vector<std::string> names;
    for (const MetaTag& tag : facts.pinned->tag_set.empty() ? facts.tags : facts.in_set) {
        if (reads_tag(request.audience, tag)) names.push_back(std::string(tag_prefix) + tag.key);
    }
    std::ranges::sort(names);
    for (const std::string& name : names) tell(*Setting::find(name), facts, decision);
    decision.unchanged(facts.course->id.value);
}

}  // namespace provost::catalogue
