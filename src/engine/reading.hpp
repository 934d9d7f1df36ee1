// How sessions read a store: page by page, and what the records of a page refer to once for all of them.
#pragma once

#include "base/code_table.hpp"

#include <provost/ports/store.hpp>

#include <unordered_map>

namespace provost::engine {

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
    [[nodiscard]] Result<std::vector<Record>> next(Store& store) {
        auto found = store.find(query_);
        if (found && !found->empty()) query_.after = found->back().id();
        return found;
    }
    /// Calls `take(page)` with every page up to the end; the first error ends it.
    template <class Take>
    [[nodiscard]] Result<void> pages(Store& store, Take take) {
        while (true) {
            auto page = next(store);
            if (!page) return page.error();
            if (page->empty()) return {};
            if (auto taken = take(*page); !taken) return taken;
        }
    }
    /// Calls `take(record)` with every record up to the end.
    template <class Take>
    [[nodiscard]] Result<void> each(Store& store, Take take) {
        return pages(store, [&](const std::vector<Record>& page) {
            for (const Record& record : page) take(record);
            return Result<void>{};
        });
    }

private:
    Query query_;
};

[[nodiscard]] inline Error missing_record(const RecordType& type) {
    return {Status::storage, "record.missing"_code, {}, {{"kind", std::string(type.name)}}};
}

/// Records that others refer to. `want` them, `load` them all in one call, then look `at` them.
template <class T>
class Cache {
public:
    template <class U>
    void want(Id<U> id) {
        if (!id || !records_.try_emplace(id.value).second) return;
        missing_.push_back(id_key(type_of<T>(), id.value));
    }
    /// Those that are not there are an error, unless they `may_be_absent`.
    [[nodiscard]] Result<void> load(Store& store, bool may_be_absent = false) {
        if (missing_.empty()) return {};
        auto loaded = store.load(missing_);
        if (!loaded) return loaded.error();
        for (std::size_t i = 0; i < missing_.size(); ++i) {
            const auto& found = loaded->found[i];
            if (!found.empty()) records_[missing_[i].parts.front().number] = found.front();
            if (found.empty() && !may_be_absent) return missing_record(type_of<T>());
        }
        missing_.clear();
        return {};
    }
    /// Null for no id, and for a record that is not there.
    template <class U>
    [[nodiscard]] const T* at(Id<U> id) const {
        const auto found = records_.find(id.value);
        return found == records_.end() || !found->second ? nullptr : found->second.template get<T>();
    }
    /// Between pages: forgets everything when it has become much.
    void trim() {
        if (records_.size() > most) records_.clear();
    }
    void clear() { records_.clear(); }

private:
    static constexpr std::size_t most = 5'000;

    std::unordered_map<std::int64_t, Record> records_;
    std::vector<Key> missing_;
};

}  // namespace provost::engine
