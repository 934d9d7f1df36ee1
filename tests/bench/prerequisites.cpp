// Judging prerequisites in bulk beside the same done by hand: one pair at a time, in batches, and explained; and what a
// history holds in memory.
#include "bench.hpp"
#include "prerequisites_floor.hpp"

#include <provost/prerequisites/bulk.hpp>

namespace bench {

namespace {

using namespace provost::prerequisites;
using provost::Mark;

constexpr int rounds = 9, passes = 8;
constexpr std::int32_t first_day = 18'000, last_day = 20'600;  // of what happened; the question is asked later

// An item can not name a course 0.
std::int64_t key_of(std::uint32_t course) { return course + 1; }

// The places as columns: who passed ended it some months after the enrolment.
History history_of(const World& world) {
    std::vector<std::int64_t> learner, course;
    std::vector<std::uint8_t> state;
    std::vector<std::int32_t> enrolled_on, ended_on;
    static constexpr std::array<std::uint8_t, 4> states{1, 4, 5, 7};  // requested, registered, in progress, passed
    std::mt19937 dice(7);
    for (const Place& place : world.places) {
        learner.push_back(place.learner);
        course.push_back(key_of(place.course));
        state.push_back(states[place.status]);
        enrolled_on.push_back(first_day + static_cast<std::int32_t>(dice() % (last_day - first_day - 200)));
        ended_on.push_back(place.status == 3 ? enrolled_on.back() + 20 + static_cast<std::int32_t>(dice() % 180)
                                             : no_day);
    }
    Columns columns;
    columns.places = {learner, course, {}, state, enrolled_on, {}, ended_on, {}};
    return must(History::of(columns));
}

Item item(const Wanted& wanted, std::size_t i) {
    Item made;
    made.course = provost::Id<provost::catalogue::Course>{key_of(wanted.course[i])};
    made.minimum =
        wanted.least[i] == 3 ? provost::catalogue::Minimum::completed : provost::catalogue::Minimum::in_progress;
    return made;
}

Item set(std::vector<Item> parts, std::optional<std::int64_t> least = {}) {
    Item made;
    made.items = std::move(parts);
    made.least = least;
    return made;
}

RuleSet rules_of(const World& world, const History& history) {
    BulkDocument document;
    for (std::uint32_t course = 0; course < world.courses; ++course) {
        const Wanted& wanted = world.wanted[course];
        const auto one = [&](std::size_t i) { return item(wanted, i); };
        const Item either = set({set({one(3), one(4)}), set({one(5), one(6)})}, 1);
        const Item some = set({one(7), one(8), one(9), one(10)}, 2);
        document.rules.push_back({key_of(course), {}, {set({one(0), one(1), one(2), either, some})}});
    }
    return must(RuleSet::of(history, std::move(document)));
}

class Comparison {
public:
    Comparison(std::uint32_t learners, std::uint32_t courses)
        : world_(make_world(learners, courses, 100'000)),
          floor_(world_),
          history_(history_of(world_)),
          rules_(rules_of(world_, history_)),
          today_(history_, rules_, provost::Day{std::chrono::days{last_day + 1}}) {
        for (const Pair& pair : world_.pairs) {
            learners_.push_back(history_.find(pair.learner));
            courses_.push_back(*rules_.find(key_of(pair.course)));
            learner_keys_.push_back(pair.learner);
            course_keys_.push_back(key_of(pair.course));
        }
    }

    void run(bool with_sql) {
        std::printf("%zu places, %.1f bytes each, of %u learners, %.1f bytes each; %zu pairs\n", world_.places.size(),
                    static_cast<double>(12 * history_.rows()) / static_cast<double>(world_.places.size()),
                    world_.learners, static_cast<double>(history_.bytes() - 12 * history_.rows()) / world_.learners,
                    world_.pairs.size());
        std::vector<double> floor, ours, floor_batch, batch, keys, explained, past;
        for (int round = 0; round < rounds; ++round) {
            floor.push_back(time([&](std::size_t i) { return floor_.may_enter(world_.pairs[i]); }));
            ours.push_back(time([&](std::size_t i) { return admits(today_.judge(learners_[i], courses_[i])); }));
            floor_batch.push_back(time_all([&] { floor_.may_enter(answers_); }));
            check(answers_);
            batch.push_back(time_marks([&] { today_.judge(learners_, courses_, marks_); }));
            keys.push_back(time_marks([&] {
                must(judge(history_, rules_, {learner_keys_, course_keys_, {}, last_day + 1}, {marks_, {}, 0}));
            }));
            explained.push_back(time([&](std::size_t i) {
                today_.explain(learners_[i], courses_[i], std::span(parts_).first(rules_.parts(courses_[i])));
                return admits(parts_.front());
            }));
            past.push_back(time_all([&] {
                must(judge(history_, rules_, {learner_keys_, course_keys_, {}, (first_day + last_day) / 2},
                           {past_, {}, 0}));
            }));
        }
        const auto units = static_cast<double>(world_.pairs.size());
        const auto compare = [&](const char* name, const std::vector<double>& a, const std::vector<double>& b,
                                 double goal) { report(name, median(a), median(b), units, "pairs", goal); };
        compare("prerequisites, one at a time, by hand in C++", ours, floor, 0.6);
        compare("prerequisites, in a batch, by hand in C++", batch, floor_batch, 0.6);
        compare("prerequisites, in a batch, one at a time", batch, ours, 1.8);
        compare("prerequisites, by keys, in a batch by hand", keys, floor_batch, 0.6);
        compare("prerequisites, explained, without", explained, ours, 0.35);
        compare("prerequisites, by keys, amid what happened", past, floor_batch, 0);
        if (with_sql) beside_sql(median(ours));
    }

private:
    static bool admits(Mark mark) { return mark >= Mark::partly_met; }

    // All ways must answer the same.
    void check(const std::vector<std::uint8_t>& answers) {
        if (truth_.empty()) truth_ = answers;
        if (truth_ != answers) std::exit((std::fprintf(stderr, "bench: answers differ\n"), 1));
    }
    // Of one pass: the caches hold what they can by then, and nothing of the side before.
    template <class All>
    double time_all(All all) {
        all();
        const double began = cpu_seconds();
        for (int pass = 0; pass < passes; ++pass) all();
        return (cpu_seconds() - began) / passes;
    }
    template <class One>
    double time(One one) {
        const double seconds = time_all([&] {
            for (std::size_t i = 0; i < world_.pairs.size(); ++i) answers_[i] = one(i);
        });
        check(answers_);
        return seconds;
    }
    // The same of a batch whose marks are those of today.
    template <class All>
    double time_marks(All all) {
        std::ranges::fill(marks_, Mark::unknown);
        const double seconds = time_all(all);
        for (std::size_t i = 0; i < marks_.size(); ++i) answers_[i] = admits(marks_[i]);
        check(answers_);
        return seconds;
    }
    void beside_sql(double ours) {
        Probes probes(world_);
        std::vector<double> sql;
        for (int round = 0; round < 3; ++round) {
            sql.push_back(time([&](std::size_t i) { return probes.may_enter(world_.pairs[i]); }));
        }
        report("prerequisites, one at a time, by hand in SQL", ours, median(sql),
               static_cast<double>(world_.pairs.size()), "pairs", 30);
    }

    World world_;
    SortedRows floor_;
    History history_;
    RuleSet rules_;
    AsOf today_;
    std::vector<std::uint32_t> learners_, courses_;
    std::vector<std::int64_t> learner_keys_, course_keys_;
    std::vector<std::uint8_t> truth_, answers_ = std::vector<std::uint8_t>(world_.pairs.size());
    std::vector<Mark> marks_ = std::vector<Mark>(world_.pairs.size()), past_ = marks_, parts_ = std::vector<Mark>(64);
};

}  // namespace

void prerequisites() {
    Comparison(20'000, 2'000).run(true);
    Comparison(20'000, 20'000).run(false);
    Comparison(200'000, 2'000).run(false);
}

}  // namespace bench
