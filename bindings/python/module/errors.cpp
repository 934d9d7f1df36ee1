// Failures become the exceptions of provost/errors.py: one class per status, the English sentence as the message.
#include "module.hpp"

#include "base/code_table.hpp"

#include <exception>

namespace provost::python {

namespace {

py::object exception_of(const Failure& failure) {
    const Error& error = failure.error;
    py::dict parameters;
    for (const Parameter& parameter : error.parameters) parameters[py::str(parameter.name)] = parameter.value;
    const py::object make = py::module_::import("provost.errors").attr("make_error");
    py::object made =
        make(static_cast<int>(error.status), std::string(error.code.name()), sentence(error.code, error.parameters),
             error.place.pointer, error.place.file, error.place.line, error.place.column, parameters);
    if (failure.cause) made.attr("__cause__") = failure.cause;
    return made;
}

void translate(std::exception_ptr pointer) {
    try {
        if (pointer) std::rethrow_exception(pointer);
    } catch (const Failure& failure) {
        const py::object made = exception_of(failure);
        PyErr_SetObject(reinterpret_cast<PyObject*>(Py_TYPE(made.ptr())), made.ptr());
    }
}

std::string sentence_of(std::string_view name, const py::dict& given) {
    const Code code = find_code(name);
    if (!code) throw failure_of("choice.unknown", "/code");
    std::vector<Parameter> parameters;
    for (const auto& [key, value] : given) parameters.push_back({key.cast<std::string>(), value.cast<std::string>()});
    return sentence(code, parameters);
}

}  // namespace

Failure failure_of(std::string_view name, std::string pointer, std::vector<Parameter> parameters) {
    const Code code = find_code(name);
    return {Error{row_of(code).status, code, {std::move(pointer), {}, 0, 0}, std::move(parameters)}};
}

void init_errors(py::module_& module) {
    py::register_exception_translator(&translate);
    module.def("sentence", &sentence_of, py::arg("code"), py::arg("parameters") = py::dict(),
               "The English sentence of a code, with its parameters filled in.");
}

}  // namespace provost::python
