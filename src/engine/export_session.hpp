// Sessions that export: the caller takes pieces, and the work for a piece is done when it is taken. Memory stays flat,
// however much there is: records are read page by page, and only ids of what a file refers to are remembered.
#pragma once

#include "engine/core.hpp"

#include <provost/engine/session_request.hpp>
#include <provost/enrolment/enrolment.hpp>

#include <deque>
#include <unordered_map>

namespace provost::engine {

/// All course enrolments, in the order in which they were made: stream "enrolments.csv".
[[nodiscard]] Result<std::unique_ptr<Session>> begin_enrolments(Core& core, const SessionRequest& request);

/// The statutory files of a collection year: streams "nat/NAT00120.txt" and so on, "nat/findings.csv" and
/// "nat/not_reported.csv".
[[nodiscard]] Result<std::unique_ptr<Session>> begin_statutory(Core& core, const SessionRequest& request);

/// What exports have in common: pieces, the run record, the summary.
class ExportSession : public Session {
public:
    ExportSession(Core& core, SessionRequest request)
        : core_(core), request_(std::move(request)), recorded_(request_.recorded.value_or(core.now())) {}

    Result<void> feed(std::string_view bytes) final;
    Result<std::string> finish() final;
    Result<bool> take(Chunk& chunk) final;

protected:
    /// Does the next part of the work; false when all is done. Called under the engine's lock.
    [[nodiscard]] virtual Result<bool> step() = 0;
    /// Hands out bytes, cut into pieces.
    void put(std::string_view stream, std::string_view bytes);

    [[nodiscard]] Store& store() { return core_.store(); }
    [[nodiscard]] const SessionRequest& request() const { return request_; }
    [[nodiscard]] ExportSummary& summary() { return summary_; }

private:
    [[nodiscard]] Result<std::int64_t> journal_entries();
    [[nodiscard]] Result<void> work();

    Core& core_;
    SessionRequest request_;
    Instant recorded_;
    std::deque<Chunk> pieces_;
    ExportSummary summary_;
    std::optional<std::int64_t> begun_at_;  // entries of the journal
    std::optional<Error> failed_;
    bool worked_ = false;
    bool finished_ = false;
};

/// A scan over records of one kind, page by page.
class Scan {
public:
    Scan(const RecordType& type, std::size_t limit) { query_.type = &type, query_.limit = limit; }
    /// Only records with this value in the first member of the index.
    Scan& under(std::string_view index, KeyPart value) {
        query_.index = find_index(*query_.type, index);
        query_.parts = {std::move(value)};
        return *this;
    }
    /// The next page; empty at the end.
    [[nodiscard]] Result<std::vector<Record>> next(Store& store);

private:
    Query query_;
};

// Not in the template below: clang 14 does not evaluate consteval calls there.
[[nodiscard]] inline Error missing_record(const RecordType& type) {
    return {Status::storage, "record.missing"_code, {}, {{"kind", std::string(type.name)}}};
}

/// Records that others refer to. `want` them, `load` them all in one call, then look `at` them.
template <class T>
class Cache {
public:
    void want(Id<T> id) {
        if (!id || !records_.try_emplace(id.value).second) return;
        missing_.push_back(id_key(type_of<T>(), id.value));
    }
    [[nodiscard]] Result<void> load(Store& store) {
        if (missing_.empty()) return {};
        auto loaded = store.load(missing_);
        if (!loaded) return loaded.error();
        for (std::size_t i = 0; i < missing_.size(); ++i) {
            const auto& found = loaded->found[i];
            if (found.empty()) {
                return missing_record(type_of<T>());
            }
            records_[missing_[i].parts.front().number] = found.front();
        }
        missing_.clear();
        return {};
    }
    /// Null for no id.
    [[nodiscard]] const T* at(Id<T> id) const {
        const auto found = records_.find(id.value);
        return found == records_.end() ? nullptr : found->second.template get<T>();
    }
    /// Between pages: forgets everything when it has become much.
    void trim() {
        if (records_.size() > most) records_.clear();
    }

private:
    static constexpr std::size_t most = 5'000;

    std::unordered_map<std::int64_t, Record> records_;
    std::vector<Key> missing_;
};

/// The activities of enrolments, in their order: of each the latest attempt last.
[[nodiscard]] Result<std::vector<std::vector<Record>>> load_activities(Store& store,
                                                                       std::span<const Record> enrolments);

}  // namespace provost::engine
