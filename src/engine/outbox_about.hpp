// What messages are about, as it is when they are handed out: places, people, courses, and what their providers say.
#pragma once

#include <provost/notices/intent.hpp>
#include <provost/organisation/registration_process.hpp>
#include <provost/ports/store.hpp>

#include <map>
#include <set>
#include <span>

namespace provost::engine {

class About {
public:
    [[nodiscard]] Result<void> load(Store& store, std::span<const notices::Intent> intents);
    /// Why an intent is not sent: what it says no longer holds, or the provider wants none. The empty code when it is.
    [[nodiscard]] Code why_not(const notices::Intent& intent) const;
    /// Whether somebody has to confirm it first: the learner it is about wants privacy. [FIN-ACC-09]
    [[nodiscard]] bool needs_confirmation(const notices::Intent& intent) const;
    [[nodiscard]] notices::Message message(const notices::Intent& intent) const;

private:
    using ById = std::map<std::int64_t, Record>;
    [[nodiscard]] static Result<ById> by_id(Store& store, const RecordType& type, const std::set<std::int64_t>& ids);
    [[nodiscard]] Result<void> load_processes(Store& store);
    [[nodiscard]] const enrolment::Enrolment& place(const notices::Intent& intent) const {
        return *places_.at(intent.enrolment.value).get<enrolment::Enrolment>();
    }
    [[nodiscard]] const people::Learner& learner(const notices::Intent& intent) const {
        return *learners_.at(intent.learner.value).get<people::Learner>();
    }
    /// Null when it is about no course.
    [[nodiscard]] const catalogue::Course* course(const notices::Intent& intent) const {
        const auto id = intent.enrolment ? place(intent).course : intent.course;
        return id ? courses_.at(id.value).get<catalogue::Course>() : nullptr;
    }
    /// What the provider of a course says; null when it says nothing. [IMC-CT-12]
    [[nodiscard]] const organisation::RegistrationProcess* process(const catalogue::Course* course) const;
    void address(notices::Message& message, const notices::Intent& intent) const;

    ById places_, learners_, courses_, tutors_, administrators_;
    ById processes_;  // by the id of the provider
};

}  // namespace provost::engine
