// A submission of all files without findings, by field names, for tests of checks and of reading back.
#pragma once

#include "reporting/checks/file_check.hpp"
#include "reporting/fixed_width.hpp"

#include <doctest/doctest.h>

#include <map>
#include <string>
#include <vector>

namespace nat_submission {

using NatRecord = std::map<std::string, std::string>;
using NatFiles = std::map<std::string, std::vector<NatRecord>>;

inline NatRecord nat_client(const char* id, const char* name, const char* usi, const char* flag) {
    return {{"client_identifier", id},
            {"name_for_encryption", std::string(name) + ", Ann"},
            {"highest_school_level_completed_identifier", "12"},
            {"year_highest_school_level_completed", "2010"},
            {"gender", "F"},
            {"date_of_birth", "01021994"},
            {"postcode", "2000"},
            {"indigenous_status_identifier", "4"},
            {"language_identifier", "1201"},
            {"labour_force_status_identifier", "01"},
            {"country_identifier", "1101"},
            {"disability_flag", flag},
            {"prior_educational_achievement_flag", flag},
            {"at_school_flag", "N"},
            {"suburb", "Sydney"},
            {"unique_student_identifier", usi},
            {"state_identifier", "01"},
            {"street_number", "1"},
            {"street_name", "Main Street"},
            {"survey_contact_status", "A"}};
}

inline NatRecord nat_contact(const char* id, const char* name) {
    return {{"client_identifier", id}, {"client_first_given_name", "Ann"}, {"client_family_name", name},
            {"street_number", "1"},    {"street_name", "Main Street"},     {"suburb", "Sydney"},
            {"postcode", "2000"},      {"state_identifier", "01"},         {"telephone_number_mobile", "0400 000 000"}};
}

inline NatRecord nat_activity(const char* client, const char* subject, const char* program, const char* commencing,
                              const std::string& release) {
    return {{"training_organisation_identifier", "90001"},
            {"delivery_location_identifier", "HQ"},
            {"client_identifier", client},
            {"subject_identifier", subject},
            {"program_identifier", program},
            {"activity_start_date", "05022024"},
            {"activity_end_date", "28062024"},
            {"delivery_mode_identifier", release == "8.0" ? "YNN" : "10"},
            {"outcome_identifier_national", "20"},
            {"funding_source_national", "20"},
            {"commencing_program_identifier", commencing},
            {"study_reason_identifier", "@@"},
            {"vet_in_schools_flag", "N"},
            {"scheduled_hours", "0040"},
            {"predominant_delivery_mode", "I"}};
}

inline NatRecord nat_program(const char* id, const char* name) {
    return {{"program_identifier", id},
            {"program_name", name},
            {"nominal_hours", "0600"},
            {"program_recognition_identifier", "11"},
            {"program_level_of_education_identifier", "421"},
            {"program_field_of_education_identifier", "0803"},
            {"anzsco_identifier", "149212"},
            {"vet_flag", "Y"}};
}

inline NatRecord nat_completion(const char* client, const char* program) {
    return {{"training_organisation_identifier", "90001"},
            {"program_identifier", program},
            {"client_identifier", client},
            {"date_program_completed", "28062024"},
            {"year_program_completed", "2024"},
            {"issued_flag", "Y"},
            {"parchment_issue_date", "28062024"},
            {"parchment_number", "P100"}};
}

inline NatRecord nat_subject(const char* id) {
    return {{"subject_flag", "C"}, {"subject_identifier", id}, {"subject_name", "A subject"},
            {"vet_flag", "Y"},     {"nominal_hours", "0040"},  {"subject_field_of_education_identifier", "080301"}};
}

inline NatFiles nat_files(const std::string& release) {
    return {
        {"NAT00010",
         {{{"training_organisation_identifier", "90001"},
           {"training_organisation_name", "A College"},
           {"training_organisation_type_identifier", "91"}}}},
        {"NAT00020",
         {{{"training_organisation_identifier", "90001"},
           {"delivery_location_identifier", "HQ"},
           {"delivery_location_name", "Main campus"},
           {"postcode", "2000"},
           {"state_identifier", "01"},
           {"suburb", "Sydney"},
           {"country_identifier", "1101"}}}},
        {"NAT00030", {nat_program("BSB50420", "Diploma"), nat_program("LOCAL1", "Short course")}},
        {"NAT00030A", {nat_program("LOCAL1", "Short course")}},
        {"NAT00060", {nat_subject("BSBCMM511"), nat_subject("BSBLDR523")}},
        {"NAT00080", {nat_client("C1", "Lee", "23456789D4", "Y"), nat_client("C2", "O'Hara", "ZZZZZZZZZB", "N")}},
        {"NAT00085", {nat_contact("C1", "Lee"), nat_contact("C2", "O'Hara")}},
        {"NAT00090", {{{"client_identifier", "C1"}, {"disability_type_identifier", "11"}}}},
        {"NAT00100", {{{"client_identifier", "C1"}, {"prior_educational_achievement_identifier", "511"}}}},
        {"NAT00120",
         {nat_activity("C1", "BSBCMM511", "BSB50420", "3", release),
          nat_activity("C2", "BSBLDR523", "LOCAL1", "3", release), nat_activity("C2", "BSBCMM511", "", "8", release)}},
        {"NAT00130", {nat_completion("C1", "BSB50420"), nat_completion("C2", "LOCAL1")}}};
}

/// All files; a program stands in one of NAT00030 and NAT00030A, which release 7.0 does not have.
inline NatFiles nat_base(const std::string& release) {
    auto files = nat_files(release);
    if (release == "7.0") {
        files.erase("NAT00030A");
    } else {
        files["NAT00030"].pop_back();
    }
    return files;
}

inline std::string submission_bytes(const provost::reporting::Layout& layout, const NatRecord& record) {
    using namespace provost::reporting;
    std::vector<FieldValue> values;
    for (const LayoutField& field : layout.fields) {
        const auto value = record.find(std::string(field.name));
        values.push_back(value == record.end() ? FieldValue() : FieldValue(std::string_view(value->second)));
    }
    std::string bytes;
    std::vector<FieldNote> notes;
    REQUIRE(append_record(bytes, layout, Extent::full, values, notes));
    return bytes;
}

}  // namespace nat_submission
