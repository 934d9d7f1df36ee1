// The engine for Python: opening, closing, requests, reading.
#include "engine/pure_decide.hpp"
#include "handles.hpp"

#include <provost/adapters/system_zones.hpp>
#include <provost/describe/json.hpp>
#include <provost/open.hpp>

#include <pybind11/stl.h>

#include <unistd.h>

namespace provost::python {

EngineHandle::EngineHandle(std::unique_ptr<Engine> engine, std::shared_ptr<Raised> raised)
    : engine_(std::move(engine)), raised_(std::move(raised)), process_(::getpid()) {}

// In a forked child the file and its locks belong to the parent: closing them here would take them from it.
EngineHandle::~EngineHandle() {
    if (process_ == ::getpid()) {
        sessions_.clear();
        engine_.reset();
        return;
    }
    for (auto& [number, session] : sessions_) static_cast<void>(session.release());
    static_cast<void>(engine_.release());
}

void EngineHandle::close() {
    if (closed_ || process_ != ::getpid()) return;
    enter([this]() -> Result<void> {
        sessions_.clear();
        engine_.reset();
        closed_ = true;
        return {};
    });
}

Error EngineHandle::closed_error() {
    const Code code = find_code("handle.closed");
    return {Status::invalid, code};
}

void EngineHandle::check_usable() const {
    if (process_ != ::getpid()) throw failure_of("handle.forked");
    if (worker_ == std::this_thread::get_id()) throw failure_of("handle.busy");
}

void EngineHandle::go_on_unless_ended(const py::object& cause) {
    if (!cause || py::isinstance(cause, PyExc_Exception)) return;
    PyErr_SetObject(reinterpret_cast<PyObject*>(Py_TYPE(cause.ptr())), cause.ptr());
    throw py::error_already_set();
}

void EngineHandle::fail(Error error, py::object cause) {
    if (error.status != Status::callback) cause = py::object();
    throw Failure{std::move(error), std::move(cause)};
}

std::int64_t EngineHandle::begin(std::string_view document) {
    return enter([&]() -> Result<std::int64_t> {
        if (engine_ == nullptr) return closed_error();
        auto session = engine_->begin(document);
        if (!session) return session.error();
        sessions_.emplace(++last_session_, std::move(*session));
        return last_session_;
    });
}

void EngineHandle::rebuild(EngineHandle& to) {
    check_usable();
    to.check_usable();
    if (&to == this) throw failure_of("argument.invalid", "", {{"argument", "to"}});
    auto rebuilt = [&]() -> Result<void> {
        const py::gil_scoped_release unlocked;
        const std::scoped_lock both(gate_, to.gate_);
        const Inside from(*this);
        const Inside made(to);
        end_dropped();
        to.end_dropped();
        if (engine_ == nullptr || to.engine_ == nullptr) return closed_error();
        return engine_->rebuild(*to.engine_);
    }();
    py::object cause = raised_ ? raised_->take() : py::object();
    if (to.raised_ && !cause) cause = to.raised_->take();
    go_on_unless_ended(cause);
    if (!rebuilt) fail(rebuilt.error(), std::move(cause));
}

void EngineHandle::drop(std::int64_t number) {
    const std::lock_guard lock(dropped_gate_);
    dropped_.push_back(number);
}

// A session that ends may write to the store, which may be a Python object: nobody waits for the list meanwhile.
void EngineHandle::end_dropped() {
    std::vector<std::int64_t> dropped;
    {
        const std::lock_guard lock(dropped_gate_);
        dropped.swap(dropped_);
    }
    for (const std::int64_t number : dropped) sessions_.erase(number);
}

void EngineHandle::end(std::int64_t number) {
    if (closed_) return;
    const bool may_enter = process_ == ::getpid() && worker_ != std::this_thread::get_id();
    if (!may_enter) return drop(number);
    enter([&]() -> Result<void> {
        sessions_.erase(number);
        return {};
    });
}

namespace {

EngineOptions options_of(std::string owner, std::string secret, const std::string& now, std::size_t batch) {
    EngineOptions options;
    options.owner = std::move(owner);
    options.secret = std::move(secret);
    if (batch == 0) throw failure_of("argument.invalid", "/batch", {{"argument", "batch"}});
    options.batch = batch;
    if (now.empty()) return options;
    const auto moment = parse_moment(now);
    if (!moment || !moment->offset) throw failure_of("date.malformed", "/now");
    options.now = moment->in(Zone{});
    return options;
}

std::shared_ptr<EngineHandle> open_file(const std::string& path, const EngineOptions& options) {
    auto opened = [&] {
        const py::gil_scoped_release unlocked;
        return provost::open(path, options);
    }();
    return std::make_shared<EngineHandle>(value_of(std::move(opened)), nullptr);
}

std::shared_ptr<EngineHandle> open_store(py::object store, const EngineOptions& options) {
    auto raised = std::make_shared<Raised>();
    auto adapter = make_python_store(std::move(store), raised);
    auto opened = [&] {
        const py::gil_scoped_release unlocked;
        return Engine::open(std::move(adapter), make_system_zones(), options);
    }();
    if (!opened) throw Failure{opened.error(), raised->take()};
    return std::make_shared<EngineHandle>(std::move(*opened), std::move(raised));
}

std::shared_ptr<EngineHandle> open_engine(py::object where, std::string owner, std::string secret, std::string now,
                                          std::size_t batch) {
    const auto options = options_of(std::move(owner), std::move(secret), now, batch);
    if (py::isinstance<py::str>(where)) return open_file(where.cast<std::string>(), options);
    return open_store(std::move(where), options);
}

std::string run_document(EngineHandle& handle, std::string_view document) {
    return handle.with_engine([&](Engine& engine) { return engine.run_document(document); });
}

std::string get(EngineHandle& handle, std::string_view kind, std::int64_t id) {
    return handle.with_engine([&](Engine& engine) { return engine.get(kind, id); });
}

std::vector<std::string> find(EngineHandle& handle, std::string_view document) {
    return handle.with_engine([&](Engine& engine) -> Result<std::vector<std::string>> {
        const auto query = from_json<FindQuery>(document);
        if (!query) return query.error();
        return engine.find(*query);
    });
}

std::string audit(EngineHandle& handle, std::string_view document) {
    return handle.with_engine([&](Engine& engine) { return engine.audit(document); });
}

// The zones of this machine, found at the first call and kept to the very end of the process.
const ZoneFinder& zones() {
    static const ZoneFinder& found = *make_system_zones().release();
    return found;
}

std::string decide(std::string_view document) {
    auto decided = [&] {
        const py::gil_scoped_release unlocked;
        const auto now = std::chrono::time_point_cast<std::chrono::milliseconds>(std::chrono::system_clock::now());
        return engine::decide_document(document, zones(), now);
    }();
    return value_of(std::move(decided));
}

}  // namespace

void init_engine(py::module_& module) {
    py::class_<EngineHandle, std::shared_ptr<EngineHandle>>(module, "Engine", "An engine; provost.open makes it.")
        .def("run_document", &run_document, py::arg("request"), "Carries out a request document; the answer document.")
        .def("get", &get, py::arg("kind"), py::arg("id"), "One record as a document.")
        .def("find", &find, py::arg("query"), "One page of the records that a query document wants, as documents.")
        .def("audit", &audit, py::arg("request"), "Carries out an audit document; the report.")
        .def("rebuild", &EngineHandle::rebuild, py::arg("to"),
             "Makes the records again in another engine's empty store.")
        .def("close", &EngineHandle::close, "Ends the engine and its sessions.")
        .def_property_readonly("closed", &EngineHandle::closed, "Whether it was closed.");
    module.def("decide", &decide, py::arg("document"), "Decides over given records; the answer document.");
    module.def("open", &open_engine, py::arg("where"), py::arg("owner"), py::arg("secret"), py::arg("now"),
               py::arg("batch"), "An engine over a SQLite file (a path) or over a store (any other object).");
}

}  // namespace provost::python
