// Judging in bulk.
#include "base/code_table.hpp"
#include "condition/asking.hpp"
#include "prerequisites/column_check.hpp"
#include "prerequisites/programs.hpp"

namespace provost::prerequisites {

namespace {

Moment moment_of(const Rows& rows, std::int32_t day) {
    const std::uint16_t rank = rows.rank(day);
    return {rank, (rank / rows.stretch + 1U) << 2U};
}

// The rows of a learner, who is asked for the mark of one leaf after the other.
class Asking {
public:
    Asking(const Rows& rows, const Programs& programs, std::uint32_t learner, const Moment& moment)
        : programs_(programs), moment_(moment) {
        const std::uint32_t first = rows.first[learner], end = rows.first[learner + 1];
        if (first == end) return;
        words_ = rows.words.data() + first;
        days_ = rows.days.data() + first;
        count_ = end - first;
    }

    Mark operator()(std::uint32_t asked) const {
        if ((asked & Asked::simple) == 0) return answer(programs_.questions[asked >> 1U]);
        return as_mark(reached(asked >> 3U), static_cast<Reached>(asked >> 1U & 3U));
    }

private:
    // The last row whose number is not above this one; the first row when all are. Without branches: which way it goes
    // can not be foreseen.
    [[nodiscard]] const std::uint32_t* find(std::uint32_t number) const {
        const std::uint32_t last = Word::last_of(number);
        const std::uint32_t* found = words_;
        for (std::size_t left = count_; left > 1;) {
            const std::size_t half = left / 2;
            found += found[half] <= last ? half : 0;
            left -= half;
        }
        return found;
    }
    [[nodiscard]] Reached reached(std::uint32_t number) const {
        const std::uint32_t* found = find(number);
        const std::uint32_t there = Word::number(*found) == number ? *found : 0;
        if ((there & Word::settled_mask) >= moment_.unsettled) return reached(found);
        return static_cast<Reached>(there & 3U);
    }
    // Of the rows about one thing, the last of which is given.
    [[nodiscard]] Reached reached(const std::uint32_t* last) const {
        if ((*last & Word::settled_mask) < moment_.unsettled) return static_cast<Reached>(*last & 3U);
        auto best = Reached::nothing;
        for (const std::uint32_t* row = last; *row == *last; --row) {
            best = std::max(best, days_[row - words_].reached(moment_.rank));
            if (row == words_) break;
        }
        return best;
    }
    // How far somebody has come in any of these; the first of them there is anything about is asked last.
    template <class Visit>
    void each(Numbers numbers, Visit visit) const {
        if (numbers.empty()) return;
        const std::uint32_t* row = find(numbers.end - 1);
        while (Word::number(*row) >= numbers.first && Word::number(*row) < numbers.end) {
            visit(Word::number(*row), reached(row));
            const std::uint32_t word = *row;
            while (row != words_ && *row == word) --row;
            if (*row == word) return;
        }
    }
    [[nodiscard]] Mark best(const Question& question) const {
        auto best = Reached::nothing;
        for (std::uint32_t i = 0; i < question.count; ++i) {
            each(programs_.numbers[question.first + i],
                 [&](std::uint32_t, Reached reached) { best = std::max(best, reached); });
        }
        return as_mark(best, question.least);
    }
    // IMC-PRE-18, IMC-PRE-22: of a fact that nobody told nothing is known.
    [[nodiscard]] Mark fact(const Question& question) const {
        auto mark = Mark::unknown;
        each(programs_.numbers[question.first], [&](std::uint32_t number, Reached reached) {
            if (reached == Reached::nothing || mark == Mark::met) return;
            mark = number >= question.enough ? Mark::met : Mark::not_met;
        });
        return mark;
    }
    [[nodiscard]] Mark answer(const Question& question) const {
        if (question.kind == Question::Kind::best) return best(question);
        if (question.kind == Question::Kind::fact) return fact(question);
        auto worst = Mark::met;
        for (std::uint32_t i = 0; i < question.count && worst != Mark::not_met; ++i) {
            worst = std::min(worst, best(programs_.questions[question.first + i]));
        }
        return worst;
    }

    static constexpr std::uint32_t no_row = Word::nothing;
    static constexpr RankSteps no_days{};

    const Programs& programs_;
    const Moment& moment_;
    const std::uint32_t* words_ = &no_row;
    const RankSteps* days_ = &no_days;
    std::size_t count_ = 1;
};

std::span<const Condition::Node> nodes_of(const Programs& programs, std::uint32_t rule) {
    return std::span(programs.nodes).subspan(programs.first[rule], programs.first[rule + 1] - programs.first[rule]);
}

Mark judge_one(const Rows& rows, const Programs& programs, std::uint32_t learner, std::uint32_t rule,
               const Moment& moment) {
    const Condition::Node* node = &programs.nodes[programs.first[rule]];
    const bool one_bundle = node->op == Condition::Op::any && node->size == node[1].size + 1;
    return evaluate_asking(one_bundle ? node + 1 : node, Asking(rows, programs, learner, moment));
}

void explain_one(const Rows& rows, const Programs& programs, std::uint32_t learner, std::uint32_t rule,
                 const Moment& moment, std::span<Mark> marks) {
    evaluate_all(nodes_of(programs, rule), Asking(rows, programs, learner, moment), marks);
}

// Waiting for memory is most of the work, so it is told early what will be needed: first where a learner's rows begin,
// then the rows and the program.
class FetchingAhead {
public:
    FetchingAhead(const Rows& rows, const Programs& programs, std::span<const std::uint32_t> learners,
                  std::span<const std::uint32_t> rules)
        : rows_(rows), programs_(programs), learners_(learners), rules_(rules) {
        for (std::size_t i = 0; i < std::min(far, learners.size()); ++i) fetch_places(i);
        for (std::size_t i = 0; i < std::min(near, learners.size()); ++i) fetch_contents(i);
    }
    [[gnu::always_inline]] void before(std::size_t i) const {
        if (i + far < learners_.size()) fetch_places(i + far);
        if (i + near < learners_.size()) fetch_contents(i + near);
    }

private:
    static constexpr std::size_t far = 24, near = 12, line = 64;

    [[gnu::always_inline]] void fetch_places(std::size_t i) const {
        __builtin_prefetch(&rows_.first[learners_[i]]);
        __builtin_prefetch(&programs_.first[rules_[i]]);
    }
    [[gnu::always_inline]] void fetch_contents(std::size_t i) const {
        fetch(rows_.words.data() + rows_.first[learners_[i]], rows_.words.data() + rows_.first[learners_[i] + 1]);
        fetch(programs_.nodes.data() + programs_.first[rules_[i]],
              programs_.nodes.data() + programs_.first[rules_[i] + 1]);
    }
    [[gnu::always_inline]] static void fetch(const void* from, const void* to) {
        const char* end = static_cast<const char*>(to);
        for (const char* at = static_cast<const char*>(from); at < end; at += line) __builtin_prefetch(at);
    }

    const Rows& rows_;
    const Programs& programs_;
    std::span<const std::uint32_t> learners_, rules_;
};

// Pairs by their keys, a block at a time: found first, then judged.
class Judging {
public:
    Judging(const History& history, const RuleSet& rules, const PairColumns& pairs, const MarkColumns& out)
        : rows_(history.kept()), programs_(rules.kept()), pairs_(pairs), out_(out) {}

    [[nodiscard]] Result<void> run() {
        const std::size_t count = pairs_.learners.size();
        if (pairs_.days.empty()) moments_.fill(moment_of(rows_, pairs_.day));
        for (std::size_t from = 0; from < count; from += block) {
            const std::size_t size = std::min(block, count - from);
            if (auto found = find(from, size); !found) return found;
            judge(from, size);
            if (out_.each == 0) continue;
            if (auto explained = explain(from, size); !explained) return explained;
        }
        return {};
    }

private:
    static constexpr std::size_t block = 1024, ahead = 16;

    [[nodiscard]] Result<void> find(std::size_t from, std::size_t size) {
        const auto learners = pairs_.learners.subspan(from, size), rules = pairs_.rules.subspan(from, size);
        for (std::size_t i = 0; i < size; ++i) {
            if (i + ahead < size) {
                rows_.learners.fetch(learners[i + ahead]);
                programs_.keys.fetch(rules[i + ahead]);
            }
            learners_[i] = rows_.learners.find(learners[i]);
            rules_[i] = programs_.keys.find(rules[i]);
            if (rules_[i] == KeyIndex::none) return refused("rule.unknown"_code, "rules", from + i);
            if (learners_[i] != KeyIndex::none) continue;
            if (rows_.closed) return refused("learner.unknown"_code, "learners", from + i);
            learners_[i] = static_cast<std::uint32_t>(rows_.learners.size());
        }
        if (pairs_.days.empty()) return {};
        for (std::size_t i = 0; i < size; ++i) moments_[i] = moment_of(rows_, pairs_.days[from + i]);
        return {};
    }
    void judge(std::size_t from, std::size_t size) const {
        const FetchingAhead memory(rows_, programs_, std::span(learners_).first(size), std::span(rules_).first(size));
        for (std::size_t i = 0; i < size; ++i) {
            memory.before(i);
            out_.marks[from + i] = judge_one(rows_, programs_, learners_[i], rules_[i], moments_[i]);
        }
    }
    [[nodiscard]] Result<void> explain(std::size_t from, std::size_t size) const {
        for (std::size_t i = 0; i < size; ++i) {
            const std::size_t parts = nodes_of(programs_, rules_[i]).size();
            if (parts > out_.each) return too_few(from + i, parts);
            explain_one(rows_, programs_, learners_[i], rules_[i], moments_[i],
                        out_.parts.subspan((from + i) * out_.each, parts));
        }
        return {};
    }
    [[nodiscard]] static Error refused(Code code, std::string_view column, std::size_t position) {
        return {row_of(code).status, code, place_in(column, position), {}};
    }
    [[nodiscard]] Error too_few(std::size_t position, std::size_t parts) const {
        return {Status::invalid,
                "parts.too-few"_code,
                place_in("rules", position),
                {{"position", std::to_string(position)},
                 {"parts", std::to_string(parts)},
                 {"room", std::to_string(out_.each)}}};
    }

    const Rows& rows_;
    const Programs& programs_;
    const PairColumns& pairs_;
    const MarkColumns& out_;
    std::array<std::uint32_t, block> learners_, rules_;
    std::array<Moment, block> moments_;
};

}  // namespace

AsOf::AsOf(const History& history, const RuleSet& rules, Day day)
    : rows_(history.kept()),
      programs_(rules.kept()),
      moment_(moment_of(rows_, static_cast<std::int32_t>(day.time_since_epoch().count()))) {}

Mark AsOf::judge(std::uint32_t learner, std::uint32_t rule) const {
    FetchingAhead(rows_, programs_, std::span(&learner, 1), std::span(&rule, 1));
    return judge_one(rows_, programs_, learner, rule, moment_);
}

void AsOf::judge(std::span<const std::uint32_t> learners, std::span<const std::uint32_t> rules,
                 std::span<Mark> marks) const {
    const FetchingAhead memory(rows_, programs_, learners, rules);
    for (std::size_t i = 0; i < marks.size(); ++i) {
        memory.before(i);
        marks[i] = judge_one(rows_, programs_, learners[i], rules[i], moment_);
    }
}

void AsOf::explain(std::uint32_t learner, std::uint32_t rule, std::span<Mark> marks) const {
    explain_one(rows_, programs_, learner, rule, moment_, marks);
}

Result<void> judge(const History& history, const RuleSet& rules, const PairColumns& pairs, const MarkColumns& out) {
    const std::size_t count = pairs.learners.size();
    if (auto right = check_length("rules", pairs.rules.size(), count); !right) return right;
    if (auto right = check_length("marks", out.marks.size(), count); !right) return right;
    if (out.each != 0) {
        if (auto right = check_length("parts", out.parts.size(), count * out.each); !right) return right;
    }
    const bool one_day = pairs.days.empty();
    if (auto right = check_length("days", pairs.days.size(), one_day ? 0 : count); !right) return right;
    const auto days = one_day ? std::span(&pairs.day, 1) : pairs.days;
    if (auto right = check_days(one_day ? "day" : "days", days, false); !right) return right;
    return Judging(history, rules, pairs, out).run();
}

}  // namespace provost::prerequisites
