// Load, decide, commit.
#include "engine/core.hpp"

#include "base/failure.hpp"
#include "engine/lookup.hpp"
#include "engine/recorded_request.hpp"
#include "notices/appointments.hpp"
#include "notices/effective.hpp"
#include "notices/registration_message.hpp"
#include "notices/skill_messages.hpp"

#include <provost/describe/compare.hpp>
#include <provost/describe/json.hpp>

namespace provost::engine {

namespace {

constexpr std::size_t most_held = 24'000;  // by the overlay between batches: memory stays flat

void stamp(const Record& record, std::int64_t version) {
    // The record was made by the decision that is being applied and is not shared yet.
    static_cast<std::int64_t*>(const_cast<void*>(record.data()))[1] = version;
}

void drop_repeated(std::vector<Key>& keys, Positions& seen) {
    seen.clear();
    std::string bytes;
    std::size_t kept = 0;
    for (Key& key : keys) {
        bytes.clear();
        append_key(bytes, key);
        const auto hash = hash_of(bytes);
        if (seen.find(hash, [&](std::uint32_t at) { return keys[at] == key; }) != Positions::none) continue;
        seen.add(hash, static_cast<std::uint32_t>(kept));
        if (&keys[kept] != &key) keys[kept] = std::move(key);
        ++kept;
    }
    keys.resize(kept);
}

}  // namespace

Instant Core::now() const {
    return options_.now ? *options_.now
                        : std::chrono::time_point_cast<std::chrono::milliseconds>(std::chrono::system_clock::now());
}

Result<void> Core::open() { return refresh_head(); }

Result<void> Core::refresh_head() {
    const Key key = id_key(type_of<audit::JournalHead>(), 1);
    auto loaded = store_->load(std::span(&key, 1));
    if (!loaded) return loaded.error();
    const auto& found = loaded->found.front();
    const auto former =
        std::exchange(head_, found.empty() ? audit::JournalHead{} : *found.front().get<audit::JournalHead>());
    if (head_.chain == former.chain) return {};
    // Somebody else has written: what is held may be older, also that something is not there, which no commit of the
    // new head would find out; and he may have taken ids like those that are reserved here.
    discard();
    ids_ = {};
    return {};
}

Result<void> Core::load(std::vector<Key>& missing) {
    drop_repeated(missing, seen_);
    auto loaded = store_->load(missing);
    if (!loaded) return loaded.error();
    // Another writer has committed since: what is held may be older than what came now, so that every version must be
    // checked at the commit.
    if (as_of_ != 0 && loaded->revision != as_of_) as_of_ = -1;
    if (as_of_ == 0) as_of_ = loaded->revision;
    for (std::size_t i = 0; i < missing.size(); ++i) overlay_.learn(missing[i], loaded->found[i]);
    missing.clear();
    return {};
}

Result<void> Core::prefetch(std::span<Gathering> gatherings) {
    overlay_.watch();
    missing_.clear();
    while (true) {
        for (Gathering& gathering : gatherings) gathering.go_on(overlay_, missing_);
        if (missing_.empty()) return {};
        if (auto loaded = load(missing_); !loaded) return loaded;
    }
}

void Core::ask(Item& item, const Gathering& gathering, Context& context) {
    item.decision.maker = &maker_;
    item.asked.verb->decide(item.asked.request, gathering.facts(), context, item.decision);
}

// Again, as long as the rule looks for what is not known yet.
Result<void> Core::ask_whole(Item& item, const Gathering& gathering, Lookup& more, Context& context) {
    const auto mark = context.ids.mark();
    item.decision.puts.swap(room_.puts);
    item.decision.due.swap(room_.due);
    ask(item, gathering, context);
    while (!more.missing().empty()) {
        if (auto loaded = load(more.missing()); !loaded) return loaded;
        context.ids.rewind(mark);
        item.decision = {};
        ask(item, gathering, context);
    }
    return {};
}

// What keeps a request from being decided: a right, or a reference that finds nothing. The decision says so; then, or
// after an error, there is nothing to ask the verb.
Result<void> Core::prepare(Item& item, Gathering& gathering, Asking& asking) {
    auto resolution = gathering.resolve(overlay_);
    while (!resolution.missing.empty()) {
        if (auto loaded = load(resolution.missing); !loaded) return loaded;
        resolution = gathering.resolve(overlay_);
    }
    // What the records themselves name must be there: if it is not, the store is damaged or the host left it out.
    if (resolution.dangling == "record.missing"_code) {
        return Error{Status::storage, resolution.dangling, {}, {{"kind", std::string(resolution.kind)}}};
    }
    if (auto added = add_functions(item, gathering, asking); !added) return added;
    if (resolution.dangling) {
        // IMC-ACL-01: who has neither right nor position is told what is not there when he is cleared for what is.
        if (!asking.general && !asking.supervises) {
            if (auto checked = check_clearances(item, gathering, asking); !checked) return checked;
            if (item.decision.refused()) return {};
        }
        std::vector<Parameter> named;
        if (!resolution.name.empty()) named.push_back({"name", std::move(resolution.name)});
        item.decision.refuse(resolution.dangling, std::move(named));
        return {};
    }
    if (auto checked = check_clearances(item, gathering, asking); !checked) return checked;
    const bool malformed = !item.decision.refused() && item.malformed;
    if (malformed) item.decision.refuse(item.malformed, item.malformed_parameters);
    return {};
}

// IMC-CSV-07, IMC-CSV-28: a row that a rule, or a right, refuses may be right in the next run, because of what a later
// row of the same id changed. So it counts as the first of that id; one that can not be read, or names what is not
// there, does not.
void Core::refuse_again(Item& item) {
    if (item.about == 0) return;
    if (item.decision.refused()) {
        const Code why = item.decision.code;
        const Stage stage = row_of(why).stage;
        const bool by_zone = why == "date.skipped"_code;  // which may be another by then
        const bool never = (stage == Stage::format && !by_zone) || stage == Stage::reference;
        if (!never) item.refused->try_emplace(item.about, item.line);
        return;
    }
    const auto earlier = item.refused->find(item.about);
    if (earlier != item.refused->end() && earlier->second < item.line) item.decision.refuse("row.duplicate"_code);
}

Result<void> Core::decide_one(Item& item, Gathering& gathering, Instant recorded, AcceptedRows* accepted,
                              IdSource* above) {
    auto asking = above != nullptr ? Result<Asking>(Asking{true, true}) : who_asks(item);
    if (!asking) return asking.error();
    if (!may_go_on(item, *asking)) return (refuse_again(item), Result<void>{});
    if (auto prepared = prepare(item, gathering, *asking); !prepared) return prepared;
    if (item.decision.refused()) {
        if (is_for_right(item.decision.code)) refuse_again(item);
        return {};
    }
    // And for the clearances of the object that it may make.
    if (auto reserved = ensure_ids(item.asked.verb->most_ids + 1); !reserved) return reserved;
    const Head& head = verbs::Verb::head(item.asked.request);
    auto asked_by = name_of_actor(head.actor);
    if (!asked_by) return asked_by.error();
    item.asked_by = *asked_by;
    IdSource given{head.ids};
    IdSource& ids = above != nullptr ? *above : head.ids.empty() ? ids_ : given;
    const auto digest = [&] {
        if (item.digest == 0) item.digest = request_digest(item.asked, recorded, overlay_, options_.secret);
        return item.digest;
    };
    Lookup more(overlay_);
    Context context{head,
                    head.effective.value_or(recorded),
                    recorded,
                    *zones_,
                    ids,
                    more,
                    asking->everything,
                    options_.secret,
                    std::move(*asked_by),
                    asking->functions,
                    asking->teaches,
                    asking->supervises,
                    accepted,
                    std::ref(digest),
                    asking->everything ? nullptr : &asking->caller};
    const auto mark = ids.mark();
    if (auto asked = ask_whole(item, gathering, more, context); !asked) return asked;
    keep_owners_login(item);
    refuse_again(item);
    if (auto kept = keep_inactive(item); !kept) return kept;
    if (auto added = add_clearances(item, *asking, ids); !added) return added;
    if (item.decision.refused() || item.decision.puts.empty()) ids.rewind(mark);
    if (ids.exhausted()) {
        ids.rewind(mark);
        return Error{Status::invalid, "argument.invalid"_code, {"/ids", {}, 0, 0}, {{"argument", "ids"}}};
    }
    apply(item, accepted);
    item.decision.puts.clear();
    item.decision.due.clear();
    item.decision.puts.swap(room_.puts);
    item.decision.due.swap(room_.due);
    if (item.decision.refused()) return {};
    if (auto decided = decide_follow_ups(item, recorded, ids); !decided) return decided;
    if (changed_nothing(item)) item.decision.verdict = Verdict::unchanged;
    if (above == nullptr && accepted == nullptr) item.ids = ids.taken_since(mark);
    return {};
}

void Core::apply(Item& item, AcceptedRows* accepted) {
    Decision& decision = item.decision;
    if (decision.refused()) decision.puts.clear();
    // IMC-CSV-28: what is as it was is no change, however often it is told.
    std::erase_if(decision.puts, [&](const Record& put) {
        const Record& before = overlay_.current(put.type(), put.id());
        return before && same_content(put.type(), before.data(), put.data());
    });
    if (decision.verdict == Verdict::accepted && decision.puts.empty()) decision.verdict = Verdict::unchanged;
    let_bookings_follow(item);
    let_staff_follow(item);
    std::erase_if(decision.due, [&](const DueAccess& access) { return keeps_access(access, decision.puts); });
    if (!decision.puts.empty()) gather_intents(item);
    if (!decision.puts.empty()) due_.insert(due_.end(), decision.due.begin(), decision.due.end());
    if (!decision.follow_ups.empty()) remember(item);
    for (const Record& put : decision.puts) {
        add_due(put);
        const auto stored = overlay_.stored_version(put.type(), put.id());
        if (put.id() == decision.about) item.created = !overlay_.current(put.type(), put.id());
        stamp(put, stored + 1);
        overlay_.apply(put);
    }
    const auto told = decision.stands_for != 0 ? decision.stands_for : decision.about;
    if (accepted != nullptr && !decision.refused() && told != 0) accepted->add(told);
}

// What the decision wants to be told, and a message for each place whose state it changes. IMC-ENI-14: an import is
// told nobody, unless whoever imports wants it.
void Core::gather_intents(Item& item) {
    Decision& decision = item.decision;
    const Trigger asked = verbs::Verb::head(item.asked.request).trigger.value_or(Trigger::back_end);
    if (asked == Trigger::import && !item.messages) return;
    for (const Record& put : decision.puts) {
        if (const auto* course = put.get<catalogue::Course>()) {
            const auto* before = overlay_.current(put.type(), put.id()).get<catalogue::Course>();
            for (auto& entry : notices::appointments(before, *course)) decision.intend(std::move(entry));
        }
        const auto* place = put.get<enrolment::Enrolment>();
        if (place == nullptr) continue;
        const auto* before = overlay_.current(put.type(), put.id()).get<enrolment::Enrolment>();
        if (auto message = notices::registration_message(before, *place)) decision.intend(std::move(*message));
        const auto* course =
            overlay_.current(type_of<catalogue::Course>(), place->course.value).get<catalogue::Course>();
        if (course == nullptr) continue;  // a verb that lets somebody pass looks at the course
        for (auto& message : notices::skill_messages(before, *place, *course)) decision.intend(std::move(message));
    }
    for (const Record& wanted : decision.intents) {
        notices::Intent& intent = intents_.emplace_back(*wanted.get<notices::Intent>());
        intent.version = 1;
        intent.trigger = decision.by_rule && asked != Trigger::import ? Trigger::rule : asked;
        intent.verb = item.asked.verb->name;
    }
}

// Ids come last: what records a decision makes, and under which ids, does not hang on who is told of it.
Result<void> Core::add_intents(Unit& unit, Instant recorded) {
    if (auto reserved = ensure_ids(static_cast<std::int64_t>(intents_.size())); !reserved) return reserved;
    for (notices::Intent& intent : intents_) {
        intent.id = ids_.take<notices::Intent>();
        intent.recorded = recorded;
        if (intent.key.empty()) intent.key = notices::key_of(intent);  // IMC-NOT-04
        unit.writes.push_back({Record::of(std::move(intent)), 0});
    }
    intents_.clear();
    return {};
}

std::vector<Change> Core::plan() const {
    auto changes = overlay_.changes();
    for (const notices::Intent& intent : intents_) changes.push_back({{}, Record::of(intent)});
    return changes;
}

Result<void> Core::decide(std::span<Item> items, Instant recorded, AcceptedRows* accepted) {
    held_.clear();
    holding_ = false;
    ids_.forget_taken();
    const auto gatherings = gatherings_.of(items);
    if (auto loaded = prefetch(gatherings); !loaded) return loaded;
    if (auto loaded = prefetch_clearances(items, gatherings); !loaded) return loaded;
    for (std::size_t i = 0; i < items.size(); ++i) {
        items[i].decision = {};
        items[i].ids.clear();
        items[i].created = false;
        if (auto decided = decide_one(items[i], gatherings[i], recorded, accepted); !decided) return decided;
    }
    return mark_due();
}

std::string Core::reads_text() const {
    std::string text;
    for (const Expectation& read : overlay_.reads()) {
        text += (text.empty() ? "" : " ") + std::string(read.type->name) + ':' + std::to_string(read.id) + '@' +
                std::to_string(read.version);
    }
    return text;
}

// IMC-WL-08: a decision stands only while all that it read is as it was: of two for the last seat one is asked again.
Unit Core::make_unit(const std::vector<Change>& changes) const {
    Unit unit;
    unit.as_of = as_of_ > 0 ? as_of_ : 0;
    unit.reads = overlay_.reads();
    unit.writes.reserve(changes.size() + 3);
    for (const Change& change : changes) {
        unit.writes.push_back({change.after, change.before ? change.before.version() : 0, change.before});
    }
    return unit;
}

Result<bool> Core::commit(audit::EntryFacts entry) {
    const auto changes = overlay_.changes();
    if (changes.empty()) {
        // Nothing is written, so nothing says whether what is held is still what the store has.
        discard();
        return true;
    }
    auto actor = name_of_actor(entry.actor);
    if (!actor) {
        discard();
        return actor.error();
    }
    entry.actor = std::move(*actor);
    Unit unit = make_unit(changes);
    if (auto added = add_intents(unit, entry.recorded); !added) {
        discard();
        return added.error();
    }
    const auto moved = audit::append_entry(unit, head_, entry, changes, options_.secret);
    auto outcomes = store_->commit(std::span(&unit, 1));
    if (!outcomes) {
        discard();
        return outcomes.error();
    }
    const Outcome& outcome = outcomes->front();
    if (outcome.state == Outcome::State::applied) {
        head_ = moved;
        overlay_.settle();
        // Nobody else wrote in between: what is held is still what the store has.
        const bool alone = as_of_ > 0 && outcome.revision == as_of_ + 1;
        as_of_ = outcome.revision;
        if (!alone || overlay_.size() > most_held) discard();
        return true;
    }
    discard();
    if (outcome.state == Outcome::State::failed) return outcome.error;
    ids_ = {};  // another writer may have taken the same ones
    if (auto head = refresh_head(); !head) return head.error();
    return false;
}

void Core::discard() {
    overlay_.clear();
    due_.clear();
    intents_.clear();
    as_of_ = 0;
}

}  // namespace provost::engine
