// The one key of a login.
#include <provost/base/text.hpp>
#include <provost/people/learner.hpp>

namespace provost::people {

// A login that is no valid UTF-8 is found by its bytes alone; definitions refuse it before it gets here.
std::string login_index(std::string_view login) { return login_key(login).value_or(std::string(login)); }

}  // namespace provost::people
