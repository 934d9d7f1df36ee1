// Statutory files for Python: their layouts, and records of one file read into columns and written from them. Checks go
// by the session statutory_check.
#include "module.hpp"

#include "base/list_text.hpp"
#include "enrolment/target.hpp"
#include "reporting/fixed_width.hpp"
#include "reporting/read_back.hpp"

#include <pybind11/stl.h>

#include <optional>

namespace provost::python {

namespace {

using namespace provost::reporting;

using Cell = std::optional<std::string>;

void check_target(std::string_view target) {
    if (target.empty() || provost::enrolment::find_target(target) != nullptr) return;
    throw failure_of("choice.unknown", "/target",
                     {{"expected", provost::enrolment::names_of(provost::enrolment::targets())}});
}

const Layout& layout_of(std::string_view release, std::string_view file, std::string_view target) {
    if (layouts(release).empty()) throw failure_of("choice.unknown", "/release", {{"expected", "8.0, 7.0"}});
    check_target(target);
    const Layout* layout = find_layout(release, file, target);
    if (layout != nullptr) return *layout;
    std::string names;
    for (const Layout& one : layouts(release)) provost::add_to_list(names, one.file);
    throw failure_of("choice.unknown", "/file", {{"expected", names}});
}

py::list nat_layouts(std::string_view release, std::string_view target) {
    constexpr std::array<std::string_view, 4> types{"code", "text", "number", "day"};
    check_target(target);
    py::list all;
    for (const Layout& common : layouts(release)) {
        const Layout& layout = *find_layout(release, common.file, target);
        py::list fields;
        for (const LayoutField& field : layout.fields) {
            fields.append(py::make_tuple(field.name, field.start, field.length,
                                         types[static_cast<std::size_t>(field.type)],
                                         field.scope == LayoutField::Scope::national ? "national" : "state"));
        }
        all.append(py::make_tuple(layout.file, layout.shortest, layout.national_length, layout.full_length, fields));
    }
    return all;
}

// Records of one file, as they come.
class Columns {
public:
    Columns(const Layout& layout, std::string_view target) : reader_(layout, target) {
        for (std::size_t i = 0; i < layout.fields.size(); ++i) columns_.append(py::list());
    }
    void add(std::string_view record, Ending ending) {
        ++line_;
        if (ending != Ending::cr_lf && !line_end_told_) note({}, record.size() + 1, "line-end");
        line_end_told_ = line_end_told_ || ending != Ending::cr_lf;
        reader_.read(record);
        const auto fields = reader_.layout().fields;
        for (const ReadProblem& problem : reader_.problems()) {
            constexpr std::array<std::string_view, 4> words{"length", "character", "digits", "day"};
            note(problem.field < fields.size() ? fields[problem.field].name : std::string_view(), problem.column,
                 words[static_cast<std::size_t>(problem.kind)]);
        }
        for (std::size_t i = 0; i < fields.size(); ++i) {
            columns_[i].cast<py::list>().append(py::str(reader_.values()[i].data(), reader_.values()[i].size()));
        }
    }
    [[nodiscard]] py::tuple done() const { return py::make_tuple(columns_, problems_); }

private:
    void note(std::string_view field, std::size_t column, std::string_view kind) {
        problems_.append(py::make_tuple(line_, column, field, kind));
    }

    RecordReader reader_;
    py::list columns_, problems_;
    std::int64_t line_ = 0;
    bool line_end_told_ = false;
};

py::tuple nat_read(std::string_view release, std::string_view file, std::string_view target, const py::buffer& data) {
    const auto view = data.request();
    const std::string_view bytes(static_cast<const char*>(view.ptr),
                                 static_cast<std::size_t>(view.size * view.itemsize));
    Columns columns(layout_of(release, file, target), target);
    const auto add = [&](std::string_view record, Ending ending) { columns.add(record, ending); };
    RecordLines lines;
    lines.feed(bytes, add);
    lines.finish(add);
    return columns.done();
}

py::tuple nat_write(std::string_view release, std::string_view file, std::string_view target, bool full,
                    const std::vector<std::vector<Cell>>& rows) {
    const Layout& layout = layout_of(release, file, target);
    std::string bytes;
    py::list changed;
    std::vector<FieldValue> values;
    std::vector<FieldNote> notes;
    std::int64_t row = 0;
    for (const auto& cells : rows) {
        ++row;
        values.clear();
        notes.clear();
        for (const Cell& cell : cells) values.push_back(cell ? FieldValue(std::string_view(*cell)) : FieldValue());
        auto written = append_record(bytes, layout, full ? Extent::full : Extent::national, values, notes);
        if (!written) {
            Error error = written.error();
            error.place.line = row;
            throw Failure{std::move(error)};
        }
        for (const FieldNote& note : notes) {
            changed.append(py::make_tuple(row, note.field, note.kind == FieldNote::Kind::cut ? "cut" : "replaced",
                                          note.from, note.to));
        }
    }
    return py::make_tuple(py::bytes(bytes), changed);
}

}  // namespace

void init_avetmiss(py::module_& module) {
    module.def("nat_layouts", &nat_layouts, py::arg("release"), py::arg("target"),
               "Layouts: file, lengths, and fields as tuples.");
    module.def("nat_read", &nat_read, py::arg("release"), py::arg("file"), py::arg("target"), py::arg("data"),
               "Columns in the order of the layout, and problems as (line, column, field, kind).");
    module.def("nat_write", &nat_write, py::arg("release"), py::arg("file"), py::arg("target"), py::arg("full"),
               py::arg("rows"), "Bytes, and what was changed as (row, field, kind, from, to).");
}

}  // namespace provost::python
