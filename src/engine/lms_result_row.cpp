// Rows of results.
#include "engine/lms_result_row.hpp"

#include "lms/actions.hpp"

#include <charconv>

namespace provost::engine {

namespace {

using lms::LmsResult;
using lms::ObservedResult;
using lms::ResultState;
using results::LmsLink;
using results::ResultEvent;

Key event_key(const std::string& connection, const std::string& event_id) {
    return {&type_of<LmsResult>(), 0, {{0, connection, true}, {0, event_id, true}}};
}

Key links_key(const std::string& connection, const std::string& course) {
    return {
        &type_of<LmsLink>(), find_index(type_of<LmsLink>(), "lms_course"), {{0, connection, true}, {0, course, true}}};
}

Key name_key(const std::string& connection, const ObservedResult& told) {
    const RecordType& type = type_of<lms::LmsLearner>();
    return {&type, find_index(type, "name"), {{0, connection, true}, {0, told.learner, true}}};
}

const lms::LmsLearner* account_of(Core& core, const std::string& connection, const ObservedResult& told) {
    return told.learner.empty() ? nullptr : held_under<lms::LmsLearner>(core, name_key(connection, told));
}

// By the external id that he has there: his client identifier, or made of his id when he has none; else by login.
std::vector<Key> learner_keys(const ObservedResult& told) {
    const RecordType& type = type_of<people::Learner>();
    if (told.learner.empty()) return {{&type, 0, {{0, people::login_index(told.login), true}}}};
    std::vector<Key> keys{{&type, find_index(type, "client_id"), {{0, told.learner, true}}}};
    std::int64_t id = 0;
    const char* const end = told.learner.data() + told.learner.size();
    const auto read = std::from_chars(told.learner.data() + 1, end, id);
    if (told.learner.front() == 'L' && read.ptr == end && id > 0) keys.push_back(id_key(type, id));
    return keys;
}

// What one verb made of it.
void conclude_one(Core& core, ResultRow& row, const Item& item, bool is_grade) {
    const Decision& decision = item.decision;
    row.code = decision.code;
    if (decision.refused()) {
        // What whoever runs it may not do somebody else may: nothing is lost by that.
        const bool not_yet = decision.code == "learner.not-enrolled"_code || is_for_right(decision.code);
        row.state = not_yet ? ResultState::waiting : ResultState::refused;
        return;
    }
    if (decision.verdict == Verdict::unchanged) {
        row.state = ResultState::unchanged;
        return;
    }
    row.state = decision.verdict == Verdict::held ? ResultState::held : ResultState::taken;
    if (!is_grade) return;
    const auto* event = core.overlay().current(type_of<ResultEvent>(), decision.about).get<ResultEvent>();
    if (event == nullptr) {  // what is final stays, and an amendment waits
        row.state = ResultState::kept;
        return;
    }
    row.state = lms::state_of(*event);
    row.code = event->code;
    row.result = event->id;
    row.outcome = event->outcome;
}

}  // namespace

Key connection_key(const std::string& key) { return {&type_of<lms::Connection>(), 0, {{0, key, true}}}; }

void add_named(Core& core, std::vector<Key>& keys, const std::string& connection, const ObservedResult& told) {
    const auto* account = account_of(core, connection, told);
    if (account != nullptr) keys.push_back(id_key(type_of<people::Learner>(), account->learner.value));
}

void add_keys(std::vector<Key>& keys, const std::string& connection, const ObservedResult& told) {
    keys.push_back(event_key(connection, told.event_id));
    keys.push_back(links_key(connection, told.course));
    keys.push_back(name_key(connection, told));
    for (Key& key : learner_keys(told)) keys.push_back(std::move(key));
}

void look_at(Core& core, ResultRow& row, ResultBatch& batch, std::vector<Item>& items) {
    const std::string& connection = batch.connection.key;
    std::vector<const LmsLink*> links;
    core.overlay().read(links_key(connection, row.told.course),
                        [&](const Record& record) { links.push_back(record.get<LmsLink>()); });
    const people::Learner* learner = nullptr;
    // WIS-EE-07: first under the name that his account was made with.
    if (const auto* account = account_of(core, connection, row.told)) {
        learner = held_under<people::Learner>(core, id_key(type_of<people::Learner>(), account->learner.value));
    }
    for (const Key& key : learner_keys(row.told)) {
        if (learner == nullptr) learner = held_under<people::Learner>(core, key);
    }
    const auto* known = held_under<LmsResult>(core, event_key(connection, row.told.event_id));
    row.learner = learner == nullptr ? Id<people::Learner>{} : learner->id;
    row.learner_name = learner == nullptr ? row.told.learner : lms::learner_name(*learner, nullptr);
    row.made = lms::receiving(row.told, {&batch.connection, links, learner, known, batch.now, batch.run});
    // WIS-AG-16: of two in one batch the first counts.
    if (!batch.seen.insert(row.told.event_id).second) row.made = {ResultState::unchanged, {}, row.made.at};
    row.first = items.size();
    if (row.made.grade) items.push_back(asked_for(*row.made.grade, batch.session));
    for (const auto& component : row.made.components) items.push_back(asked_for(component, batch.session));
    row.count = items.size() - row.first;
}

// Of several places the first that took it says what became of it.
void conclude(Core& core, ResultRow& row, std::span<const Item> items) {
    row.state = row.made.state;
    row.code = row.made.code;
    row.result = {};
    row.outcome.clear();
    const auto its = items.subspan(row.first, row.count);
    const auto took = std::ranges::find_if(its, [](const Item& item) { return !item.decision.refused(); });
    if (its.empty()) return;
    const auto& said = took == its.end() ? its.front() : *took;
    conclude_one(core, row, said, row.made.grade && &said == &its.front());
}

// What it said is kept while it is open; of somebody who is known without his login.
std::optional<ObservedResult> still_open(const ResultRow& row) {
    const bool open = row.state == ResultState::waiting || (row.state == ResultState::held && !row.result);
    if (!open) return std::nullopt;
    ObservedResult told = row.told;
    if (row.learner) {
        told.learner = row.learner_name;
        told.login.clear();
    }
    return told;
}

void keep_result(Core& core, const ResultRow& row, const std::string& connection, Instant now) {
    if (row.state == ResultState::ignored || (row.made.settled() && row.state == ResultState::unchanged)) return;
    const auto* known = held_under<LmsResult>(core, event_key(connection, row.told.event_id));
    LmsResult kept;
    if (known != nullptr) {
        kept = *known;
    } else {
        kept.id = core.ids().take<LmsResult>();
        kept.received_at = now;
    }
    kept.connection = connection;
    kept.event_id = row.told.event_id;
    kept.course = row.told.course;
    kept.item = row.told.item;
    kept.learner = row.learner;
    kept.state = row.state;
    kept.code = row.code;
    kept.at = row.made.at;
    kept.result = row.result;
    kept.told = still_open(row);
    keep_beside(core, std::move(kept));
}

}  // namespace provost::engine
