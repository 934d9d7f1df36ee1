// The fields that the writer fills, by the names of the layouts. A record is filled once for all releases: each layout
// takes the fields that it has, where it has them.
#pragma once

#include "reporting/fixed_width.hpp"

#include <array>

namespace provost::reporting {

namespace nat_fields {

using Names = std::span<const std::string_view>;
template <std::size_t n>
using List = std::array<std::string_view, n>;

inline constexpr List<12> organisation{"training_organisation_identifier",
                                       "training_organisation_name",
                                       "training_organisation_type_identifier",
                                       "address_first_line",
                                       "address_second_line",
                                       "suburb",
                                       "postcode",
                                       "state_identifier",
                                       "contact_name",
                                       "telephone_number",
                                       "facsimile_number",
                                       "email_address"};
inline constexpr List<7> location{"training_organisation_identifier",
                                  "delivery_location_identifier",
                                  "delivery_location_name",
                                  "postcode",
                                  "state_identifier",
                                  "suburb",
                                  "country_identifier"};
inline constexpr List<8> program{"program_identifier",
                                 "program_name",
                                 "nominal_hours",
                                 "program_recognition_identifier",
                                 "program_level_of_education_identifier",
                                 "program_field_of_education_identifier",
                                 "anzsco_identifier",
                                 "vet_flag"};
inline constexpr List<6> subject{"subject_flag", "subject_identifier",
                                 "subject_name", "subject_field_of_education_identifier",
                                 "vet_flag",     "nominal_hours"};
inline constexpr List<23> client{"client_identifier",
                                 "name_for_encryption",
                                 "highest_school_level_completed_identifier",
                                 "year_highest_school_level_completed",
                                 "gender",
                                 "date_of_birth",
                                 "postcode",
                                 "indigenous_status_identifier",
                                 "language_identifier",
                                 "labour_force_status_identifier",
                                 "country_identifier",
                                 "disability_flag",
                                 "prior_educational_achievement_flag",
                                 "at_school_flag",
                                 "proficiency_in_spoken_english_identifier",
                                 "suburb",
                                 "unique_student_identifier",
                                 "state_identifier",
                                 "building_name",
                                 "unit_details",
                                 "street_number",
                                 "street_name",
                                 "survey_contact_status"};
inline constexpr List<17> contact{"client_identifier",
                                  "client_title",
                                  "client_first_given_name",
                                  "client_family_name",
                                  "building_name",
                                  "unit_details",
                                  "street_number",
                                  "street_name",
                                  "postal_delivery_box",
                                  "suburb",
                                  "postcode",
                                  "state_identifier",
                                  "telephone_number_home",
                                  "telephone_number_work",
                                  "telephone_number_mobile",
                                  "email_address",
                                  "email_address_alternative"};
inline constexpr List<2> disability{"client_identifier", "disability_type_identifier"};
inline constexpr List<2> achievement{"client_identifier", "prior_educational_achievement_identifier"};
inline constexpr List<11> completion{"training_organisation_identifier",
                                     "program_identifier",
                                     "client_identifier",
                                     "date_program_completed",
                                     "year_program_completed",
                                     "issued_flag",
                                     "parchment_issue_date",
                                     "parchment_number",
                                     "program_commencement_date",
                                     "program_status_identifier",
                                     "program_enrolment_identifier"};

}  // namespace nat_fields

/// Where a layout has the fields of a list.
class RecordForm {
public:
    RecordForm() = default;
    RecordForm(const Layout& layout, nat_fields::Names names) {
        for (const LayoutField& field : layout.fields) {
            const auto found = std::ranges::find(names, field.name);
            from_[size_++] = found == names.end() ? none : static_cast<std::uint8_t>(found - names.begin());
        }
    }
    /// The values in the order of the layout's fields.
    [[nodiscard]] std::span<FieldValue> arrange(std::span<const FieldValue> values) {
        for (std::size_t i = 0; i < size_; ++i) row_[i] = from_[i] == none ? FieldValue() : values[from_[i]];
        return std::span(row_).first(size_);
    }

private:
    static constexpr std::size_t most = 40;
    static constexpr std::uint8_t none = 255;

    std::array<std::uint8_t, most> from_{};
    std::array<FieldValue, most> row_{};
    std::size_t size_ = 0;
};

}  // namespace provost::reporting
