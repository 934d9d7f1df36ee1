// Boost.JSON, compiled into the library: its static archive is not position independent, and so no Boost is needed
// where Provost runs.
#include <boost/json/src.hpp>
