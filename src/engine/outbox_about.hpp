// What messages are about, as it is when they are handed out: places, people, courses, and what their providers say.
#pragma once

#include <provost/catalogue/syllabus.hpp>
#include <provost/enrolment/held_back.hpp>
#include <provost/learning/progress.hpp>
#include <provost/notices/definition.hpp>
#include <provost/notices/intent.hpp>
#include <provost/organisation/registration_process.hpp>
#include <provost/ports/store.hpp>

#include <map>
#include <set>
#include <span>

namespace provost::engine {

class About {
public:
    /// `organiser`: email address that stands in entries of calendars.
    About(const ZoneFinder& zones, std::string organiser) : zones_(zones), organiser_(std::move(organiser)) {}
    [[nodiscard]] Result<void> load(Store& store, std::span<const notices::Intent> intents);
    /// Why an intent is not sent: what it says no longer holds, or the provider wants none. The empty code when it is.
    [[nodiscard]] Code why_not(const notices::Intent& intent) const;
    /// Whether somebody has to confirm it first: the learner it is about wants privacy, or his results are held back
    /// from him. [FIN-ACC-09, IMC-TUT-16]
    [[nodiscard]] bool needs_confirmation(const notices::Intent& intent) const;
    [[nodiscard]] notices::Message message(const notices::Intent& intent) const;
    /// What else follows from an intent that is looked at for the first time: the same for others whom the notice is
    /// for, and out of calendars what no longer comes. They have no id yet. [IMC-NOT-01, IMC-SCH-06]
    [[nodiscard]] std::vector<notices::Intent> others(const notices::Intent& intent) const;

private:
    using ById = std::map<std::int64_t, Record>;
    [[nodiscard]] static Result<ById> by_id(Store& store, const RecordType& type, const std::set<std::int64_t>& ids);
    [[nodiscard]] Result<void> load_processes(Store& store);
    [[nodiscard]] Result<void> load_releases(Store& store);
    [[nodiscard]] bool tells_held_result(const notices::Intent& intent) const;
    [[nodiscard]] Result<void> load_notices(Store& store, std::span<const notices::Intent> intents);
    [[nodiscard]] Result<void> load_told(Store& store, std::span<const notices::Intent> intents);
    [[nodiscard]] Result<void> load_learning(Store& store, std::span<const notices::Intent> intents);
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
    /// What the organisation says of its notice; null when nothing.
    [[nodiscard]] const notices::NoticeDefinition* definition(const notices::Intent& intent) const;
    [[nodiscard]] bool is_past(const notices::Intent& intent) const;
    /// How far its participant is; null: not begun.
    [[nodiscard]] const learning::Progress* progress(const notices::Intent& intent) const;
    /// Its component as the course has it now; null: none.
    [[nodiscard]] const catalogue::Component* component(const notices::Intent& intent) const;
    /// The date from which a notice by days counts, as it is now.
    [[nodiscard]] std::optional<Instant> date_of(const notices::Intent& intent) const;
    void address(notices::Message& message, const notices::Intent& intent) const;
    void add_text(notices::Message& message, const notices::Intent& intent) const;
    void add_component(notices::Message& message, const notices::Intent& intent) const;
    void add_calendar(notices::Message& message, const notices::Intent& intent) const;
    void copy_to_others(const notices::Intent& intent, std::vector<notices::Intent>& others) const;
    void take_out_of_calendars(const notices::Intent& intent, std::vector<notices::Intent>& others) const;

    const ZoneFinder& zones_;
    std::string organiser_;

    ById places_, learners_, courses_, tutors_, administrators_;
    std::vector<enrolment::HeldBack> releases_;
    ById processes_;                                                  // by the id of the provider
    std::map<std::string, Record> definitions_;                       // by key
    std::map<std::string, std::vector<notices::Intent>> by_uid_;      // all that was told of an entry of a calendar
    std::map<std::int64_t, std::vector<notices::Intent>> calendars_;  // entries of a place that has closed
    ById supervisions_, progress_, syllabuses_;                       // by learner, place, course
    ById locations_;
};

}  // namespace provost::engine
