// The verb table: every behaviour of Provost, put together from its parts.
#include "verbs/parts.hpp"

#include <algorithm>

namespace provost::verbs {

namespace {

std::vector<Verb> put_together() {
    std::vector<Verb> whole;
    for (const auto part : {verbs_of_organisation(), verbs_of_catalogue(), verbs_of_registration(), verbs_of_learning(),
                            verbs_of_staffing(), verbs_of_resources(), verbs_of_results(), verbs_of_finalise(),
                            verbs_of_lms(), verbs_of_notices()}) {
        whole.insert(whole.end(), part.begin(), part.end());
    }
    return whole;
}

}  // namespace

std::span<const Verb> all() {
    static const std::vector<Verb> table = put_together();
    return table;
}

const Verb* find(std::string_view name) {
    const auto found = std::ranges::find(all(), name, &Verb::name);
    return found == all().end() ? nullptr : &*found;
}

const Verb* find(const RecordType& request) {
    const auto found = std::ranges::find(all(), &request, &Verb::request);
    return found == all().end() ? nullptr : &*found;
}

}  // namespace provost::verbs
