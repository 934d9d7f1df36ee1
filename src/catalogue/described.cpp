// Where the descriptions of this room's structs are made.
#include <provost/catalogue/code_lists.hpp>
#include <provost/catalogue/course.hpp>
#include <provost/catalogue/course_changes.hpp>
#include <provost/catalogue/course_set.hpp>
#include <provost/catalogue/course_template.hpp>
#include <provost/catalogue/course_type.hpp>
#include <provost/catalogue/follow_staff.hpp>
#include <provost/catalogue/hold.hpp>
#include <provost/catalogue/logic.hpp>
#include <provost/catalogue/medium.hpp>
#include <provost/catalogue/meta_tag.hpp>
#include <provost/catalogue/notice.hpp>
#include <provost/catalogue/packaging.hpp>
#include <provost/catalogue/promote.hpp>
#include <provost/catalogue/questions.hpp>
#include <provost/catalogue/references.hpp>
#include <provost/catalogue/settings.hpp>
#include <provost/catalogue/shelf.hpp>
#include <provost/catalogue/syllabus.hpp>

PROVOST_DESCRIBED(provost::catalogue::Subject);
PROVOST_DESCRIBED(provost::catalogue::Program);
PROVOST_DESCRIBED(provost::catalogue::PackagedUnit);
PROVOST_DESCRIBED(provost::catalogue::ElectiveGroup);
PROVOST_DESCRIBED(provost::catalogue::ElectiveRule);
PROVOST_DESCRIBED(provost::catalogue::Packaging);
PROVOST_DESCRIBED(provost::catalogue::DefinePackaging);
PROVOST_DESCRIBED(provost::catalogue::Course);
PROVOST_DESCRIBED(provost::catalogue::Promote);
PROVOST_DESCRIBED(provost::catalogue::CountQuotas);
PROVOST_DESCRIBED(provost::catalogue::FollowDates);
PROVOST_DESCRIBED(provost::catalogue::FollowTutors);
PROVOST_DESCRIBED(provost::catalogue::FollowResources);
PROVOST_DESCRIBED(provost::catalogue::Quota);
PROVOST_DESCRIBED(provost::catalogue::CancellationRule);
PROVOST_DESCRIBED(provost::catalogue::QuotaTaken);
PROVOST_DESCRIBED(provost::catalogue::Seats);
PROVOST_DESCRIBED(provost::catalogue::DefineCourse);
PROVOST_DESCRIBED(provost::catalogue::KeptTag);
PROVOST_DESCRIBED(provost::catalogue::EffectiveSettings);
PROVOST_DESCRIBED(provost::catalogue::ChangeTemplate);
PROVOST_DESCRIBED(provost::catalogue::DuplicateCourse);
PROVOST_DESCRIBED(provost::catalogue::CreateTemplate);
PROVOST_DESCRIBED(provost::catalogue::CourseSet);
PROVOST_DESCRIBED(provost::catalogue::DefineCourseSet);
PROVOST_DESCRIBED(provost::catalogue::CourseGroup);
PROVOST_DESCRIBED(provost::catalogue::DefineCourseGroup);
PROVOST_DESCRIBED(provost::catalogue::LearningPath);
PROVOST_DESCRIBED(provost::catalogue::PrerequisiteNode);
PROVOST_DESCRIBED(provost::catalogue::Prerequisites);
PROVOST_DESCRIBED(provost::catalogue::DefinePath);
PROVOST_DESCRIBED(provost::catalogue::CourseTemplate);
PROVOST_DESCRIBED(provost::catalogue::TemplateVersion);
PROVOST_DESCRIBED(provost::catalogue::DefineTemplate);
PROVOST_DESCRIBED(provost::catalogue::CourseType);
PROVOST_DESCRIBED(provost::catalogue::TypeVersion);
PROVOST_DESCRIBED(provost::catalogue::DefineCourseType);
PROVOST_DESCRIBED(provost::catalogue::MetaTag);
PROVOST_DESCRIBED(provost::catalogue::VisibleTags);
PROVOST_DESCRIBED(provost::catalogue::Texts);
PROVOST_DESCRIBED(provost::catalogue::CourseRoom);
PROVOST_DESCRIBED(provost::catalogue::ClassificationNode);
PROVOST_DESCRIBED(provost::catalogue::DefineClassification);
PROVOST_DESCRIBED(provost::catalogue::TagValue);
PROVOST_DESCRIBED(provost::catalogue::Translation);
PROVOST_DESCRIBED(provost::catalogue::Skill);
PROVOST_DESCRIBED(provost::catalogue::Settings);
PROVOST_DESCRIBED(provost::catalogue::PlannedWindow);
PROVOST_DESCRIBED(provost::catalogue::AddedResource);
PROVOST_DESCRIBED(provost::catalogue::Assignments);
PROVOST_DESCRIBED(provost::catalogue::NamedAssignments);
PROVOST_DESCRIBED(provost::catalogue::CourseHold);
PROVOST_DESCRIBED(provost::catalogue::HoldCourse);
PROVOST_DESCRIBED(provost::catalogue::MediumPart);
PROVOST_DESCRIBED(provost::catalogue::Medium);
PROVOST_DESCRIBED(provost::catalogue::DefineMedium);
PROVOST_DESCRIBED(provost::catalogue::ReleaseMedium);
PROVOST_DESCRIBED(provost::catalogue::CoursesToCheck);
PROVOST_DESCRIBED(provost::catalogue::Bound);
PROVOST_DESCRIBED(provost::catalogue::Component);
PROVOST_DESCRIBED(provost::catalogue::Syllabus);
PROVOST_DESCRIBED(provost::catalogue::DefineSyllabus);
PROVOST_DESCRIBED(provost::catalogue::ImportComponents);
PROVOST_DESCRIBED(provost::catalogue::RuleCondition);
PROVOST_DESCRIBED(provost::catalogue::RuleAction);
PROVOST_DESCRIBED(provost::catalogue::Rule);
PROVOST_DESCRIBED(provost::catalogue::Logic);
PROVOST_DESCRIBED(provost::catalogue::DefineLogic);
PROVOST_DESCRIBED(provost::catalogue::Shelf);
PROVOST_DESCRIBED(provost::catalogue::DefineShelf);
PROVOST_DESCRIBED(provost::catalogue::Tabs);
PROVOST_DESCRIBED(provost::catalogue::NoticeText);
PROVOST_DESCRIBED(provost::catalogue::NoticeSetting);
PROVOST_DESCRIBED(provost::catalogue::NoticeDefinition);
