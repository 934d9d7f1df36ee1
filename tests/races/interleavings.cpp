#include "races/interleavings.hpp"

#include "verbs/verb.hpp"

#include <provost/adapters/memory_store.hpp>
#include <provost/adapters/system_zones.hpp>
#include <provost/audit/journal.hpp>

#include <algorithm>
#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <stdexcept>
#include <thread>

namespace provost::races {

namespace {

enum class Call : std::uint8_t { none, reads, commits };

// Something that one thread tells another one, who takes it away.
class Signal {
public:
    void give() {
        const std::lock_guard lock(mutex_);
        given_ = true;
        changed_.notify_one();
    }
    void take() {
        std::unique_lock lock(mutex_);
        changed_.wait(lock, [&] { return given_; });
        given_ = false;
    }

private:
    std::mutex mutex_;
    std::condition_variable changed_;
    bool given_ = false;
};

// A contender's thread, and how it and the walk hand the turn to each other.
class Contestant {
public:
    /// In the contender's thread, before a call: waits for his turn. `unit` is what he wants to commit.
    void stop_before(Call call, const Unit* unit = nullptr) {
        next_ = call;
        unit_ = unit;
        stopped_.give();
        go_.take();
    }
    void begin(std::function<void()> work) {
        thread_ = std::thread([this, work = std::move(work)] {
            work();
            next_ = Call::none;
            stopped_.give();
        });
        stopped_.take();
    }
    /// Lets him make the call before which he stands, and go on to the next one.
    void take_turn() {
        go_.give();
        stopped_.take();
    }
    void end() { thread_.join(); }
    /// The call before which he stands; none when he is through.
    [[nodiscard]] Call next() const { return next_; }
    [[nodiscard]] const Unit* unit() const { return unit_; }

private:
    Signal go_, stopped_;
    Call next_ = Call::none;
    const Unit* unit_ = nullptr;
    std::thread thread_;
};

bool is_of_journal(const Write& write) {
    const RecordType* type = &write.record.type();
    return type == &type_of<audit::JournalHead>() || type == &type_of<audit::JournalEntry>() ||
           type == &type_of<audit::JournalPersonal>();
}

// What engines of a run have in common.
struct Shared {
    Store& store;
    Guard guard;
    std::int64_t stale = 0;
    std::function<void()> committed{};
};

// The shared store as one engine sees it.
class SteppedStore final : public Store {
public:
    SteppedStore(Shared& shared, std::int64_t first_id) : shared_(&shared), next_id_(first_id) {}
    /// From now on every call waits for its turn.
    void belongs_to(Contestant& contestant) { contestant_ = &contestant; }

    // Each engine has ids of its own: which of them asks first makes no difference.
    Result<std::int64_t> reserve(std::int64_t count) override { return std::exchange(next_id_, next_id_ + count); }
    Result<Loaded> load(std::span<const Key> keys) override { return (stop(Call::reads), shared_->store.load(keys)); }
    Result<std::vector<Record>> find(const Query& query) override {
        return (stop(Call::reads), shared_->store.find(query));
    }
    Result<std::vector<Outcome>> commit(std::span<const Unit> units) override;
    StoreTraits describe() const override { return shared_->store.describe(); }

private:
    void stop(Call call, const Unit* unit = nullptr) {
        if (contestant_ != nullptr) contestant_->stop_before(call, unit);
    }

    Shared* shared_;
    std::int64_t next_id_;
    Contestant* contestant_ = nullptr;
};

std::int64_t version_now(Store& store, const RecordType& type, std::int64_t id) {
    const Key key = id_key(type, id);
    const auto there = store.load(std::span(&key, 1));
    return there->found.front().empty() ? 0 : there->found.front().front().version();
}

void forget_versions(Unit& unit, Guard guard) {
    if (guard == Guard::all) return;
    std::erase_if(unit.writes, is_of_journal);
    if (guard != Guard::without_journal) unit.reads.clear();
}

// Engines of single requests commit one unit at a time.
Result<std::vector<Outcome>> SteppedStore::commit(std::span<const Unit> units) {
    Unit unit = units.front();
    forget_versions(unit, shared_->guard);
    stop(Call::commits, &unit);
    for (Write& write : unit.writes) {
        if (shared_->guard != Guard::nothing) break;
        write.expected = version_now(shared_->store, write.record.type(), write.record.id());
    }
    auto outcomes = shared_->store.commit(std::span(&unit, 1));
    const bool applied = outcomes && outcomes->front().state == Outcome::State::applied;
    applied ? shared_->committed() : static_cast<void>(++shared_->stale);
    return outcomes;
}

// Zones of this machine, read once for all runs.
class SharedZones final : public ZoneFinder {
public:
    [[nodiscard]] const Zone* find(std::string_view name) const override {
        static const std::unique_ptr<ZoneFinder> zones = make_system_zones();
        return zones->find(name);
    }
};

std::unique_ptr<Engine> open_engine(std::unique_ptr<Store> store) {
    EngineOptions options;
    options.now = race_moment();
    auto engine = Engine::open(std::move(store), std::make_unique<SharedZones>(), options);
    if (!engine) throw std::runtime_error("no engine");
    return std::move(*engine);
}

// Everything that a store holds before the race.
std::vector<Record> start_of(const Scene& scene) {
    auto store = make_memory_store();
    Store& held = *store;
    const auto engine = open_engine(std::move(store));
    scene.begin(*engine);
    std::vector<Record> all;
    for (const RecordType* type : verbs::kinds()) {
        const auto found = held.find({type, Key::by_id, {}, 0, 10'000});
        if (!found) throw std::runtime_error("the store does not answer");
        all.insert(all.end(), found->begin(), found->end());
    }
    return all;
}

// The choices of one run, and from run to run the next leaf of their tree.
class Walk {
public:
    /// Who goes on, of those who may.
    std::size_t choose(const std::vector<std::size_t>& may) {
        if (at_ == left_.size()) left_.push_back(may);
        return left_[at_++].front();
    }
    /// Whether there is another leaf.
    bool go_on() {
        at_ = 0;
        while (!left_.empty()) {
            left_.back().erase(left_.back().begin());
            if (!left_.back().empty()) return true;
            left_.pop_back();
        }
        return false;
    }

private:
    std::vector<std::vector<std::size_t>> left_;  // at each choice those still to try; the first one is on
    std::size_t at_ = 0;
};

// One race in one order.
class Run {
public:
    Run(const Scene& scene, Guard guard, const std::vector<Record>& start)
        : scene_(scene), shared_{*store_, guard}, contestants_(scene.contenders()), replies_(contestants_.size()) {
        Unit unit;
        for (const Record& record : start) unit.writes.push_back({record, 0});
        const auto outcomes = store_->commit(std::span(&unit, 1));
        if (!outcomes || outcomes->front().state != Outcome::State::applied) throw std::runtime_error("no start");
        shared_.committed = [&] { add(scene_.problems(*store_)); };
    }
    /// False when it was left half way, because another order is the same.
    bool go(Walk& walk, Orders orders);
    [[nodiscard]] Problems problems();
    [[nodiscard]] std::string ending() { return scene_.ending(*store_); }
    [[nodiscard]] std::int64_t stale() const { return shared_.stale; }
    [[nodiscard]] const std::string& order() const { return order_; }

private:
    void begin();
    void take_turn(std::size_t who);
    void take_turns_that_are_lost();
    [[nodiscard]] bool is_lost(const Contestant& contestant) const;
    [[nodiscard]] std::vector<std::size_t> who_may(Orders orders) const;
    void add(Problems found) { problems_.insert(problems_.end(), found.begin(), found.end()); }

    const Scene& scene_;
    std::unique_ptr<Store> store_ = make_memory_store();
    Shared shared_;
    std::vector<std::unique_ptr<Engine>> engines_{};
    std::vector<Contestant> contestants_;
    std::vector<Reply> replies_;
    Problems problems_{};
    std::string order_{};
    std::size_t last_ = 0;
    Call last_call_ = Call::none;
};

void Run::begin() {
    for (std::size_t i = 0; i < contestants_.size(); ++i) {
        auto stepped = std::make_unique<SteppedStore>(shared_, 1'000'000 * (static_cast<std::int64_t>(i) + 1));
        SteppedStore& view = *stepped;
        engines_.push_back(open_engine(std::move(stepped)));
        view.belongs_to(contestants_[i]);
        contestants_[i].begin([&, i] { replies_[i] = scene_.ask(*engines_[i], i); });
    }
}

// Of two reads by different contenders, one after the other, that of the earlier contender comes first.
std::vector<std::size_t> Run::who_may(Orders orders) const {
    std::vector<std::size_t> who;
    for (std::size_t i = 0; i < contestants_.size(); ++i) {
        const Call next = contestants_[i].next();
        const bool same =
            orders == Orders::that_differ && last_call_ == Call::reads && next == Call::reads && i < last_;
        if (next != Call::none && !same) who.push_back(i);
    }
    return who;
}

void Run::take_turn(std::size_t who) {
    order_ += static_cast<char>((contestants_[who].next() == Call::commits ? 'A' : 'a') + static_cast<int>(who));
    contestants_[who].take_turn();
}

// Whether what he wants to commit rests on something that has moved. Versions never come back: it stays so.
bool Run::is_lost(const Contestant& contestant) const {
    if (contestant.next() != Call::commits || shared_.guard == Guard::nothing) return false;
    const Unit& unit = *contestant.unit();
    return std::ranges::any_of(
               unit.reads,
               [&](const Expectation& read) { return version_now(*store_, *read.type, read.id) != read.version; }) ||
           std::ranges::any_of(unit.writes, [&](const Write& write) {
               return version_now(*store_, write.record.type(), write.record.id()) != write.expected;
           });
}

// A commit that is too late anyway changes nothing for anybody else: when it comes makes no difference.
void Run::take_turns_that_are_lost() {
    for (std::size_t i = 0; i < contestants_.size(); ++i) {
        if (is_lost(contestants_[i])) take_turn(i);
    }
}

bool Run::go(Walk& walk, Orders orders) {
    begin();
    for (auto may = who_may(orders); !may.empty(); may = who_may(orders)) {
        last_ = walk.choose(may);
        last_call_ = contestants_[last_].next();
        take_turn(last_);
        if (orders == Orders::that_differ) take_turns_that_are_lost();
    }
    bool whole = true;
    for (auto& each : contestants_) {
        for (; each.next() != Call::none; whole = false) each.take_turn();
        each.end();
    }
    return whole;
}

Problems Run::problems() {
    const bool has_journal = shared_.guard == Guard::all;
    add(scene_.problems_in_the_end(*store_, replies_, has_journal));
    if (!has_journal) return std::move(problems_);
    const auto report = audit::verify(*store_, {});
    if (!report || !report->clean()) problems_.push_back("the journal does not hold together");
    return std::move(problems_);
}

class SeatScene final : public Scene {
public:
    explicit SeatScene(const Race& race) : race_(race) {}
    [[nodiscard]] std::size_t contenders() const override { return race_.contenders.size(); }
    void begin(Engine& engine) const override {
        set_up(engine, 6);
        prepare(engine, race_);
    }
    [[nodiscard]] Reply ask(Engine& engine, std::size_t contender) const override {
        return races::ask(engine, race_, race_.contenders[contender]);
    }
    [[nodiscard]] Problems problems(Store& store) const override {
        return problems_of_seats(store, race_.course, nullptr);
    }
    [[nodiscard]] Problems problems_in_the_end(Store& store, std::span<const Reply> replies,
                                               bool has_journal) const override {
        const auto order = joined(store);
        auto found = problems_of_seats(store, race_.course, has_journal ? &order : nullptr);
        const auto told = problems_of_replies(store, race_, replies);
        found.insert(found.end(), told.begin(), told.end());
        return found;
    }
    [[nodiscard]] std::string ending(Store& store) const override { return states_of(store, race_.course); }

private:
    const Race& race_;
};

}  // namespace

Explored explore(const Race& race, Guard guard, Orders orders) { return explore(SeatScene(race), guard, orders); }

Explored explore(const Scene& scene, Guard guard, Orders orders) {
    const auto start = start_of(scene);
    Explored explored;
    Walk walk;
    do {
        Run run(scene, guard, start);
        if (!run.go(walk, orders)) continue;
        ++explored.runs;
        explored.stale += run.stale();
        explored.most_calls = std::max(explored.most_calls, run.order().size());
        explored.endings.insert(run.ending());
        auto problems = run.problems();
        if (problems.empty()) continue;
        if (++explored.wrong > 1) continue;
        explored.first = std::move(problems);
        explored.order = run.order();
    } while (walk.go_on());
    return explored;
}

}  // namespace provost::races
