// The conditions between fields of NAT00120 and NAT00130. Those about clients and locations: conditions_of_people.cpp.
#include "reporting/checks/conditions.hpp"

#include "enrolment/outcome.hpp"
#include "enrolment/target.hpp"
#include "reporting/fixed_width.hpp"

#include <algorithm>

namespace provost::reporting::checks {

namespace {

namespace outcome = enrolment::outcome;

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

Period Situation::period() const {
    return {first_day_of(year), last_day_of(year), submitted_on, target == enrolment::national_target};
}

bool ends_before_start(Values v, const Situation&) {
    const auto end = parse_field_day(v[0]), start = parse_field_day(v[1]);
    return end && start && *end < *start;
}

bool lasts_over_five_years(Values v, const Situation&) {
    const auto end = parse_field_day(v[0]), start = parse_field_day(v[1]);
    return end && start && lasts_too_long(*start, *end);
}

bool begins_after_period(Values v, const Situation& s) {
    const auto start = parse_field_day(v[0]);
    return start && starts_after_period(*start, v[1], s.period());
}

bool starts_long_before(Values v, const Situation& s) {
    const auto start = parse_field_day(v[0]);
    return start && starts_too_early(*start, s.period());
}

bool ends_outside_year(Values v, const Situation& s) {
    const auto end = parse_field_day(v[0]);
    return end && v[1] != outcome::continuing && v[1] != outcome::not_started && !ends_in_year(*end, s.period());
}

bool final_in_future(Values v, const Situation& s) {
    const auto end = parse_field_day(v[0]);
    return end && is_final_in_future(*end, v[1], s.period());
}

bool continues_and_ended(Values v, const Situation& s) {
    const auto end = parse_field_day(v[0]);
    return end && continues_although_ended(*end, v[1], s.period());
}

bool not_started_but_begun(Values v, const Situation& s) {
    const auto start = parse_field_day(v[0]);
    return start && is_late_start(*start, v[1], s.period());
}

bool runs_without_70(Values v, const Situation& s) {
    const auto start = parse_field_day(v[1]), end = parse_field_day(v[2]);
    const Day now = s.submitted_on.value_or(s.period().last);
    return start && end && *start <= now && *end > now && v[0] != outcome::continuing && !v[0].empty();
}

bool competent_without_delivery(Values v, const Situation&) {
    return is_not_delivered(v[0]) && v[1] == outcome::competent;
}

bool trained_without_delivery(Values v, const Situation&) {
    return is_not_delivered(v[0]) && !v[1].empty() && v[1] != outcome::competent && !enrolment::is_recognition(v[1]);
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
bool credit_has_hours(Values v, const Situation&) { return number_of(v[0]).value_or(0) > 0 && v[1] == outcome::credit; }

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
    return day && (is_completed_later(*day, s.period()) || is_completed_too_early(*day, s.period()));
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
