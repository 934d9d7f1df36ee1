// Which audit a document asks for; and the audits of C++, which the table of kinds is given to here.
#include "engine/engine_audit.hpp"

#include "audit/verify.hpp"
#include "base/code_table.hpp"
#include "engine/rejudge.hpp"

#include <provost/describe/json.hpp>

namespace provost::engine {

namespace {

template <class Report>
Result<std::string> written(const Result<Report>& report) {
    if (!report) return report.error();
    return to_json(*report);
}

Result<std::string> head_document(Core& core) {
    if (auto head = core.refresh_head(); !head) return head.error();
    return to_json(JournalPosition{core.head().entries, core.head().state, core.head().chain});
}

}  // namespace

Result<std::string> audit_document(Core& core, std::string_view document) {
    const auto request = from_json<AuditRequest>(document);
    if (!request) return request.error();
    if (request->audit == "head") return head_document(core);
    if (request->audit == "verify") {
        return written(audit::verify(core.store(), core.options().secret, request->anchor));
    }
    if (request->audit == "rejudge") return written(rejudge(core.store(), core.zones(), core.options()));
    return Error{Status::invalid, "choice.unknown"_code, {"/audit", {}, 0, 0}, {{"expected", "head, verify, rejudge"}}};
}

Result<void> rebuild(Core& from, Core& to) {
    // Under another secret no digest of a personal value would fit what `to` is about to hold.
    if (from.options().secret != to.options().secret) {
        return Error{Status::invalid, "argument.invalid"_code, {}, {{"argument", "to"}}};
    }
    to.discard();
    to.ids() = {};  // the records that come have taken theirs
    if (auto made = audit::rebuild(from.store(), to.store(), from.options().secret); !made) return made;
    return to.refresh_head();
}

}  // namespace provost::engine

namespace provost::audit {

Result<VerifyReport> verify(Store& store, std::string_view secret, const std::optional<JournalPosition>& anchor) {
    return verify_kinds(verbs::kinds(), store, secret, anchor);
}

Result<void> rebuild(Store& from, Store& to, std::string_view secret) {
    return rebuild_kinds(verbs::kinds(), from, to, secret);
}

}  // namespace provost::audit
