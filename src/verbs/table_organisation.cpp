// Verbs of the organisation, access, tutors, people.
#include "access/define.hpp"
#include "base/default_key.hpp"
#include "clearances/set_clearances.hpp"
#include "erasure/erase_learner.hpp"
#include "finalise/credential.hpp"
#include "finalise/learner_activity.hpp"
#include "people/about_learners.hpp"
#include "people/define_group.hpp"
#include "people/define_learner.hpp"
#include "people/describe_client.hpp"
#include "registration/define_process.hpp"
#include "verbs/parts.hpp"

namespace provost::verbs {

namespace {

using access::Administrator;
using access::DefaultClearances;
using access::Right;
using enum access::ObjectRight;
using organisation::Location;
using organisation::Provider;
using organisation::ReportingDefaults;
using staffing::Tutor;

Code zone_exists(const Location& location, const Context& context) {
    return context.zones.find(location.zone) == nullptr ? "zone.unknown"_code : Code{};
}

template <class Settings>
Code has_default_key(const Settings& settings, const Context&) {
    return check_default_key(settings.key);
}

// clang-format off
constexpr auto organisation_verbs = std::to_array<Verb>({
    master<Provider>("organisation.define_provider", Right::organise)
        .on({{"existing", edit}}),
    master<Location, zone_exists>("organisation.define_location", Right::organise)
        .on({{"existing", edit}}),
    master<ReportingDefaults, has_default_key<ReportingDefaults>>("organisation.define_reporting", Right::organise),
    verb<registration::define_process>("organisation.define_registration_process", Right::organise, registration::define_process_fetch<>, 1)
        .on({{"provider", edit}}),
    master<finalise::CredentialRules, has_default_key<finalise::CredentialRules>>("organisation.define_credentials", Right::organise),
    verb<access::define_administrator>("access.define_administrator", Right::organise, access::define_administrator_fetch<>, 1),
    verb<clearances::set_clearances>("access.set_clearances", Right::organise, clearances::set_clearances_fetch<>, 1),
    verb<access::define_default_clearances>("access.define_default_clearances", Right::organise, access::define_default_clearances_fetch<>, 1),
    master<Tutor>("staffing.define_tutor", Right::organise)
        .on({{"existing", edit}}),
    verb<people::define_learner>("people.define_learner", Right::register_learners, people::define_learner_fetch<>, 1)
        .on({{"by_login", edit}}),
    verb<people::describe_client>("people.describe_client", Right::register_learners, people::describe_client_fetch<>, 0)
        .on({{"learner", edit}}),
    verb<erasure::erase_learner>("people.erase_learner", Right::erase, erasure::erase_learner_fetch<>, 0)
        .on({{"learner", remove}})
        .even_inactive(),
    verb<people::mark_learner>("people.mark_learner", Right::register_learners, people::mark_learner_fetch<>, 0)
        .on({{"learner", edit}}),
    verb<finalise::inactivate_learner>("people.inactivate_learner", Right::register_learners, finalise::inactivate_learner_fetch<>, 0)
        .on({{"learner", edit}})
        .even_inactive(),
    verb<finalise::reactivate_learner>("people.reactivate_learner", Right::register_learners, finalise::reactivate_learner_fetch<>, 0)
        .on({{"learner", edit}})
        .even_inactive(),
    verb<people::define_group>("people.define_group", Right::register_learners, people::define_group_fetch<>, 1),
    verb<people::state_fact>("people.state_fact", Right::register_learners, people::state_fact_fetch<>, 1)
        .on({{"learner", edit}}),
    verb<people::define_supervision>("people.define_supervision", Right::register_learners, people::define_supervision_fetch<>, 1)
        .on({{"learner", edit}}),
});
// clang-format on

}  // namespace

std::span<const Verb> verbs_of_organisation() { return organisation_verbs; }

}  // namespace provost::verbs
