// What the catalogue refers to: subjects (units) and programs (qualifications).
#pragma once

#include <provost/plan/request.hpp>

namespace provost::catalogue {

/// A unit of competency or module, as statutory files know it. Since 0.1.
struct Subject {
    Id<Subject> id;
    std::int64_t version = 0;
    std::string code;
    std::string title;
    std::string field_of_education;
    std::optional<std::int64_t> nominal_hours;
    bool vocational = true;
};

/// A qualification, course or skill set that learners are enrolled in. Since 0.1.
struct Program {
    Id<Program> id;
    std::int64_t version = 0;
    std::string code;
    std::string title;
    std::string recognition;
    std::string level_of_education;
    std::string field_of_education;
    std::string anzsco;
    std::optional<std::int64_t> nominal_hours;
    bool vocational = true;
};

}  // namespace provost::catalogue

PROVOST_DESCRIBE(
    provost::catalogue::Subject, record, "subject", "A unit of competency or module.",
    PROVOST_INDEXES({"code", true, {"code"}}), PROVOST_FIELD(id, "Identity in this store."),
    PROVOST_FIELD(version, "Counts the changes."), PROVOST_FIELD(code, "Subject identifier.").required().key(12),
    PROVOST_FIELD(title, "Title; absent when not known.").at_most(200).line(),
    PROVOST_FIELD(field_of_education, "Subject field of education.").at_most(6),
    PROVOST_FIELD(nominal_hours, "Nominal hours; absent when not known.").between(0, 9999, "value.out-of-range"),
    PROVOST_FIELD(vocational, "Vocational (VET flag)."));

PROVOST_DESCRIBE(
    provost::catalogue::Program, record, "program", "A qualification, course or skill set.",
    PROVOST_INDEXES({"code", true, {"code"}}), PROVOST_FIELD(id, "Identity in this store."),
    PROVOST_FIELD(version, "Counts the changes."), PROVOST_FIELD(code, "Program identifier.").required().key(10),
    PROVOST_FIELD(title, "Title.").at_most(200).line(),
    PROVOST_FIELD(recognition, "Program recognition identifier.").at_most(2),
    PROVOST_FIELD(level_of_education, "Program level of education identifier.").at_most(3),
    PROVOST_FIELD(field_of_education, "Program field of education identifier.").at_most(4),
    PROVOST_FIELD(anzsco, "Occupation (ANZSCO) identifier.").at_most(6),
    PROVOST_FIELD(nominal_hours, "Nominal hours; absent when not known.").between(0, 9999, "value.out-of-range"),
    PROVOST_FIELD(vocational, "Vocational (VET flag)."));
