// What a session is begun with.
#pragma once

#include <provost/plan/request.hpp>

namespace provost {

/// The document that begins a session. Since 0.1.
struct SessionRequest {
    std::int64_t provost = 1;
    std::string session;
    std::string preset;
    std::string file;
    std::string zone;
    std::string separator;
    std::string actor;
    std::optional<Instant> recorded;
    Detail detail = Detail::verdict;
};

/// What a finished import says. Rows read = created + updated + unchanged + rejected, always. Since 0.1.
struct ImportSummary {
    std::string preset;
    std::string file;
    std::int64_t rows = 0;
    std::int64_t created = 0;
    std::int64_t updated = 0;
    std::int64_t unchanged = 0;
    std::int64_t rejected = 0;
    std::string input;
};

}  // namespace provost

PROVOST_DESCRIBE(provost::SessionRequest, document, "session_request", "What a session is begun with.",
                 PROVOST_NO_INDEX,
                 PROVOST_FIELD(provost, "Format version of the document: 1.").between(1, 1, "document.version"),
                 PROVOST_FIELD(session, "import, organisation, enrolments, statutory.").required(),
                 PROVOST_FIELD(preset, "Import: which file it is, for example enrolments."),
                 PROVOST_FIELD(file, "Import: name of the file in reports.").at_most(255),
                 PROVOST_FIELD(zone, "IANA zone of moments without an offset.").at_most(64),
                 PROVOST_FIELD(separator, "Import: one character; absent: the preset's own.").at_most(1),
                 PROVOST_FIELD(actor, "Who runs it.").at_most(100),
                 PROVOST_FIELD(recorded, "When; absent: the moment the engine was given."),
                 PROVOST_FIELD(detail, "Import: with reason or full, refused rows are explained."));

PROVOST_DESCRIBE(provost::ImportSummary, document, "import_summary", "What a finished import says.", PROVOST_NO_INDEX,
                 PROVOST_FIELD(preset, "Which file it was."), PROVOST_FIELD(file, "Name of the file."),
                 PROVOST_FIELD(rows, "Rows read."), PROVOST_FIELD(created, "Rows that made a record."),
                 PROVOST_FIELD(updated, "Rows that changed one."),
                 PROVOST_FIELD(unchanged, "Rows that changed nothing."),
                 PROVOST_FIELD(rejected, "Rows that were refused."),
                 PROVOST_FIELD(input, "Digest of the bytes read."));
