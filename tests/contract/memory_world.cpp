// The LMS in memory keeps the contract.
#include "memory_world.hpp"

#include <doctest/doctest.h>

TEST_CASE("the LMS in memory keeps the contract") {
    provost::contract::check_lms([] { return std::make_unique<provost::contract::MemoryWorld>(); });
}
