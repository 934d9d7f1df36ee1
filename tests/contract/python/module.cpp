// The contract suite of stores as a Python module, for stores that are written in Python:
//     provost_contract.run(make_store) == 0        make_store() gives a new, empty store
#define DOCTEST_CONFIG_IMPLEMENT
#include "module.hpp"
#include "contract/store_contract.hpp"

#include <doctest/doctest.h>

namespace {

namespace py = pybind11;
using namespace provost;

py::object make_store;  // of the run at hand

TEST_CASE("a store in Python keeps the contract") {
    contract::check_store({.fresh = [] {
        const py::gil_scoped_acquire locked;
        return python::make_python_store(make_store(), std::make_shared<python::Raised>());
    }});
}

int run(py::object maker) {
    make_store = std::move(maker);
    doctest::Context context;
    context.setOption("no-intro", true);
    const int failed = context.run();
    make_store = py::object();
    return failed;
}

}  // namespace

PYBIND11_MODULE(provost_contract, module) { module.def("run", &run, py::arg("make_store")); }
