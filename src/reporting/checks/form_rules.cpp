// The form of files: F1 to F13. Columns: rule.hpp. Sources and what is uncertain: docs/rooms/reporting-checks.md.
// [FIN-REP-08]
#include "reporting/checks/conditions.hpp"

#include <array>

namespace provost::reporting::checks {

namespace {

using namespace columns;

// clang-format off
constexpr auto form_table = std::to_array<CheckRule>({
    {"F1", 0, E, A, "", "", "", "", Kind::length, "", nullptr,
     "Every record has the national length, or that length and the part for states; there is no header.",
     "The record has another length than its layout.", "Write the file by the layout of its release, without a header."},
    {"F2", 0, E, A, "", "", "", "", Kind::line_end, "", nullptr,
     "Every record ends with CR LF.",
     "From this record on, records do not all end with CR LF.", "End every record with CR LF, the last one, too."},
    {"F3", 0, E, A, "", "", "", "", Kind::printable, "", nullptr,
     "Records hold printable ASCII only.",
     "The record holds a character other than printable ASCII.", "Write letters without their marks."},
    {"F4", 0, E, A, "", "", "", "", Kind::digits, "", nullptr,
     "Number fields hold digits over their whole width, or nothing.",
     "The number is not digits, right-justified and filled with zeros.", "Fill the number with zeros from the left, or leave the field blank."},
    {"F5", 0, E, A, "", "", "", "", Kind::day, "", nullptr,
     "Day fields hold a day that exists, as DDMMYYYY, or nothing.",
     "The value is no day DDMMYYYY that exists.", "Correct the day, or leave the field blank."},
    {"F6", 3801, E, A, "", "", "NAT00010", "training_organisation_identifier", Kind::unique, "NAT00010", nullptr,
     "An organisation has one record.",
     "The organisation has a record already.", "Remove one of the records."},
    {"F7", 3802, E, A, "", "", "NAT00020", "training_organisation_identifier delivery_location_identifier", Kind::unique, "NAT00020", nullptr,
     "A location of an organisation has one record.",
     "The location has a record already.", "Remove one of the records, or give the location an identifier of its own."},
    {"F8", 0, E, A, "", "", "NAT00030", "program_identifier", Kind::unique, "NAT00030 NAT00030A", nullptr,
     "A program has one record.",
     "The program has a record already.", "Remove one of the records."},
    {"F8", 0, E, A, "8.0", "", "NAT00030A", "program_identifier", Kind::unique, "NAT00030 NAT00030A", nullptr,
     "A program has one record.",
     "The program has a record already.", "Remove one of the records."},
    {"F8", 0, E, A, "", "", "NAT00060", "subject_identifier", Kind::unique, "NAT00060", nullptr,
     "A subject has one record.",
     "The subject has a record already.", "Remove one of the records."},
    {"F8", 0, E, A, "", "", "NAT00080", "client_identifier", Kind::unique, "NAT00080", nullptr,
     "A client has one record.",
     "The client has a record already.", "Remove one of the records."},
    {"F8", 0, E, A, "", "", "NAT00085", "client_identifier", Kind::unique, "NAT00085", nullptr,
     "A client has one record.",
     "The client has a record already.", "Remove one of the records."},
    {"F9", 0, E, A, "", "", "NAT00090", "client_identifier disability_type_identifier", Kind::unique, "NAT00090", nullptr,
     "No record stands twice.",
     "The same record was there before.", "Remove one of the records."},
    {"F9", 0, E, A, "", "", "NAT00100", "client_identifier prior_educational_achievement_identifier", Kind::unique, "NAT00100", nullptr,
     "No record stands twice.",
     "The same record was there before.", "Remove one of the records."},
    {"F10", 0, E, A, "", "", "NAT00120", "subject_identifier client_identifier", Kind::same_activity, "", nullptr,
     "Organisation, location, client, subject, program and start together stand once.",
     "The same client begins the same subject in the same program on the same day in another record.", "Remove one of the records, or correct its start."},
    {"F11", 4518, E, A, "8.0", "", "NAT00130", "program_identifier client_identifier date_program_completed", Kind::unique, "NAT00130", nullptr,
     "Client, program and date of completion together stand once.",
     "The completion has a record already.", "Remove one of the records."},
    {"F11", 4518, E, A, "7.0", "", "NAT00130", "program_identifier client_identifier year_program_completed", Kind::unique, "NAT00130", nullptr,
     "Client, program and year of completion together stand once.",
     "The completion has a record already.", "Remove one of the records."},
    {"F11", 4518, E, A, "", "", "NAT00130", "program_identifier client_identifier", Kind::not_in_register, "reported-completions", nullptr,
     "What was reported in an earlier collection is not reported again.",
     "The completion was reported in an earlier collection.", "Remove the record."},
    {"F12", 0, W, U, "", "", "NAT00020", "delivery_location_identifier", Kind::not_needed, "location.NAT00120", nullptr,
     "The file is needed only when another one refers to it.",
     "There is no training activity: locations are not needed.", "Leave the file out, or send NAT00120 with it."},
    {"F12", 0, W, U, "", "", "NAT00060", "subject_identifier", Kind::not_needed, "subject.NAT00120", nullptr,
     "The file is needed only when another one refers to it.",
     "There is no training activity: subjects are not needed.", "Leave the file out, or send NAT00120 with it."},
    {"F12", 0, W, U, "", "", "NAT00030", "program_identifier", Kind::not_needed, "program.NAT00120 program.NAT00130", nullptr,
     "The file is needed only when another one refers to it.",
     "Nothing is reported of any program: programs are not needed.", "Leave the file out."},
    {"F12", 0, W, U, "", "", "NAT00090", "client_identifier", Kind::not_needed, "client.disability", nullptr,
     "The file is needed only when another one refers to it.",
     "No client has the disability flag Y: the file is not needed.", "Leave the file out, or set the flag of the clients."},
    {"F12", 0, W, U, "", "", "NAT00100", "client_identifier", Kind::not_needed, "client.education", nullptr,
     "The file is needed only when another one refers to it.",
     "No client has the flag of prior educational achievement Y: the file is not needed.", "Leave the file out, or set the flag of the clients."},
    {"F13", 4704, E, A, "", "", "NAT00010", "training_organisation_identifier", Kind::broken, "", &not_our_organisation,
     "The organisation of the files is the one that submits them.",
     "The organisation is not the one that submits.", "Correct the identifier, or submit from the account of that organisation."},
    {"F13", 4704, E, A, "", "", "NAT00020", "training_organisation_identifier", Kind::broken, "", &not_our_organisation,
     "The organisation of the files is the one that submits them.",
     "The organisation is not the one that submits.", "Correct the identifier, or submit from the account of that organisation."},
    {"F13", 4704, E, A, "8.0", "", "NAT00120", "training_organisation_identifier", Kind::broken, "", &not_our_organisation,
     "The organisation of the files is the one that submits them.",
     "The organisation is not the one that submits.", "Correct the identifier, or submit from the account of that organisation."},
    {"F13", 4704, E, A, "", "", "NAT00130", "training_organisation_identifier", Kind::broken, "", &not_our_organisation,
     "The organisation of the files is the one that submits them.",
     "The organisation is not the one that submits.", "Correct the identifier, or submit from the account of that organisation."},
});
// clang-format on

}  // namespace

std::span<const CheckRule> form_rules() { return form_table; }

}  // namespace provost::reporting::checks
