// The table of sessions: each name and who begins it.
#include "engine/sessions.hpp"

#include "engine/check_session.hpp"
#include "engine/erase_session.hpp"
#include "engine/export_session.hpp"
#include "engine/import_session.hpp"
#include "engine/lint_session.hpp"
#include "engine/lms_adapter_session.hpp"
#include "engine/lms_sessions.hpp"
#include "engine/outbox_session.hpp"
#include "engine/statutory.hpp"
#include "engine/statutory_check_session.hpp"
#include "engine/tick_session.hpp"
#include "engine/update_session.hpp"
#include "engine/what_if_session.hpp"
#include "engine/worklist_session.hpp"

#include <provost/describe/json.hpp>

namespace provost::engine {

namespace {

struct SessionRow {
    std::string_view name;
    access::Right right;
    Result<std::unique_ptr<Session>> (*begin)(Core&, const SessionRequest&);
};

constexpr auto table = std::to_array<SessionRow>({
    {"organisation", access::Right::import_rows, &begin_organisation},
    {"import", access::Right::import_rows, &begin_import},
    {"enrolments", access::Right::report, &begin_enrolments},
    {"active_learners", access::Right::report, &begin_active_learners},
    {"report", access::Right::report, &begin_report},
    {"statutory", access::Right::report, &begin_statutory},
    {"statutory.explain", access::Right::report, &begin_statutory_explain},
    {"statutory.check", access::Right::report, &begin_statutory_check},
    {"lint", access::Right::edit_courses, &begin_lint},
    {"learning.check", access::Right::edit_courses, &begin_check},
    {"learning.update", access::Right::edit_courses, &begin_update},
    {"finalise.worklist", access::Right::finalise, &begin_worklist},
    {"what_if", access::Right::report, &begin_what_if},
    {"erase", access::Right::erase, &begin_erase},
    {"tick", access::Right::register_learners, &begin_tick},
    {"outbox", access::Right::send_messages, &begin_outbox},
    {"lms.provision", access::Right::operate_lms, &begin_provisioning},
    {"lms.memory", access::Right::operate_lms, &begin_memory_lms},
    {"lms.file_drop", access::Right::operate_lms, &begin_file_drop},
    {"lms.observe", access::Right::operate_lms, &begin_observe},
    {"lms.adapter", access::Right::operate_lms, &begin_adapter},
    {"lms.accounts", access::Right::operate_lms, &begin_lms_accounts},
    {"lms.courses", access::Right::operate_lms, &begin_lms_courses},
    {"lms.results", access::Right::receive_results, &begin_lms_results},
    {"lms.resync", access::Right::operate_lms, &begin_lms_resync},
    {"lms.meter", access::Right::report, &begin_lms_meter},
});

// The session's own right; an import's rows need the rights of their verbs besides.
Result<void> check_right(Core& core, const SessionRequest& request, access::Right right) {
    if (core.is_host(request.actor)) return {};
    const Key key{&type_of<access::Administrator>(), 0, {{0, people::login_index(request.actor), true}}};
    const std::lock_guard lock(core.mutex());
    auto loaded = core.store().load(std::span(&key, 1));
    if (!loaded) return loaded.error();
    const auto& found = loaded->found.front();
    if (!found.empty() && access::holds(*found.front().get<access::Administrator>(), right)) return {};
    return Error{Status::invalid, "right.missing"_code, {"/actor", {}, 0, 0}, {{"right", std::string(word(right))}}};
}

}  // namespace

Result<std::unique_ptr<Session>> begin_session(Core& core, std::string_view document) {
    auto request = from_json<SessionRequest>(document);
    if (!request) return request.error();
    std::string names;
    for (const SessionRow& row : table) {
        if (row.name == request->session) {
            if (auto right = check_right(core, *request, row.right); !right) return right.error();
            return row.begin(core, *request);
        }
        names += (names.empty() ? "" : ", ") + std::string(row.name);
    }
    return Error{Status::invalid, "choice.unknown"_code, {"/session", {}, 0, 0}, {{"expected", names}}};
}

}  // namespace provost::engine
