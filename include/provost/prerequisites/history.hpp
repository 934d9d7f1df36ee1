// What learners have done, told as columns of numbers: the ground on which prerequisites are judged in bulk
// (prerequisites/bulk.hpp). A history is made once and never changes.
#pragma once

#include <provost/base/result.hpp>
#include <provost/base/time.hpp>

#include <cstdint>
#include <limits>
#include <memory>
#include <optional>
#include <span>

namespace provost::prerequisites {

/// Days in columns count from 1970-01-01, in the years 0001 to 9999; this number is no day. Since 0.1.
inline constexpr std::int32_t no_day = std::numeric_limits<std::int32_t>::min();

/// Places in courses, one per row, in any order. Learners, courses and templates have keys of the caller's own: any
/// numbers. `learner`, `course` and `state` (numbers of enrolment::State) are needed; a column that is left out says
/// nothing in any row. Since 0.1.
struct PlaceColumns {
    std::span<const std::int64_t> learner, course, course_template;
    std::span<const std::uint8_t> state;
    std::span<const std::int32_t> enrolled_on, started_on, ended_on, valid_until;
};

/// Achievements of subjects. Without `successful` all are, else those that say 1. Since 0.1.
struct AchievementColumns {
    std::span<const std::int64_t> learner, subject;
    std::span<const std::int32_t> end_on;
    std::span<const std::uint8_t> successful;
};

/// Who is in which group of people. Since 0.1.
struct MemberColumns {
    std::span<const std::int64_t> learner, group;
};

/// What the host knows besides; `kind` has the numbers of people::FactKind. Without `holds` all facts do, without
/// `level` it is 1. Of several facts about one thing the best counts. Since 0.1.
struct FactColumns {
    std::span<const std::int64_t> learner, about;
    std::span<const std::uint8_t> kind, holds;
    std::span<const std::int32_t> level, from_on, until_on;
};

/// All of it. When `learners` is given it names everybody, and a question about somebody else is refused; else whoever
/// stands in no row has done nothing. Since 0.1.
struct Columns {
    std::optional<std::span<const std::int64_t>> learners;
    PlaceColumns places;
    AchievementColumns achievements;
    MemberColumns members;
    FactColumns facts;
};

/// How a history is kept; internal.
struct Rows;

/// The columns as sorted rows: 12 bytes for each row that can count, some 30 for each learner. What can never count (a
/// request, a cancelled place) is not kept. May be read by several threads at a time. Since 0.1.
class History {
public:
    /// Fails with column.missing, column.length, column.out-of-range or columns.too-large; nothing of the columns is
    /// needed afterwards.
    [[nodiscard]] static Result<History> of(const Columns& columns);

    /// The number by which a learner is asked about: finding it costs more than an answer. Somebody without rows has
    /// the number `learners()`.
    [[nodiscard]] std::uint32_t find(std::int64_t learner) const;
    [[nodiscard]] std::size_t learners() const;
    [[nodiscard]] std::size_t rows() const;
    [[nodiscard]] std::size_t bytes() const;

    explicit History(std::unique_ptr<const Rows> rows);
    History(History&&) noexcept;
    History& operator=(History&&) noexcept;
    ~History();
    [[nodiscard]] const Rows& kept() const { return *rows_; }

private:
    std::unique_ptr<const Rows> rows_;
};

}  // namespace provost::prerequisites
