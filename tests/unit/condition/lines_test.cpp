// Reasons in English.
#include <provost/condition/lines.hpp>

#include <doctest/doctest.h>

namespace provost {

TEST_CASE("a reason is lines of English, its parts below it") {
    const Reason leaf{
        find_code("prerequisite.achievement"), Mark::not_met, {{"subject", "SITXFSA005"}, {"day", "2026-02-02"}}};
    const Reason bundle{{}, Mark::unknown, {}, {}, {leaf}};
    const Reason root{find_code("prerequisite.unmet"), Mark::not_met, {}, {}, {bundle, leaf}};
    CHECK(lines(root) == std::vector<std::string>{
                             "not met: Prerequisites are not met.",
                             "  unknown: ",
                             "    not met: Achievement of SITXFSA005 on or before 2026-02-02.",
                             "  not met: Achievement of SITXFSA005 on or before 2026-02-02.",
                         });
}

}  // namespace provost
