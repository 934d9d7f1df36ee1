// The table of sessions: each name and who begins it.
#include "engine/sessions.hpp"

#include "engine/export_session.hpp"
#include "engine/import_session.hpp"
#include "engine/lms_sessions.hpp"

#include <provost/describe/json.hpp>

namespace provost::engine {

namespace {

struct Row {
    std::string_view name;
    Result<std::unique_ptr<Session>> (*begin)(Core&, const SessionRequest&);
};

constexpr auto table = std::to_array<Row>({
    {"organisation", &begin_organisation},
    {"import", &begin_import},
    {"enrolments", &begin_enrolments},
    {"statutory", &begin_statutory},
    {"lms.provision", &begin_provisioning},
    {"lms.memory", &begin_memory_lms},
    {"lms.file_drop", &begin_file_drop},
    {"lms.verify", &begin_verify},
});

}  // namespace

Result<std::unique_ptr<Session>> begin_session(Core& core, std::string_view document) {
    auto request = from_json<SessionRequest>(document);
    if (!request) return request.error();
    std::string names;
    for (const Row& row : table) {
        if (row.name == request->session) return row.begin(core, *request);
        names += (names.empty() ? "" : ", ") + std::string(row.name);
    }
    return Error{Status::invalid, "choice.unknown"_code, {"/session", {}, 0, 0}, {{"expected", names}}};
}

}  // namespace provost::engine
