// The adapter for Moodle over its REST web services, core functions only (Moodle 4.x and 5.x). What they can not do
// stands in docs/connect-moodle.md.
#pragma once

#include <provost/lms/adapter.hpp>

#include <memory>

namespace provost::lms {

[[nodiscard]] std::unique_ptr<Adapter> make_moodle(const AdapterOptions& options);

}  // namespace provost::lms
