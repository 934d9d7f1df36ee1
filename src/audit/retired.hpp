// Members that records had in files of older formats. The journal of then still tells of them, until its entry of the
// migration says that they are gone.
#pragma once

#include <string_view>

namespace provost::audit {

struct RetiredMember {
    std::string_view kind;
    std::string_view member;
};

inline constexpr RetiredMember retired_members[] = {
    {"resource", "clearances"},  // until format 2
};

}  // namespace provost::audit
