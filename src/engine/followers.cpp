// What follows from a decision: requests of ordinary verbs, decided over what was decided before them.
#include "engine/core.hpp"

#include "catalogue/staff.hpp"
#include "resources/follow_dates.hpp"

#include <provost/describe/compare.hpp>

namespace provost::engine {

namespace {

// That a setting has no value, though the template wants one: a line besides that of the change. IMC-CHT-09
bool is_lack(const ReportLine& line) { return line.code == "setting.mandatory"_code; }

// IMC-CHT-06: what changed once more is told once, with the value that it has in the end.
void add_changes(const std::vector<ReportLine>& lines, Decision& decision) {
    for (const ReportLine& line : lines) {
        const auto told = std::ranges::find_if(decision.report, [&](const ReportLine& each) {
            return each.item == line.item && is_lack(each) == is_lack(line);
        });
        if (told == decision.report.end()) {
            decision.report.push_back(line);
        } else {
            told->value = line.value;
            told->fate = line.fate;
            told->code = line.code;
            told->level = line.level;
        }
    }
    std::erase_if(decision.report, [&](const ReportLine& line) {
        return std::ranges::any_of(lines, [&](const ReportLine& came) {
            if (came.item != line.item || is_lack(came)) return false;
            if (is_lack(line)) return came.fate == Fate::changed;
            return line.fate != Fate::open && line.before == line.value;
        });
    });
}

// What became of a request that followed from another one.
void add_outcome(const FollowUp& next, const Item& follower, Decision& decision) {
    const Decision& found = follower.decision;
    if (next.item.empty()) {
        decision.notes.insert(decision.notes.end(), found.notes.begin(), found.notes.end());
        const bool fails = found.refused() || found.verdict == Verdict::held;
        if (fails && !next.wanted.empty()) decision.note(found.code, next.wanted);
        if (follower.by_template) return add_changes(found.report, decision);
        for (const ReportLine& line : found.report) {
            if (line.fate == Fate::open) decision.note(line.code, {{"settings", line.item}});
        }
        return;
    }
    ReportLine line;
    line.item = next.item;
    line.fate = found.refused() ? Fate::refused : found.verdict == Verdict::unchanged ? Fate::kept : Fate::changed;
    line.code = found.code;
    if (!found.refused() && !found.notes.empty()) line.code = found.notes.front().code;
    if (found.about != 0) line.value = std::to_string(found.about);
    decision.report.push_back(std::move(line));
}

}  // namespace

// IMC-RES-10: whatever changes the dates of a course or of its components, bookings that are linked to them follow.
// Asked before the changes are applied, for courses that need resources.
void Core::let_bookings_follow(Item& item) const {
    if (!item.decision.following.bookings) return;
    std::vector<std::int64_t> courses;
    for (const Record& put : item.decision.puts) {
        const auto id = resources::follows_from(overlay_.current(put.type(), put.id()), put);
        if (id == 0 || std::ranges::find(courses, id) != courses.end()) continue;
        const auto* course = overlay_.current(type_of<catalogue::Course>(), id).get<catalogue::Course>();
        const auto needs = [](const catalogue::Course* each) {
            return each != nullptr && !each->assignments.resources.empty();
        };
        const auto* now = put.get<catalogue::Course>();
        const bool shows = course != nullptr && now != nullptr && resources::shows_again(*course, *now);
        if (shows || needs(course) || needs(now)) courses.push_back(id);
    }
    for (const auto id : courses) {
        resources::FollowDates next;
        next.course = Ref<catalogue::Course>(Id<catalogue::Course>{id});
        item.decision.then(std::move(next));
    }
}

// IMC-TUT-10, IMC-TUT-11: whatever changes the tutors of a course or the people among its resources, the other side
// follows; but not what follows already.
void Core::let_staff_follow(Item& item) const {
    if (!item.decision.following.staff) return;
    ToldLists& told = item.decision.following.told;
    if (told.course == 0) told = item.told;
    for (const Record& put : item.decision.puts) {
        const auto* now = put.get<catalogue::Course>();
        if (now == nullptr) continue;
        const auto* before = overlay_.current(put.type(), put.id()).get<catalogue::Course>();
        catalogue::follow_staff(before, *now, item.decision);
    }
}

// For later, once for all that ask it about the same.
void Core::hold(FollowUp next) {
    const auto same = [&](const FollowUp& held) {
        return held.request == next.request && same_content(*held.request, held.data.get(), next.data.get());
    };
    if (std::ranges::none_of(held_, same)) held_.push_back(std::move(next));
}

// What several need is loaded for all of them, wave by wave, before the first is decided; each still sees what those
// before it have changed, and loads what these make it need besides.
Result<void> Core::prefetch(std::span<const FollowUp> follow_ups) {
    if (follow_ups.size() < 2) return {};
    std::vector<Item> items;
    items.reserve(follow_ups.size());
    for (const FollowUp& next : follow_ups) {
        items.push_back({{verbs::find(*next.request), next.data.get()}, next.data});
    }
    Gatherings room;
    const auto gatherings = room.of(std::span(items));
    std::vector<Key> missing;
    while (true) {
        for (Gathering& gathering : gatherings) gathering.go_on(overlay_, missing);
        if (missing.empty()) return {};
        if (auto loaded = load(missing); !loaded) return loaded;
    }
}

// What follows sees what was decided before it, and takes its ids from the same source. Whoever asked is named with it,
// but his rights were checked for what he asked.
Result<void> Core::decide_follow_up(const FollowUp& next, Item& item, Instant recorded, IdSource& ids) {
    Item follower{{verbs::find(*next.request), next.data.get()}, next.data};
    follower.messages = item.messages;
    follower.by_template = item.by_template || item.decision.following.by_template;
    follower.told = item.decision.following.told.course == 0 ? item.told : item.decision.following.told;
    const auto facts = follower.asked.verb->facts.make_row(1);
    Gathering gathering(follower.asked, facts.get());
    if (auto decided = decide_one(follower, gathering, recorded, nullptr, &ids); !decided) return decided;
    add_outcome(next, follower, item.decision);
    const bool did = follower.decision.verdict == Verdict::accepted;
    if (did && item.decision.verdict == Verdict::unchanged) item.decision.verdict = Verdict::accepted;
    return {};
}

// Of several who leave together nobody comes in before all have left: he might be one of them.
Result<void> Core::decide_follow_ups(Item& item, Instant recorded, IdSource& ids) {
    const Head& asked = verbs::Verb::head(item.asked.request);
    if (auto loaded = prefetch(item.decision.follow_ups); !loaded) return loaded;
    const bool holds = !holding_ && std::ranges::any_of(item.decision.follow_ups, &FollowUp::together);
    for (const FollowUp& next : item.decision.follow_ups) {
        Head& head = *static_cast<Head*>(next.data.get());
        head.actor = asked.actor;
        if (!head.effective) head.effective = asked.effective;
        const bool is_his = !next.item.empty() || asked.trigger == Trigger::import;
        head.trigger = is_his ? asked.trigger : Trigger::rule;
        if (holding_ && next.yields) {
            hold(next);
            continue;
        }
        holding_ = holding_ || next.together;
        auto decided = decide_follow_up(next, item, recorded, ids);
        if (holds) holding_ = false;
        if (!decided) return decided;
    }
    if (!holds) return {};
    for (const FollowUp& next : std::exchange(held_, {})) {
        if (auto decided = decide_follow_up(next, item, recorded, ids); !decided) return decided;
    }
    return {};
}

void Core::remember(Item& item) const {
    item.changed_before = overlay_.changed_records();
    for (const Record& put : item.decision.puts) item.former.push_back(overlay_.current(put.type(), put.id()));
}

// IMC-CSV-28: what followed may have made of all that was changed what it was.
bool Core::changed_nothing(const Item& item) const {
    if (item.former.empty() || overlay_.changed_records() != item.changed_before) return false;
    return std::ranges::all_of(item.former, [&](const Record& former) {
        return former &&
               same_content(former.type(), former.data(), overlay_.current(former.type(), former.id()).data());
    });
}

}  // namespace provost::engine
