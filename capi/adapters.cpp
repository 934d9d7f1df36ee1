// Turns the host's table of functions into a Store: keys, queries and units go out as documents, records and outcomes
// come back as documents. Whatever comes back wrong is the host's failure, callback.failed, with the function's name.
#include "adapters.hpp"

#include "adapters/described_keys.hpp"
#include "documents.hpp"
#include "engine/request_document.hpp"
#include "text.hpp"

#include <provost/describe/json.hpp>

#include <limits>

namespace provost::capi {

namespace {

class TableStore final : public HostStore {
public:
    explicit TableStore(const provost_store& table) : table_(table) {}
    TableStore(const TableStore&) = delete;
    TableStore& operator=(const TableStore&) = delete;
    ~TableStore() override {
        if (is_ours_ && table_.destroy != nullptr) table_.destroy(table_.user_data);
    }
    void take_over() override { is_ours_ = true; }
    [[nodiscard]] Result<void> ask_traits();

    Result<std::int64_t> reserve(std::int64_t count) override;
    Result<Loaded> load(std::span<const Key> keys) override;
    Result<std::vector<Record>> find(const Query& query) override;
    Result<std::vector<Outcome>> commit(std::span<const Unit> units) override;
    StoreTraits describe() const override { return traits_; }

private:
    using Exchange = provost_status (*)(void*, const char*, size_t, provost_text*);
    template <class Out, class In>
    [[nodiscard]] Result<Out> exchange(std::string_view name, Exchange function, const In& in);

    provost_store table_;
    StoreTraits traits_{"host", 1, 0, true};
    bool is_ours_ = false;
};

template <class Out>
Result<Out> read_back(std::string_view name, provost_status status, const std::string& text) {
    if (status != PROVOST_OK) return callback_failed(name, "status " + std::to_string(static_cast<int>(status)));
    auto out = from_json<Out>(text, {.largest = std::numeric_limits<std::size_t>::max()});
    if (!out) return callback_failed(name, std::string(out.error().code.name()) + " at " + out.error().place.pointer);
    return out;
}

template <class Out, class In>
Result<Out> TableStore::exchange(std::string_view name, Exchange function, const In& in) {
    LentText back;
    const std::string text = to_json(in);
    return read_back<Out>(name, function(table_.user_data, text.c_str(), text.size(), back.get()), back.bytes());
}

Result<void> TableStore::ask_traits() {
    if (table_.describe == nullptr) return {};
    LentText back;
    auto traits = read_back<TraitsDocument>("describe", table_.describe(table_.user_data, back.get()), back.bytes());
    if (!traits) return traits.error();
    traits_ = {traits->name, static_cast<std::size_t>(traits->units_per_transaction),
               static_cast<std::size_t>(traits->bytes_per_transaction), traits->serializable};
    return {};
}

Result<std::int64_t> TableStore::reserve(std::int64_t count) {
    if (count < 1 || count > id_limit) return wrong_argument("count");
    std::int64_t first = 0;
    const auto status = table_.reserve(table_.user_data, count, &first);
    if (status != PROVOST_OK) return callback_failed("reserve", "status " + std::to_string(static_cast<int>(status)));
    if (first < 1 || first > id_limit - count) return callback_failed("reserve", "ids out of range");
    return first;
}

Result<Loaded> TableStore::load(std::span<const Key> keys) {
    KeysDocument asked;
    for (const Key& key : keys) {
        if (!fits_index(*key.type, key.index, key.parts.size(), true)) return wrong_argument("keys");
        asked.keys.push_back(engine::need_of(key));
    }
    auto found = exchange<FoundDocument>("load", table_.load, asked);
    if (!found) return found.error();
    if (found->found.size() != keys.size()) return callback_failed("load", "not one item per key");
    Loaded loaded{found->revision, {}};
    for (std::size_t i = 0; i < keys.size(); ++i) {
        auto records = records_in(found->found[i], *keys[i].type, "load");
        if (!records) return records.error();
        const bool right = std::ranges::all_of(
            *records, [&](const Record& record) { return index_key(record, keys[i].index) == keys[i]; });
        if (!right) return callback_failed("load", "a record does not stand under the key");
        loaded.found.push_back(std::move(*records));
    }
    return loaded;
}

Result<std::vector<Record>> TableStore::find(const Query& query) {
    if (!fits_index(*query.type, query.index, query.parts.size(), false)) return wrong_argument("query");
    Need key = engine::need_of({query.type, query.index, query.parts});
    const auto limit = static_cast<std::int64_t>(std::min<std::size_t>(query.limit, id_limit));
    const QueryDocument asked{std::move(key.kind), std::move(key.index), std::move(key.values), query.after, limit};
    auto found = exchange<RecordsDocument>("find", table_.find, asked);
    if (!found) return found.error();
    return records_in(*found, *query.type, "find");
}

Result<std::vector<Outcome>> TableStore::commit(std::span<const Unit> units) {
    std::vector<Outcome> outcomes;
    UnitsDocument asked;
    for (const Unit& unit : units) {
        Error wrong{Status::invalid, "value.out-of-range"_code, {}, {{"range", "1 to " + std::to_string(id_limit)}}};
        outcomes.push_back({Outcome::State::failed, 0, std::move(wrong)});
        if (is_storable(unit)) asked.units.push_back(unit_document(unit));
    }
    auto back = exchange<OutcomesDocument>("commit", table_.commit, asked);
    if (!back) return back.error();
    if (back->outcomes.size() != asked.units.size()) return callback_failed("commit", "not one outcome per unit");
    for (std::size_t i = 0, answered = 0; i < units.size(); ++i) {
        if (!is_storable(units[i])) continue;
        const OutcomeDocument& outcome = back->outcomes[answered++];
        outcomes[i] = {outcome.state, outcome.revision, {}};
        if (outcome.state == Outcome::State::failed) outcomes[i].error = callback_failed("commit", "the unit failed");
    }
    return outcomes;
}

}  // namespace

Result<std::unique_ptr<HostStore>> make_host_store(const provost_store* table) {
    if (table == nullptr) return null_argument("store");
    auto ours = sized(table, "store");
    if (!ours) return ours.error();
    const bool whole = ours->reserve != nullptr && ours->load != nullptr && ours->find != nullptr;
    if (!whole || ours->commit == nullptr) return null_argument("store");
    auto store = std::make_unique<TableStore>(*ours);
    if (auto traits = store->ask_traits(); !traits) return traits.error();
    return std::unique_ptr<HostStore>(std::move(store));
}

}  // namespace provost::capi
