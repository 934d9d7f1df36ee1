// A host's store in Python: each call of the engine becomes a call of the Python object, in the terms of
// provost/adapters.py (documents as JSON text, index keys as tuples). Exceptions of Python become CALLBACK errors.
#include "module.hpp"

#include "adapters/described_keys.hpp"
#include "base/code_table.hpp"

#include <provost/describe/json.hpp>
#include <provost/ports/store.hpp>

#include <pybind11/stl.h>

#include <algorithm>
#include <optional>

namespace provost::python {

namespace {

Error callback_error(std::string function) {
    return {Status::callback, "callback.failed"_code, {}, {{"function", std::move(function)}}};
}

std::string_view index_name(const RecordType& type, int index) {
    return index == Key::by_id ? std::string_view("id") : type.indexes[static_cast<std::size_t>(index)].name;
}

py::tuple values_of(const KeyParts& parts) {
    py::list values;
    for (const KeyPart& part : parts) {
        values.append(part.is_text ? py::object(py::str(part.text)) : py::object(py::int_(part.number)));
    }
    return values;
}

// The text of a document as a store may hand it out: str, bytes, or a dict. Throws Python's own exceptions.
std::string document_text(const py::handle& given) {
    if (py::isinstance<py::dict>(given)) return py::module_::import("json").attr("dumps")(given).cast<std::string>();
    return given.cast<std::string>();
}

Record read_record(const RecordType& type, const py::handle& given) {
    auto made = type.make();
    if (auto read = read_json(document_text(given), type, made.get()); !read) throw Failure{read.error()};
    return {type, std::move(made)};
}

std::vector<Record> read_records(const RecordType& type, const py::handle& given) {
    std::vector<Record> records;
    for (const py::handle item : given) records.push_back(read_record(type, item));
    return records;
}

Error wrong_argument(const char* argument) {
    return {Status::invalid, "argument.invalid"_code, {}, {{"argument", argument}}};
}

// A unit that no store could hold is not shown to the host.
Outcome not_storable() {
    Error wrong{Status::invalid, "value.out-of-range"_code, {}, {{"range", "1 to " + std::to_string(id_limit)}}};
    return {Outcome::State::failed, 0, std::move(wrong)};
}

class PythonStore final : public Store {
public:
    PythonStore(py::object store, std::shared_ptr<Raised> raised)
        : store_(std::move(store)), terms_(py::module_::import("provost.adapters")), raised_(std::move(raised)) {}
    ~PythonStore() override {
        const py::gil_scoped_acquire locked;
        store_ = py::object();
        terms_ = py::object();
        raised_.reset();
    }
    PythonStore(const PythonStore&) = delete;
    PythonStore& operator=(const PythonStore&) = delete;

    Result<std::int64_t> reserve(std::int64_t count) override;
    Result<Loaded> load(std::span<const Key> keys) override;
    Result<std::vector<Record>> find(const Query& query) override;
    Result<std::vector<Outcome>> commit(std::span<const Unit> units) override;
    StoreTraits describe() const override;

private:
    // MIS-05: the engine works without the GIL; it is taken again for each call of the host's object.
    template <class Answer, class Call>
    Answer guarded(const char* function, Call call) const noexcept {
        const py::gil_scoped_acquire locked;
        try {
            return call();
        } catch (py::error_already_set& raised) {
            if (raised.trace()) PyException_SetTraceback(raised.value().ptr(), raised.trace().ptr());
            raised_->keep(raised.value());
        } catch (const std::exception&) {
            // What came back is not what the interface asks for.
        } catch (const Failure& unreadable) {
            Error error = callback_error(function);
            error.place = unreadable.error.place;
            return error;
        }
        return callback_error(function);
    }

    py::object unit_of(const Unit& unit) const;
    py::object write_of(const Write& write) const;
    static Outcome outcome_of(const py::handle& given);

    py::object store_;
    py::object terms_;
    std::shared_ptr<Raised> raised_;
};

Result<std::int64_t> PythonStore::reserve(std::int64_t count) {
    using Answer = Result<std::int64_t>;
    if (count < 1 || count > id_limit) return wrong_argument("count");
    return guarded<Answer>("reserve", [&]() -> Answer {
        const auto first = store_.attr("reserve")(count).cast<std::int64_t>();
        if (first < 1 || first > id_limit - count) return callback_error("reserve");
        return first;
    });
}

Result<Loaded> PythonStore::load(std::span<const Key> keys) {
    using Answer = Result<Loaded>;
    return guarded<Answer>("load", [&]() -> Answer {
        py::list asked;
        for (const Key& key : keys) {
            if (!fits_index(*key.type, key.index, key.parts.size(), true)) return wrong_argument("keys");
            asked.append(terms_.attr("Key")(key.type->name, index_name(*key.type, key.index), values_of(key.parts)));
        }
        const py::object given = store_.attr("load")(asked);
        const py::list found = py::list(given.attr("found"));
        if (found.size() != keys.size()) return callback_error("load");
        Loaded loaded{given.attr("revision").cast<std::int64_t>(), {}};
        for (std::size_t i = 0; i < keys.size(); ++i) loaded.found.push_back(read_records(*keys[i].type, found[i]));
        return loaded;
    });
}

Result<std::vector<Record>> PythonStore::find(const Query& query) {
    using Answer = Result<std::vector<Record>>;
    if (!fits_index(*query.type, query.index, query.parts.size(), false)) return wrong_argument("query");
    return guarded<Answer>("find", [&]() -> Answer {
        const py::object asked = terms_.attr("Query")(query.type->name, index_name(*query.type, query.index),
                                                      values_of(query.parts), query.after, query.limit);
        return read_records(*query.type, store_.attr("find")(asked));
    });
}

py::object PythonStore::write_of(const Write& write) const {
    const RecordType& type = write.record.type();
    py::list keys;
    for (std::size_t i = 0; i < type.indexes.size(); ++i) {
        const Index& index = type.indexes[i];
        const auto values = values_of(index_key(write.record, static_cast<int>(i)).parts);
        keys.append(terms_.attr("IndexKey")(index.name, values, index.unique && is_keyed(write.record, index)));
    }
    std::string document;
    write_json(document, type, write.record.data());
    return terms_.attr("Write")(type.name, write.record.id(), write.expected, document, py::tuple(keys),
                                takes_id(type));
}

py::object PythonStore::unit_of(const Unit& unit) const {
    py::list reads;
    for (const Expectation& read : unit.reads) {
        reads.append(terms_.attr("Expectation")(read.type->name, read.id, read.version));
    }
    py::list writes;
    for (const Write& write : unit.writes) writes.append(write_of(write));
    return terms_.attr("Unit")(unit.as_of, py::tuple(reads), py::tuple(writes));
}

Outcome PythonStore::outcome_of(const py::handle& given) {
    const auto state = given.attr("state").cast<std::string>();
    if (state == "applied") return {Outcome::State::applied, given.attr("revision").cast<std::int64_t>(), {}};
    if (state == "stale") return {Outcome::State::stale, 0, {}};
    const auto detail = given.attr("detail").cast<std::string>();
    return {Outcome::State::failed, 0, Error{Status::storage, "store.failed"_code, {}, {{"detail", detail}}}};
}

Result<std::vector<Outcome>> PythonStore::commit(std::span<const Unit> units) {
    using Answer = Result<std::vector<Outcome>>;
    return guarded<Answer>("commit", [&]() -> Answer {
        py::list asked;
        for (const Unit& unit : units) {
            if (is_storable(unit)) asked.append(unit_of(unit));
        }
        const py::list given(store_.attr("commit")(asked));
        if (given.size() != asked.size()) return callback_error("commit");
        std::vector<Outcome> outcomes;
        std::size_t answered = 0;
        for (const Unit& unit : units) {
            outcomes.push_back(is_storable(unit) ? outcome_of(given[answered++]) : not_storable());
        }
        return outcomes;
    });
}

StoreTraits PythonStore::describe() const {
    using Answer = Result<StoreTraits>;
    auto traits = guarded<Answer>("describe", [&]() -> Answer {
        const py::object given = store_.attr("describe")();
        return StoreTraits{
            given.attr("name").cast<std::string>(), given.attr("units_per_transaction").cast<std::size_t>(),
            given.attr("bytes_per_transaction").cast<std::size_t>(), given.attr("serializable").cast<bool>()};
    });
    return traits ? *traits : StoreTraits{"python", 1, 0, true};
}

}  // namespace

std::unique_ptr<Store> make_python_store(py::object store, std::shared_ptr<Raised> raised) {
    return std::make_unique<PythonStore>(std::move(store), std::move(raised));
}

}  // namespace provost::python
