// catalogue.change_template: whoever asks chooses which groups of settings become those of the new template; the report
// says what changed and what must be looked at.
#include "catalogue/adopt_content.hpp"
#include "catalogue/editing.hpp"
#include "catalogue/facilities.hpp"
#include "catalogue/inherit.hpp"
#include "catalogue/let_in.hpp"
#include "catalogue/setting_groups.hpp"
#include "catalogue/whole.hpp"

#include <provost/base/text.hpp>
#include <provost/describe/compare.hpp>

namespace provost::catalogue {

namespace {

// IMC-CT-06: the course stays timed as it is.
bool allows(Timing timing, const Course& course) {
    return timing == Timing::either || (timing == Timing::dates) == course.has_dates();
}

// IMC-CHT-08: a signed course keeps its template. IMC-CSV-13: a closed one its content.
bool may_become(const ChangeTemplate& request, const ChangeTemplateFacts& facts, const Course& course,
                Decision& decision) {
    const Course& before = *facts.course;
    const bool same = is_as_it_was(facts.course, course);
    if (same && facts.course_template->id == facts.its_template->id) return true;
    const bool content = !same && std::ranges::any_of(request.adopt, is_content);
    return content ? may_edit_content(before, decision) : may_edit(before, decision);
}

bool fits(const ChangeTemplate& request, const ChangeTemplateFacts& facts, bool started, Decision& decision) {
    if (facts.course->kind != facts.course_template->kind) {
        // IMC-CHT-02
        decision.refuse("template.other-kind"_code, {{"kind", std::string(word(facts.course->kind))}});
    } else if (facts.version->subject_code != facts.pinned->subject_code && !started && facts.seats->live > 0) {
        // FIN-ORD-17: who is in the course trains a subject, which stays his.
        decision.refuse("template.other-subject"_code, {{"count", std::to_string(facts.seats->live)}});
    } else if (!allows(facts.version->timing, *facts.course)) {
        decision.refuse("timing.not-allowed"_code,
                        {{"level", "template"}, {"timing", std::string(word(facts.version->timing))}});
    } else {
        const auto wrong = unknown_group(request.adopt);
        if (wrong.empty()) return true;
        decision.refuse("settings-group.unknown"_code, {{"group", std::string(wrong)}, {"expected", group_names()}});
    }
    return false;
}

// One line of what differs for a setting. What stays becomes the course's own, and is told as kept: later versions of
// the template do not reach it. What the template locks otherwise than the course has it is open.
void report(const Setting& setting, const Course& before, const Course& after, const TemplateVersion& pinned,
            Decision& decision) {
    const bool same = setting.same(above(before), above(after));
    const bool its_own = contains(after.own, setting.name());
    const bool locked = contains(pinned.locked, setting.name());
    const bool departs = locked && !setting.same(above(after), above(pinned));
    if (same && !departs && (contains(before.own, setting.name()) || !its_own)) return;
    const bool present = setting.present(above(after));
    const Fate fate = departs ? Fate::open : same ? Fate::kept : present ? Fate::changed : Fate::dropped;
    ReportLine line = line_about(setting.name(), fate, departs ? "setting.locked"_code : Code{});
    line.level = word(level_of(setting, after, pinned));
    line.before = setting.value(above(before));
    line.value = setting.value(above(after));
    decision.report.push_back(std::move(line));
}

// Whether the template's version knows a setting, which may be a meta tag.
bool knows(const TemplateVersion& version, const Setting& setting) {
    return !setting.is_tag() || is_in_set(version.tag_set, setting.tag_key());
}

// Whether the course takes over what the template says of a setting. IMC-CHT-03: the name never changes, in no
// language. Nor does a course lose the location that gives it its zone, the duration that times it, or the language.
bool takes_over(const Setting& setting, const ChangeTemplate& request, const Above& new_values, const Course& course) {
    const bool is_name = setting.name() == "name" || setting.name() == "translations";
    if (is_name || !contains(request.adopt, group_of(setting.name()))) return false;
    static constexpr auto stay = std::to_array<std::string_view>({"location", "duration", "language"});
    // Nor does a course without a language get one where it has names in others: its own would be one of them.
    const auto has_name = [](const Translation& each) { return !each.name.empty(); };
    const bool unsaid = course.settings.language.empty() && std::ranges::any_of(course.settings.translations, has_name);
    if (setting.name() == "language" && unsaid) return false;
    const bool loses = setting.present(above(course)) && !setting.present(new_values);
    return !loses || std::ranges::find(stay, setting.name()) == stay.end();
}

// What the course gets of one setting before its launch: the template's, or what it had, which is the course's own from
// now on. IMC-CHT-07: a meta tag that it did not have comes with the template's value.
void carry(const Setting& setting, const ChangeTemplate& request, const TemplateVersion& pinned,
           const Above& new_values, Course& course) {
    if (takes_over(setting, request, new_values, course)) return disown(layer_of(course), setting);
    const bool inherits_the_same = !contains(course.own, setting.name()) && setting.same(above(course), new_values);
    const bool new_tag = setting.is_tag() && !setting.present(above(course)) && !knows(pinned, setting);
    if (!inherits_the_same && !new_tag) own(layer_of(course), setting);
}

// What there is in a language; made where there is nothing.
Translation& in_language(std::vector<Translation>& all, const std::string& language) {
    const auto found =
        std::ranges::find_if(all, [&](const Translation& each) { return same_language(each.language, language); });
    return found != all.end() ? *found : all.emplace_back(Translation{language, {}, {}});
}

// What is said in a language, or in a broader one; null: nothing.
const std::string* said_in(const std::vector<Translation>& all, std::string_view language,
                           std::string Translation::*text) {
    for (auto wanted = language; !wanted.empty(); wanted = broader_language(wanted)) {
        const auto found = std::ranges::find_if(all, [&](const Translation& each) {
            return same_language(each.language, wanted) && !(each.*text).empty();
        });
        if (found != all.end()) return &((*found).*text);
    }
    return nullptr;
}

// IMC-CHT-03: in another language the course is called what it was called there, and as before in the one that it had.
void keep_names(const std::string& former, const std::string& language, Course& course) {
    if (former.empty() || same_language(former, language)) return;
    auto& made = course.settings.translations;
    in_language(made, former).name = course.settings.name;
    if (const auto* name = said_in(made, language, &Translation::name)) course.settings.name = *name;
    in_language(made, language).name.clear();
}

// IMC-CHT-04: what a template in another language says to a course whose language stays: its text in that language as
// the description, and its own as the translation that it is. Where it has none in that language nothing is said; the
// text of a template without a language may be in any.
TemplateVersion in_language_of(const Course& course, TemplateVersion version) {
    const std::string& its = course.settings.language;
    const std::string language = version.settings.language;
    if (its.empty() || same_language(its, language)) return version;
    auto& texts = version.settings.translations;
    const std::string main = version.settings.description;
    if (!main.empty() && !language.empty()) in_language(texts, language).description = main;
    if (const auto* said = said_in(texts, its, &Translation::description)) {
        version.settings.description = *said;
    } else if (!language.empty()) {
        version.settings.description = course.settings.description;
    }
    std::erase_if(texts, [&](const Translation& each) { return same_language(each.language, its); });
    return version;
}

// What comes of translations: the descriptions of the template beside the names that the course has. IMC-CHT-03
void take_descriptions(const ChangeTemplate& request, const TemplateVersion& told, bool started, Course& course) {
    if (!contains(request.adopt, "description")) return;
    const Course before = course;
    auto& made = course.settings.translations;
    const std::string& language = told.settings.language;
    const bool stays = !started && language.empty() && !contains(told.locked, "description");
    const TemplateVersion version = stays ? in_language_of(course, told) : told;
    if (version.settings.description != told.settings.description) {
        course.settings.description = version.settings.description;
        own(layer_of(course), *Setting::find("description"));
    }
    if (!started && !language.empty()) keep_names(course.settings.language, language, course);
    for (Translation& own : made) own.description.clear();
    for (const Translation& theirs : version.settings.translations) {
        if (!theirs.description.empty()) in_language(made, theirs.language).description = theirs.description;
    }
    std::erase_if(made, [](const Translation& each) { return each.name.empty() && each.description.empty(); });
    for (const auto* name : {"name", "translations"}) {
        const Setting setting = *Setting::find(name);
        if (!setting.same(above(course), above(before))) own(layer_of(course), setting);
    }
}

void keep(const Setting& tag, const ChangeTemplateFacts& facts, const Course& course, Context& context,
          Decision& decision) {
    KeptTag kept{{}, 0, course.id, std::string(tag.tag_key()), tag.text(above(course))};
    for (const KeptTag& earlier : facts.kept) {
        if (earlier.tag == kept.tag) kept.id = earlier.id;
    }
    if (!kept.id) kept.id = context.ids.take<KeptTag>();
    decision.put(std::move(kept));
}

// Of a tag that the course gains, what it said of it when it lost it; of one that it loses saying nothing, that is
// gone.
void give_back(const ChangeTemplate& request, const ChangeTemplateFacts& facts, Course& course, Decision& decision) {
    for (KeptTag earlier : facts.kept) {
        const auto setting = Setting::find("metatag_" + earlier.tag);
        const bool had = knows(*facts.pinned, *setting), has = knows(*facts.version, *setting);
        if (earlier.value.empty() || had == has) continue;
        if (has && contains(request.adopt, group_of(setting->name()))) continue;  // IMC-CHT-01
        if (had && contains(facts.course->own, setting->name()) && setting->present(above(*facts.course))) continue;
        if (has) {
            Settings given;
            given.tags.push_back({earlier.tag, earlier.value});
            say(layer_of(course), {given, nullptr});
        }
        earlier.value.clear();
        decision.put(std::move(earlier));
    }
}

// IMC-CHT-07: the course's own values of tags that the new template lacks are kept aside, and given back when the
// course comes to a template that has them; unless what that one says is wanted.
void keep_tags(const ChangeTemplate& request, const ChangeTemplateFacts& facts, Course& course, Context& context,
               Decision& decision) {
    for (const Setting& setting : all_settings({&course.settings})) {
        if (!setting.is_tag() || knows(*facts.version, setting)) continue;
        if (contains(facts.course->own, setting.name())) keep(setting, facts, course, context, decision);
        setting.clear(layer_of(course));
        disown(layer_of(course), setting);
    }
    give_back(request, facts, course, decision);
}

// The settings that a course, or a version that it may go by, can have. A course with dates has no duration.
std::vector<Setting> settings_of(const Course& course, const TemplateVersion& version) {
    auto all = all_settings({&course.settings, &version.settings});
    if (course.has_dates()) std::erase_if(all, [](const Setting& setting) { return setting.name() == "duration"; });
    return all;
}

// IMC-CHT-05: before the launch the new template becomes the course's.
void move_link(const ChangeTemplate& request, const ChangeTemplateFacts& facts, Course& course, Context& context,
               Decision& decision) {
    const Above new_values = above(*facts.version);
    for (const Setting& setting : settings_of(course, *facts.version)) {
        carry(setting, request, *facts.pinned, new_values, course);
    }
    keep_tags(request, facts, course, context, decision);
    take_descriptions(request, *facts.version, false, course);
    course.course_template = facts.course_template->id;
    course.template_number = facts.version->number;
    const Complexity complexity(*facts.version, facts.course_template->external_id, facts.type->key, &course);
    inherit(layer_of(course), &new_values, complexity.neutral_settings());
    // IMC-CHT-09: what the new template makes mandatory is left open, and the next update must give it.
    course.missing = absent_ones(facts.version->mandatory, course);
}

// Settings that mean something together alone: where the one is locked the other stays as well. IMC-CSV-20, IMC-REG-05,
// IMC-SIG-01
std::string_view other_half(std::string_view setting) {
    static constexpr auto pairs = std::to_array<std::pair<std::string_view, std::string_view>>(
        {{"price", "currency"}, {"registration_type", "approval_steps"}, {"conclude_by", "signature_required"}});
    for (const auto& [one, other] : pairs) {
        if (setting == one) return other;
        if (setting == other) return one;
    }
    return {};
}

// IMC-TPL-02: of what the course's own template locks nothing else than what it says itself may be taken.
bool stays_locked(const Setting& setting, const TemplateVersion& pinned, const Above& new_values) {
    if (contains(pinned.locked, other_half(setting.name()))) return true;
    return contains(pinned.locked, setting.name()) && !setting.same(new_values, above(pinned));
}

// What the course does not take over keeps its value.
ReportLine refused_line(const Setting& setting, Code why, const Course& course) {
    ReportLine line = line_about(setting.name(), Fate::refused, why);
    line.before = line.value = setting.value(above(course));
    return line;
}

// IMC-CHT-05: after the launch the link stays, and what may still change becomes the course's own.
void adopt_values(const ChangeTemplate& request, const ChangeTemplateFacts& facts, Course& course,
                  const Context& context, Decision& decision) {
    const TemplateVersion version = in_language_of(course, *facts.version);
    const Above new_values = above(version);
    const Complexity complexity(*facts.pinned, facts.its_template->external_id, facts.its_type->key, &course);
    const auto neutral = complexity.neutral_settings();
    for (const Setting& setting : settings_of(course, *facts.version)) {
        // A language is refused like whatever may not change, also where the course would stay without one.
        const bool tells = setting.name() == "language" && setting.present(new_values) &&
                           contains(request.adopt, group_of(setting.name()));
        if (!tells && !takes_over(setting, request, new_values, course)) continue;
        if (setting.same(above(course), new_values)) continue;
        if (!knows(*facts.version, setting)) continue;  // IMC-CHT-07
        const Code why_not = stays_locked(setting, *facts.pinned, new_values) ? "setting.locked"_code
                             : stays_after_start(setting.name())              ? "course.launched"_code
                             : !knows(*facts.pinned, setting)                 ? "tag.not-in-set"_code
                             : contains(neutral, setting.name())              ? "tab.disabled"_code
                             : type_forbids(setting, *facts.pinned, version, course, context)
                                 ? "registration-type.not-allowed"_code
                                 : Code{};
        if (why_not) {
            decision.report.push_back(refused_line(setting, why_not, course));
            continue;
        }
        setting.copy(layer_of(course), new_values);
        own(layer_of(course), setting);
    }
    Course translated = course;
    take_descriptions(request, version, true, translated);
    const Setting translations = *Setting::find("translations");
    const bool locked = contains(facts.pinned->locked, "description") || contains(facts.pinned->locked, "translations");
    if (!locked) {
        course = std::move(translated);
    } else if (!translations.same(above(course), above(translated))) {  // IMC-TPL-02
        decision.report.push_back(refused_line(translations, "setting.locked"_code, course));
    }
    const Above over = above(*facts.pinned);
    inherit(layer_of(course), &over, neutral);
    course.missing = absent_ones(facts.pinned->mandatory, course);
}

// IMC-CHT-01, IMC-CHT-04: so with what the course requires of whoever enters. What the new template hides is none.
void adopt_prerequisites(const ChangeTemplate& request, const ChangeTemplateFacts& facts, bool started, Course& course,
                         Decision& decision) {
    const TemplateVersion& version = started ? *facts.pinned : *facts.version;
    const CourseTemplate& made = started ? *facts.its_template : *facts.course_template;
    const CourseType& type = started ? *facts.its_type : *facts.type;
    const Complexity complexity(version, made.external_id, type.key);
    // IMC-PRE-21: where courses have none of their own they have those of the template.
    const bool only_theirs = !started && complexity.who_hides(Facility::own_prerequisites);
    const bool wanted = only_theirs || contains(request.adopt, "prerequisites");
    const bool hidden = static_cast<bool>(complexity.who_hides(Facility::prerequisites));
    const auto theirs = wanted ? facts.course_template->prerequisites : course.prerequisites;
    const auto given = hidden && !started ? Id<Prerequisites>{} : theirs;
    if (given == course.prerequisites) return;
    const Fate fate = started ? Fate::refused : given ? Fate::changed : Fate::dropped;
    const Code why = !started ? Code{} : hidden ? "tab.disabled"_code : "course.launched"_code;
    decision.report.push_back(group_line("prerequisites", fate, why));
    if (!started) course.prerequisites = given;
}

void report_link(const ChangeTemplateFacts& facts, const Course& course, Decision& decision) {
    ReportLine line;
    line.item = "course_template";
    const bool moved = course.course_template != facts.course->course_template ||
                       course.template_number != facts.course->template_number;
    line.fate = moved ? Fate::changed : Fate::kept;
    if (!moved && facts.version->id != facts.pinned->id) line.code = "course.launched"_code;
    line.before = '"' + facts.its_template->external_id + '"';
    line.value = '"' + (moved ? facts.course_template : facts.its_template)->external_id + '"';
    decision.report.insert(decision.report.begin(), std::move(line));
}

void go_over(const ChangeTemplate& request, const ChangeTemplateFacts& facts, Context& context, Decision& decision) {
    const bool started = has_started(*facts.course, facts.seats->started, context.effective);
    if (!fits(request, facts, started, decision)) return;
    Course course = *facts.course;
    decision.about = course.id.value;
    decision.following.by_template = true;
    // Once the course has begun its resources stay, and are given back by nobody. IMC-CHT-04
    const bool tutors = contains(request.adopt, "tutors");
    const bool resources = !started && contains(request.adopt, "resources");
    decision.following.told = {course.id.value, tutors, resources, tutors && resources};
    if (started) {
        adopt_values(request, facts, course, context, decision);
    } else {
        move_link(request, facts, course, context, decision);
    }
    keep_marks(facts.course->assignments.tutors, course.assignments.tutors);
    if (course.has_dates()) course.settings.duration.clear();  // IMC-CT-06

    const TemplateVersion& pinned = started ? *facts.pinned : *facts.version;
    static const Many<CourseSet> none;
    const auto& sets = keeps_sets(facts, started) ? facts.sets : none;
    if (!is_whole(course, sets, pinned.registration_types, decision)) return;
    const auto provider = started ? facts.course->assignments.provider : Id<organisation::Provider>{};
    if (!fits_provider(course, provider, pinned.registration_types, context, decision)) return;

    // IMC-CHT-06: what to look at again.
    for (const Setting& setting : all_settings({&facts.course->settings, &course.settings, &facts.version->settings})) {
        if (course.has_dates() && setting.name() == "duration") continue;  // it has none. IMC-CT-06
        report(setting, *facts.course, course, pinned, decision);
    }
    for (const std::string& name : course.missing) {
        decision.report.push_back(line_about(name, Fate::open, "setting.mandatory"_code));
    }
    adopt_prerequisites(request, facts, started, course, decision);
    if (!may_become(request, facts, course, decision)) return;
    report_link(facts, course, decision);
    tell_of_participants(course, *facts.seats, decision);
    const Seats seats = watched_by(course.settings, *facts.seats);
    if (seats.live > 0) plan_anew(*facts.course, course, decision);
    count_anew(course.id, facts.course->settings.quotas, course.settings.quotas, decision);
    let_in_next(course.id, seats, decision);
    decision.put(seats);
    adopt_content(request, facts, started, course, context, decision);
    decision.put(std::move(course));
}

}  // namespace

void change_template(const ChangeTemplate& request, const ChangeTemplateFacts& facts, Context& context,
                     Decision& decision) {
    go_over(request, facts, context, decision);
    // IMC-CHT-06: the report tells what to look at again; after a refusal there is nothing.
    if (decision.refused()) decision.report.clear();
}

}  // namespace provost::catalogue
