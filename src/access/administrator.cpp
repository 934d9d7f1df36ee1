// Who holds which right.
#include <provost/access/administrator.hpp>

namespace provost::access {

bool holds(const Administrator& administrator, Right right) {
    return right == Right::none || std::ranges::find(administrator.rights, word(right)) != administrator.rights.end();
}

}  // namespace provost::access
