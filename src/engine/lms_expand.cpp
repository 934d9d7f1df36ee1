// WIS-MIG-09: a commit only marks learner and course; here it is found out which courses of which LMS that is about.
// Keys are made, and are due, before the mark is taken away, in one commit: killed in between, the page comes again.
#include "engine/lms_expand.hpp"

#include "engine/amounts.hpp"
#include "lms/key.hpp"

#include <map>
#include <set>

namespace provost::engine {

namespace {

using enrolment::Enrolment;
using lms::LmsAccess;
using lms::LmsEnrolment;
using results::LmsLink;

// Learner and course of a place.
struct Pair {
    std::int64_t learner = 0;
    std::int64_t course = 0;
    auto operator<=>(const Pair&) const = default;
};

// A key as its index has it.
struct KeyName {
    std::string connection;
    std::string course;
    std::int64_t learner = 0;
    auto operator<=>(const KeyName&) const = default;
};

Key named_key(const KeyName& name) {
    return {
        &type_of<LmsEnrolment>(), 0, {{0, name.connection, true}, {0, name.course, true}, {name.learner, {}, false}}};
}

// What a course is linked to: by a link, which may give access or not any more, or as one of all.
struct Linked {
    std::string connection;
    std::string course;
    bool gives = false;
};

Query keys_of_day(const LmsRun& run, std::int64_t day) {
    return {&type_of<LmsEnrolment>(),
            find_index(type_of<LmsEnrolment>(), "day"),
            {{0, run.connection().key, true}, {day, {}, false}},
            0,
            records_per_page};
}

// Whether the run looks at a key anyway: what the LMS has accepted waits for its report otherwise.
bool is_at_work(const LmsEnrolment& key) { return key.due && !(key.state == lms::KeyState::pending && key.retry_at); }

class Expansion {
public:
    explicit Expansion(LmsRun& run) : run_(run), store_(run.core().store()) {}

    [[nodiscard]] Result<void> marks();
    [[nodiscard]] Result<void> days();

private:
    [[nodiscard]] Result<void> expand(const std::vector<LmsAccess>& marks);
    [[nodiscard]] Result<void> everybody(const LmsAccess& mark);
    [[nodiscard]] Result<std::set<Pair>> pairs_of(const std::vector<LmsAccess>& marks);
    [[nodiscard]] Result<std::map<std::int64_t, std::vector<Linked>>> links_of(const std::set<Pair>& pairs);
    [[nodiscard]] Result<void> make_due(const std::set<Pair>& pairs, LmsWrites& writes);
    [[nodiscard]] Result<void> day(std::int64_t day);

    LmsRun& run_;
    Store& store_;
};

// Of a learner who is marked everywhere: all his courses.
Result<std::set<Pair>> Expansion::pairs_of(const std::vector<LmsAccess>& marks) {
    std::set<Pair> pairs;
    std::vector<Key> keys;
    for (const LmsAccess& mark : marks) {
        if (mark.course) {
            pairs.insert({mark.learner.value, mark.course.value});
        } else {
            keys.push_back({&type_of<Enrolment>(),
                            find_index(type_of<Enrolment>(), "learner"),
                            {{mark.learner.value, {}, false}}});
        }
    }
    if (keys.empty()) return pairs;
    auto loaded = store_.load(keys);
    if (!loaded) return loaded.error();
    for (const auto& found : loaded->found) {
        for (const Record& record : found) {
            pairs.insert({record.get<Enrolment>()->learner.value, record.get<Enrolment>()->course.value});
        }
    }
    return pairs;
}

// A link that gives no access any more still reaches the keys that it once made.
Result<std::map<std::int64_t, std::vector<Linked>>> Expansion::links_of(const std::set<Pair>& pairs) {
    std::map<std::int64_t, std::vector<Linked>> links;
    for (const Pair& pair : pairs) links[pair.course];
    std::vector<Key> keys;
    for (const auto& [course, none] : links) {
        keys.push_back({&type_of<LmsLink>(), find_index(type_of<LmsLink>(), "course"), {{course, {}, false}}});
        keys.push_back(id_key(type_of<catalogue::Course>(), course));
    }
    auto loaded = store_.load(keys);
    if (!loaded) return loaded.error();
    std::size_t at = 0;
    for (auto& [id, linked] : links) {
        for (const Record& record : loaded->found[at]) {
            const auto& link = *record.get<LmsLink>();
            if (link.item.empty()) linked.push_back({link.connection, lms::key_course(link), lms::gives_access(link)});
        }
        const auto& course = loaded->found[at + 1];
        at += 2;
        const std::string name = course.empty() ? "" : course.front().get<catalogue::Course>()->external_id;
        for (const auto& connection : run_.all_connections()) {
            if (connection.every_course && !name.empty()) linked.push_back({connection.key, name, true});
        }
    }
    return links;
}

// A key that was handed out is written anew even when it is due: what the LMS reports of it comes too late then.
Result<void> Expansion::make_due(const std::set<Pair>& pairs, LmsWrites& writes) {
    auto links = links_of(pairs);
    if (!links) return links.error();
    std::map<KeyName, bool> names;  // and whether it is made when it is missing
    for (const Pair& pair : pairs) {
        for (const Linked& linked : (*links)[pair.course]) {
            bool& makes = names[{linked.connection, linked.course, pair.learner}];
            makes = makes || linked.gives;
        }
    }
    std::vector<Key> keys;
    for (const auto& [name, makes] : names) keys.push_back(named_key(name));
    auto loaded = store_.load(keys);
    if (!loaded) return loaded.error();
    std::size_t at = 0;
    for (const auto& [name, makes] : names) {
        const auto& found = loaded->found[at++];
        if (found.empty() && !makes) continue;
        LmsEnrolment key;
        if (found.empty()) {
            key.id = {writes.number()};
            key.connection = name.connection;
            key.course = name.course;
            key.learner = {name.learner};
        } else {
            key = *found.front().get<LmsEnrolment>();
            const bool is_out = key.state == lms::KeyState::pending;
            if (key.due && !is_out) continue;
            if (is_out) key.retry_at.reset();  // WIS-ER-12: what is wanted now does not wait for what was wanted then
        }
        key.due = true;
        writes.put(std::move(key), found.empty() ? Record{} : found.front());
    }
    return {};
}

Result<void> Expansion::expand(const std::vector<LmsAccess>& marks) {
    return run_.commit([&](LmsWrites& writes) -> Result<void> {
        std::vector<Key> keys;
        for (const LmsAccess& mark : marks) keys.push_back(id_key(type_of<LmsAccess>(), mark.id.value));
        auto loaded = store_.load(keys);
        if (!loaded) return loaded.error();
        std::vector<LmsAccess> due;
        for (const auto& found : loaded->found) {
            LmsAccess mark = *found.front().get<LmsAccess>();
            if (!mark.due) continue;  // another run was faster
            due.push_back(mark);
            mark.due = false;
            writes.put(std::move(mark), found.front());
        }
        auto pairs = pairs_of(due);
        if (!pairs) return pairs.error();
        return make_due(*pairs, writes);
    });
}

// Everybody in a course, or in all of them, page by page; the mark goes last.
Result<void> Expansion::everybody(const LmsAccess& mark) {
    Scan scan(type_of<Enrolment>(), records_per_page);
    if (mark.course) scan.under("course", {mark.course.value, {}, false});
    while (true) {
        auto page = scan.next(store_);
        if (!page) return page.error();
        std::set<Pair> pairs;
        for (const Record& record : *page) {
            const auto& place = *record.get<Enrolment>();
            pairs.insert({place.learner.value, place.course.value});
        }
        if (pairs.empty()) break;
        auto made = run_.commit([&](LmsWrites& writes) { return make_due(pairs, writes); });
        if (!made) return made;
    }
    return run_.commit([&](LmsWrites& writes) -> Result<void> {
        LmsAccess done = mark;
        done.due = false;
        const Key key = id_key(type_of<LmsAccess>(), mark.id.value);
        auto now = store_.load(std::span(&key, 1));
        if (!now) return now.error();
        // Marked again meanwhile: it stays due, and comes again in the next run.
        if (now->found.front().front().version() == mark.version) writes.put(std::move(done));
        return {};
    });
}

Result<void> Expansion::marks() {
    Scan scan(type_of<LmsAccess>(), records_per_page);
    scan.under("due", {1, {}, false});
    return scan.pages(store_, [&](const std::vector<Record>& page) -> Result<void> {
        std::vector<LmsAccess> single;
        for (const Record& record : page) {
            const auto& mark = *record.get<LmsAccess>();
            if (mark.learner) {
                single.push_back(mark);
            } else if (auto done = everybody(mark); !done) {
                return done;
            }
        }
        return single.empty() ? Result<void>{} : expand(single);
    });
}

// Keys that change by themselves on that day, and are over that moment. WIS-ER-12
Result<void> Expansion::day(std::int64_t day) {
    Query query = keys_of_day(run_, day);
    while (true) {
        auto page = store_.find(query);
        if (!page) return page.error();
        if (page->empty()) return {};
        query.after = page->back().id();
        std::vector<Key> keys;
        for (const Record& record : *page) {
            const auto& key = *record.get<LmsEnrolment>();
            const bool has_come = key.next_change_at && *key.next_change_at <= run_.now();
            if (has_come && !is_at_work(key)) keys.push_back(id_key(type_of<LmsEnrolment>(), record.id()));
        }
        if (keys.empty()) continue;
        auto made = run_.commit([&](LmsWrites& writes) -> Result<void> {
            auto loaded = store_.load(keys);
            if (!loaded) return loaded.error();
            for (const auto& found : loaded->found) {
                LmsEnrolment key = *found.front().get<LmsEnrolment>();
                if (is_at_work(key)) continue;
                key.due = true;
                key.retry_at.reset();
                writes.put(std::move(key), found.front());
            }
            return {};
        });
        if (!made) return made;
    }
}

Result<void> Expansion::days() {
    const auto today = lms::day_number(run_.now());
    const auto swept = run_.standing().swept_day;
    for (auto at = swept == 0 ? today : std::min<std::int64_t>(swept, today); at <= today; ++at) {
        if (auto done = day(at); !done) return done;
    }
    if (swept >= today) return {};
    return run_.commit(
        [&](LmsWrites& writes) -> Result<void> { return writes.standing.swept_day = today, Result<void>{}; });
}

// Day by day, so that only days are read on which something changes.
Result<std::optional<Instant>> find_next_change(LmsRun& run) {
    std::optional<Instant> next;
    const auto today = lms::day_number(run.now());
    for (auto day = today; day <= today + lms::days_looked_ahead && !next; ++day) {
        for (Query query = keys_of_day(run, day);;) {
            auto page = run.core().store().find(query);
            if (!page) return page.error();
            if (page->empty()) break;
            query.after = page->back().id();
            for (const Record& record : *page) {
                const auto& at = record.get<LmsEnrolment>()->next_change_at;
                if (at && *at > run.now() && (!next || *at < *next)) next = at;
            }
        }
    }
    return next;
}

}  // namespace

Result<std::optional<Instant>> next_change(LmsRun& run) {
    const auto& known = run.standing();
    const auto today = lms::day_number(run.now());
    const bool holds = known.next_change_at ? *known.next_change_at > run.now() : known.looked_day == today;
    if (known.looked_day != 0 && holds) return known.next_change_at;
    auto found = find_next_change(run);
    if (!found || run.request().dry_run) return found;
    auto noted = run.commit([&](LmsWrites& writes) -> Result<void> {
        writes.standing.next_change_at = *found;
        writes.standing.looked_day = today;
        return {};
    });
    if (!noted) return noted.error();
    return found;
}

Result<void> expand_marks(LmsRun& run) {
    Expansion expansion(run);
    auto done = expansion.marks();
    return done ? expansion.days() : done;
}

}  // namespace provost::engine
