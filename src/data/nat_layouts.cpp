// AVETMISS record layouts, release 8.0: one row per field as the standard lists them (start, length, type, part of the
// national record or of the states' part), and what finds a layout of any release. nat_layouts_7.cpp: release 7.0.
#include "data/nat_layout_tables.hpp"

#include <algorithm>

namespace provost::reporting {

namespace {

using namespace tables;

// Positions 111 to 268 held in release 7.0 what release 8.0 asks of the register.
constexpr auto nat00010 = std::to_array<LayoutField>({
    code("training_organisation_identifier", 1, 10),
    text("training_organisation_name", 11, 100),
    code("reserved", 111, 158),
    state(text("contact_name", 269, 60)),
    state(text("telephone_number", 329, 20)),
    state(text("facsimile_number", 349, 20)),
    state(text("email_address", 369, 80)),
});

constexpr auto nat00030 = std::to_array<LayoutField>({
    code("program_identifier", 1, 10),
    text("program_name", 11, 100),
    number("nominal_hours", 111, 4),
    code("reserved", 115, 16),
});

constexpr auto nat00060 = std::to_array<LayoutField>({
    code("subject_identifier", 1, 12),
    text("subject_name", 13, 100),
    code("subject_field_of_education_identifier", 113, 6),
    code("vet_flag", 119, 1),
    number("nominal_hours", 120, 4),
});

// The date of birth is of type A, since parts of it may be unknown (@).
constexpr auto nat00080 = std::to_array<LayoutField>({
    code("client_identifier", 1, 10),
    text("name_for_encryption", 11, 60),
    code("highest_school_level_completed_identifier", 71, 2),
    code("gender", 73, 1),
    code("date_of_birth", 74, 8),
    code("postcode", 82, 4),
    code("indigenous_status_identifier", 86, 1),
    code("language_identifier", 87, 4),
    code("labour_force_status_identifier", 91, 2),
    code("country_identifier", 93, 4),
    code("disability_flag", 97, 1),
    code("prior_educational_achievement_flag", 98, 1),
    code("at_school_flag", 99, 1),
    text("suburb", 100, 50),
    code("unique_student_identifier", 150, 10),
    code("state_identifier", 160, 2),
    text("building_name", 162, 50),
    text("unit_details", 212, 30),
    text("street_number", 242, 15),
    text("street_name", 257, 70),
    code("survey_contact_status", 327, 1),
    state(code("statistical_area_level_1_identifier", 328, 11)),
    state(code("statistical_area_level_2_identifier", 339, 9)),
});

constexpr auto nat00120 = std::to_array<LayoutField>({
    code("training_organisation_identifier", 1, 10),
    code("delivery_location_identifier", 11, 10),
    code("client_identifier", 21, 10),
    code("subject_identifier", 31, 12),
    code("program_identifier", 43, 10),
    day("activity_start_date", 53),
    day("activity_end_date", 61),
    code("delivery_mode_identifier", 69, 3),
    number("outcome_identifier_national", 72, 2),
    number("funding_source_national", 74, 2),
    number("commencing_program_identifier", 76, 1),
    code("training_contract_identifier", 77, 10),
    code("client_identifier_apprenticeships", 87, 10),
    code("study_reason_identifier", 97, 2),
    code("vet_in_schools_flag", 99, 1),
    code("specific_funding_identifier", 100, 10),
    code("school_type_identifier", 110, 2),
    state(code("outcome_identifier_training_organisation", 112, 3)),
    state(code("funding_source_state", 115, 3)),
    state(number("client_tuition_fee", 118, 5)),
    state(code("fee_exemption_type_identifier", 123, 2)),
    state(code("purchasing_contract_identifier", 125, 12)),
    state(code("purchasing_contract_schedule_identifier", 137, 3)),
    state(number("hours_attended", 140, 4)),
    state(code("associated_course_identifier", 144, 10)),
    state(number("scheduled_hours", 154, 4)),
    state(code("predominant_delivery_mode", 158, 1)),
});

constexpr auto nat00130 = std::to_array<LayoutField>({
    code("training_organisation_identifier", 1, 10),
    code("program_identifier", 11, 10),
    code("client_identifier", 21, 10),
    day("date_program_completed", 31),
    code("issued_flag", 39, 1),
    state(day("parchment_issue_date", 40)),
    state(code("parchment_number", 48, 25)),
});

// Release, file, fields, shortest, national and full length.
constexpr auto all = std::to_array<Layout>({
    {"8.0", "NAT00010", nat00010, 110, 268, 448},
    {"8.0", "NAT00020", delivery_location, 180, 180, 180},
    {"8.0", "NAT00030", nat00030, 114, 130, 130},
    {"8.0", "NAT00030A", program_with_details, 130, 130, 130},
    {"8.0", "NAT00060", nat00060, 123, 123, 123},
    {"8.0", "NAT00080", nat00080, 327, 327, 347},
    {"8.0", "NAT00085", client_contact, 557, 557, 557},
    {"8.0", "NAT00090", disability, 12, 12, 12},
    {"8.0", "NAT00100", prior_achievement, 13, 13, 13},
    {"8.0", "NAT00120", nat00120, 111, 111, 158},
    {"8.0", "NAT00130", nat00130, 39, 39, 72},
});
static_assert(all_well_formed(all), "a layout has a gap, a name twice, or another length than stated");

// Records of which it is only known how long they are. What stands behind the states' part is not read.
constexpr auto longer = std::to_array<LongerRecord>({
    {"8.0", "NAT00120", 179, "nsw"},  // of before Smart and Skilled
    {"7.0", "NAT00120", 104, ""},     // VET in Schools
});

// Behind the states' part, or behind the national one where there is none, stand the fields of one state. Queensland
// has its identifier of learners where others have the statistical areas.
constexpr auto vic_location = appended(delivery_location, std::to_array({
                                                              text("building_name", 181, 50),
                                                              text("unit_details", 231, 30),
                                                              text("street_number", 261, 15),
                                                              text("street_name", 276, 70),
                                                          }));
constexpr auto vic_client = appended(nat00080, std::to_array({
                                                   code("victorian_student_number", 348, 9),
                                                   code("client_industry_of_employment", 357, 1),
                                                   code("client_occupation_identifier", 358, 1),
                                               }));
constexpr auto vic_achievement =
    appended(prior_achievement, std::to_array({code("prior_educational_achievement_recognition_identifier", 14, 1)}));
constexpr auto vic_activity = appended(nat00120, std::to_array({
                                                     day("program_commencement_date", 159),
                                                     code("eligibility_exemption_indicator", 167, 1),
                                                     code("vet_student_loan_indicator", 168, 1),
                                                     code("anzsic_identifier", 169, 2),
                                                     day("enrolment_date", 171),
                                                     code("enrolment_identifier", 179, 50),
                                                     number("client_fees_other", 229, 5),
                                                     code("delivery_provider_abn", 234, 11),
                                                     code("funding_eligibility_key", 245, 10),
                                                     code("program_enrolment_identifier", 255, 50),
                                                 }));
constexpr auto vic_completion = appended(nat00130, std::to_array({
                                                       day("program_commencement_date", 73),
                                                       day("supervised_teaching_completion_date", 81),
                                                       number("program_supervised_hours", 89, 5),
                                                       number("program_status_identifier", 94, 2),
                                                       code("program_enrolment_identifier", 96, 50),
                                                   }));
constexpr auto qld_client =
    appended(leading<21>(nat00080), std::to_array({code("learner_unique_identifier", 328, 10)}));
constexpr auto qld_activity = appended(nat00120, std::to_array({code("full_time_learning_option", 159, 1)}));
constexpr auto tas_client = appended(nat00080, std::to_array({
                                                   code("client_industry_of_employment", 348, 1),
                                                   code("client_occupation_identifier", 349, 1),
                                               }));
constexpr auto tas_activity = appended(nat00120, std::to_array({
                                                     code("program_enrolment_identifier", 159, 50),
                                                     number("client_resource_fee", 209, 5),
                                                 }));
constexpr auto tas_completion = appended(nat00130, std::to_array({
                                                       code("income_contingent_loan_flag", 73, 1),
                                                       day("program_commencement_date", 74),
                                                       code("program_enrolment_identifier", 82, 50),
                                                       number("program_status_identifier", 132, 2),
                                                       number("client_resource_fee", 134, 5),
                                                       number("client_tuition_fee", 139, 5),
                                                   }));

// Release, file, fields, shortest, national and full length, whose.
constexpr auto of_states = std::to_array<Layout>({
    {"8.0", "NAT00020", vic_location, 180, 180, 345, "vic"},
    {"8.0", "NAT00080", vic_client, 327, 327, 358, "vic"},
    {"8.0", "NAT00100", vic_achievement, 13, 13, 14, "vic"},
    {"8.0", "NAT00120", vic_activity, 111, 111, 304, "vic"},
    {"8.0", "NAT00130", vic_completion, 39, 39, 145, "vic"},
    {"8.0", "NAT00080", qld_client, 327, 327, 337, "qld"},
    {"8.0", "NAT00120", qld_activity, 111, 111, 159, "qld"},
    {"8.0", "NAT00080", tas_client, 327, 327, 349, "tas"},
    {"8.0", "NAT00120", tas_activity, 111, 111, 213, "tas"},
    {"8.0", "NAT00130", tas_completion, 39, 39, 143, "tas"},
});
static_assert(all_well_formed(of_states), "a layout has a gap, a name twice, or another length than stated");

}  // namespace

std::span<const Layout> layouts(std::string_view release) {
    if (release == "8.0") return all;
    return release == "7.0" ? release_7() : std::span<const Layout>();
}

std::span<const Layout> layouts_of_states() { return of_states; }

const Layout* find_layout(std::string_view release, std::string_view file, std::string_view target) {
    const auto own = std::ranges::find_if(of_states, [&](const Layout& layout) {
        return layout.release == release && layout.file == file && layout.target == target;
    });
    if (own != of_states.end()) return &*own;
    const auto rows = layouts(release);
    const auto found = std::ranges::find(rows, file, &Layout::file);
    return found == rows.end() ? nullptr : &*found;
}

std::span<const LongerRecord> longer_records() { return longer; }

}  // namespace provost::reporting
