// The engine: a loop that loads facts, lets a verb decide, commits, and hands out the answer. It knows no rule.
#pragma once

#include <provost/audit/audit.hpp>
#include <provost/engine/find_query.hpp>
#include <provost/engine/session.hpp>
#include <provost/plan/answer.hpp>
#include <provost/plan/define.hpp>
#include <provost/plan/request.hpp>
#include <provost/ports/store.hpp>

#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace provost {

/// How an engine works. Since 0.1.
struct EngineOptions {
    std::string owner = "owner";  ///< actor who holds every right: the host itself
    std::string secret;           ///< makes digests of personal values unguessable; must stay the same for a store
    std::optional<Instant> now;   ///< recorded moment of requests that name none; absent: the system clock
    std::size_t batch = 2000;     ///< rows of an import that are decided and committed together
};

/// Since 0.1. Calls may come from any thread; they are carried out one after the other.
class Engine {
public:
    /// An engine over a store and a source of time zones, both of which it owns from then on.
    [[nodiscard]] static Result<std::unique_ptr<Engine>> open(std::unique_ptr<Store> store,
                                                              std::unique_ptr<ZoneFinder> zones,
                                                              EngineOptions options = {});
    virtual ~Engine() = default;

    /// Decides a request and carries it out. A refusal is an answer; errors are malformed requests and failures.
    template <class Request>
    [[nodiscard]] Result<Answer> run(const Request& request) {
        return run(type_of<Request>(), &request);
    }
    /// The same without the C++ type of the request.
    [[nodiscard]] virtual Result<Answer> run(const RecordType& type, const void* request) = 0;
    /// The same with documents: a request that names its verb, and the answer.
    [[nodiscard]] virtual Result<std::string> run_document(std::string_view request) = 0;

    /// Begins a session; docs/sessions.md lists them. The document says which, and its options.
    [[nodiscard]] virtual Result<std::unique_ptr<Session>> begin(std::string_view document) = 0;

    /// One record by id, as a document; NOT_FOUND when there is none.
    [[nodiscard]] virtual Result<std::string> get(std::string_view kind, std::int64_t id) = 0;
    /// Records that a query wants, as documents. Reads no more at once than a page and what it answers. What is written
    /// meanwhile may or may not show. Errors: kind.unknown, argument.invalid, what is wrong with a value, or
    /// record.missing for a record `after` that is gone, with their JSON Pointer in the query. [IMC-TPL-05]
    [[nodiscard]] virtual Result<std::vector<std::string>> find(const FindQuery& query) = 0;
    /// The same by the first members of an index alone, in ascending order of id.
    [[nodiscard]] Result<std::vector<std::string>> find(std::string_view kind, std::string_view index,
                                                        const std::vector<std::string>& values, std::int64_t after,
                                                        std::size_t limit) {
        return find({std::string(kind), std::string(index), values, {}, {}, after, static_cast<std::int64_t>(limit)});
    }
    [[nodiscard]] virtual Result<JournalPosition> journal() = 0;

    /// Audits, with documents (AuditRequest): head answers a JournalPosition, verify an audit::VerifyReport, rejudge an
    /// audit::RejudgeReport.
    [[nodiscard]] virtual Result<std::string> audit(std::string_view document) = 0;
    /// audit::rebuild out of this engine's store into that of another engine with the same secret, whose store is empty
    /// still; `to` goes on from there. Errors: argument.invalid for another `to`, audit.entry-changed, and what the
    /// stores answer; `to` may be half filled then: throw its store away.
    [[nodiscard]] virtual Result<void> rebuild(Engine& to) = 0;
};

}  // namespace provost
