// The kinds of records that a store keeps, in the order of the rooms.
#include "verbs/verb.hpp"

#include <provost/access/clearance.hpp>
#include <provost/audit/journal.hpp>
#include <provost/catalogue/course_changes.hpp>
#include <provost/catalogue/course_set.hpp>
#include <provost/catalogue/hold.hpp>
#include <provost/catalogue/medium.hpp>
#include <provost/catalogue/meta_tag.hpp>
#include <provost/catalogue/packaging.hpp>
#include <provost/catalogue/references.hpp>
#include <provost/catalogue/shelf.hpp>
#include <provost/catalogue/syllabus.hpp>
#include <provost/enrolment/amendment.hpp>
#include <provost/enrolment/held_back.hpp>
#include <provost/enrolment/participation.hpp>
#include <provost/enrolment/program_status.hpp>
#include <provost/enrolment/signature.hpp>
#include <provost/finalise/credential.hpp>
#include <provost/finalise/finalise.hpp>
#include <provost/finalise/learncycle.hpp>
#include <provost/finalise/program.hpp>
#include <provost/learning/component_notices.hpp>
#include <provost/lms/access_rule.hpp>
#include <provost/lms/connection.hpp>
#include <provost/lms/cutover.hpp>
#include <provost/lms/elearning.hpp>
#include <provost/lms/file_drop.hpp>
#include <provost/lms/lms.hpp>
#include <provost/lms/lms_course.hpp>
#include <provost/lms/received.hpp>
#include <provost/lms/run.hpp>
#include <provost/notices/definition.hpp>
#include <provost/notices/intent.hpp>
#include <provost/people/client_details.hpp>
#include <provost/people/group.hpp>
#include <provost/people/learner_fact.hpp>
#include <provost/people/supervision.hpp>
#include <provost/ports/lease.hpp>
#include <provost/rating/rating.hpp>
#include <provost/registration/registration.hpp>
#include <provost/reporting/reporting.hpp>
#include <provost/resources/booking.hpp>
#include <provost/results/results.hpp>

namespace provost::verbs {

namespace {

constexpr auto table = std::to_array<const RecordType*>({
    &type_of<organisation::Provider>(),
    &type_of<organisation::Location>(),
    &type_of<organisation::ReportingDefaults>(),
    &type_of<organisation::RegistrationProcess>(),
    &type_of<access::Administrator>(),
    &type_of<access::Clearances>(),
    &type_of<access::DefaultClearances>(),
    &type_of<staffing::Tutor>(),
    &type_of<staffing::TutorPosition>(),
    &type_of<staffing::StaffingSettings>(),
    &type_of<people::Learner>(),
    &type_of<people::ClientDetails>(),
    &type_of<people::Group>(),
    &type_of<people::LearnerFact>(),
    &type_of<people::Supervision>(),
    &type_of<catalogue::CourseType>(),
    &type_of<catalogue::TypeVersion>(),
    &type_of<catalogue::MetaTag>(),
    &type_of<catalogue::NoticeDefinition>(),
    &type_of<catalogue::CourseRoom>(),
    &type_of<catalogue::ClassificationNode>(),
    &type_of<catalogue::Subject>(),
    &type_of<catalogue::Program>(),
    &type_of<catalogue::Packaging>(),
    &type_of<catalogue::CourseTemplate>(),
    &type_of<catalogue::TemplateVersion>(),
    &type_of<catalogue::Course>(),
    &type_of<catalogue::KeptTag>(),
    &type_of<catalogue::CourseSet>(),
    &type_of<catalogue::LearningPath>(),
    &type_of<catalogue::CourseGroup>(),
    &type_of<catalogue::Prerequisites>(),
    &type_of<catalogue::Syllabus>(),
    &type_of<catalogue::Logic>(),
    &type_of<catalogue::Shelf>(),
    &type_of<catalogue::CourseHold>(),
    &type_of<catalogue::Medium>(),
    &type_of<enrolment::ProgramEnrolment>(),
    &type_of<enrolment::TrainingDetails>(),
    &type_of<enrolment::Activity>(),
    &type_of<enrolment::Enrolment>(),
    &type_of<catalogue::Seats>(),
    &type_of<enrolment::Prebooking>(),
    &type_of<enrolment::HeldBack>(),
    &type_of<enrolment::ReportedActivity>(),
    &type_of<enrolment::WaitingList>(),
    &type_of<enrolment::Approval>(),
    &type_of<enrolment::ParticipantChange>(),
    &type_of<enrolment::Signature>(),
    &type_of<enrolment::ProgramStatus>(),
    &type_of<enrolment::Amendment>(),
    &type_of<notices::SentByHand>(),
    &type_of<rating::Rating>(),
    &type_of<rating::RatingComment>(),
    &type_of<learning::Progress>(),
    &type_of<learning::LearningEvent>(),
    &type_of<resources::ResourceCategory>(),
    &type_of<resources::Resource>(),
    &type_of<resources::Booking>(),
    &type_of<resources::Occupancy>(),
    &type_of<results::GradeRule>(),
    &type_of<results::GradeRuleUse>(),
    &type_of<results::ResultSettings>(),
    &type_of<results::LmsLink>(),
    &type_of<results::ResultEvent>(),
    &type_of<finalise::Finalisation>(),
    &type_of<reporting::Submission>(),
    &type_of<reporting::ReportedCompletion>(),
    &type_of<enrolment::ProgramChange>(),
    &type_of<finalise::Transition>(),
    &type_of<finalise::Credential>(),
    &type_of<finalise::CredentialSeries>(),
    &type_of<finalise::CredentialRules>(),
    &type_of<finalise::Learncycle>(),
    &type_of<finalise::LearncycleFiring>(),
    &type_of<lms::Connection>(),
    &type_of<lms::AccessRule>(),
    &type_of<lms::ElearningEnrolment>(),
    &type_of<lms::Cutover>(),
    &type_of<lms::OldAccess>(),
    &type_of<lms::LmsCourse>(),
    &type_of<lms::LmsResult>(),
    &type_of<lms::LmsCursor>(),
    &type_of<lms::LmsAccess>(),
    &type_of<lms::LmsEnrolment>(),
    &type_of<lms::AccessChange>(),
    &type_of<lms::LmsLearner>(),
    &type_of<lms::LmsRoster>(),
    &type_of<lms::LmsStanding>(),
    &type_of<lms::LmsTotals>(),
    &type_of<lms::LmsDrop>(),
    &type_of<lms::SyncRun>(),
    &type_of<lms::SyncItem>(),
    &type_of<notices::Intent>(),
    &type_of<learning::ComponentNotices>(),
    &type_of<notices::TickMark>(),
    &type_of<Lease>(),
    &type_of<audit::JournalEntry>(),
    &type_of<audit::JournalPersonal>(),
    &type_of<audit::JournalHead>(),
    &type_of<audit::Run>(),
});

}  // namespace

std::span<const RecordType* const> kinds() { return table; }

const RecordType* find_kind(std::string_view name) {
    const auto found = std::ranges::find(table, name, [](const RecordType* type) { return type->name; });
    return found == table.end() ? nullptr : *found;
}

}  // namespace provost::verbs
