// Presets, and what a position opens.
#include "staffing/positions.hpp"

#include "base/list_text.hpp"

#include <algorithm>

namespace provost::staffing {

namespace {

using enum TutorFunction;

// IMC-TUT-03: guest lecturers have social media, experts see participants besides, tutors and course instructors have
// all of course supervision, course instructors the audit log as well.
constexpr FunctionSet supervision = functions(social_media, members, syllabus, communication, library, preview, news,
                                              progress, grading, corrections, releases, reports, on_the_job);

constexpr auto ready = std::to_array<ReadyPosition>({
    {PositionPreset::lecturers, "guest_lecturer", "Guest lecturer", functions(social_media)},
    {PositionPreset::lecturers, "expert", "Expert", functions(social_media, members)},
    {PositionPreset::lecturers, "tutor", "Tutor", supervision},
    {PositionPreset::lecturers, "course_instructor", "Course instructor", supervision | functions(audit_log)},
    {PositionPreset::managers, "guest_instructor", "Guest instructor", 0},
    {PositionPreset::managers, "expert", "Expert", functions(social_media, members)},
    {PositionPreset::managers, "trainer", "Trainer",
     functions(social_media, members, syllabus, communication, library, preview, progress)},
    {PositionPreset::managers, "tutor", "Tutor", all_functions & ~functions(audit_log)},
    {PositionPreset::managers, "course_manager", "Course manager", all_functions & ~functions(news)},
});

// IMC-TUT-04: a function that is of no use without another one.
struct Dependency {
    TutorFunction function, needs;
};
constexpr auto dependencies = std::to_array<Dependency>({
    {preview, syllabus},
    {edit_content, syllabus},
    {progress, members},
    {grading, progress},
    {corrections, progress},
    {releases, progress},
    {reports, members},
    {on_the_job, members},
});

// IMC-TUT-14
constexpr auto alias_table = std::to_array<Alias>({
    {access::Right::course_supervision, access::ObjectRight::change_participant_status,
     functions(members, progress, grading, corrections, releases, on_the_job)},
    {access::Right::newsroom, access::ObjectRight::edit, functions(news)},
    {access::Right::course_reports, access::ObjectRight::participant_administration, functions(members, reports)},
});

const ReadyPosition* ready_one(std::string_view key, const StaffingSettings* settings) {
    const auto preset = settings == nullptr ? PositionPreset::lecturers : settings->preset;
    const auto found = std::ranges::find_if(
        ready, [&](const ReadyPosition& each) { return each.preset == preset && each.key == key; });
    return found == ready.end() ? nullptr : &*found;
}

FunctionSet bit_of(std::string_view name) {
    for (const ChoiceRow& row : Choices<TutorFunction>::rows) {
        if (row.name == name) return FunctionSet{1} << row.value;
    }
    return 0;
}

bool has(FunctionSet set, TutorFunction function) { return (set & functions(function)) != 0; }

constexpr std::string_view usual_default = "tutor";

}  // namespace

std::span<const ReadyPosition> ready_positions() { return ready; }
std::span<const Alias> aliases() { return alias_table; }

// IMC-TUT-01
bool is_tutor(const Tutor& tutor, const StaffingSettings* settings) {
    if (tutor.group.empty()) return false;
    if (settings == nullptr || settings->tutor_groups.empty()) return true;
    return std::ranges::find(settings->tutor_groups, tutor.group) != settings->tutor_groups.end();
}

bool is_position(std::string_view key, const TutorPosition* record, const StaffingSettings* settings) {
    return record != nullptr ? !record->removed : ready_one(key, settings) != nullptr;
}

FunctionSet functions_of(std::string_view key, const TutorPosition* record, const StaffingSettings* settings) {
    if (record == nullptr) {
        const ReadyPosition* made = ready_one(key, settings);
        return made == nullptr ? 0 : made->functions;
    }
    FunctionSet set = 0;
    for (const std::string& name : record->functions) set |= bit_of(name);
    return record->removed ? 0 : set;
}

// IMC-TUT-02: the position says what is open; whoever has left the groups of tutors has nothing left. IMC-TUT-05:
// grades only where he may give them. IMC-TUT-06: training on the job only where he looks after it.
FunctionSet open_to(const Tutor& tutor, const AssignedTutor& assigned, const TutorPosition* record,
                    const StaffingSettings* settings) {
    if (!is_tutor(tutor, settings)) return 0;
    FunctionSet open = functions_of(assigned.position, record, settings);
    if (!assigned.may_grade) open &= ~functions(grading, corrections);
    if (!assigned.on_the_job) open &= ~functions(on_the_job);
    return open;
}

std::string usual_position(const Tutor& tutor, const TutorPosition* record, const StaffingSettings* settings) {
    if (!tutor.position.empty() && is_position(tutor.position, record, settings)) return tutor.position;
    return settings == nullptr ? std::string(usual_default) : settings->default_position;
}

std::vector<std::string> words_of(FunctionSet set) {
    std::vector<std::string> words;
    for (const ChoiceRow& row : Choices<TutorFunction>::rows) {
        if ((set & FunctionSet{1} << row.value) != 0) words.emplace_back(row.name);
    }
    return words;
}

std::string text_of(FunctionSet set) {
    std::string text;
    for (const std::string& each : words_of(set)) add_to_list(text, each);
    return text;
}

Code check_position(const TutorPosition& position, const Context&) {
    FunctionSet set = 0;
    for (const std::string& name : position.functions) {
        const FunctionSet bit = bit_of(name);
        if (bit == 0) return "position.function-unknown"_code;
        set |= bit;
    }
    for (const Dependency& each : dependencies) {
        if (has(set, each.function) && !has(set, each.needs)) return "position.needs-more"_code;  // IMC-TUT-04
    }
    return {};
}

Code check_settings(const StaffingSettings& settings, const Context& context) {
    if (const Code wrong = check_default_key(settings.key)) return wrong;
    if (settings.default_position.empty()) return {};
    const auto record = position_in(settings.default_position, context);
    if (!record) return {};  // asked again
    return is_position(settings.default_position, *record, &settings) ? Code{} : "position.unknown"_code;
}

std::optional<const StaffingSettings*> settings_in(const Context& context) {
    const auto found = context.find<StaffingSettings>(0, settings_key().parts);
    if (!found) return std::nullopt;
    return found->empty() ? nullptr : &*found->begin();
}

std::optional<const TutorPosition*> position_in(std::string_view key, const Context& context) {
    if (key.empty()) return nullptr;
    const auto found = context.find<TutorPosition>(0, position_key(key).parts);
    if (!found) return std::nullopt;
    return found->empty() ? nullptr : &*found->begin();
}

std::optional<FunctionSet> open_to(const AssignedTutor& assigned, const Context& context) {
    const auto settings = settings_in(context);
    const auto position = position_in(assigned.position, context);
    const auto tutor = context.one<Tutor>(assigned.tutor.value);
    if (!settings || !position || !tutor) return std::nullopt;
    return *tutor ? open_to(**tutor, assigned, *position, *settings) : FunctionSet{0};
}

std::optional<bool> anybody_may(TutorFunction function, const std::vector<AssignedTutor>& tutors,
                                const Context& context) {
    bool known = true, found = false;
    for (const AssignedTutor& each : tutors) {
        const auto open = open_to(each, context);
        known = known && open;
        found = found || (open && has(*open, function));
    }
    return known ? std::optional(found) : std::nullopt;
}

}  // namespace provost::staffing
