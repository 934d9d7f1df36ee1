// Deciding over given records: the engine's Core over a store that holds just them. A key that the host was not asked
// for yet stops the Core; which keys these were is the answer then.
#include "engine/pure_decide.hpp"

#include "base/failure.hpp"

#include "engine/answers.hpp"
#include "engine/request_document.hpp"

#include <provost/describe/json.hpp>

#include <unordered_set>

namespace provost::engine {

namespace {

// Ids that no record can have: what a decision takes when the host gave none.
constexpr std::int64_t no_ids = id_limit + 1;

Error inside(std::string_view where, Error error) {
    error.place.pointer.insert(0, where);
    return error;
}

class GivenFacts final : public Store {
public:
    [[nodiscard]] Result<void> add(const GivenRecord& given);
    [[nodiscard]] Result<void> add_asked(const Need& asked);
    /// A key that will be needed whatever is decided: named together with the first ones that are missing.
    void expect(Key key) { expected_.push_back(std::move(key)); }
    [[nodiscard]] const std::vector<Need>& needs() const { return needs_; }

    Result<std::int64_t> reserve(std::int64_t count) override { return std::exchange(next_id_, next_id_ + count); }
    Result<Loaded> load(std::span<const Key> keys) override;
    Result<std::vector<Record>> find(const Query&) override { return missing(); }
    Result<std::vector<Outcome>> commit(std::span<const Unit>) override { return missing(); }
    StoreTraits describe() const override { return {"given", 1, 0, true}; }

private:
    [[nodiscard]] static Error missing() { return {Status::unsupported, "record.missing"_code, {}, {}}; }
    [[nodiscard]] bool knows(const Key& key) const {
        if (key.index == Key::by_id && key.parts.front().is_text) return true;  // an id is a number: nothing has a text
        const auto bytes = key_bytes(key);
        return asked_.contains(bytes) || (key.index == Key::by_id && records_.contains(bytes));
    }

    std::unordered_map<std::string, std::vector<Record>> records_;  // under each of their keys
    std::unordered_set<std::string> asked_;
    std::vector<Key> expected_;
    std::vector<Need> needs_;
    std::int64_t next_id_ = no_ids;
};

Result<void> GivenFacts::add(const GivenRecord& given) {
    const RecordType* type = verbs::find_kind(given.kind);
    if (type == nullptr) return no_kind(given.kind, "/kind");
    const auto data = type->make();
    if (auto read = read_json(given.document, *type, data.get()); !read) return inside("/document", read.error());
    if (auto right = validate(*type, data.get()); !right) return inside("/document", right.error());
    const Record record(*type, data);
    const bool twice = records_.contains(key_bytes(id_key(*type, record.id())));
    if (record.id() < 1 || twice) return failure("argument.invalid"_code, "/document/id", {{"argument", "records"}});
    for (int index = Key::by_id; index < static_cast<int>(type->indexes.size()); ++index) {
        auto& list = records_[key_bytes(index_key(record, index))];
        list.insert(std::ranges::upper_bound(list, record.id(), {}, &Record::id), record);
    }
    return {};
}

Result<void> GivenFacts::add_asked(const Need& asked) {
    auto key = key_of(asked);
    if (!key) return key.error();
    asked_.insert(key_bytes(*key));
    return {};
}

Result<Loaded> GivenFacts::load(std::span<const Key> keys) {
    Loaded loaded{1, {}};
    for (const Key& key : keys) {
        if (!knows(key)) needs_.push_back(need_of(key));
        const auto found = records_.find(key_bytes(key));
        loaded.found.push_back(found == records_.end() ? std::vector<Record>() : found->second);
    }
    if (needs_.empty()) return loaded;
    for (const Key& key : expected_) {
        if (!knows(key) && std::ranges::find(keys, key) == keys.end()) needs_.push_back(need_of(key));
    }
    return missing();
}

class ZonesOf final : public ZoneFinder {
public:
    explicit ZonesOf(const ZoneFinder& zones) : zones_(zones) {}
    [[nodiscard]] const Zone* find(std::string_view name) const override { return zones_.find(name); }

private:
    const ZoneFinder& zones_;
};

Result<void> gather(const DecideDocument& given, const NamedRequest& named, GivenFacts& facts) {
    for (std::size_t i = 0; i < given.records.size(); ++i) {
        auto added = facts.add(given.records[i]);
        if (!added) return inside("/records/" + std::to_string(i), added.error());
    }
    for (std::size_t i = 0; i < given.asked.size(); ++i) {
        auto added = facts.add_asked(given.asked[i]);
        if (!added) return inside("/asked/" + std::to_string(i), added.error());
    }
    const Head& head = verbs::Verb::head(named.request.get());
    if (!is_host(head.actor, given.owner) &&
        (named.verb->right != access::Right::none || !named.verb->touched().empty())) {
        facts.expect({&type_of<access::Administrator>(), 0, {{0, people::login_index(head.actor), true}}});
    }
    return {};
}

// As many ids as the verb may take, or as it took with those it decided about one by one.
Error too_few_ids(const Item& item) {
    const auto count = std::max(static_cast<std::int64_t>(item.ids.size()), item.asked.verb->most_ids);
    return failure("argument.invalid"_code, "/request/ids", {{"argument", "ids"}, {"count", std::to_string(count)}});
}

Result<Answer> planned_answer(Item& item, std::span<const Change> changes) {
    for (const Change& change : changes) {
        if (change.after.id() >= no_ids) return too_few_ids(item);
    }
    Answer answer = answer_of(item, changes);
    // The plan is what the host has to write, so that it comes whatever the detail that was asked for.
    const auto full = item.asked.verb->request->copy(item.asked.request);
    static_cast<Head*>(full.get())->detail = Detail::full;
    item.asked.request = full.get();
    answer.plan = answer_of(item, changes).plan;
    return answer;
}

NamedRequest without_ids(const NamedRequest& named) {
    const auto copy = named.verb->request->copy(named.request.get());
    static_cast<Head*>(copy.get())->ids.clear();
    return {named.verb, copy};
}

Result<Answer> decide(const DecideDocument& given, const NamedRequest& named, const ZoneFinder& zones, Instant now) {
    auto store = std::make_unique<GivenFacts>();
    GivenFacts& facts = *store;
    if (auto gathered = gather(given, named, facts); !gathered) return gathered.error();
    EngineOptions options;
    options.owner = given.owner;
    Core core(std::move(store), std::make_unique<ZonesOf>(zones), std::move(options));
    Item item{{named.verb, named.request.get()}, named.request};
    const Head& head = verbs::Verb::head(named.request.get());
    if (!head.approval.empty())
        return failure("argument.invalid"_code, "/request/approval", {{"argument", "approval"}});
    item.digest = head.row_digest;
    auto decided = core.decide(std::span(&item, 1), head.recorded.value_or(now), nullptr);
    if (!facts.needs().empty()) {
        Answer answer;
        answer.verdict = Verdict::needs;
        answer.needs = facts.needs();
        return answer;
    }
    // Too few ids were given: decided without any, it says how many.
    if (!decided && decided.error().place.pointer == "/ids" && !head.ids.empty())
        return decide(given, without_ids(named), zones, now);
    if (!decided) return decided.error();
    return planned_answer(item, core.plan());
}

}  // namespace

Result<std::string> decide_document(std::string_view document, const ZoneFinder& zones, Instant now) {
    auto given = from_json<DecideDocument>(document);
    if (!given) return given.error();
    auto named = read_request(given->request);
    if (!named) return inside("/request", named.error());
    auto answer = decide(*given, *named, zones, now);
    if (!answer) return answer.error();
    return to_json(*answer);
}

}  // namespace provost::engine
