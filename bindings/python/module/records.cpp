// The tables of descriptions as plain Python values, from which provost/records.py makes its classes; and the one
// reader and writer of documents for what those classes read.
#include "module.hpp"

#include "verbs/verb.hpp"

#include <provost/audit/audit.hpp>
#include <provost/describe/json.hpp>
#include <provost/engine/session_request.hpp>

#include <algorithm>
#include <array>

namespace provost::python {

namespace {

using Types = std::vector<const RecordType*>;

void add_type(Types& types, const RecordType* type) {
    if (std::ranges::find(types, type) == types.end()) types.push_back(type);
}

// Stored kinds, requests and answers, then everything they are made of.
Types gather_types() {
    Types types(verbs::kinds().begin(), verbs::kinds().end());
    for (const verbs::Verb& verb : verbs::all()) add_type(types, verb.request);
    for (const RecordType* type :
         {&type_of<Answer>(), &type_of<SessionRequest>(), &type_of<AuditRequest>(), &type_of<JournalPosition>(),
          &type_of<audit::VerifyReport>(), &type_of<audit::RejudgeReport>(), &type_of<lms::AdapterLine>(),
          &type_of<lms::ActionOutcome>(), &type_of<lms::Abilities>(), &type_of<lms::Observed>(),
          &type_of<lms::ObservedCourse>(), &type_of<lms::ObservedResult>(), &type_of<lms::ListingEnd>(),
          &type_of<lms::HttpRequest>()}) {
        add_type(types, type);
    }
    for (std::size_t i = 0; i < types.size(); ++i) {
        for (const Field& field : types[i]->fields) {
            if (field.access->target != nullptr) add_type(types, field.access->target());
        }
    }
    return types;
}

const Types& all_types() {
    static const Types types = gather_types();
    return types;
}

std::size_t position_of(const RecordType* type) {
    return static_cast<std::size_t>(std::ranges::find(all_types(), type) - all_types().begin());
}

py::object kind_word(Kind kind) {
    static constexpr std::array<const char*, 14> words{"boolean", "integer", "id",     "choice", "decimal",
                                                       "day",     "instant", "text",   "code",   "reference",
                                                       "texts",   "numbers", "record", "records"};
    return py::str(words.at(static_cast<std::size_t>(kind)));
}

py::object role_word(Role role) {
    static constexpr std::array<const char*, 3> words{"record", "bookkeeping", "document"};
    return py::str(words.at(static_cast<std::size_t>(role)));
}

py::tuple choices_of(const Access& access) {
    py::list rows;
    for (const ChoiceRow& row : access.choices) rows.append(py::make_tuple(row.name, row.doc));
    return rows;
}

// The canonical JSON of the member in a fresh struct: the default; None when it is absent.
py::object default_of(const RecordType& type, const Field& field) {
    const auto fresh = type.make();
    std::string text;
    write_member_json(text, field, fresh.get());
    return text.empty() ? py::object(py::none()) : py::str(text);
}

py::dict table_of(const RecordType& type, const Field& field) {
    py::dict row;
    row["name"] = field.name;
    row["doc"] = field.doc;
    row["kind"] = kind_word(field.access->kind);
    row["optional"] = field.access->optional;
    row["required"] = field.is_required;
    row["personal"] = field.is_personal;
    row["most"] = field.most;
    row["choices"] = choices_of(*field.access);
    row["target"] =
        field.access->target == nullptr ? py::object(py::none()) : py::int_(position_of(field.access->target()));
    row["default"] = default_of(type, field);
    return row;
}

py::dict table_of(const Index& index) {
    py::list members;
    for (const std::string_view member : index.members) {
        if (!member.empty()) members.append(member);
    }
    py::dict row;
    row["name"] = index.name;
    row["unique"] = index.unique;
    row["members"] = py::tuple(members);
    return row;
}

py::dict table_of(const RecordType& type) {
    py::list fields;
    for (const Field& field : type.fields) fields.append(table_of(type, field));
    py::list indexes;
    for (const Index& index : type.indexes) indexes.append(table_of(index));
    py::dict row;
    row["name"] = type.name;
    row["doc"] = type.doc;
    row["role"] = role_word(type.role);
    row["fields"] = py::tuple(fields);
    row["indexes"] = py::tuple(indexes);
    return row;
}

py::dict table_of(const verbs::Verb& verb) {
    py::dict row;
    row["name"] = verb.name;
    row["doc"] = verb.doc();
    row["right"] = word(verb.right);
    row["request"] = position_of(verb.request);
    return row;
}

py::dict tables() {
    py::list types;
    for (const RecordType* type : all_types()) types.append(table_of(*type));
    py::list kinds;
    for (const RecordType* kind : verbs::kinds()) kinds.append(position_of(kind));
    py::list rows;
    for (const verbs::Verb& verb : verbs::all()) rows.append(table_of(verb));
    py::dict all;
    all["types"] = py::tuple(types);
    all["kinds"] = py::tuple(kinds);
    all["verbs"] = py::tuple(rows);
    return all;
}

std::string canonical(std::size_t position, std::string_view document) {
    const RecordType& type = *all_types().at(position);
    const auto made = type.make();
    if (auto read = read_json(document, type, made.get()); !read) throw Failure{read.error()};
    std::string text;
    write_json(text, type, made.get());
    return text;
}

}  // namespace

void init_records(py::module_& module) {
    module.def("tables", &tables, "All descriptions: types, the positions of stored kinds, verbs.");
    module.def("canonical", &canonical, py::arg("type"), py::arg("document"),
               "Reads a document of the type at that position and writes its canonical text.");
}

}  // namespace provost::python
