// The months of a calendar year in a zone, for what is counted by month.
#pragma once

#include <provost/base/time.hpp>

#include <array>
#include <string>

namespace provost::engine {

class MonthsOfYear {
public:
    static constexpr std::size_t count = 12;

    MonthsOfYear(std::int64_t year, const Zone& zone) : year_(year) {
        const Day first{std::chrono::year{static_cast<int>(year)} / std::chrono::January / 1};
        for (std::size_t i = 0; i <= count; ++i) bounds_[i] = start_of(add_months(first, static_cast<int>(i)), zone);
    }
    /// First moment of each month, and behind them the end of the last.
    [[nodiscard]] const std::array<Instant, count + 1>& bounds() const { return bounds_; }
    /// Of a month from 0 on: "2026-03".
    [[nodiscard]] std::string name(std::size_t month) const {
        const auto number = std::to_string(month + 1);
        return std::to_string(year_) + "-" + (number.size() < 2 ? "0" : "") + number;
    }

private:
    std::int64_t year_;
    std::array<Instant, count + 1> bounds_{};
};

}  // namespace provost::engine
