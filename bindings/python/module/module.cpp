// The extension module provost._provost: binds the C++ library for the thin Python package round it, which is what
// users see. Nothing here is meant to be called by them.
#include "module.hpp"

#if PYBIND11_VERSION_HEX < 0x020A0000
#error "pybind11 2.10 or newer is needed"
#endif

PYBIND11_MODULE(_provost, module) {
    module.doc() = "The compiled part of provost. Use the package provost instead.";
    provost::python::init_errors(module);
    provost::python::init_records(module);
    provost::python::init_engine(module);
    provost::python::init_session(module);
    provost::python::init_bulk(module);
    provost::python::init_avetmiss(module);
}
