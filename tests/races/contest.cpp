#include "races/contest.hpp"

#include "races/meeting.hpp"
#include "verbs/verb.hpp"

#include <provost/adapters/sqlite_store.hpp>
#include <provost/adapters/system_zones.hpp>

#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <atomic>
#include <cstdio>
#include <thread>

namespace provost::races {

namespace {

// What both processes see.
struct Board {
    explicit Board(int engines) : together(contenders_per_race), decided(engines) {}
    Meeting together, decided;
    std::atomic<std::int64_t> too_late = 0;
    std::array<std::array<Reply, contenders_per_race>, most_races> replies{};
};

// The SQLite store of one engine. In a race in which all decide first, its first commit waits for those of the others.
class MeetingStore final : public Store {
public:
    MeetingStore(std::unique_ptr<Store> inner, Board& board) : inner_(std::move(inner)), board_(&board) {}

    /// A race begins: so many contenders will use the engine.
    void enter(int contenders, bool all_decide_first) {
        contenders_ = contenders;
        has_met_ = !all_decide_first;
    }
    /// One of them is through; when all are, nobody needs to wait for the engine.
    void leave() {
        if (--contenders_ == 0 && !has_met_.exchange(true)) board_->decided.pass();
    }

    Result<std::int64_t> reserve(std::int64_t count) override { return inner_->reserve(count); }
    Result<Loaded> load(std::span<const Key> keys) override { return inner_->load(keys); }
    Result<std::vector<Record>> find(const Query& query) override { return inner_->find(query); }
    Result<std::vector<Outcome>> commit(std::span<const Unit> units) override {
        if (!has_met_.exchange(true)) board_->decided.come();
        auto outcomes = inner_->commit(units);
        if (outcomes && outcomes->front().state == Outcome::State::stale) ++board_->too_late;
        return outcomes;
    }
    StoreTraits describe() const override { return inner_->describe(); }

private:
    std::unique_ptr<Store> inner_;
    Board* board_;
    std::atomic<int> contenders_ = 0;
    std::atomic<bool> has_met_ = true;
};

// An engine with its store, for as many threads as share it.
struct Door {
    MeetingStore* store = nullptr;
    std::unique_ptr<Engine> engine{};

    Door(const Contest& contest, Board& board) {
        auto meeting = std::make_unique<MeetingStore>(open_store(contest.path, contest.waits), board);
        store = meeting.get();
        EngineOptions options;
        options.now = race_moment();
        auto opened = Engine::open(std::move(meeting), make_system_zones(), options);
        if (!opened) throw std::runtime_error("no engine: " + std::string(opened.error().code.name()));
        engine = std::move(*opened);
    }
};

// One of the processes.
class Process {
public:
    Process(const Contest& contest, Board& board, int number) : contest_(contest), board_(board), number_(number) {
        for (int i = 0; i < contest.engines; ++i) doors_.emplace_back(contest, board);
    }
    void run() {
        std::vector<std::thread> threads;
        for (int i = 0; i < threads_per_process; ++i) threads.emplace_back([this, i] { contend(i); });
        for (auto& each : threads) each.join();
    }

private:
    void contend(int thread) {
        const int sharing = threads_per_process / contest_.engines;
        Door& door = doors_[static_cast<std::size_t>(thread / sharing)];
        const auto place = static_cast<std::size_t>(number_ * threads_per_process + thread);
        for (std::size_t i = 0; i < contest_.races; ++i) {
            if (thread % sharing == 0) door.store->enter(sharing, i % 2 == 1);
            board_.together.come();
            board_.replies[i][place] = contest_.ask(*door.engine, i, place);
            door.store->leave();
            board_.together.come();
        }
    }

    const Contest& contest_;
    Board& board_;
    int number_;
    std::vector<Door> doors_{};
};

// A process of its own, which ends with 0 when all went well.
pid_t start(const Contest& contest, Board& board, int number) {
    std::fflush(nullptr);
    const pid_t child = fork();
    if (child < 0) throw std::runtime_error("no further process");
    if (child > 0) return child;
    try {
        Process(contest, board, number).run();
    } catch (const std::exception& problem) {
        std::fprintf(stderr, "process %d: %s\n", number, problem.what());
        _exit(1);
    }
    _exit(0);
}

// Whether all ended well. When one does not, the others would wait for it without end, so they are ended.
bool wait_for(const std::array<pid_t, processes>& children) {
    bool whole = true;
    for (std::size_t ended = 0; ended < children.size(); ++ended) {
        int status = 0;
        waitpid(-1, &status, 0);
        if (WIFEXITED(status) && WEXITSTATUS(status) == 0) continue;
        if (std::exchange(whole, false)) {
            for (const pid_t each : children) kill(each, SIGKILL);
        }
    }
    return whole;
}

}  // namespace

std::unique_ptr<Store> open_store(const std::string& path, bool waits) {
    static const std::unique_ptr<ZoneFinder> zones = make_system_zones();
    SqliteOptions options;
    options.path = path;
    options.zones = zones.get();
    options.kinds.assign(verbs::kinds().begin(), verbs::kinds().end());
    if (!waits) options.busy_ms = 0;
    auto store = open_sqlite_store(options);
    while (!store && store.error().code.name() == "store.busy") store = open_sqlite_store(options);
    if (!store) throw std::runtime_error("no store: " + std::string(store.error().code.name()));
    return std::move(*store);
}

Contested run(const Contest& contest) {
    const Common<Board> board(processes * contest.engines);
    std::array<pid_t, processes> children{};
    for (int i = 0; i < processes; ++i) children[static_cast<std::size_t>(i)] = start(contest, *board, i);
    Contested contested;
    contested.whole = wait_for(children);
    contested.too_late = board->too_late;
    contested.replies.assign(board->replies.begin(), board->replies.end());
    return contested;
}

}  // namespace provost::races
