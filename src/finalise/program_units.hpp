// A program enrolment at work, with its units: what is done to them is kept in order, and put in that order.
#pragma once

#include "finalise/unit_ending.hpp"
#include "plan/fetch.hpp"

#include <provost/enrolment/participation.hpp>
#include <provost/finalise/program.hpp>

#include <map>

namespace provost::finalise {

/// Most units that a program enrolment may have, and most records that finalising it makes.
inline constexpr std::size_t most_units = 200;
inline constexpr std::int64_t most_program_ids = 3 * most_units + 8;

/// All program enrolments of a learner, and all that stands beside them.
struct ProgramFacts {
    Many<enrolment::ProgramEnrolment> programs;
    Many<organisation::Location> program_locations;
    Many<enrolment::Activity> activities;  // of all these programs
    Many<enrolment::Enrolment> places;     // of the learner
    Many<catalogue::Course> courses;
    Many<catalogue::Seats> seats;
    Many<organisation::Location> locations;
    Many<Finalisation> finalisations;
    Many<enrolment::ParticipantChange> changes;
    Many<enrolment::ProgramChange> history;
};

/// For a fetch plan with a slot `learner`: `PROVOST_PART(its, program_rows)`.
template <class Facts = ProgramFacts>
inline constexpr auto program_rows = [] {
    return std::to_array<FetchRow>({
        PROVOST_SLOT(programs, "learner(learner.id)"),
        PROVOST_SLOT(program_locations, "id(programs.location)", "record.missing"_code),
        PROVOST_SLOT(activities, "program_enrolment(programs.id)"),
        PROVOST_SLOT(places, "learner(learner.id)"),
        PROVOST_SLOT(courses, "id(places.course)", "record.missing"_code),
        PROVOST_SLOT(seats, "course(places.course)", "record.missing"_code),
        PROVOST_SLOT(locations, "id(courses.location)", "record.missing"_code),
        PROVOST_SLOT(finalisations, "enrolment(places.id)"),
        PROVOST_SLOT(changes, "enrolment(places.id)"),
        PROVOST_SLOT(history, "program_enrolment(programs.id)"),
    });
}();

/// The learner's enrolment in a program; null, and refused, when there is none. [FIN-ORD-16]
[[nodiscard]] const enrolment::ProgramEnrolment* program_enrolment_of(const Many<enrolment::ProgramEnrolment>& programs,
                                                                      Id<catalogue::Program> program,
                                                                      Decision& decision);

/// A unit of the program, before and after.
struct WorkedUnit {
    Unit unit;
    Unit before;
    const catalogue::Course* course = nullptr;  // of its place
    const Zone* zone = nullptr;
    const Finalisation* ending = nullptr;  // that holds

    [[nodiscard]] bool has_place() const { return static_cast<bool>(unit.place.id); }
    [[nodiscard]] bool is_live() const;
    /// Whether it was left before it began: it is no part of what is completed.
    [[nodiscard]] bool was_not_taken() const;
    [[nodiscard]] const std::string& subject() const { return unit.activity.subject; }
};

/// What is told of a unit; null when nothing is.
[[nodiscard]] const UnitDetail* detail_of(const std::vector<UnitDetail>& told, std::string_view subject);

class ProgramUnits {
public:
    ProgramUnits(const ProgramFacts& facts, const enrolment::ProgramEnrolment& program, Context& context,
                 Decision& decision);

    /// Whether there is anything to work with; else the decision says why not.
    [[nodiscard]] bool usable() const { return !decision_.refused(); }
    [[nodiscard]] std::vector<WorkedUnit>& units() { return units_; }
    [[nodiscard]] const ProgramFacts& facts() const { return facts_; }
    [[nodiscard]] const enrolment::ProgramEnrolment& program() const { return program_; }
    /// Whether each of these is a unit of it, told once: refuses otherwise. [FIN-WDR-02, FIN-DEF-04]
    [[nodiscard]] bool has_all(const std::vector<UnitDetail>& told);
    /// Notes what of this does not stand at its unit in the end: hours of one that goes on, say, or dates of one that
    /// ends.
    void tell_what_is_left_out(const std::vector<UnitDetail>& told);
    /// The day on which it is told, where the program is taken.
    [[nodiscard]] Day today() const { return today_; }

    /// Whether its outcome is final on a day, by the list of whom the program enrolment is reported to. [FIN-ORD-03]
    [[nodiscard]] bool is_final(const WorkedUnit& unit, Day day) const;
    /// Whether nobody takes part in it: recognition, credit or a prior result, which no ending of the program enrolment
    /// ends, and no pause pauses. It stays as it is, and is told. [FIN-ORD-17]
    [[nodiscard]] bool is_beside(const WorkedUnit& unit) const;
    /// Refuses, and answers false, unless the table of moves has the way of the place. [IMC-PART-09]
    [[nodiscard]] bool may_become(const WorkedUnit& unit, enrolment::State to);
    /// Whoever has a final outcome and still takes part is concluded as the outcome says. False: refused. [FIN-ORD-15]
    [[nodiscard]] bool conclude(WorkedUnit& unit, Day day);
    /// The change with which units are finalised from now on.
    void with(Id<enrolment::ProgramChange> change) { change_ = change; }
    /// When access in the LMS ends, of all units that are finalised from now on. [FIN-ACC-01]
    void end_access(AccessEnds asked) { access_ends_ = asked; }
    /// That the place was finalised so, with the change. [FIN-ORD-14]
    void finalise(WorkedUnit& unit, Ending ending, Day day, std::optional<Day> resumes_on = {});
    /// The finalisation that holds does so no longer. [FIN-DEF-04]
    void take_back(WorkedUnit& unit, Day day);
    /// Refuses, and answers false, when whoever comes back finds no seat. [FIN-DEF-04, IMC-WL-02]
    [[nodiscard]] bool finds_seat(const WorkedUnit& unit);
    /// Puts a unit, and tells of it. False: to be asked again.
    [[nodiscard]] bool settle(WorkedUnit& unit, Code what);
    /// Puts the seats of all courses in which something changed.
    void settle_seats();

private:
    void add(const enrolment::Activity& activity);
    [[nodiscard]] const Zone* zone_of(const catalogue::Course& course) const;
    [[nodiscard]] Day told_on() const;

    const ProgramFacts& facts_;
    const enrolment::ProgramEnrolment& program_;
    Context& context_;
    Decision& decision_;
    std::vector<WorkedUnit> units_;
    std::map<std::int64_t, std::pair<const catalogue::Course*, catalogue::Seats>>
        seats_;  // by course, as they shall be
    Id<enrolment::ProgramChange> change_;
    AccessEnds access_ends_ = AccessEnds::by_ending;
    Day today_{};
};

}  // namespace provost::finalise
