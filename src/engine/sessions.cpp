// The table of sessions: each name, who begins it, and which options it takes.
#include "engine/sessions.hpp"

#include "base/list_text.hpp"
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

#include <provost/describe/compare.hpp>
#include <provost/describe/json.hpp>

namespace provost::engine {

namespace {

struct SessionRow {
    std::string_view name;
    access::Right right;
    Result<std::unique_ptr<Session>> (*begin)(Core&, const SessionRequest&);
    std::string_view options{};  // the members of the document that mean something for it, besides those of all
};

// Hosts say these of all that they do, whether the session asks for them or not.
constexpr std::string_view of_all = "provost session actor recorded zone worker";

constexpr auto table = std::to_array<SessionRow>({
    {"organisation", access::Right::import_rows, &begin_organisation, "file"},
    {"import", access::Right::import_rows, &begin_import,
     "preset file separator encoding defaults codes lenient_ids last_wins template_update atomic dry_run report "
     "rejects detail messages override_reason"},
    {"enrolments", access::Right::report, &begin_enrolments},
    {"active_learners", access::Right::report, &begin_active_learners, "collection_year"},
    {"report", access::Right::report, &begin_report, "preset course learner since until format where limit after"},
    {"statutory", access::Right::report, &begin_statutory,
     "collection_year submitted_on release target submission parchments tnc_all_rows per_learner"},
    {"statutory.explain", access::Right::report, &begin_statutory_explain,
     "collection_year submitted_on release target submission parchments tnc_all_rows per_learner learner activity"},
    {"statutory.check", access::Right::report, &begin_statutory_check,
     "collection_year submitted_on release target organisation"},
    {"lint", access::Right::edit_courses, &begin_lint, "retire"},
    {"learning.check", access::Right::edit_courses, &begin_check, "course limit"},
    {"learning.update", access::Right::edit_courses, &begin_update, "dry_run ignore_future_revision"},
    {"finalise.worklist", access::Right::finalise, &begin_worklist},
    {"what_if", access::Right::report, &begin_what_if, "suppose"},
    {"erase", access::Right::erase, &begin_erase},
    {"tick", access::Right::register_learners, &begin_tick, "dry_run limit"},
    {"outbox", access::Right::send_messages, &begin_outbox, "limit organiser"},
    {"lms.provision", access::Right::operate_lms, &begin_provisioning, "connection approval dry_run"},
    {"lms.memory", access::Right::operate_lms, &begin_memory_lms, "connection memory"},
    {"lms.file_drop", access::Right::operate_lms, &begin_file_drop, "connection preset approval"},
    {"lms.observe", access::Right::operate_lms, &begin_observe, "connection approval"},
    {"lms.adapter", access::Right::operate_lms, &begin_adapter, "connection preset adapter"},
    {"lms.accounts", access::Right::operate_lms, &begin_lms_accounts, "connection"},
    {"lms.courses", access::Right::operate_lms, &begin_lms_courses, "connection"},
    {"lms.results", access::Right::receive_results, &begin_lms_results, "connection"},
    {"lms.resync", access::Right::operate_lms, &begin_lms_resync,
     "connection since until by include_automatic dry_run"},
    {"lms.meter", access::Right::report, &begin_lms_meter, "connection collection_year"},
});

// What has finished takes nothing more, and is not finished again; what it has left may still be taken.
class FinishedOnce final : public Session {
public:
    explicit FinishedOnce(std::unique_ptr<Session> session) : session_(std::move(session)) {}

    Result<void> feed(std::string_view bytes) override {
        return finished_ ? Error{Status::invalid, "handle.closed"_code} : session_->feed(bytes);
    }
    Result<std::string> finish() override {
        if (finished_) return Error{Status::invalid, "handle.closed"_code};
        auto summary = session_->finish();
        finished_ = static_cast<bool>(summary);
        return summary;
    }
    Result<bool> take(Chunk& chunk) override { return session_->take(chunk); }

private:
    std::unique_ptr<Session> session_;
    bool finished_ = false;
};

// Who runs it, by his login as it is kept, if he has the session's own right; an import's rows need the rights of their
// verbs besides.
Result<std::string> actor_of(Core& core, const SessionRequest& request, access::Right right) {
    if (core.is_host(request.actor)) return request.actor;
    const Key key{&type_of<access::Administrator>(), 0, {{0, people::login_index(request.actor), true}}};
    const std::lock_guard lock(core.mutex());
    auto loaded = core.store().load(std::span(&key, 1));
    if (!loaded) return loaded.error();
    const auto& found = loaded->found.front();
    const auto* administrator = found.empty() ? nullptr : found.front().get<access::Administrator>();
    if (administrator != nullptr && access::holds(*administrator, right)) return administrator->login;
    return Error{Status::invalid, "right.missing"_code, {"/actor", {}, 0, 0}, {{"right", std::string(word(right))}}};
}

bool names(std::string_view words, std::string_view name) {
    const auto apart = [](std::string_view text) { return ' ' + std::string(text) + ' '; };
    return apart(words).find(apart(name)) != std::string::npos;
}

// What means nothing here was meant for something: a dry_run, say, where everything is written.
Result<void> check_options(const SessionRequest& request, const SessionRow& row) {
    const SessionRequest usual;
    for (const Field& field : type_of<SessionRequest>().fields) {
        if (same_member(field, &request, &usual) || names(of_all, field.name) || names(row.options, field.name))
            continue;
        return Error{Status::invalid,
                     "session.option-unused"_code,
                     {"/" + std::string(field.name), {}, 0, 0},
                     {{"option", std::string(field.name)},
                      {"session", request.session},
                      {"expected", std::string(of_all) + (row.options.empty() ? "" : " ") + std::string(row.options)}}};
    }
    return {};
}

}  // namespace

Result<std::unique_ptr<Session>> begin_session(Core& core, std::string_view document) {
    auto request = from_json<SessionRequest>(document);
    if (!request) return request.error();
    std::string names;
    for (const SessionRow& row : table) {
        if (row.name == request->session) {
            auto actor = actor_of(core, *request, row.right);
            if (!actor) return actor.error();
            request->actor = std::move(*actor);
            if (auto options = check_options(*request, row); !options) return options.error();
            auto session = row.begin(core, *request);
            if (!session) return session.error();
            return std::unique_ptr<Session>(std::make_unique<FinishedOnce>(std::move(*session)));
        }
        add_to_list(names, row.name);
    }
    return Error{Status::invalid, "choice.unknown"_code, {"/session", {}, 0, 0}, {{"expected", names}}};
}

}  // namespace provost::engine
