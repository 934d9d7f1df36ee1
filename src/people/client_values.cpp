// The lists of release 8.0; release 7.0 has the same ones, as far as it has them.
#include "people/client_values.hpp"

#include <algorithm>
#include <array>

namespace provost::people {

namespace {

constexpr auto highest_school_level = std::to_array<ClientValue>({
    {"02", "did not go to school"},
    {"08", "year 8 or below"},
    {"09", "year 9"},
    {"10", "year 10"},
    {"11", "year 11"},
    {"12", "year 12"},
    {"@@", "not specified"},
});

constexpr auto gender = std::to_array<ClientValue>({
    {"F", "female"},
    {"M", "male"},
    {"X", "indeterminate, intersex or unspecified"},
    {"@", "not specified"},
});

constexpr auto indigenous_status = std::to_array<ClientValue>({
    {"1", "Aboriginal"},
    {"2", "Torres Strait Islander"},
    {"3", "Aboriginal and Torres Strait Islander"},
    {"4", "neither"},
    {"@", "not specified"},
});

constexpr auto labour_force_status = std::to_array<ClientValue>({
    {"01", "full-time employee"},
    {"02", "part-time employee"},
    {"03", "self-employed, not employing others"},
    {"04", "employer"},
    {"05", "unpaid worker in a family business"},
    {"06", "unemployed, seeking full-time work"},
    {"07", "unemployed, seeking part-time work"},
    {"08", "not employed, not seeking work"},
    {"@@", "not specified"},
});

constexpr auto state = std::to_array<ClientValue>({
    {"01", "New South Wales"},
    {"02", "Victoria"},
    {"03", "Queensland"},
    {"04", "South Australia"},
    {"05", "Western Australia"},
    {"06", "Tasmania"},
    {"07", "Northern Territory"},
    {"08", "Australian Capital Territory"},
    {"09", "other Australian territories or dependencies"},
    {"99", "other (overseas)"},
    {"@@", "not specified"},
});

constexpr auto survey_contact_status = std::to_array<ClientValue>({
    {"A", "available"},
    {"C", "in a correctional facility"},
    {"D", "deceased"},
    {"E", "excluded"},
    {"I", "invalid address or itinerant"},
    {"M", "minor, under 15"},
    {"O", "overseas"},
});

constexpr auto disability_type = std::to_array<ClientValue>({
    {"11", "hearing, deaf"},
    {"12", "physical"},
    {"13", "intellectual"},
    {"14", "learning"},
    {"15", "mental illness"},
    {"16", "acquired brain impairment"},
    {"17", "vision"},
    {"18", "medical condition"},
    {"19", "other"},
    {"99", "not specified"},
});

constexpr auto prior_achievement = std::to_array<ClientValue>({
    {"008", "bachelor degree or higher"},
    {"410", "advanced diploma or associate degree"},
    {"420", "diploma"},
    {"511", "certificate IV"},
    {"514", "certificate III"},
    {"521", "certificate II"},
    {"524", "certificate I"},
    {"990", "miscellaneous"},
});

constexpr auto answered_flag = std::to_array<ClientValue>({
    {"Y", "yes"},
    {"N", "no"},
    {"@", "not specified"},
});

struct Named {
    std::string_view name;
    std::span<const ClientValue> values;
};
constexpr auto lists = std::to_array<Named>({
    {"highest-school-level", highest_school_level},
    {"gender", gender},
    {"indigenous-status", indigenous_status},
    {"labour-force-status", labour_force_status},
    {"state", state},
    {"survey-contact-status", survey_contact_status},
    {"disability-type", disability_type},
    {"prior-achievement", prior_achievement},
    {"answered-flag", answered_flag},
});

}  // namespace

std::span<const ClientValue> client_values(std::string_view list) {
    const auto found = std::ranges::find(lists, list, &Named::name);
    return found == lists.end() ? std::span<const ClientValue>() : found->values;
}

}  // namespace provost::people
