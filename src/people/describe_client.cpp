// What a learner stated, as told: flags and lists must not contradict each other.
#include "people/describe_client.hpp"

namespace provost::people {

namespace {

// A list that says what there is answers whether there is something; "no" beside it contradicts it.
bool settle(std::optional<bool>& flag, const std::vector<std::string>& list) {
    if (list.empty()) return true;
    if (!flag) flag = true;
    return *flag;
}

// Who did not go to school completed no level in any year; nobody is asked how well he speaks his own language.
std::string_view contradiction(ClientStatements& stated) {
    if (!settle(stated.disability, stated.disabilities)) return "disabilities";
    if (!settle(stated.prior_education, stated.prior_educations)) return "prior_educations";
    if (stated.highest_school_level == "02" && stated.year_of_school_level) return "year_of_school_level";
    const bool english = stated.language.empty() || stated.language == "1201" || stated.language.starts_with("97");
    return english && !stated.spoken_english.empty() ? "spoken_english" : std::string_view();
}

void keep_each_once(std::vector<std::string>& list) {
    std::ranges::sort(list);
    list.erase(std::unique(list.begin(), list.end()), list.end());
}

}  // namespace

void describe_client(const DescribeClient& request, const DescribeClientFacts& facts, Context&, Decision& decision) {
    ClientDetails details{{facts.learner->id.value}, 0, facts.learner->id, request.stated};
    const auto wrong = contradiction(details.stated);
    if (!wrong.empty()) return decision.refuse("details.contradict"_code, {{"member", std::string(wrong)}});
    keep_each_once(details.stated.disabilities);
    keep_each_once(details.stated.prior_educations);
    decision.put(std::move(details));
}

}  // namespace provost::people
