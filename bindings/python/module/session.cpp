// Sessions for Python: bytes in, pieces of output out.
#include "handles.hpp"

#include <string>

namespace provost::python {

namespace {

// The bytes of any object with the buffer protocol; they can not be resized while they are held.
class Bytes {
public:
    explicit Bytes(const py::object& source) {
        if (PyObject_GetBuffer(source.ptr(), &view_, PyBUF_SIMPLE) != 0) throw py::error_already_set();
    }
    Bytes(const Bytes&) = delete;
    Bytes& operator=(const Bytes&) = delete;
    ~Bytes() { PyBuffer_Release(&view_); }

    [[nodiscard]] std::string_view text() const {
        return {static_cast<const char*>(view_.buf), static_cast<std::size_t>(view_.len)};
    }

private:
    Py_buffer view_{};
};

std::unique_ptr<SessionHandle> begin(const std::shared_ptr<EngineHandle>& engine, std::string_view document) {
    return std::make_unique<SessionHandle>(engine, engine->begin(document));
}

void feed(SessionHandle& handle, const py::object& source) {
    const Bytes bytes(source);
    handle.with_session([&](Session& session) { return session.feed(bytes.text()); });
}

py::object take(SessionHandle& handle) {
    Chunk chunk;
    const bool taken = handle.with_session([&](Session& session) { return session.take(chunk); });
    if (!taken) return py::none();
    return py::make_tuple(chunk.stream, py::bytes(chunk.bytes));
}

std::string finish(SessionHandle& handle) {
    return handle.with_session([](Session& session) { return session.finish(); });
}

}  // namespace

void init_session(py::module_& module) {
    py::class_<SessionHandle>(module, "Session", "A session; begin makes it.")
        .def("feed", &feed, py::arg("data"), "Gives input.")
        .def("take", &take, "The next piece of output as (stream, bytes); None when there is none at present.")
        .def("finish", &finish, "Ends the input; the summary document.")
        .def("close", &SessionHandle::close, "Ends the session.");
    module.def("begin", &begin, py::arg("engine"), py::arg("document"), "Begins a session.");
}

}  // namespace provost::python
