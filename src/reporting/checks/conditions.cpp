// The conditions between fields of NAT00120 and NAT00130. Those about clients and locations: conditions_of_people.cpp.
#include "reporting/checks/conditions.hpp"

#include "enrolment/outcome.hpp"
#include "reporting/fixed_width.hpp"

#include <algorithm>

namespace provost::reporting::checks {

namespace {

using std::chrono::years;

std::chrono::year_month_day date_of(Day day) { return {day}; }

// The same day of another year; 29 February becomes 1 March where there is none.
Day moved(Day day, int count) {
    const auto date = date_of(day) + years(count);
    return date.ok() ? Day(date)
                     : Day(std::chrono::year_month_day(date.year(), std::chrono::March, std::chrono::day(1)));
}

std::optional<std::int64_t> number_of(std::string_view text) {
    if (text.empty() || text.size() > 9) return std::nullopt;
    std::int64_t number = 0;
    for (const char c : text) {
        if (c < '0' || c > '9') return std::nullopt;
        number = number * 10 + (c - '0');
    }
    return number;
}

bool is_not_delivered(std::string_view mode) { return mode == "NNN" || mode == "90"; }

// Where the modes' letters stand in the delivery mode identifier of release 8.0.
std::size_t place_of(std::string_view predominant) {
    constexpr std::string_view places = "IEW";
    return predominant.size() == 1 ? places.find(predominant[0]) : places.npos;
}

}  // namespace

Day Situation::first() const {
    return Day(std::chrono::year_month_day(std::chrono::year(static_cast<int>(year)), std::chrono::January,
                                           std::chrono::day(1)));
}

Day Situation::last() const {
    return Day(std::chrono::year_month_day(std::chrono::year(static_cast<int>(year)), std::chrono::December,
                                           std::chrono::day(31)));
}

Day Situation::period_end() const { return std::min(submitted_on.value_or(last()), last()); }

bool ends_before_start(Values v, const Situation&) {
    const auto end = parse_field_day(v[0]), start = parse_field_day(v[1]);
    return end && start && *end < *start;
}

bool lasts_over_five_years(Values v, const Situation&) {
    const auto end = parse_field_day(v[0]), start = parse_field_day(v[1]);
    return end && start && *end > moved(*start, 5);
}

bool starts_after_period(Values v, const Situation& s) {
    const auto start = parse_field_day(v[0]);
    return start && *start > s.period_end() && v[1] != "85";
}

bool starts_long_before(Values v, const Situation& s) {
    const auto start = parse_field_day(v[0]);
    return start && *start < moved(s.first(), -5);
}

bool ends_outside_year(Values v, const Situation& s) {
    const auto end = parse_field_day(v[0]);
    return end && v[1] != "70" && v[1] != "85" && (*end < s.first() || *end > s.last());
}

bool final_in_future(Values v, const Situation& s) {
    const auto end = parse_field_day(v[0]);
    return end && s.submitted_on && *end > *s.submitted_on && enrolment::is_final(v[1]);
}

// FIN-REP-02: in an interim submission 70 may end within the year, when that is still ahead.
bool continues_and_ended(Values v, const Situation& s) {
    const auto end = parse_field_day(v[0]);
    return end && v[1] == "70" && *end <= s.period_end();
}

bool not_started_but_begun(Values v, const Situation& s) {
    const auto start = parse_field_day(v[0]);
    return start && v[1] == "85" && *start <= s.submitted_on.value_or(s.last());
}

bool runs_without_70(Values v, const Situation& s) {
    const auto start = parse_field_day(v[1]), end = parse_field_day(v[2]);
    const Day now = s.submitted_on.value_or(s.last());
    return start && end && *start <= now && *end > now && v[0] != "70" && !v[0].empty();
}

bool competent_without_delivery(Values v, const Situation&) { return is_not_delivered(v[0]) && v[1] == "20"; }

bool trained_without_delivery(Values v, const Situation&) {
    return is_not_delivered(v[0]) && !v[1].empty() && v[1] != "20" && !enrolment::is_recognition(v[1]);
}

bool recognised_with_delivery(Values v, const Situation&) {
    return !v[0].empty() && !is_not_delivered(v[0]) && enrolment::is_recognition(v[1]);
}

bool predominant_not_delivered(Values v, const Situation&) {
    if (v[0].empty() || v[1].size() != 3) return false;
    if (v[0] == "N" || v[1] == "NNN") return v[0] != "N" || v[1] != "NNN";
    const auto place = place_of(v[0]);
    return place != std::string_view::npos && v[1][place] != 'Y';
}

bool specific_funding_missing(Values v, const Situation&) { return v[0].empty() && v[1] == "13"; }
bool specific_funding_unexpected(Values v, const Situation&) { return !v[0].empty() && v[1] != "13"; }
bool program_and_subject_only(Values v, const Situation&) { return !v[0].empty() && v[1].empty() != (v[0] == "8"); }
bool one_of_two(Values v, const Situation&) { return v[0].empty() != v[1].empty(); }
bool contract_without_program(Values v, const Situation&) { return !(v[0].empty() && v[1].empty()) && v[2].empty(); }
bool school_type_missing(Values v, const Situation&) { return v[0].empty() && v[1] == "Y"; }
bool school_type_unexpected(Values v, const Situation&) { return !v[0].empty() && v[1] != "Y"; }
bool hours_above_400(Values v, const Situation&) { return number_of(v[0]).value_or(0) > 400; }
bool credit_has_hours(Values v, const Situation&) { return number_of(v[0]).value_or(0) > 0 && v[1] == "60"; }

// Some states fill the identifier with zeros from the left.
bool not_our_organisation(Values v, const Situation& s) {
    const auto bare = [](std::string_view text) {
        text.remove_prefix(std::min(text.find_first_not_of('0'), text.size()));
        return text;
    };
    return !s.organisation.empty() && !v[0].empty() && bare(v[0]) != bare(s.organisation);
}

bool completed_out_of_range(Values v, const Situation& s) {
    if (v[0].size() == 4) {
        const auto year = number_of(v[0]);
        return year && (*year > s.year || *year < s.year - 10);
    }
    const auto day = parse_field_day(v[0]);
    return day && (*day > s.period_end() || *day < moved(s.first(), -10));
}

bool completed_not_a_date(Values v, const Situation&) { return !parse_field_day(v[0]); }

bool parchment_before_completion(Values v, const Situation&) {
    const auto issued = parse_field_day(v[0]), completed = parse_field_day(v[1]);
    return issued && completed && *issued < *completed;
}

bool issued_without_parchment(Values v, const Situation&) { return v[0] == "Y" && v[1].empty(); }

bool completed_in_year(Values v, const Situation& s) {
    return v[0].size() >= 4 && number_of(v[0].substr(v[0].size() - 4)) == s.year;
}

}  // namespace provost::reporting::checks
