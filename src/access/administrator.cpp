// Who holds which right.
#include <provost/access/administrator.hpp>

namespace provost::access {

namespace {

// FIN-ORD-07: owner and admin finalise; what touches the organisation itself, takes people away or undoes what is final
// is the owner's, or is given by name.
bool holds_by_role(AdministratorRole role, Right right) {
    if (role == AdministratorRole::owner) return true;
    const bool kept = right == Right::organise || right == Right::erase || right == Right::reopen;
    return role == AdministratorRole::admin && !kept;
}

}  // namespace

bool holds(const Administrator& administrator, Right right) {
    return right == Right::none || holds_by_role(administrator.role, right) ||
           std::ranges::find(administrator.rights, word(right)) != administrator.rights.end();
}

}  // namespace provost::access
