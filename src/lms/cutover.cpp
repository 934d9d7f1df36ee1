// The checklist of a cut-over: which steps there are, what must hold before one is ticked, and who is told of it.
#include "lms/cutover.hpp"

#include <provost/lms/access_rule.hpp>
#include <provost/notices/intent.hpp>
#include <provost/results/links.hpp>

namespace provost::lms {

namespace {

using enum CutoverStep;

// What is done in which order. WIS-MIG-02: steps about grades are for those whose grades go over, too.
enum class Part : std::uint8_t { set_up, cut_over, clean_up };
struct Row {
    CutoverStep step;
    Part part;
    bool grades = false;
    bool may_be_left_out = false;
};
constexpr auto rows = std::to_array<Row>({
    {plan, Part::set_up},
    {connect, Part::set_up},
    {test, Part::set_up},
    {access_rules, Part::set_up},
    {link_courses, Part::set_up},
    {add_enrolments, Part::set_up},
    {review, Part::set_up},
    {grade_plugin, Part::set_up, true},
    {grade_rules, Part::set_up, true},
    {link_grade_rules, Part::set_up, true},
    {maintenance_on, Part::cut_over, false, true},
    {stop_old_integration, Part::cut_over},
    {reinstall_grade_plugin, Part::cut_over, true},
    {resync, Part::cut_over},
    {enable_rules, Part::cut_over},
    {check, Part::cut_over},
    {maintenance_off, Part::cut_over},
    {final_communication, Part::cut_over},
    {revoke_old_access, Part::clean_up, false, true},
    {remove_old_plugins, Part::clean_up},
});

bool is_done(const Cutover& cutover, CutoverStep step) {
    return std::ranges::find(cutover.done, step, &StepDone::step) != cutover.done.end();
}

// Whether the step has to be done at all.
bool is_due(const Cutover& cutover, const Row& row) {
    if (row.grades && !cutover.auto_grade) return false;
    if (row.step == maintenance_off) return is_done(cutover, maintenance_on);
    return !row.may_be_left_out;
}

const Communication* first_open(const Cutover& cutover) {
    const auto open = std::ranges::find_if(cutover.communications, [](const auto& each) { return !each.released_at; });
    return open == cutover.communications.end() ? nullptr : &*open;
}

// The first step that must be done before: of the set-up all, in any order; from then on one after the other.
CutoverStep missing_before(const Cutover& cutover, const Row& wanted) {
    if (wanted.part == Part::set_up) return none;
    for (const Row& row : rows) {
        if (row.step == wanted.step) break;
        if (is_due(cutover, row) && !is_done(cutover, row.step)) return row.step;
    }
    return none;
}

// WIS-MIG-05: whether a rule by which courses are linked over the connection is inactive still; nothing: not known yet.
std::optional<bool> has_inactive_rule(const std::string& connection, const Context& context) {
    constexpr int by_active = 2;
    constexpr int by_rule = 2;
    const auto inactive = context.find<AccessRule>(by_active, {{0, {}, false}});
    if (!inactive) return std::nullopt;
    bool found = false;
    bool complete = true;
    for (const AccessRule& rule : *inactive) {
        const auto links = context.find<results::LmsLink>(by_rule, {{0, rule.key, true}});
        complete = complete && links.has_value();
        if (!links) continue;
        found = found || links->first([&](const auto& link) { return link.connection == connection; }) != nullptr;
    }
    return complete ? std::optional(found) : std::nullopt;
}

// WIS-MIG-04: a step that may be left out was left out once one that comes after it is done.
CutoverStep done_after(const Cutover& cutover, const Row& wanted) {
    if (!wanted.may_be_left_out) return none;
    const auto at = std::ranges::find(rows, wanted.step, &Row::step);
    const auto later = std::find_if(at + 1, rows.end(), [&](const Row& row) { return is_done(cutover, row.step); });
    return later == rows.end() ? none : later->step;
}

// WIS-MIG-13: whether the old integration still gives somebody access; nothing: not known yet.
std::optional<bool> has_old_access(const Context& context) {
    const auto enabled = context.find<OldAccess>(find_index(type_of<OldAccess>(), "enabled"), {{1, {}, false}});
    return enabled ? std::optional(!enabled->empty()) : std::nullopt;
}

// WIS-MIG-06: what of the comparison Provost has not seen since the rules were enabled; empty: nothing. Who says that
// he has looked has at least had something to look at.
std::string_view not_compared(const CutoverFacts& facts) {
    const auto enabled = std::ranges::find(facts.cutover->done, enable_rules, &StepDone::step);
    const bool is_known = facts.standing && enabled != facts.cutover->done.end();
    const auto was_after = [&](const std::optional<Instant>& moment) { return moment && *moment >= *enabled->at; };
    if (!is_known || !was_after(facts.standing->observed_at)) {
        return "since the rules were enabled lms.observe has not seen all enrolments";
    }
    if (!was_after(facts.standing->accounts_at))
        return "since the rules were enabled lms.accounts has not seen all accounts";
    return {};
}

// What of the records contradicts that the step was done; false also while that is not known.
bool holds(const TickCutover& request, const CutoverFacts& facts, const Context& context, Decision& decision) {
    const auto refuse = [&](std::string_view why) {
        decision.refuse("cutover.not-so"_code, {{"why", std::string(why)}});
        return false;
    };
    switch (request.step) {
        case stop_old_integration:
            return !facts.connection->old_integration_active ||
                   refuse("the connection says that the old one is active");
        case resync: {
            const Zone* zone = context.zones.find(facts.connection->zone);
            const Day today = day_of(context.effective, zone == nullptr ? Zone{} : *zone);
            const bool right = request.since && *request.since <= today;
            return right || refuse("since which day must be told, and it must not lie ahead");
        }
        case enable_rules: {
            if (facts.connection->mode != Mode::enforce) return refuse("the connection does not enforce");
            const auto inactive = has_inactive_rule(facts.connection->key, context);
            return inactive && (!*inactive || refuse("a rule of the connection is inactive"));
        }
        case check: {
            if (const auto why = not_compared(facts); !why.empty()) return refuse(why);
            const auto open = facts.standing->observed_open;  // for a person to judge: some may never be put right
            if (open > 0) decision.note("cutover.differences"_code, {{"count", std::to_string(open)}});
            return true;
        }
        case final_communication:
            return first_open(*facts.cutover) == nullptr || refuse("not everybody was told");  // WIS-MIG-12
        case revoke_old_access: {
            const auto left = has_old_access(context);
            return left && (!*left || refuse("somebody has old access still: lms.revoke_old_access takes it away"));
        }
        default: return true;
    }
}

bool is_complete(const Cutover& cutover) {
    return first_open(cutover) == nullptr && std::ranges::all_of(rows, [&](const Row& row) {
               return !is_due(cutover, row) || is_done(cutover, row.step);
           });
}

// WIS-MIG-12: complete is a checklist only as long as nobody is still to be told.
void note_completion(Cutover& cutover, Instant now) {
    if (!is_complete(cutover)) {
        cutover.completed_at.reset();
    } else if (!cutover.completed_at) {
        cutover.completed_at = now;
    }
}

// WIS-MIG-04: not before what comes before it, and not when the records say otherwise.
void tick(const TickCutover& request, const CutoverFacts& facts, Context& context, Decision& decision) {
    Cutover cutover = *facts.cutover;
    const auto row = std::ranges::find(rows, request.step, &Row::step);
    if (row->grades && !cutover.auto_grade) return decision.refuse("cutover.no-grades"_code);
    if (is_done(cutover, request.step)) return decision.unchanged(cutover.id.value);
    const bool never_closed = request.step == maintenance_off && !is_done(cutover, maintenance_on);
    const CutoverStep missing = never_closed ? maintenance_on : missing_before(cutover, *row);
    if (missing != none) {
        return decision.refuse("cutover.too-early"_code, {{"step", std::string(word(missing))}});
    }
    if (const CutoverStep later = done_after(cutover, *row); later != none) {
        return decision.refuse("cutover.too-late"_code, {{"step", std::string(word(later))}});
    }
    if (!holds(request, facts, context, decision)) return;
    cutover.done.push_back({request.step, context.effective, context.asked_by, request.since});
    note_completion(cutover, context.effective);
    decision.put(std::move(cutover));
}

// WIS-MIG-12: what the host sends. Before the cut-over nobody is told that it has happened.
void release(const TickCutover& request, const CutoverFacts& facts, Context& context, Decision& decision) {
    Cutover cutover = *facts.cutover;
    const auto found = std::ranges::find_if(cutover.communications, [&](const Communication& each) {
        return each.phase == *request.release && each.audience == *request.audience;
    });
    if (found == cutover.communications.end()) return decision.refuse("cutover.nobody"_code);
    if (found->released_at) return decision.unchanged(cutover.id.value);
    const bool early = found->phase == CutoverPhase::go_live && !is_done(cutover, check);
    if (early) return decision.refuse("cutover.too-early"_code, {{"step", std::string(word(check))}});
    found->released_at = context.effective;
    note_completion(cutover, context.effective);
    notices::Intent intent;
    intent.recipient = notices::Recipient::host;
    intent.event = found->phase == CutoverPhase::go_live ? "lms.cut-over" : "lms.cut-over-ahead";
    intent.told = "x-" + std::string(word(found->audience));
    intent.matter = cutover.login_method;
    intent.starts_at = cutover.at;
    decision.put(std::move(cutover));
    decision.intend(std::move(intent));
}

}  // namespace

void define_cutover(const DefineCutover& request, const CutoverFacts& facts, Context& context, Decision& decision) {
    Cutover cutover = facts.cutover ? *facts.cutover : Cutover{};
    if (!facts.cutover) cutover.id = context.ids.take<Cutover>();
    cutover.connection = facts.connection->key;
    cutover.at = request.at;
    cutover.login_method = request.login_method;
    cutover.auto_grade = facts.connection->auto_grade;
    std::vector<Communication> told;
    for (Communication each : request.communications) {
        const auto same = [&](const Communication& other) {
            return other.phase == each.phase && other.audience == each.audience;
        };
        if (std::ranges::any_of(told, same)) return decision.refuse("cutover.twice"_code);
        const auto before = std::ranges::find_if(cutover.communications, same);
        each.released_at = before == cutover.communications.end() ? std::nullopt : before->released_at;
        told.push_back(std::move(each));
    }
    cutover.communications = std::move(told);
    note_completion(cutover, context.effective);
    decision.put(std::move(cutover));
}

void tick_cutover(const TickCutover& request, const CutoverFacts& facts, Context& context, Decision& decision) {
    if (!facts.cutover) return decision.refuse("cutover.unknown"_code);
    const bool releases = request.release && request.audience;
    const bool contradicts = releases == (request.step != none);
    if (contradicts) return decision.refuse("field.missing"_code, {{"field", "step"}});
    releases ? release(request, facts, context, decision) : tick(request, facts, context, decision);
}

void cutover_of(const CutoverOf&, const CutoverFacts& facts, Context&, Decision& decision) {
    if (!facts.cutover) return decision.refuse("cutover.unknown"_code);
    const Cutover& cutover = *facts.cutover;
    for (const Row& row : rows) {
        const bool done = is_done(cutover, row.step);
        if (!done && !is_due(cutover, row)) continue;
        ReportLine line;
        line.item = word(row.step);
        line.group = row.part == Part::set_up ? "set_up" : row.part == Part::cut_over ? "cut_over" : "clean_up";
        line.fate = done ? Fate::kept : Fate::open;
        decision.report.push_back(std::move(line));
    }
    for (const Communication& each : cutover.communications) {
        ReportLine line;
        line.item = std::string(word(each.phase)) + "/" + std::string(word(each.audience));
        line.group = "communication";
        line.fate = each.released_at ? Fate::kept : Fate::open;
        line.value = '"' + to_text(*each.on) + '"';
        decision.report.push_back(std::move(line));
    }
    decision.unchanged(cutover.id.value);
}

}  // namespace provost::lms
