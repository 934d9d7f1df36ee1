// Updating components: what stands in the way of each, in one order, and what each shows then.
#include "learning/update.hpp"

#include "access/clearance.hpp"
#include "catalogue/editing.hpp"
#include "learning/compile.hpp"

namespace provost::learning {

namespace {

using catalogue::Component;
using catalogue::ComponentKind;
using catalogue::Course;
using catalogue::Medium;

// What is known of one course.
struct Subject {
    const Course& course;
    const Zone& zone;
    bool begun = false;                   // IMC-UPD-04: it was launched; a duration of use by its first participant
    std::vector<std::string_view> bound;  // keys of the components that rules name
    std::int64_t participants = 0;        // who have not concluded
    std::vector<const Progress*> progress{};
};

std::vector<std::string_view> bound_by(const catalogue::Syllabus& syllabus, const catalogue::Logic* logic) {
    std::vector<std::string_view> keys;
    if (logic == nullptr) return keys;
    const Logic compiled = compile(syllabus.components, logic->rules, catalogue::ConcludeBy::learning_logic, false);
    const auto add = [&](int component) {
        keys.emplace_back(syllabus.components[static_cast<std::size_t>(component)].key);
    };
    for (const Logic::Rule& rule : compiled.rules) {
        if (rule.component >= 0) add(rule.component);
        for (const int target : rule.opens) add(target);
        for (const int target : rule.locks) add(target);
        for (const Logic::Folder& folder : rule.folders) {
            for (const int inside : with_contents(compiled, folder.component)) add(inside);
        }
    }
    return keys;
}

const ComponentProgress* entry_of(const Progress& progress, std::string_view component) {
    const auto found = std::ranges::find(progress.components, component, &ComponentProgress::component);
    return found == progress.components.end() ? nullptr : &*found;
}

// IMC-UPD-02: begun means that it was opened first in this course.
bool was_begun(const Subject& subject, std::string_view component) {
    return std::ranges::any_of(subject.progress, [&](const Progress* each) {
        const auto* entry = entry_of(*each, component);
        return entry != nullptr && entry->opened_at;
    });
}

bool somebody_is_in(const Subject& subject, std::string_view component) {
    return std::ranges::any_of(subject.progress, [&](const Progress* each) {
        const auto* entry = entry_of(*each, component);
        return entry != nullptr && entry->opened_at && !entry->processed_at;
    });
}

// IMC-UPD-08, IMC-UPD-09: only the automatic update heeds the revision date; IMC-UPD-10: the other does not.
Code stopped_by_revision(const UpdateComponents& request, const Subject& subject, Instant now) {
    if (!request.automatic) return {};
    const auto& settings = subject.course.settings;
    if (!settings.revision_date) {
        return settings.update_without_revision.value_or(false) ? Code{} : "update.no-revision-date"_code;
    }
    const bool ahead = *settings.revision_date > day_of(now, subject.zone);
    return ahead && !request.ignore_future_revision ? "update.revision-ahead"_code : Code{};
}

// IMC-UPD-06: one after the other, each with what lifts it; the first that stops the update is told.
Code stopped_by(const UpdateComponents& request, const Subject& subject, const Component& component, Instant now) {
    const Course& course = subject.course;
    if (!component.update) return "update.flag-off"_code;  // IMC-UPD-01
    if (course.locked_at) return "update.signed"_code;     // IMC-UPD-05, IMC-SIG-10
    if (course.planning_status() == catalogue::PlanningStatus::closed) return "course.closed"_code;  // IMC-CSV-13
    if (course.has_dates() && *course.ends_at <= now) return "update.course-ended"_code;             // IMC-UPD-03
    if (const Code revision = stopped_by_revision(request, subject, now)) return revision;
    const bool bound = std::ranges::find(subject.bound, component.key) != subject.bound.end();
    const bool with_logic = course.settings.update_with_logic.value_or(false);       // IMC-UPD-07
    if (bound && subject.begun && !with_logic) return "update.bound-by-logic"_code;  // IMC-UPD-04
    const bool frozen = catalogue::what_is(component.kind).frozen_once_begun;
    const bool after_start = course.settings.update_after_start.value_or(false);
    if (frozen && !after_start && was_begun(subject, component.key)) return "update.begun"_code;
    const bool talks = component.kind == ComponentKind::chat && somebody_is_in(subject, component.key);
    return talks ? "update.chat-running"_code : Code{};
}

bool names(const std::vector<std::string>& keys, std::string_view key) {
    return keys.empty() || std::ranges::find(keys, key) != keys.end();
}

// IMC-UPD-11: the level from which it is asked says what it looks at.
bool is_meant(const UpdateComponents& request, const Component& component, const Medium& medium) {
    if (request.scope == UpdateScope::courses) return names(request.media, medium.key);
    const bool is_form = component.kind == ComponentKind::test || component.kind == ComponentKind::feedback;
    if (!is_form || request.scope == UpdateScope::tests) return is_form && names(request.media, medium.key);
    return std::ranges::any_of(medium.parts,
                               [&](const catalogue::MediumPart& part) { return names(request.media, part.medium); });
}

// The newest versions of media, as this run leaves them.
class Newest {
public:
    Newest(const UpdateComponentsFacts& facts, const Context& context, Decision& decision)
        : facts_(facts), context_(context), decision_(decision) {
        for (const auto* media : {&facts.media, &facts.on_shelves}) {
            for (const Medium& medium : *media) media_.emplace(medium.key, medium);
        }
    }
    [[nodiscard]] const Medium* find(const std::string& key) const {
        const auto found = media_.find(key);
        return found == media_.end() ? nullptr : &found->second;
    }
    /// IMC-UPD-12: a test first takes newer versions of its questions, which makes a newer version of the test.
    void pull_questions(const std::string& key, const UpdateComponents& request) {
        Medium& medium = media_.at(key);
        const auto before = medium.parts;
        for (catalogue::MediumPart& part : medium.parts) {
            if (request.scope == UpdateScope::questions && !names(request.media, part.medium)) continue;
            const Medium* question =
                facts_.questions.first([&](const Medium& each) { return each.key == part.medium; });
            if (question != nullptr) part.number = std::max(part.number, question->number);
        }
        if (medium.parts == before) return;
        if (!may_change(medium)) {
            medium.parts = before;
            return;
        }
        ++medium.number;
        decision_.put(medium);
    }

private:
    // IMC-ACL-01: a medium is changed by whoever may change the course that made it; others show it as it is.
    bool may_change(const Medium& medium) {
        const auto made_by = context_.one<Course>(medium.course.value);
        if (!made_by) return false;
        const auto may = access::may(context_, *made_by, catalogue::is_there, access::ObjectRight::edit_syllabus);
        if (may && !*may) decision_.note("medium.not-cleared"_code, {{"medium", medium.key}});
        return may.value_or(false);
    }

    const UpdateComponentsFacts& facts_;
    const Context& context_;
    Decision& decision_;
    std::unordered_map<std::string, Medium> media_;
};

// IMC-UPD-15: a line for each component, updated, or not and why.
ReportLine line_of(const Course& course, const Component& component, Code why) {
    ReportLine line;
    line.item = course.external_id + '/' + component.key;
    line.group = "components";
    line.fate = why == "update.done"_code ? Fate::changed : Fate::kept;
    line.code = why;
    return line;
}

// IMC-UPD-13, IMC-UPD-14: whose try runs keeps the old version until it ends; everybody else gets the new one with his
// next try.
void tell_of_versions(const Subject& subject, const Component& component, Decision& decision) {
    std::string keeping;
    std::int64_t count = 0;
    for (const Progress* each : subject.progress) {
        const ComponentProgress* entry = entry_of(*each, component.key);
        if (entry == nullptr || entry->tries.empty() || entry->tries.back().ended_at) continue;
        keeping += (count++ == 0 ? "" : ",") + std::to_string(each->enrolment.value);
    }
    const std::string item = subject.course.external_id + '/' + component.key;
    for (const auto& [group, fate, value] :
         {std::tuple("keeps_old_version", Fate::kept, '[' + keeping + ']'),
          std::tuple("gets_new_version", Fate::changed, std::to_string(subject.participants - count))}) {
        ReportLine line;
        line.item = item;
        line.group = group;
        line.fate = fate;
        line.value = value;
        decision.report.push_back(std::move(line));
    }
}

// A course without what stands in its syllabus.
Subject subject_of(const UpdateComponentsFacts& facts, const Course& course, const Zone& zone, Instant now) {
    const auto* seats = facts.seats.first([&](const catalogue::Seats& each) { return each.course == course.id; });
    return {course, zone, catalogue::has_started(course, seats->started, now), {}, seats->live};
}

Subject with_syllabus(Subject subject, const UpdateComponentsFacts& facts, const catalogue::Syllabus& syllabus) {
    const Course& course = subject.course;
    const auto* logic = facts.logic.first([&](const catalogue::Logic& each) { return each.id == syllabus.logic; });
    subject.bound = bound_by(syllabus, logic);
    for (const Progress& each : facts.progress) {
        if (each.course == course.id) subject.progress.push_back(&each);
    }
    return subject;
}

// Answers whether one of these shows another version now.
bool update(const UpdateComponents& request, const Subject& subject, std::vector<Component>& components, Newest& newest,
            Instant now, Decision& decision) {
    bool changed = false;
    for (Component& component : components) {
        const Medium* medium = component.medium.empty() ? nullptr : newest.find(component.medium);
        if (medium == nullptr || !is_meant(request, component, *medium)) continue;
        Code why = stopped_by(request, subject, component, now);
        if (!why && component.kind == ComponentKind::test) newest.pull_questions(component.medium, request);
        const auto before = component.medium_number;
        if (!why) {
            component.medium_number = std::max(before, newest.find(component.medium)->number);
            why = component.medium_number > before ? "update.done"_code : "update.current"_code;
        }
        ReportLine line = line_of(subject.course, component, why);
        line.before = std::to_string(before);
        line.value = std::to_string(component.medium_number);
        changed = changed || component.medium_number > before;
        const bool tells = line.fate == Fate::changed;
        decision.report.push_back(std::move(line));
        if (tells) tell_of_versions(subject, component, decision);
    }
    return changed;
}

// What stands beside the syllabus has no rules, and nobody works on it.
void update_shelves(const UpdateComponents& request, const UpdateComponentsFacts& facts, const Subject& subject,
                    Newest& newest, Instant now, Decision& decision) {
    for (catalogue::Shelf shelf : facts.shelves) {
        if (shelf.owner != subject.course.id.value) continue;
        if (update(request, subject, shelf.items, newest, now, decision)) decision.put(std::move(shelf));
    }
}

}  // namespace

void update_components(const UpdateComponents& request, const UpdateComponentsFacts& facts, Context& context,
                       Decision& decision) {
    Newest newest(facts, context, decision);
    for (const Course& course : facts.courses) {
        const auto* location = facts.locations.first(
            [&](const organisation::Location& each) { return each.id == course.assignments.location; });
        const Zone* zone = context.zones.find(location->zone);
        if (zone == nullptr) return decision.refuse("zone.unknown"_code);
        const auto* syllabus =
            facts.syllabuses.first([&](const catalogue::Syllabus& each) { return each.owner == course.id.value; });
        const Subject bare = subject_of(facts, course, *zone, context.effective);
        update_shelves(request, facts, bare, newest, context.effective, decision);
        if (syllabus == nullptr) continue;
        catalogue::Syllabus made = *syllabus;
        const Subject subject = with_syllabus(bare, facts, *syllabus);
        const bool changed = update(request, subject, made.components, newest, context.effective, decision);
        if (changed) decision.put(std::move(made));
    }
}

}  // namespace provost::learning
