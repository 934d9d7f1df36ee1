// Reasons: what a decision rests on, as a tree. Made only when a request asks for it; its codes are rows of the one
// table, the English sentence is made at the door.
#pragma once

#include <provost/describe/field.hpp>

#include <string>
#include <vector>

namespace provost {

/// How far something holds. Ordered from worst to best. Since 0.1.
enum class Mark : std::uint8_t {
    not_met = 0,
    unknown = 1,     ///< a fact nobody answered: does not admit, and says so
    partly_met = 2,  ///< admits, but is not complete
    met = 3,
};
template <>
struct Choices<Mark> {
    static constexpr auto rows = std::to_array<ChoiceRow>({
        {0, "not_met", "Does not hold."},
        {1, "unknown", "A fact is missing, so it does not hold."},
        {2, "partly_met", "Holds, but is not complete."},
        {3, "met", "Holds."},
    });
};

/// A record that a reason rests on. Since 0.1.
struct Evidence {
    std::string kind;
    std::int64_t id = 0;
    std::string what;        ///< the value that counted, e.g. an outcome code
    std::optional<Day> day;  ///< and its day
};

/// One node of the tree. Since 0.1.
struct Reason {
    Code code;
    Mark mark = Mark::not_met;
    std::vector<Parameter> parameters{};
    std::vector<Evidence> evidence{};
    std::vector<Reason> parts{};
};

}  // namespace provost

PROVOST_DESCRIBE(provost::Evidence, document, "evidence", "A record that a reason rests on.", PROVOST_NO_INDEX,
                 PROVOST_FIELD(kind, "Kind of the record."), PROVOST_FIELD(id, "Id of the record."),
                 PROVOST_FIELD(what, "The value that counted, for example an outcome code."),
                 PROVOST_FIELD(day, "The day that counted."));

PROVOST_DESCRIBE(provost::Parameter, document, "parameter", "A value that the code's sentence quotes.",
                 PROVOST_NO_INDEX, PROVOST_FIELD(name, "Name in the sentence."),
                 PROVOST_FIELD(value, "Value as text."));

PROVOST_DESCRIBE(provost::Reason, document, "reason", "Why a decision fell as it did, as a tree.", PROVOST_NO_INDEX,
                 PROVOST_FIELD(code, "What was asked or found."), PROVOST_FIELD(mark, "How far it holds."),
                 PROVOST_FIELD(parameters, "Values of the sentence."), PROVOST_FIELD(evidence, "Records it rests on."),
                 PROVOST_FIELD(parts, "Reasons below it."));
