// Judging in bulk for Python: columns come in as buffers and are read where they lie, marks go out as bytes.
#include "module.hpp"

#include <provost/prerequisites/bulk.hpp>

#include <algorithm>
#include <deque>

namespace provost::python {

namespace {

using prerequisites::Bulk;
using prerequisites::Columns;

// Buffers that are read while a call lasts; they can not be resized meanwhile.
class Views {
public:
    Views() = default;
    Views(const Views&) = delete;
    Views& operator=(const Views&) = delete;
    ~Views() {
        for (Py_buffer& view : held_) PyBuffer_Release(&view);
    }

    template <class T>
    [[nodiscard]] std::span<const T> read(const py::handle& source, const std::string& name) {
        Py_buffer view{};
        if (PyObject_GetBuffer(source.ptr(), &view, PyBUF_FORMAT | PyBUF_C_CONTIGUOUS) != 0) {
            throw py::error_already_set();
        }
        held_.push_back(view);
        const bool packed = PyBytes_Check(source.ptr()) || PyByteArray_Check(source.ptr());
        if (!packed && !holds<T>(view)) {
            throw py::type_error(name + " must hold integers of " + std::to_string(sizeof(T)) + " bytes");
        }
        if (view.len == 0) return {};  // wherever it lies
        const bool fits = view.len % static_cast<Py_ssize_t>(sizeof(T)) == 0 &&
                          reinterpret_cast<std::uintptr_t>(view.buf) % alignof(T) == 0;
        if (!fits) throw py::value_error(name + " is cut or not aligned");
        return {static_cast<const T*>(view.buf), static_cast<std::size_t>(view.len) / sizeof(T)};
    }

private:
    // By what array.array, memoryview and numpy call such integers here.
    template <class T>
    [[nodiscard]] static bool holds(const Py_buffer& view) {
        std::string_view format = view.format == nullptr ? "B" : view.format;
        if (!format.empty() && (format.front() == '@' || format.front() == '=')) format.remove_prefix(1);
        const std::string_view integers = std::is_signed_v<T> ? "bhilq" : "B?";
        return view.itemsize == sizeof(T) && format.size() == 1 && integers.find(format) != std::string_view::npos;
    }

    std::deque<Py_buffer> held_;
};

// The columns of a group by their names, which are taken out; one that is left does not exist.
class Group {
public:
    Group(Views& views, const py::dict& all, const char* name) : views_(views), name_(name) { columns_ = all[name]; }
    template <class T>
    Group& take(const char* name, std::span<const T>& column) {
        if (columns_.contains(name)) {
            const py::object source = columns_.attr("pop")(name);
            if (!source.is_none()) column = views_.read<T>(source, name_ + '.' + name);
        }
        return *this;
    }
    void done() const {
        for (const auto& [name, column] : columns_) {
            throw py::type_error(name_ + " has no column " + py::repr(name).cast<std::string>());
        }
    }

private:
    Views& views_;
    std::string name_;
    py::dict columns_;
};

Columns columns_of(Views& views, const py::dict& all) {
    Columns columns;
    const auto group = [&](const char* name) { return Group(views, all, name); };
    const py::object learners = all["learners"];
    if (!learners.is_none()) columns.learners = views.read<std::int64_t>(learners, "learners");
    auto& places = columns.places;
    group("places")
        .take("learner", places.learner)
        .take("course", places.course)
        .take("course_template", places.course_template)
        .take("state", places.state)
        .take("enrolled_on", places.enrolled_on)
        .take("started_on", places.started_on)
        .take("ended_on", places.ended_on)
        .take("valid_until", places.valid_until)
        .done();
    auto& achieved = columns.achievements;
    group("achievements")
        .take("learner", achieved.learner)
        .take("subject", achieved.subject)
        .take("end_on", achieved.end_on)
        .take("successful", achieved.successful)
        .done();
    group("members").take("learner", columns.members.learner).take("group", columns.members.group).done();
    auto& facts = columns.facts;
    group("facts")
        .take("learner", facts.learner)
        .take("kind", facts.kind)
        .take("about", facts.about)
        .take("holds", facts.holds)
        .take("level", facts.level)
        .take("from_on", facts.from_on)
        .take("until_on", facts.until_on)
        .done();
    return columns;
}

py::tuple open_bulk(const std::string& document, const py::dict& all) {
    Views views;
    const Columns columns = columns_of(views, all);
    auto opened = [&] {
        const py::gil_scoped_release unlocked;
        return prerequisites::open_bulk(document, columns);
    }();
    auto bulk = std::make_unique<Bulk>(value_of(std::move(opened)));
    const auto summary = summary_of(*bulk);
    py::dict told;
    for (const auto& [name, value] :
         std::initializer_list<std::pair<const char*, std::int64_t>>{{"bytes", summary.bytes},
                                                                     {"learners", summary.learners},
                                                                     {"parts", summary.parts},
                                                                     {"rows", summary.rows},
                                                                     {"rules", summary.rules}}) {
        told[name] = value;
    }
    return py::make_tuple(std::move(bulk), told);
}

// Bytes to be filled by whoever made them, before anybody else sees them.
py::bytes blank(std::size_t size, char filling) { return py::bytes(std::string(size, filling)); }

std::span<Mark> marks_in(const py::bytes& bytes) {
    return {reinterpret_cast<Mark*>(PyBytes_AS_STRING(bytes.ptr())),
            static_cast<std::size_t>(PyBytes_GET_SIZE(bytes.ptr()))};
}

py::tuple judge(const Bulk& bulk, const py::object& learners, const py::object& rules, const py::object& day,
                std::size_t each) {
    Views views;
    prerequisites::PairColumns pairs{views.read<std::int64_t>(learners, "learners"),
                                     views.read<std::int64_t>(rules, "rules"),
                                     {},
                                     prerequisites::no_day};
    if (PyLong_Check(day.ptr())) {
        int overflow = 0;
        const long number = PyLong_AsLongAndOverflow(day.ptr(), &overflow);
        const bool fits = overflow == 0 && number >= INT32_MIN && number <= INT32_MAX;
        pairs.day = fits ? static_cast<std::int32_t>(number) : prerequisites::no_day;
    } else {
        pairs.days = views.read<std::int32_t>(day, "day");
        // No day for no pair; an empty column for some pairs is one that is too short.
        if (pairs.days.empty() && !pairs.learners.empty()) throw py::value_error("day is empty");
        if (pairs.learners.empty()) pairs.day = 0;
    }
    const py::bytes marks = blank(pairs.learners.size(), '\0'), parts = blank(pairs.learners.size() * each, '\xff');
    const prerequisites::MarkColumns out{marks_in(marks), marks_in(parts), each};
    auto judged = [&] {
        const py::gil_scoped_release unlocked;
        return prerequisites::judge(bulk.history, bulk.rules, pairs, out);
    }();
    if (!judged) throw Failure{judged.error()};
    return py::make_tuple(marks, parts);
}

}  // namespace

void init_bulk(py::module_& module) {
    py::class_<Bulk>(module, "Bulk", "Rules and what learners have done; open_bulk makes it.")
        .def("judge", &judge, py::arg("learners"), py::arg("rules"), py::arg("day"), py::arg("each"),
             "Marks of pairs and of the parts of their rules.");
    module.def("open_bulk", &open_bulk, py::arg("document"), py::arg("columns"), "A Bulk and its summary.");
}

}  // namespace provost::python
