// Filling a verb's facts from the overlay, by its fetch plan; and finding out which keys are not known yet.
#pragma once

#include "plan/overlay.hpp"
#include "verbs/verb.hpp"

#include <unordered_map>

namespace provost::engine {

/// One request on its way to a decision.
struct Asked {
    const verbs::Verb* verb = nullptr;
    const void* request = nullptr;
};

/// The keys of a step whose parts all come from the request; none while a reference is not given.
[[nodiscard]] std::vector<Key> keys_of(const FetchStep& step, const Asked& asked);

/// What a slot of the facts holds.
[[nodiscard]] std::span<const void* const> records_in(const FetchStep& step, const void* facts);

class KeyMaker;

/// The facts of one request: prefetched wave by wave together with those of others, then resolved when it is its turn.
class Gathering {
public:
    /// `facts` are of the verb's type, hold anything, and outlive this.
    Gathering(const Asked& asked, void* facts);
    /// Goes on as far as the overlay goes; at the first wave that lacks something, says what.
    void go_on(Overlay& overlay, std::vector<Key>& missing);

    /// What kept the facts from being whole: a reference that dangles, or keys that are not known yet.
    struct Resolution {
        Code dangling;
        std::string_view kind;  // of the record that is not there
        std::string name;       // what the request called it; empty where that is a person's own
        std::vector<Key> missing;
    };
    /// Fills all slots in the order of the plan and stops where something lacks. Slots keep what they were prefetched
    /// with unless records of their kind have changed since then.
    [[nodiscard]] Resolution resolve(Overlay& overlay);
    [[nodiscard]] const void* facts() const { return facts_; }

private:
    // Fills a slot from the overlay; keys that are not known there yet are added to `missing`.
    void fill(std::size_t position, KeyMaker& keys, Overlay& overlay, std::vector<Key>& missing);
    [[nodiscard]] std::string first_absent(const FetchStep& step, KeyMaker& keys, Overlay& overlay) const;
    [[nodiscard]] bool still_holds(std::size_t position, const Overlay& overlay) const;
    [[nodiscard]] static std::uint64_t bit(std::size_t position) { return std::uint64_t{1} << position; }

    const Asked& asked_;
    void* facts_;
    std::uint32_t waves_;
    std::uint32_t wave_ = 1;
    // Slots by their positions in the plan, one bit each.
    std::uint64_t filled_ = 0;
    std::uint64_t dangling_ = 0;  // of these, those where a reference found nothing
    std::uint64_t renewed_ = 0;   // filled again when it was the request's turn
};

/// The gatherings of a batch. Their room is kept from batch to batch.
class Gatherings {
public:
    /// One for each item, in their order; until the next call.
    template <class Items>
    [[nodiscard]] std::span<Gathering> of(Items items) {
        list_.clear();
        list_.reserve(items.size());
        for (std::size_t i = 0; i < items.size(); ++i) {
            list_.emplace_back(items[i].asked, facts(*items[i].asked.verb, i, items.size()));
        }
        return list_;
    }

private:
    [[nodiscard]] void* facts(const verbs::Verb& verb, std::size_t place, std::size_t count);

    struct Row {
        std::shared_ptr<void> facts{};
        std::size_t size = 0;
    };
    std::unordered_map<const verbs::Verb*, Row> rows_;
    std::vector<Gathering> list_;
};

}  // namespace provost::engine
