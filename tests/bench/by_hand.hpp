// A record of NAT00120 formatted by hand: the floor of what writes them.
#pragma once

#include <provost/base/time.hpp>

#include <algorithm>
#include <cstring>
#include <string>
#include <string_view>

namespace bench {

/// The values of a record as somebody has them who formats by hand.
struct Texts {
    std::string_view organisation, location, client, subject, program;
    provost::Day start{}, end{};
    std::string_view mode, outcome, funding, commencing, contract, apprenticeship, reason, schools, specific, school;
};

inline void put_text(char* record, std::size_t start, std::size_t width, std::string_view text) {
    std::memcpy(record + start - 1, text.data(), std::min(text.size(), width));
}

inline void put_day(char* record, std::size_t start, provost::Day day) {
    const std::chrono::year_month_day date(day);
    const auto two = [&](std::size_t at, unsigned number) {
        record[at - 1] = static_cast<char>('0' + number / 10);
        record[at] = static_cast<char>('0' + number % 10);
    };
    const auto year = static_cast<unsigned>(static_cast<int>(date.year()));
    two(start, static_cast<unsigned>(date.day())), two(start + 2, static_cast<unsigned>(date.month()));
    two(start + 4, year / 100), two(start + 6, year % 100);
}

/// Nothing is checked, and what does not fit is cut. Not inlined, or its values would be known while compiling.
[[gnu::noinline]] inline void append_by_hand(std::string& out, const Texts& one) {
    const auto size = out.size();
    out.append(111, ' ');
    char* record = out.data() + size;
    put_text(record, 1, 10, one.organisation), put_text(record, 11, 10, one.location);
    put_text(record, 21, 10, one.client), put_text(record, 31, 12, one.subject), put_text(record, 43, 10, one.program);
    put_day(record, 53, one.start), put_day(record, 61, one.end);
    put_text(record, 69, 3, one.mode), put_text(record, 72, 2, one.outcome), put_text(record, 74, 2, one.funding);
    put_text(record, 76, 1, one.commencing), put_text(record, 77, 10, one.contract);
    put_text(record, 87, 10, one.apprenticeship), put_text(record, 97, 2, one.reason);
    put_text(record, 99, 1, one.schools), put_text(record, 100, 10, one.specific), put_text(record, 110, 2, one.school);
    out += "\r\n";
}

}  // namespace bench
