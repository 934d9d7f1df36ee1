// What the files of the extension module share: one init function per concept, and the way a failure takes to Python.
#pragma once

#include <provost/engine/engine.hpp>

#include <pybind11/pybind11.h>

#include <memory>
#include <string>
#include <string_view>
#include <thread>
#include <utility>
#include <vector>

namespace provost::python {

namespace py = pybind11;

/// A failure on its way to Python; errors.cpp turns it into the exception of its status. Thrown with the GIL held.
struct Failure {
    Error error;
    py::object cause{};  ///< the Python exception behind it, when an adapter raised one
};

/// The failure of a code alone, with the status that the table of codes gives it.
[[nodiscard]] Failure failure_of(std::string_view code, std::string pointer = {},
                                 std::vector<Parameter> parameters = {});

/// The value, or the failure thrown.
template <class T>
[[nodiscard]] T value_of(Result<T> result) {
    if (!result) throw Failure{result.error()};
    return std::move(*result);
}

/// The last exception that an adapter of the host raised, until the call that it stopped comes back to Python. Both
/// functions are called with the GIL held, on the thread that made the call.
class Raised {
public:
    void keep(py::object exception) {
        exception_ = std::move(exception);
        thread_ = std::this_thread::get_id();
    }
    /// The exception of this thread's call; nothing when there was none.
    [[nodiscard]] py::object take() {
        if (thread_ != std::this_thread::get_id()) return {};
        thread_ = {};
        return std::exchange(exception_, py::object());
    }

private:
    py::object exception_;
    std::thread::id thread_;
};

/// A store whose calls go to a Python object, which it holds itself.
[[nodiscard]] std::unique_ptr<Store> make_python_store(py::object store, std::shared_ptr<Raised> raised);

void init_errors(py::module_& module);
void init_records(py::module_& module);
void init_engine(py::module_& module);
void init_session(py::module_& module);
void init_bulk(py::module_& module);
void init_avetmiss(py::module_& module);

}  // namespace provost::python
