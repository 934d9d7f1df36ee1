// The lists. Sources and what is uncertain: docs/rooms/reporting-checks.md.
#include "reporting/value_lists.hpp"

#include "enrolment/outcome.hpp"
#include "enrolment/training_values.hpp"
#include "people/client_values.hpp"

#include <algorithm>
#include <array>
#include <span>

namespace provost::reporting {

namespace {

using Codes = std::span<const std::string_view>;

constexpr std::array<std::string_view, 8> delivery_mode{"YNN", "NYN", "NNY", "YYN", "YNY", "NYY", "YYY", "NNN"};
constexpr std::array<std::string_view, 5> delivery_mode_7{"10", "20", "30", "40", "90"};
constexpr std::array<std::string_view, 4> predominant_mode{"I", "E", "W", "N"};
constexpr std::array<std::string_view, 3> commencing_programs{"3", "4", "8"};
constexpr std::array<std::string_view, 15> organisation_type{"21", "25", "27", "31", "41", "43", "45", "51",
                                                             "53", "61", "91", "93", "95", "97", "99"};
constexpr std::array<std::string_view, 6> recognition{"11", "12", "13", "14", "15", "16"};
// 213 and 222, professional specialist, stand in older lists only.
constexpr std::array<std::string_view, 20> level_of_education{"211", "213", "221", "222", "311", "312", "411",
                                                              "413", "421", "511", "514", "521", "524", "611",
                                                              "613", "621", "912", "991", "992", "999"};
constexpr std::array<std::string_view, 2> yes_no{"Y", "N"};
constexpr std::array<std::string_view, 2> subject_flag{"C", "M"};

struct ListRow {
    std::string_view name;
    Codes codes;
    std::string_view release{};     // empty: all
    std::string_view not_stated{};  // what stands for no answer; empty: nothing does
};
constexpr auto lists = std::to_array<ListRow>({
    {"funding-source", enrolment::funding_sources},
    {"delivery-mode", delivery_mode, "8.0"},
    {"delivery-mode", delivery_mode_7, "7.0"},
    {"predominant-mode", predominant_mode},
    {"commencing-program", commencing_programs},
    {"study-reason", enrolment::study_reasons, {}, "@@"},
    {"school-type", enrolment::school_types},
    {"organisation-type", organisation_type},
    {"recognition", recognition},
    {"level-of-education", level_of_education},
    {"yes-no", yes_no},
    {"subject-flag", subject_flag},
});

// By the list of the state where it has one, which is named as the first word of the target; without the internal code.
std::vector<std::string_view> outcomes(const ListOwner& owner) {
    const auto state = owner.target.substr(0, owner.target.find('-'));
    const enrolment::OutcomeList* list = enrolment::outcome_list_of(state, owner.release);
    std::vector<std::string_view> codes;
    if (list == nullptr) return codes;
    for (const auto& row : list->codes) {
        const bool in_force = row.from <= owner.day && owner.day <= row.until;
        if (in_force && row.code != enrolment::not_yet_commenced) codes.push_back(row.code);
    }
    return codes;
}

}  // namespace

std::vector<std::string_view> value_list(std::string_view name, const ListOwner& owner) {
    if (name == "outcome") return outcomes(owner);
    for (const ListRow& row : lists) {
        if (row.name == name && (row.release.empty() || row.release == owner.release)) {
            std::vector<std::string_view> codes(row.codes.begin(), row.codes.end());
            if (!row.not_stated.empty()) codes.push_back(row.not_stated);
            return codes;
        }
    }
    std::vector<std::string_view> codes;
    for (const people::ClientValue& value : people::client_values(name)) codes.push_back(value.code);
    return codes;
}

}  // namespace provost::reporting
