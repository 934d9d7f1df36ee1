// Records and units as a host's store gets them, and records as it gives them back.
#include "documents.hpp"

#include "adapters/described_keys.hpp"
#include "engine/request_document.hpp"

#include <provost/describe/json.hpp>

namespace provost::capi {

Error callback_failed(std::string_view function, std::string detail) {
    Parameter name{"function", std::string(function)};
    return {Status::callback, "callback.failed"_code, {}, {std::move(name), {"detail", std::move(detail)}}};
}

namespace {

WrittenRecord written(const Write& write) {
    const Record& record = write.record;
    WrittenRecord shown;
    shown.kind = record.type().name;
    shown.id = record.id();
    shown.expected = write.expected;
    shown.version = record.version();
    shown.takes_id = takes_id(record.type());
    write_json(shown.document, record.type(), record.data());
    for (std::size_t i = 0; i < record.type().indexes.size(); ++i) {
        const Index& index = record.type().indexes[i];
        Need key = engine::need_of(index_key(record, static_cast<int>(i)));
        shown.keys.push_back({std::move(key.index), index.unique && is_keyed(record, index), std::move(key.values)});
    }
    return shown;
}

}  // namespace

Result<std::vector<Record>> records_in(const RecordsDocument& found, const RecordType& type,
                                       std::string_view function) {
    std::vector<Record> records;
    for (const std::string& text : found.documents) {
        auto data = type.make();
        if (!read_json(text, type, data.get())) return callback_failed(function, "a record can not be read");
        records.emplace_back(type, std::move(data));
        const bool in_order = records.size() == 1 || records[records.size() - 2].id() < records.back().id();
        if (!in_order) return callback_failed(function, "records are not in ascending order of id");
    }
    return records;
}

UnitDocument unit_document(const Unit& unit) {
    UnitDocument shown;
    shown.as_of = unit.as_of;
    for (const Expectation& read : unit.reads) {
        shown.reads.push_back({std::string(read.type->name), read.id, read.version});
    }
    for (const Write& write : unit.writes) shown.writes.push_back(written(write));
    return shown;
}

}  // namespace provost::capi
