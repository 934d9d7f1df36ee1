// The rules of statutory files as data. A rule has the number under which docs/rooms/reporting-checks.md explains it (F
// for a file's form, V for values, X for what files say of each other) and a row for each field, severity or target.
// Most kinds need no code of their own; a condition between fields of a record is a small function.
#pragma once

#include "reporting/day_rules.hpp"

#include <provost/prerequisites/lint.hpp>

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace provost::reporting::checks {

/// An error blocks the submission, a warning does not.
using prerequisites::Severity;

/// How well a row is known.
enum class Source : std::uint8_t {
    stated,     ///< the collector's own documents say so
    agreed,     ///< several independent sources do
    single,     ///< one secondary source does
    uncertain,  ///< a reading of ours, or a severity that nobody published
};

/// The letters of the tables: severity, then how well the row is known.
namespace columns {
inline constexpr auto E = Severity::error;
inline constexpr auto W = Severity::warning;
inline constexpr auto A = Source::stated;
inline constexpr auto B = Source::agreed;
inline constexpr auto C = Source::single;
inline constexpr auto U = Source::uncertain;
}  // namespace columns

/// What files are checked for.
struct Situation {
    std::string release = "8.0";
    std::string target = "national";
    std::int64_t year = 0;            ///< collection year
    std::optional<Day> submitted_on;  ///< absent: after the year
    std::string organisation;         ///< identifier that submits; empty: not known

    [[nodiscard]] Period period() const;
};

/// Values of the fields that a row names, in its order; empty where a release or a record has none.
using Values = std::span<const std::string_view>;

enum class Kind : std::uint8_t {
    // the form of a record
    length,
    line_end,
    printable,
    digits,
    day,
    // one record; `fields` of it, the first is the place
    required,         ///< not blank
    listed,           ///< blank or in the list `argument`
    one_of,           ///< in the list `argument`
    broken,           ///< the function finds the values wrong
    in_register,      ///< the host's list `argument` has the fields; skipped without the list
    not_in_register,  ///< it has not
    register_name,    ///< the list calls the first field, the key, what the second one says
    // several records
    unique,            ///< the fields together, in all files of `argument`
    together,          ///< whatever has a fact of the file has one of `argument`; see facts.hpp
    together_if_sent,  ///< the same, when there is any record with one of them
    not_needed,        ///< the file has records, and nothing has one of the facts in `argument`
    constant,          ///< per client and program
    no_overlap,        ///< activity periods of client and subject
    same_activity,     ///< the record's key was there before
    program_limit,     ///< programs of a client
    one_client,        ///< per unique student identifier
    agree,             ///< with what NAT00080 says of the client
};

using Broken = bool (*)(Values values, const Situation& situation);

/// A row of the table.
struct CheckRule {
    std::string_view id;   ///< "V8"
    std::int64_t avs = 0;  ///< number in the national validation software, where a public source names it; 0: none
    Severity severity = Severity::error;
    Source source = Source::stated;
    std::string_view release;  ///< empty: all
    std::string_view targets;  ///< first words of targets, by spaces; after '!' those for which it does not hold
    std::string_view file;     ///< empty: all
    std::string_view fields;   ///< by spaces
    Kind kind = Kind::required;
    std::string_view argument;
    Broken function = nullptr;
    std::string_view condition;  ///< what must hold
    std::string_view message;    ///< what is wrong
    std::string_view fix;
};

/// All rows: in the order of the numbers.
[[nodiscard]] std::span<const CheckRule* const> rules();

/// The tables that make them up.
[[nodiscard]] std::span<const CheckRule> form_rules();
[[nodiscard]] std::span<const CheckRule> activity_rules();
[[nodiscard]] std::span<const CheckRule> client_rules();
[[nodiscard]] std::span<const CheckRule> organisation_rules();
[[nodiscard]] std::span<const CheckRule> cross_rules();

/// Whether a row holds for a target.
[[nodiscard]] bool concerns(const CheckRule& rule, std::string_view target);

/// The row of a condition between fields of an activity, for a target and a release: its severity and number. Null when
/// there is none.
[[nodiscard]] const CheckRule* find_rule(Broken function, std::string_view target, std::string_view release);

}  // namespace provost::reporting::checks
