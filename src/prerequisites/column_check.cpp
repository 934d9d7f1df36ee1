// The checks of columns.
#include "prerequisites/column_check.hpp"

#include "base/code_table.hpp"

#include <provost/enrolment/enrolment.hpp>
#include <provost/people/learner_fact.hpp>

namespace provost::prerequisites {

namespace {

// Goes through the columns of a group, and stops at the first that is wrong.
class Group {
public:
    Group(std::string name, std::size_t rows) : name_(std::move(name)), rows_(rows) {}

    template <class T>
    Group& needs(std::string_view column, std::span<const T> values) {
        if (right_ && values.empty() && rows_ > 0) {
            right_ = Error{Status::invalid, "column.missing"_code, {}, {{"column", name(column)}}};
        }
        return may_have(column, values);
    }
    template <class T>
    Group& may_have(std::string_view column, std::span<const T> values) {
        if (right_ && !values.empty()) right_ = check_length(name(column), values.size(), rows_);
        return *this;
    }
    Group& days(std::string_view column, std::span<const std::int32_t> values) {
        may_have(column, values);
        if (right_) right_ = check_days(name(column), values, true);
        return *this;
    }
    template <class T>
    Group& at_most(std::string_view column, std::span<const T> values, T most) {
        if (!right_) return *this;
        const auto wrong = std::ranges::find_if(values, [&](T value) { return value < 0 || value > most; });
        if (wrong != values.end()) {
            right_ = out_of_range(name(column), static_cast<std::size_t>(wrong - values.begin()),
                                  "0 to " + std::to_string(most));
        }
        return *this;
    }
    [[nodiscard]] Result<void> done() const { return right_; }

    [[nodiscard]] static Error out_of_range(std::string_view column, std::size_t position, std::string range) {
        return {Status::invalid,
                "column.out-of-range"_code,
                place_in(column, position),
                {{"column", std::string(column)}, {"position", std::to_string(position)}, {"range", std::move(range)}}};
    }

private:
    [[nodiscard]] std::string name(std::string_view column) const { return name_ + '/' + std::string(column); }

    std::string name_;
    std::size_t rows_;
    Result<void> right_;
};

constexpr std::uint8_t largest_state = Choices<enrolment::State>::rows.back().value;
constexpr std::uint8_t largest_kind = static_cast<std::uint8_t>(people::FactKind::course_template);
constexpr std::int32_t largest_level = 1'000'000;

Result<void> check_places(const PlaceColumns& places) {
    return Group("places", std::max(places.learner.size(), places.course.size()))
        .needs("learner", places.learner)
        .needs("course", places.course)
        .may_have("course_template", places.course_template)
        .needs("state", places.state)
        .at_most("state", places.state, largest_state)
        .days("enrolled_on", places.enrolled_on)
        .days("started_on", places.started_on)
        .days("ended_on", places.ended_on)
        .days("valid_until", places.valid_until)
        .done();
}

Result<void> check_others(const Columns& columns) {
    const auto& achieved = columns.achievements;
    auto right = Group("achievements", std::max(achieved.learner.size(), achieved.subject.size()))
                     .needs("learner", achieved.learner)
                     .needs("subject", achieved.subject)
                     .needs("end_on", achieved.end_on)
                     .days("end_on", achieved.end_on)
                     .may_have("successful", achieved.successful)
                     .at_most("successful", achieved.successful, std::uint8_t{1})
                     .done();
    if (!right) return right;
    const auto& members = columns.members;
    return Group("members", std::max(members.learner.size(), members.group.size()))
        .needs("learner", members.learner)
        .needs("group", members.group)
        .done();
}

Result<void> check_facts(const FactColumns& facts) {
    return Group("facts", std::max(facts.learner.size(), facts.about.size()))
        .needs("learner", facts.learner)
        .needs("about", facts.about)
        .needs("kind", facts.kind)
        .at_most("kind", facts.kind, largest_kind)
        .may_have("holds", facts.holds)
        .at_most("holds", facts.holds, std::uint8_t{1})
        .may_have("level", facts.level)
        .at_most("level", facts.level, largest_level)
        .days("from_on", facts.from_on)
        .days("until_on", facts.until_on)
        .done();
}

}  // namespace

Place place_in(std::string_view column, std::size_t position) {
    return {'/' + std::string(column) + '/' + std::to_string(position), {}, 0, 0};
}

Result<void> check_length(std::string_view column, std::size_t found, std::size_t expected) {
    if (found == expected) return {};
    return Error{
        Status::invalid,
        "column.length"_code,
        {},
        {{"column", std::string(column)}, {"expected", std::to_string(expected)}, {"found", std::to_string(found)}}};
}

Result<void> check_days(std::string_view column, std::span<const std::int32_t> days, bool may_lack) {
    for (std::size_t i = 0; i < days.size(); ++i) {
        const bool exists = days[i] >= earliest_day && days[i] <= latest_written_day;
        if (exists || (may_lack && days[i] == no_day)) continue;
        return Group::out_of_range(column, i,
                                   std::to_string(earliest_day) + " to " + std::to_string(latest_written_day));
    }
    return {};
}

Result<void> check(const Columns& columns) {
    if (auto right = check_places(columns.places); !right) return right;
    if (auto right = check_others(columns); !right) return right;
    return check_facts(columns.facts);
}

}  // namespace provost::prerequisites
