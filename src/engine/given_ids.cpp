// Ids for new records: reserved in the store, or brought by a request. One id is one record's, of whatever kind,
// because clearances, syllabuses and shelves are found by it alone.
#include "base/failure.hpp"
#include "engine/core.hpp"
#include "verbs/verb.hpp"

namespace provost::engine {

namespace {

constexpr std::int64_t id_block = 256;

// A store counts on above what was given, so that half of all ids is left to it, whatever that was.
constexpr std::int64_t given_below = std::int64_t{1} << 52;

bool brings_ids(const Item& item) { return !verbs::Verb::head(item.asked.request).ids.empty() && !item.ids.empty(); }

Error not_fresh() {
    return failure("argument.invalid"_code, "/ids",
                   {{"argument", "ids"}, {"expected", "ids below 2^52 that no record has"}});
}

std::vector<Key> keys_of(std::span<const std::int64_t> ids) {
    std::vector<Key> keys;
    for (const RecordType* kind : verbs::kinds()) {
        if (kind->role != Role::record) continue;
        for (const std::int64_t id : ids) keys.push_back(id_key(*kind, id));
    }
    return keys;
}

}  // namespace

Result<void> Core::ensure_ids(std::int64_t count) {
    std::int64_t wanted = std::max(count, id_block);
    while (ids_.left() < count) {
        auto first = store_->reserve(wanted);
        if (!first) return first.error();
        ids_.extend(*first, wanted);
        ids_.skip_to(highest_given_ + 1);
        wanted += std::max<std::int64_t>(highest_given_ - *first, 0);  // so that the next one reaches above that
    }
    return {};
}

Result<void> Core::check_brought(const Item& item) {
    if (!brings_ids(item)) return {};
    auto ids = item.ids;
    std::ranges::sort(ids);
    if (ids.back() >= given_below || std::ranges::adjacent_find(ids) != ids.end()) return not_fresh();
    const auto stored = store_->load(keys_of(ids));
    if (!stored) return stored.error();
    if (!std::ranges::all_of(stored->found, &std::vector<Record>::empty)) return not_fresh();
    return {};
}

void Core::go_on_above(const Item& item) {
    if (!brings_ids(item)) return;
    highest_given_ = std::max(highest_given_, std::ranges::max(item.ids));
    ids_.skip_to(highest_given_ + 1);
}

}  // namespace provost::engine
