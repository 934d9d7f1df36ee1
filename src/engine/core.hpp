// The engine's inside: batches of requests that are loaded, decided over one overlay, and committed as one unit.
#pragma once

#include "access/clearance.hpp"
#include "audit/journal.hpp"
#include "engine/facts.hpp"
#include "staffing/positions.hpp"

#include <provost/engine/engine.hpp>
#include <provost/notices/intent.hpp>

#include <mutex>

namespace provost::engine {

class Lookup;

/// Rows of a file that a rule refused: by the digest of what a row is about, the line of the first.
using RefusedRows = std::unordered_map<std::int64_t, std::int64_t>;

/// A request on its way through the engine.
struct Item {
    Asked asked;
    std::shared_ptr<const void> request{};  // keeps an imported row's request alive
    std::int64_t line = 0;                  // of an imported row
    std::int64_t digest = 0;                // of an imported row; else of the request, once a rule has asked
    Code malformed{};                       // a value of the row that could not be read; references come first
    std::vector<Parameter> malformed_parameters{};
    std::int64_t about = 0;          // digest of what an imported row is about; 0: it is known otherwise
    RefusedRows* refused = nullptr;  // of its file
    bool by_template = false;        // it follows from another template, whose report tells what it changes
    ToldLists told{};                // by the request from which it follows
    bool messages = false;           // of an imported row: whoever imports wants messages of what it changes
    Decision decision{};
    std::string asked_by{};           // who asked, as records name him
    std::vector<std::int64_t> ids{};  // that it took, in that order; not of an imported row
    bool created = false;             // the decision makes the record it is about
    std::vector<Record> former{};     // where something follows: what the records it puts were before
    std::size_t changed_before = 0;
};

/// Whether a refusal says that whoever asks lacks a right, everywhere or on an object.
[[nodiscard]] inline bool is_for_right(Code code) {
    return code == "right.missing"_code || code == "clearance.missing"_code;
}

/// Whether it is the host itself who asks: nobody, or the owner, however his login is spelled.
[[nodiscard]] inline bool is_host(std::string_view actor, std::string_view owner) {
    return actor.empty() || actor == owner || people::login_index(actor) == people::login_index(owner);
}

class Core {
public:
    Core(std::unique_ptr<Store> store, std::unique_ptr<ZoneFinder> zones, EngineOptions options)
        : zones_(std::move(zones)), store_(std::move(store)), options_(std::move(options)) {}

    [[nodiscard]] Result<void> open();

    /// Loads and decides all items in order, each seeing the changes of those before it. Nothing is committed.
    [[nodiscard]] Result<void> decide(std::span<Item> items, Instant recorded, AcceptedRows* accepted);
    /// Commits what `decide` left in the overlay, with one journal entry. False: stale, decide again.
    [[nodiscard]] Result<bool> commit(audit::EntryFacts entry);
    /// Forgets what was decided and loaded.
    void discard();
    /// Reads what stands under keys into the overlay, unless it is there already.
    [[nodiscard]] Result<void> know(std::vector<Key> keys) {
        std::erase_if(keys, [this](const Key& key) { return overlay_.knows(key); });
        return keys.empty() ? Result<void>{} : load(keys);
    }
    /// Sees to it that `ids()` has so many.
    [[nodiscard]] Result<void> ensure_ids(std::int64_t count);
    /// Fails at `/ids` unless the ids that a decided request has taken, and brought itself or by its approval, are
    /// nobody's.
    [[nodiscard]] Result<void> check_brought(const Item& item);
    /// Such a request was carried out: the engine's own ids lie above those.
    void go_on_above(const Item& item);

    /// Commits bookkeeping records that no journal entry tells of, when what they rest on still holds. False: stale.
    [[nodiscard]] Result<bool> commit_bookkeeping(std::vector<Write> writes, std::vector<Expectation> reads = {});
    /// Writes a run record and the head that counts it.
    [[nodiscard]] Result<void> record_run(audit::Run run);

    [[nodiscard]] Store& store() { return *store_; }
    [[nodiscard]] const EngineOptions& options() const { return options_; }
    [[nodiscard]] bool is_host(std::string_view actor) const { return engine::is_host(actor, options_.owner); }
    [[nodiscard]] const ZoneFinder& zones() const { return *zones_; }
    [[nodiscard]] const audit::JournalHead& head() const { return head_; }
    [[nodiscard]] Result<void> refresh_head();
    [[nodiscard]] Overlay& overlay() { return overlay_; }
    /// What the decisions change and intend, as answers and approvals show it. An intent has no id yet.
    [[nodiscard]] std::vector<Change> plan() const;
    [[nodiscard]] Instant now() const;
    /// The versions that the decisions rest on, as text for the journal and for approvals.
    [[nodiscard]] std::string reads_text() const;
    [[nodiscard]] std::mutex& mutex() { return mutex_; }
    [[nodiscard]] IdSource& ids() { return ids_; }

    static constexpr int most_tries = 32;
    /// The error after so many: somebody else wrote what the decision rested on each time.
    [[nodiscard]] static Error contended(std::int64_t tries = most_tries);

private:
    [[nodiscard]] Result<void> prefetch(std::span<Gathering> gatherings);
    [[nodiscard]] Result<void> load(std::vector<Key>& missing);
    [[nodiscard]] Result<void> decide_one(Item& item, Gathering& gathering, Instant recorded, AcceptedRows* accepted,
                                          IdSource* above = nullptr);
    [[nodiscard]] Result<void> prefetch(std::span<const FollowUp> follow_ups);
    [[nodiscard]] Result<void> decide_follow_ups(Item& item, Instant recorded, IdSource& ids);
    [[nodiscard]] Result<void> decide_follow_up(const FollowUp& next, Item& item, Instant recorded, IdSource& ids);
    void hold(FollowUp next);
    void let_bookings_follow(Item& item) const;
    void remember(Item& item) const;
    [[nodiscard]] bool changed_nothing(const Item& item) const;
    void let_staff_follow(Item& item) const;
    void ask(Item& item, const Gathering& gathering, Context& context);
    [[nodiscard]] Result<void> ask_whole(Item& item, const Gathering& gathering, Lookup& more, Context& context);
    // Who asks, as the journal and records name him: learners by id, so that nothing of them is left once they are
    // erased, whatever else they are.
    [[nodiscard]] Result<std::string> name_of_actor(const std::string& actor);
    // Who asks: whether he may do everything, whether he holds the verb's right everywhere, and how grants name him.
    struct Asking {
        bool everything = false;
        bool general = false;
        access::Caller caller{};
        const access::Administrator* administrator = nullptr;
        std::string position{};               // of a tutor of the verb's course
        staffing::FunctionSet functions = 0;  // that are open to him there, as a tutor or by an alias
        bool teaches = false;                 // as a tutor one of the verb's functions is
        bool supervises = false;              // or as an administrator
    };
    [[nodiscard]] Result<Asking> who_asks(const Item& item);
    [[nodiscard]] Result<void> prepare(Item& item, Gathering& gathering, Asking& asking);
    [[nodiscard]] Result<void> add_functions(const Item& item, const Gathering& gathering, Asking& asking);
    [[nodiscard]] Result<void> add_as_tutor(const std::string& actor, const catalogue::Course& course, Asking& asking);
    [[nodiscard]] Result<void> add_as_administrator(const verbs::Verb& verb, const catalogue::Course& course,
                                                    Asking& asking);
    [[nodiscard]] Result<void> add_groups(const std::vector<std::string>& named, std::vector<std::string>& groups);
    [[nodiscard]] Result<void> prefetch_clearances(std::span<const Item> items, std::span<const Gathering> gatherings);
    [[nodiscard]] static bool may_go_on(Item& item, const Asking& asking);
    [[nodiscard]] Result<void> check_clearances(Item& item, const Gathering& gathering, const Asking& asking);
    static void refuse_for_right(Item& item, const Asking& asking);
    void keep_owners_login(Item& item) const;
    [[nodiscard]] Result<void> add_clearances(Item& item, const Asking& asking, IdSource& ids);
    [[nodiscard]] std::int64_t owner_of(const Record& record) const;
    [[nodiscard]] Result<void> keep_inactive(Item& item);
    // The record under a key, loaded when it is not known yet; null when there is none.
    template <class T>
    [[nodiscard]] Result<const T*> one(const Key& key);
    static void refuse_again(Item& item);
    void apply(Item& item, AcceptedRows* accepted);
    void add_due(const Record& put);
    void gather_intents(Item& item);
    [[nodiscard]] Result<void> add_intents(Unit& unit, Instant recorded);
    [[nodiscard]] bool keeps_access(const DueAccess& due, std::span<const Record> puts) const;
    [[nodiscard]] Result<void> mark_due();
    [[nodiscard]] Unit make_unit(const std::vector<Change>& changes) const;

    std::unique_ptr<ZoneFinder> zones_;  // outlives the store, whose views show local days
    std::unique_ptr<Store> store_;
    EngineOptions options_;
    Overlay overlay_;
    Gatherings gatherings_;
    // Kept from decision to decision for their room: the keys of a wave, and what a decision makes.
    std::vector<Key> missing_;
    Positions seen_;
    RecordMaker maker_;
    Decision room_;
    std::vector<DueAccess> due_;
    std::vector<notices::Intent> intents_;
    std::vector<FollowUp> held_;  // what yields, while requests that go together are decided
    bool holding_ = false;
    IdSource ids_;
    std::int64_t highest_given_ = 0;  // of the ids that requests brought
    audit::JournalHead head_;
    std::int64_t as_of_ = 0;  // revision at which the overlay's records were read; 0 = nothing loaded
    std::mutex mutex_;
};

template <class T>
Result<const T*> Core::one(const Key& key) {
    if (!overlay_.knows(key)) {
        std::vector<Key> missing{key};
        if (auto loaded = load(missing); !loaded) return loaded.error();
    }
    const T* found = nullptr;
    overlay_.read(key, [&](const Record& record) { found = record.get<T>(); });
    return found;
}

}  // namespace provost::engine
