// The door for a host that keeps the records itself [MIS-04]: it asks, is told which records are needed, fetches them,
// and asks again. Nothing is stored, no clock is read, no function of the host is called. Engines over a store do not
// come by here, but they and this door decide with the same Core, so that their answers are the same.
#pragma once

#include <provost/plan/answer.hpp>
#include <provost/plan/request.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace provost::engine {

/// A record as the host has it.
struct GivenRecord {
    std::string kind;
    std::string document;
};

/// A request, with all facts that the host has fetched for it so far.
struct DecideDocument {
    std::string request;
    std::string owner = "owner";
    std::vector<GivenRecord> records;
    std::vector<Need> asked;
};

/// Decides what a DecideDocument asks; the Answer as a document. `now` is the recorded moment of requests that name
/// none. Pointers of errors in an embedded document go on into it: /request/learner, /records/2/document/id.
[[nodiscard]] Result<std::string> decide_document(std::string_view document, const ZoneFinder& zones, Instant now);

}  // namespace provost::engine

PROVOST_DESCRIBE(provost::engine::GivenRecord, document, "given_record", "A record as the host has it.",
                 PROVOST_NO_INDEX, PROVOST_FIELD(kind, "Kind of the record.").required(),
                 PROVOST_FIELD(document, "The record: its JSON text.").required());

PROVOST_DESCRIBE(provost::engine::DecideDocument, document, "decide",
                 "A request, with all facts that the host has fetched for it so far.", PROVOST_NO_INDEX,
                 PROVOST_FIELD(request, "The request, with its verb: its JSON text.").required(),
                 PROVOST_FIELD(owner, "Actor who holds every right; absent: owner.").at_most(100),
                 PROVOST_FIELD(records, "All records found so far."),
                 PROVOST_FIELD(asked, "All keys looked up so far, whether or not records were found under them."));
