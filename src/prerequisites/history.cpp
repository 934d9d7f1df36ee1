// Making a history: columns are checked, their days and things numbered, their rows sorted.
#include <provost/prerequisites/history.hpp>

#include "base/code_table.hpp"
#include "plan/positions.hpp"
#include "prerequisites/column_check.hpp"
#include "prerequisites/rows.hpp"

#include <provost/enrolment/enrolment.hpp>
#include <provost/people/learner_fact.hpp>

#include <numeric>
#include <unordered_map>

namespace provost::prerequisites {

namespace {

using enrolment::State;
using people::FactKind;

struct ThingHash {
    std::size_t operator()(const Thing& thing) const {
        return mixed(mixed(static_cast<std::uint64_t>(thing.key), static_cast<std::uint64_t>(thing.of)),
                     static_cast<std::uint64_t>(thing.sort));
    }
};

std::int32_t day_in(std::span<const std::int32_t> days, std::size_t i) { return days.empty() ? no_day : days[i]; }

struct Row {
    std::uint32_t learner;
    std::uint32_t thing;
    RankSteps days;
};

Error too_large(std::size_t limit, std::string_view what) {
    return {
        Status::limit, "columns.too-large"_code, {}, {{"limit", std::to_string(limit)}, {"what", std::string(what)}}};
}

// The days on which something happens. A last day matters by the one after it. Columns may be changed by another thread
// of the caller's after they were checked: then ranks are wrong, but nothing is read or written elsewhere.
class Calendar {
public:
    void add(std::span<const std::int32_t> days, std::int32_t later = 0) {
        columns_.push_back({days, later});
        for (const std::int32_t day : days) {
            if (day == no_day) continue;
            first_ = std::min(first_, day);
            last_ = std::max(last_, day + 1);
        }
    }
    /// The days in order, after the last column was added; ranks can be asked from then on.
    [[nodiscard]] std::vector<std::int32_t> count() {
        std::vector<bool> happens(first_ > last_ ? 0 : static_cast<std::size_t>(last_ - first_ + 1));
        for (const auto& [days, later] : columns_) {
            for (const std::int32_t day : days) {
                const std::size_t at = place(std::int64_t{day} + later);
                if (day != no_day && at < happens.size()) happens[at] = true;
            }
        }
        std::vector<std::int32_t> ordered;
        for (std::size_t i = 0; i < happens.size(); ++i) {
            if (happens[i]) ordered.push_back(static_cast<std::int32_t>(i) + first_);
            ranks_.push_back(static_cast<std::uint16_t>(ordered.size()));
        }
        return ordered;
    }
    [[nodiscard]] std::uint16_t rank(std::int32_t day) const {
        if (day == DaySteps::always) return RankSteps::always;
        const std::size_t at = place(day);
        return at < ranks_.size() ? ranks_[at] : RankSteps::never;
    }

private:
    [[nodiscard]] std::size_t place(std::int64_t day) const { return static_cast<std::size_t>(day - first_); }

    std::vector<std::pair<std::span<const std::int32_t>, std::int32_t>> columns_;
    std::int32_t first_ = latest_written_day, last_ = earliest_day;
    std::vector<std::uint16_t> ranks_;
};

class RowsBuilder {
public:
    explicit RowsBuilder(const Columns& columns) : columns_(columns) {}

    [[nodiscard]] Result<std::unique_ptr<const Rows>> build();

private:
    [[nodiscard]] bool count_days();
    void add_places();
    void add_achievements();
    void add_members();
    void add_facts();
    void add(std::int64_t learner, const Thing& thing, const DaySteps& steps);
    void number_things();
    void sort_rows();
    void write_rows(std::size_t from, std::size_t to);
    [[nodiscard]] std::uint32_t stretch_of(std::span<const Row> rows) const;

    const Columns& columns_;
    Calendar calendar_;
    std::unordered_map<Thing, std::uint32_t, ThingHash> things_;
    std::vector<Row> rows_;
    std::unique_ptr<Rows> made_ = std::make_unique<Rows>();
};

bool RowsBuilder::count_days() {
    for (const auto& days : {columns_.places.enrolled_on, columns_.places.started_on, columns_.places.ended_on,
                             columns_.achievements.end_on, columns_.facts.from_on}) {
        calendar_.add(days);
    }
    calendar_.add(columns_.places.valid_until, 1);
    calendar_.add(columns_.facts.until_on, 1);
    made_->calendar = calendar_.count();
    made_->stretch = static_cast<std::uint32_t>(made_->calendar.size() / (Word::stretches - 1) + 1);
    return made_->calendar.size() < RankSteps::never;
}

void RowsBuilder::add_places() {
    const PlaceColumns& places = columns_.places;
    for (std::size_t i = 0; i < places.learner.size(); ++i) {
        const auto of = places.course_template.empty() ? 0 : places.course_template[i];
        add(places.learner[i], {Sort::course, of, places.course[i]},
            steps_of({static_cast<State>(places.state[i]), day_in(places.enrolled_on, i), day_in(places.started_on, i),
                      day_in(places.ended_on, i), day_in(places.valid_until, i)}));
    }
}

void RowsBuilder::add_achievements() {
    const AchievementColumns& achieved = columns_.achievements;
    for (std::size_t i = 0; i < achieved.learner.size(); ++i) {
        const bool successful = achieved.successful.empty() || achieved.successful[i] != 0;
        add(achieved.learner[i], {Sort::subject, 0, achieved.subject[i]},
            steps_of_achievement(successful, day_in(achieved.end_on, i)));
    }
}

void RowsBuilder::add_members() {
    const MemberColumns& members = columns_.members;
    for (std::size_t i = 0; i < members.learner.size(); ++i) {
        add(members.learner[i], {Sort::group, 0, members.group[i]}, lasting(no_day, no_day));
    }
}

// IMC-PRE-19: a fact that does not hold covers nothing, but it tells of a skill that it is lacking.
void RowsBuilder::add_facts() {
    const FactColumns& facts = columns_.facts;
    for (std::size_t i = 0; i < facts.learner.size(); ++i) {
        const auto kind = static_cast<FactKind>(facts.kind[i]);
        const bool holds = facts.holds.empty() || facts.holds[i] != 0;
        const std::int64_t level = !holds ? Thing::lacking : facts.level.empty() ? 1 : facts.level[i];
        const auto steps = lasting(day_in(facts.from_on, i), day_in(facts.until_on, i));
        if (kind == FactKind::skill || kind == FactKind::job_profile) {
            add(facts.learner[i], {kind == FactKind::skill ? Sort::skill : Sort::job_profile, facts.about[i], level},
                steps);
        } else {
            const auto sort = kind == FactKind::course ? Sort::course_cover : Sort::template_cover;
            add(facts.learner[i], {sort, 0, facts.about[i]}, holds ? steps : DaySteps{});
        }
    }
}

void RowsBuilder::add(std::int64_t learner, const Thing& thing, const DaySteps& steps) {
    const std::uint32_t number = made_->learners.add(learner);
    if (!steps.counts()) return;
    const auto [known, fresh] = things_.try_emplace(thing, static_cast<std::uint32_t>(things_.size()));
    rows_.push_back({number,
                     known->second,
                     {calendar_.rank(steps.enrolled), calendar_.rank(steps.begun), calendar_.rank(steps.concluded),
                      calendar_.rank(steps.expired)}});
}

// Things get their numbers by their order; rows had them by their coming.
void RowsBuilder::number_things() {
    std::vector<std::pair<Thing, std::uint32_t>> all(things_.begin(), things_.end());
    std::ranges::sort(all);
    std::vector<std::uint32_t> numbers(all.size());
    made_->things.reserve(all.size());
    for (std::uint32_t number = 0; number < all.size(); ++number) {
        const auto& [thing, came] = all[number];
        numbers[came] = number;
        made_->things.push_back(thing);
        if (thing.sort == Sort::course) made_->courses.emplace_back(thing.key, number);
    }
    std::ranges::sort(made_->courses);
    made_->courses.shrink_to_fit();
    for (Row& row : rows_) row.thing = numbers[row.thing];
}

void RowsBuilder::sort_rows() {
    auto& first = made_->first;
    first.assign(made_->learners.size() + 2, 0);
    for (const Row& row : rows_) ++first[row.learner + 1];
    std::partial_sum(first.begin(), first.end(), first.begin());
    std::vector<Row> sorted(rows_.size());
    auto next = first;
    for (const Row& row : rows_) sorted[next[row.learner]++] = row;
    rows_ = std::move(sorted);
    made_->words.reserve(rows_.size());
    made_->days.reserve(rows_.size());
    for (std::size_t learner = 0; learner < made_->learners.size(); ++learner) {
        const auto its = std::span(rows_).subspan(first[learner], first[learner + 1] - first[learner]);
        std::ranges::sort(its, {}, &Row::thing);
        for (std::size_t from = 0; from < its.size();) {
            const auto to =
                std::ranges::find_if(its.subspan(from), [&](const Row& row) { return row.thing != its[from].thing; });
            const auto end = static_cast<std::size_t>(to - its.begin());
            write_rows(first[learner] + from, first[learner] + end);
            from = end;
        }
    }
}

// In which stretch of days something last happens to these rows.
std::uint32_t RowsBuilder::stretch_of(std::span<const Row> rows) const {
    std::uint32_t last = 0;
    for (const Row& row : rows) {
        for (const auto rank : {row.days.enrolled, row.days.begun, row.days.concluded, row.days.expired}) {
            if (rank != RankSteps::never) last = std::max<std::uint32_t>(last, rank);
        }
    }
    return (last + made_->stretch - 1) / made_->stretch;
}

// The rows of a learner about one thing: their word tells of all of them. IMC-PRE-20
void RowsBuilder::write_rows(std::size_t from, std::size_t to) {
    const auto rows = std::span<const Row>(rows_).subspan(from, to - from);
    auto then = Reached::nothing;
    for (const Row& row : rows) then = std::max(then, row.days.reached(RankSteps::never - 1));
    const auto word = Word::of(rows.front().thing, stretch_of(rows), then);
    for (const Row& row : rows) {
        made_->words.push_back(word);
        made_->days.push_back(row.days);
    }
}

Result<std::unique_ptr<const Rows>> RowsBuilder::build() {
    if (auto right = check(columns_); !right) return right.error();
    if (!count_days()) return too_large(RankSteps::never - 1, "different days");
    const std::size_t most = columns_.places.learner.size() + columns_.achievements.learner.size() +
                             columns_.members.learner.size() + columns_.facts.learner.size();
    if (most >= KeyIndex::none) return too_large(KeyIndex::none - 1, "rows");
    if (columns_.learners) {
        made_->closed = true;
        for (const auto learner : *columns_.learners) made_->learners.add(learner);
    }
    rows_.reserve(most);
    add_places();
    add_achievements();
    add_members();
    add_facts();
    if (things_.size() > Word::most_numbers) return too_large(Word::most_numbers, "different things");
    number_things();
    sort_rows();
    made_->learners.close();
    return std::unique_ptr<const Rows>(std::move(made_));
}

}  // namespace

History::History(std::unique_ptr<const Rows> rows) : rows_(std::move(rows)) {}
History::History(History&&) noexcept = default;
History& History::operator=(History&&) noexcept = default;
History::~History() = default;

Result<History> History::of(const Columns& columns) {
    auto rows = RowsBuilder(columns).build();
    if (!rows) return rows.error();
    return History(std::move(*rows));
}

std::uint32_t History::find(std::int64_t learner) const {
    return std::min(rows_->learners.find(learner), static_cast<std::uint32_t>(learners()));
}

std::size_t History::learners() const { return rows_->learners.size(); }

std::size_t History::rows() const { return rows_->words.size(); }

std::size_t History::bytes() const {
    return sizeof(Rows) + rows_->learners.bytes() + rows_->first.capacity() * sizeof(std::uint32_t) +
           rows_->words.capacity() * sizeof(std::uint32_t) + rows_->days.capacity() * sizeof(RankSteps) +
           rows_->calendar.capacity() * sizeof(std::int32_t) + rows_->things.capacity() * sizeof(Thing) +
           rows_->courses.capacity() * sizeof(rows_->courses.front());
}

}  // namespace provost::prerequisites
