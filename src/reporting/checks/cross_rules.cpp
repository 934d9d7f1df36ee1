// What files say of each other: X1 to X17. Columns: rule.hpp. Sources and what is uncertain:
// docs/rooms/reporting-checks.md. [FIN-REP-08]
#include "reporting/checks/rule.hpp"

#include <array>

namespace provost::reporting::checks {

namespace {

using namespace columns;

// clang-format off
constexpr auto cross_table = std::to_array<CheckRule>({
    {"X1", 4613, E, A, "", "", "NAT00010", "training_organisation_identifier", Kind::together, "organisation.NAT00010: organisation.NAT00020 organisation.NAT00130", nullptr,
     "An organisation has a location or a completion.",
     "Nothing refers to the organisation.", "Remove the organisation, or send NAT00020 or NAT00130."},
    {"X2", 0, E, A, "", "", "NAT00020", "training_organisation_identifier", Kind::together, "organisation.NAT00020: organisation.NAT00010", nullptr,
     "The organisation of a location is in NAT00010.",
     "The organisation is not in NAT00010.", "Add it to NAT00010."},
    {"X3", 0, E, A, "", "", "NAT00020", "delivery_location_identifier", Kind::together, "location.NAT00020: location.NAT00120", nullptr,
     "A location has training activity.",
     "There is no training activity at the location.", "Remove the location."},
    {"X4", 0, E, A, "", "", "NAT00030", "program_identifier", Kind::together, "program.NAT00030: program.NAT00120 program.NAT00130", nullptr,
     "A program has training activity or a completion.",
     "Nothing refers to the program.", "Remove the program."},
    {"X4", 0, E, A, "8.0", "", "NAT00030A", "program_identifier", Kind::together, "program.NAT00030A: program.NAT00120 program.NAT00130", nullptr,
     "A program has training activity or a completion.",
     "Nothing refers to the program.", "Remove the program."},
    {"X5", 0, E, A, "", "", "NAT00060", "subject_identifier", Kind::together, "subject.NAT00060: subject.NAT00120", nullptr,
     "A subject has training activity.",
     "There is no training activity in the subject.", "Remove the subject."},
    {"X6", 4503, E, C, "", "", "NAT00080", "client_identifier", Kind::together, "client.NAT00080: client.NAT00120 client.NAT00130", nullptr,
     "A client has training activity or a completion.",
     "Nothing is reported of the client.", "Remove the client."},
    {"X6", 0, E, A, "", "", "NAT00080", "client_identifier", Kind::together_if_sent, "client.NAT00080: client.NAT00085", nullptr,
     "A client has contact details, when NAT00085 is sent.",
     "The client is not in NAT00085.", "Add the contact details."},
    {"X7", 4649, E, C, "", "", "NAT00085", "client_identifier", Kind::together, "client.NAT00085: client.NAT00080", nullptr,
     "A client with contact details is in NAT00080.",
     "The client is not in NAT00080.", "Add the client to NAT00080."},
    {"X7", 0, E, A, "", "", "NAT00085", "postcode", Kind::together, "client.overseas-contact: !client.usual-at-home", nullptr,
     "Both addresses of a client lie overseas, or neither.",
     "The contact address is overseas, and that in NAT00080 is not.", "Correct one of the two."},
    {"X7", 0, E, A, "", "", "NAT00085", "postcode", Kind::together, "client.contact-at-home: !client.overseas-usual", nullptr,
     "Both addresses of a client lie overseas, or neither.",
     "The contact address is in Australia, and that in NAT00080 is not.", "Correct one of the two."},
    {"X7", 0, E, A, "", "", "NAT00085", "client_family_name", Kind::agree, "name", nullptr,
     "NAT00080 and NAT00085 name a client alike.",
     "The family name is not the one in NAT00080.", "Correct one of the two."},
    {"X7", 0, W, U, "", "", "NAT00085", "street_name", Kind::agree, "address", nullptr,
     "NAT00080 and NAT00085 have one address, unless post goes to a box.",
     "The address is not the one in NAT00080, and there is no delivery box.", "Correct one of the two, if it is not a postal address of its own."},
    {"X8", 0, E, A, "", "", "NAT00080", "disability_flag", Kind::together, "client.disability: client.NAT00090", nullptr,
     "A client with the disability flag Y has a type of disability.",
     "The disability flag is Y, and NAT00090 has no record.", "Add the type, or 99."},
    {"X8", 0, E, A, "", "", "NAT00090", "client_identifier", Kind::together, "client.NAT00090: client.disability", nullptr,
     "A client with a type of disability has the disability flag Y.",
     "The disability flag of the client is not Y.", "Set the flag, or remove the record."},
    {"X9", 0, E, A, "", "", "NAT00080", "prior_educational_achievement_flag", Kind::together, "client.education: client.NAT00100", nullptr,
     "A client with the flag of prior educational achievement Y has an achievement.",
     "The flag is Y, and NAT00100 has no record.", "Add the achievement, or 990."},
    {"X10", 0, E, A, "", "", "NAT00120", "delivery_location_identifier", Kind::together, "location.NAT00120: location.NAT00020", nullptr,
     "The location of an activity is in NAT00020.",
     "The location is not in NAT00020.", "Add it there."},
    {"X10", 0, E, A, "", "", "NAT00120", "program_identifier", Kind::together, "program.NAT00120: program.NAT00030 program.NAT00030A", nullptr,
     "The program of an activity is in NAT00030 or NAT00030A.",
     "The program is not in NAT00030 or NAT00030A.", "Add it there."},
    {"X10", 0, E, A, "", "", "NAT00120", "subject_identifier", Kind::together, "subject.NAT00120: subject.NAT00060", nullptr,
     "The subject of an activity is in NAT00060.",
     "The subject is not in NAT00060.", "Add it there."},
    {"X10", 0, E, A, "", "", "NAT00120", "client_identifier", Kind::together, "client.NAT00120: client.NAT00080", nullptr,
     "The client of an activity is in NAT00080.",
     "The client is not in NAT00080.", "Add it there."},
    {"X11", 0, E, A, "", "", "NAT00130", "training_organisation_identifier", Kind::together, "organisation.NAT00130: organisation.NAT00010", nullptr,
     "The organisation of a completion is in NAT00010.",
     "The organisation is not in NAT00010.", "Add it there."},
    {"X11", 0, E, A, "", "", "NAT00130", "program_identifier", Kind::together, "program.NAT00130: program.NAT00030 program.NAT00030A", nullptr,
     "The program of a completion is in NAT00030 or NAT00030A.",
     "The program is not in NAT00030 or NAT00030A.", "Add it there."},
    {"X11", 0, E, A, "", "", "NAT00130", "client_identifier", Kind::together, "client.NAT00130: client.NAT00080", nullptr,
     "The client of a completion is in NAT00080.",
     "The client is not in NAT00080.", "Add it there."},
    {"X12", 0, E, A, "", "", "NAT00130", "client_identifier", Kind::together, "client.completed: client.NAT00120", nullptr,
     "Who completed a program in the collection year has training activity.",
     "The program was completed in the collection year, and the client has no training activity.", "Report the activity, or correct the date."},
    {"X13", 0, E, A, "", "", "NAT00130", "program_identifier", Kind::together, "program.NAT00130: !program.not-vocational", nullptr,
     "A completed program is a vocational one.",
     "The VET flag of the program is N.", "Remove the completion, or correct the flag."},
    {"X14", 0, E, A, "", "", "NAT00120", "commencing_program_identifier", Kind::constant, "", nullptr,
     "All activity of a client in a program has one value of commencing program.",
     "The client has another value in the same program.", "Enter the same value in all of them."},
    {"X15", 0, E, C, "8.0", "nsw", "NAT00130", "program_identifier", Kind::together, "program.NAT00130: program.NAT00120", nullptr,
     "A completed program has training activity.",
     "There is no training activity in the program.", "Report the activity, or remove the completion."},
    {"X15", 120087, W, C, "8.0", "vic", "NAT00120", "program_identifier", Kind::together, "program.NAT00120: program.NAT00130", nullptr,
     "A program with training activity is in NAT00130.",
     "The program is not in NAT00130.", "Add its status to NAT00130."},
    {"X16", 0, E, B, "", "nsw", "NAT00120", "program_identifier client_identifier", Kind::program_limit, "", nullptr,
     "A client has no more programs than the target allows.",
     "The client has one program more than the target allows.", "Report the programs of one chain of transitions only."},
    {"X17", 0, E, C, "", "", "NAT00120", "activity_start_date", Kind::no_overlap, "", nullptr,
     "Activity of a client in a subject does not overlap.",
     "The client is in the same subject at the same time in another record.", "Correct the dates, or remove one of the records."},
});
// clang-format on

}  // namespace

std::span<const CheckRule> cross_rules() { return cross_table; }

}  // namespace provost::reporting::checks
