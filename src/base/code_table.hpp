// The one table of codes: errors and refusals, in one place. docs/codes.md is made from it (tests/house checks that).
// A rule writes "course.unknown"_code; a name that is not in the table does not compile.
#pragma once

#include <provost/base/result.hpp>

#include <array>
#include <string_view>

namespace provost {

/// What a code is about, in the order in which the checks of an imported row are reported: a row's first problem wins.
enum class Stage : std::uint8_t { none, kind, mandatory, length, reference, format, dates, duplicate, rule, capacity };

struct CodeRow {
    std::string_view name;
    Status status;  // of the error; refusals of a verb carry it too, for doors that need one
    Stage stage;
    std::string_view meaning;  // one sentence; {name} stands for a parameter
    std::string_view fix;      // what to do about it
    std::string_view rows;     // behaviours of the specification it belongs to
};

// clang-format off
inline constexpr auto code_table = std::to_array<CodeRow>({
    {"none", Status::ok, Stage::none, "Nothing happened.", "", ""},

    // documents and calls
    {"document.malformed", Status::invalid, Stage::none, "The text is not well-formed JSON.", "Send one JSON document in UTF-8.", "MIS-07"},
    {"document.too-deep", Status::limit, Stage::none, "The document nests deeper than {limit} levels.", "Flatten the document.", ""},
    {"document.too-large", Status::limit, Stage::none, "The document is larger than {limit} bytes.", "Send less at once.", ""},
    {"document.version", Status::unsupported, Stage::none, "The document's format version is not supported.", "Send \"provost\": 1.", ""},
    {"key.unknown", Status::invalid, Stage::none, "The key {key} is not known here.", "Remove it, or begin it with x-.", ""},
    {"key.duplicate", Status::invalid, Stage::none, "The key {key} stands twice in one object.", "Send each key once.", ""},
    {"value.wrong-type", Status::invalid, Stage::format, "Expected {expected}.", "Send a value of that type.", ""},
    {"value.out-of-range", Status::invalid, Stage::format, "The value lies outside {range}.", "Send a value in the range.", ""},
    {"choice.unknown", Status::invalid, Stage::format, "Expected one of: {expected}.", "Send one of the listed words.", ""},
    {"text.encoding", Status::invalid, Stage::format, "The text is not valid UTF-8.", "Send UTF-8.", ""},
    {"list.too-long", Status::limit, Stage::length, "The list has more than {limit} items.", "Send fewer items at once.", ""},
    {"verb.unknown", Status::not_found, Stage::none, "There is no verb of that name.", "docs/verbs.md lists the verbs.", ""},
    {"kind.unknown", Status::not_found, Stage::none, "There is no record kind of that name.", "docs/schemas lists the records.", ""},
    {"argument.null", Status::invalid, Stage::none, "The argument {argument} must not be NULL.", "Pass a value.", "MIS-03"},
    {"argument.invalid", Status::invalid, Stage::none, "The argument {argument} is not valid.", "See the function's documentation.", "MIS-03"},
    {"handle.closed", Status::invalid, Stage::none, "The object is closed.", "Open a new one.", "MIS-03"},
    {"handle.busy", Status::busy, Stage::none, "The object is in use by another call.", "One call at a time; do not call back into the same object.", "MIS-03"},
    {"handle.forked", Status::invalid, Stage::none, "The object was made before this process was forked.", "Open it after the fork.", ""},
    {"column.missing", Status::invalid, Stage::none, "The column {column} must be given.", "Give it, or leave out all columns of the group.", ""},
    {"column.length", Status::invalid, Stage::none, "The column {column} has {found} values where there must be {expected}.", "Columns of a group have one value for each row.", ""},
    {"column.out-of-range", Status::invalid, Stage::none, "The value at position {position} of the column {column} lies outside {range}.", "Send a value in the range; positions count from 0.", ""},
    {"columns.too-large", Status::limit, Stage::none, "The columns hold more than {limit} {what}.", "Judge fewer learners at once.", ""},
    {"name.undeclared", Status::not_found, Stage::reference, "The rule names a thing that stands nowhere in the list of things.", "Add it to the list with its kind, its key in the columns and its name.", ""},
    {"name.declared-twice", Status::invalid, Stage::reference, "The list of things has this kind and key, or this kind and name, twice.", "Name each thing once.", ""},
    {"rule.unknown", Status::not_found, Stage::reference, "No rule was compiled under that key.", "Add it to the document; what requires nothing has no bundles.", ""},
    {"rule.repeated", Status::invalid, Stage::none, "Two rules have the same key.", "Give each rule a key of its own.", ""},
    {"parts.too-few", Status::invalid, Stage::none, "The rule at position {position} has {parts} parts; there is room for {room}.", "Make room for as many as the largest rule has.", ""},
    {"internal.defect", Status::internal, Stage::none, "A defect of this library stopped the call; nothing was changed.", "Please report it.", ""},
    {"memory.exhausted", Status::limit, Stage::none, "There was not enough memory; nothing was changed.", "Free memory and repeat the call.", ""},
    {"callback.failed", Status::callback, Stage::none, "A function of the host failed: {function}.", "See the host's own log.", ""},
    {"plan.moved", Status::conflict, Stage::none, "The state has moved since the plan was made.", "Make the plan again and approve that one.", ""},
    {"suppose.refused", Status::conflict, Stage::none, "What is supposed can not be: {why}.", "Suppose what could be done.", ""},
    {"lease.held", Status::conflict, Stage::none, "Another worker is carrying out the actions of this connection.", "Wait until it has finished or its lease has run out.", ""},
    {"lease.lost", Status::conflict, Stage::none, "The lease ran out and another worker has it now; what was reported is not settled.", "Begin again: what is still due comes again.", ""},
    {"plan.expired", Status::conflict, Stage::none, "The approval has expired.", "Make the plan again and approve that one.", ""},
    {"key.reused", Status::conflict, Stage::none, "The idempotency key was used for another verb, or by another actor.", "Give every request a key of its own.", ""},

    // store
    {"store.failed", Status::storage, Stage::none, "The store could not do it: {detail}.", "Look at the disk and at the store's own log.", ""},
    {"store.busy", Status::busy, Stage::none, "Another program holds the store.", "Try again later.", ""},
    {"store.newer", Status::unsupported, Stage::none, "The file has format {found}; this library knows up to {known}.", "Use a newer library.", ""},
    {"store.foreign", Status::invalid, Stage::none, "The file is not a Provost database.", "Name another file.", ""},
    {"store.read-only", Status::storage, Stage::none, "The file or its folder can not be written.", "Grant the right to write, or use another place.", ""},
    {"store.contended", Status::conflict, Stage::none, "Other writers changed the same records {tries} times in a row.", "Try again later.", ""},
    {"store.unknown-outcome", Status::storage, Stage::none, "It is not known whether the commit was carried out.", "Repeat the call with the same key.", ""},
    {"record.missing", Status::storage, Stage::none, "A record that another one names is not in the store: {kind}.", "Run audit.verify.", ""},

    // rights
    {"right.missing", Status::invalid, Stage::none, "The actor lacks the right {right}.", "Ask an administrator who holds it.", ""},
    {"clearance.missing", Status::invalid, Stage::none, "The actor lacks the right {right} on the {kind} {object}.", "Ask for a clearance: access.set_clearances gives it.", "IMC-ACL-01 IMC-CSV-26"},
    {"clearance.holder", Status::invalid, Stage::format, "A grant names a user, a group or a client, or is for everyone; the creator stands in default clearances only.", "Give the holder, and its name where it has one.", "IMC-ACL-01"},
    {"clearance.object", Status::invalid, Stage::format, "Exactly one object must be named.", "Name one course, template, type, location, provider, tutor or learner.", "IMC-ACL-01"},
    {"right.unknown", Status::invalid, Stage::format, "There is no right of that name.", "docs/rooms/access.md lists the rights.", "IMC-ACL-01"},

    // settings of the catalogue
    {"setting.unknown", Status::invalid, Stage::format, "There is no setting {setting} ({member}).", "docs/rooms/catalogue.md lists the settings; a meta tag is metatag_<key>.", "IMC-TPL-02"},
    {"template.other-subject", Status::conflict, Stage::rule, "The template trains another subject, and {count} learners are in the course.", "Make another course from that template, and move them.", "FIN-ORD-17"},
    {"setting.twice", Status::invalid, Stage::format, "The setting {setting} is given a value and taken away in one request, or taken away in two ways.", "Say one of them.", "IMC-TPL-02"},
    {"setting.mandatory", Status::conflict, Stage::rule, "Settings that the template makes mandatory are missing: {settings}.", "Give them.", "IMC-TPL-02"},
    {"setting.locked", Status::conflict, Stage::rule, "Settings that the template locks can not be changed: {settings}.", "Change the template, or leave them as they are.", "IMC-TPL-02"},
    {"facility.unknown", Status::invalid, Stage::format, "There is no tab or function {facility}.", "docs/rooms/catalogue.md lists them.", "IMC-CT-02"},
    {"tab.disabled", Status::conflict, Stage::rule, "The {level} {place} hides {tab}.", "Show it there, or leave what stands in it.", "IMC-CT-02"},
    {"timing.not-allowed", Status::conflict, Stage::rule, "The {level} allows {timing} only.", "Choose that timing.", "IMC-CT-06"},
    {"course.dates-fixed", Status::conflict, Stage::rule, "The course takes place for certain: its dates do not move.", "Release the course first.", "IMC-CSV-13"},
    {"timing.ignored", Status::ok, Stage::none, "The value {field} has no meaning for this timing and was left out.", "Nothing.", "IMC-CSV-10"},
    {"course.below-participants", Status::ok, Stage::none, "The course has {taken} participants, more than the {most} seats it has now; nobody was removed.", "Nothing, if that is meant.", "IMC-CSV-14"},
    {"course.participants-left", Status::ok, Stage::none, "The course does not take place, and {count} participants are in it or on the way into it.", "Cancel them with registration.cancel_many: it costs them nothing.", "IMC-CSV-13"},
    {"course.template-change-not-allowed", Status::conflict, Stage::rule, "The course has another template.", "Change its template with catalogue.change_template.", "IMC-CSV-29"},
    {"external-id.archived", Status::conflict, Stage::duplicate, "An archived course has this external id.", "Restore that course, or choose another id.", "IMC-CSV-30"},
    {"settings-group.unknown", Status::invalid, Stage::format, "There is no group of settings {group}; expected one of: {expected}.", "Name one of these groups.", "IMC-CHT-01"},
    {"settings-group.incomplete", Status::conflict, Stage::rule, "The group {group} refers to the group {needs}, which is not chosen.", "Choose both, or send auto_include.", "IMC-TFC-07"},
    {"settings-group.not-chosen", Status::ok, Stage::none, "Its group of settings was not chosen.", "Choose the group, if it is wanted.", "IMC-TFC-01"},
    {"template.no-instance", Status::ok, Stage::none, "It belongs to one course and not to a template.", "Nothing, if that is meant.", "IMC-TFC-06"},
    {"template.other-kind", Status::conflict, Stage::rule, "The template does not make a {kind}.", "Choose a template of that kind.", "IMC-CHT-02"},
    {"course.launched", Status::ok, Stage::none, "The course has started, so this stays as it is.", "", "IMC-CHT-04"},
    {"external-id.taken", Status::conflict, Stage::duplicate, "Another course has the external id {external_id}.", "Choose another one.", "IMC-DUP-01"},
    {"course.archived", Status::conflict, Stage::rule, "The course is archived.", "Restore it first.", "IMC-DUP-03"},
    {"course.signed", Status::conflict, Stage::rule, "A digital signature locks the course.", "What is signed stays: make a new course.", "IMC-SIG-04 IMC-SIG-05 IMC-SIG-07 IMC-SIG-12 IMC-CHT-08"},
    {"course.closed", Status::conflict, Stage::rule, "The course is closed: its content stays as it is.", "Give it another planning status first.", "IMC-CSV-13"},
    {"course.in-use", Status::conflict, Stage::rule, "The course is in use by {count}: {dependants}.", "End what is listed first.", "IMC-DUP-03"},
    {"template.in-use", Status::conflict, Stage::rule, "The template is in use by {count}: {dependants}.", "Delete or archive what is listed first.", ""},
    {"course-type.in-use", Status::conflict, Stage::rule, "The course type is in use by {count}: {dependants}.", "Delete these templates first.", "IMC-TPL-03"},
    {"dependant.participants", Status::ok, Stage::none, "{count} participants are neither concluded nor cancelled.", "", "IMC-DUP-03"},
    {"dependant.course-set", Status::ok, Stage::none, "It is in the course set {course_set} of the course {course}.", "", "IMC-DUP-03"},
    {"dependant.path", Status::ok, Stage::none, "It is in the learning path {path}.", "", "IMC-DUP-03"},
    {"dependant.prerequisite", Status::ok, Stage::none, "It is a prerequisite of {owner}.", "", "IMC-DUP-03"},
    {"dependant.lms-link", Status::ok, Stage::none, "It is linked to a course of an LMS.", "", "IMC-DUP-03"},
    {"dependant.course", Status::ok, Stage::none, "The course {course} is made from it.", "", ""},
    {"dependant.prebookings", Status::ok, Stage::none, "{count} learners wait for a course of it.", "", ""},
    {"dependant.template", Status::ok, Stage::none, "The template {template} is of this type.", "", "IMC-TPL-03"},
    {"component.repeated", Status::conflict, Stage::duplicate, "The component {component} stands twice in the list.", "Give each component a key of its own.", ""},
    {"schedule.incomplete", Status::invalid, Stage::dates, "A moment of the component {component} does not fit what it is counted from.", "Give a fixed moment its time, and a counted one its offset; name a component only where one is to be processed.", "IMC-TFC-03"},
    {"schedule.fixed-date-not-allowed", Status::conflict, Stage::dates, "The component {component} has a fixed moment, and the course has no dates.", "Count it from something, or set allow_fixed_moments.", "IMC-SCH-02"},
    {"schedule.fixed-date", Status::ok, Stage::none, "The component {component} has a fixed moment, though each participant has his own time.", "Count it from something, if it shall fit everybody.", "IMC-SCH-02"},
    {"schedule.component-unknown", Status::not_found, Stage::reference, "The component {component} is counted from one that is not in the list.", "Name another component of the list.", ""},
    {"schedule.fixed-dropped", Status::ok, Stage::none, "A fixed moment belongs to one course and not to a template.", "Give each course its own.", "IMC-TFC-04"},
    {"schedule.relative-dropped", Status::ok, Stage::none, "A template keeps only what is counted from the start or the end of the course or from the participant's start.", "Send keep_all_relative, if it is wanted.", "IMC-TFC-03"},
    {"medium.other-course", Status::conflict, Stage::rule, "The medium was made by another course.", "Give it another key, or do not name a course.", "IMC-MISC-07"},
    {"medium.unknown", Status::not_found, Stage::reference, "There is no such medium.", "Define the medium first.", "IMC-MISC-07"},
    {"tag.level-not-allowed", Status::conflict, Stage::rule, "The meta tag {tag} can not be set at the level {level}.", "Set it at one of its levels, or allow this one in its definition.", "IMC-MT-01"},
    {"tag.not-in-set", Status::conflict, Stage::rule, "The meta tag {tag} is not in the set that courses here have.", "Take it into the set of the template, or leave it.", "IMC-MT-01"},
    {"tag.given-twice", Status::invalid, Stage::rule, "The setting {setting} and its meta tag {tag} are given with different values.", "Give one of them.", "IMC-MT-03"},
    {"course-set.in-component", Status::conflict, Stage::rule, "A component course can not have course sets.", "Make the set in the superordinate course.", "IMC-CC-02"},
    {"course-set.member-not-component", Status::conflict, Stage::rule, "The course {course} is no component course.", "Make it from a template of component courses.", "IMC-CC-02"},
    {"course-set.choice", Status::invalid, Stage::rule, "Nobody can choose {min} to {max} courses.", "Give a most of at least 1, and a least that is not above it.", "IMC-CC-04"},
    {"course-set.too-small", Status::conflict, Stage::rule, "The course is published and its course set {course_set} has {members} of {least} courses.", "Put courses into the set first, or take the course out of the catalogue.", "IMC-CC-03"},
    {"component.not-allowed", Status::conflict, Stage::rule, "The component course {course} can not be placed in a learning path.", "Place the superordinate course.", "IMC-CT-10"},
    {"component.not-alone", Status::conflict, Stage::rule, "The component course is booked through a course set of a course in which the learner is.", "Register the learner in such a course first, or mark the course as bookable alone.", "IMC-CC-10"},
    {"classification.other-tree", Status::conflict, Stage::rule, "The parent stands in the tree {tree}.", "Name a parent of the same tree.", "IMC-MISC-03"},
    {"course.not-visible", Status::conflict, Stage::rule, "The learner does not see the course.", "The reasons name what would make it visible.", "IMC-CT-11"},
    {"participant-list.hidden", Status::conflict, Stage::rule, "Learners do not see who takes part in this course.", "Show the participant list in the type, the template or the course.", "IMC-CT-07"},

    // components and learning
#include "base/codes_of_learning.inc"

    // programs, credentials, active learners
#include "base/codes_of_credentials.inc"

    // files and rows
    {"file.header", Status::invalid, Stage::kind, "The header lacks the column {column}.", "Name the columns as the documentation lists them.", "IMC-ENI-12"},
    {"file.header-unknown", Status::invalid, Stage::kind, "None of the preset's columns stands in the header.", "Check the preset, the separator and the encoding.", "IMC-CSV-25"},
    {"file.header-case", Status::invalid, Stage::kind, "The header has {column} where it must have {expected}.", "Spell the column as expected, capitals included.", "IMC-CSV-01"},
    {"file.header-duplicate", Status::invalid, Stage::kind, "The header names the column {column} twice.", "Name each column once.", "IMC-CSV-01"},
    {"file.encoding", Status::invalid, Stage::kind, "The file is not in {expected}; it looks like {found}.", "Save it as UTF-8, or say its encoding when the import begins.", "IMC-CSV-25"},
    {"file.too-many-rows", Status::limit, Stage::kind, "The file has more than {limit}, and this option needs all of it at once.", "Split the file, or leave the option out.", "IMC-CSV-26"},
    {"file.malformed", Status::invalid, Stage::kind, "The file can not be read as separated values here.", "Quote fields that hold separators, quotes or line ends.", "IMC-ENI-12"},
    {"row.field-count", Status::invalid, Stage::kind, "The row has {found} fields, the header {expected}.", "Quote fields that hold separators, quotes or line ends.", "IMC-ENI-12"},
    {"import-type.unknown", Status::invalid, Stage::kind, "The import type is neither COURSE nor TEMPLATE.", "Write COURSE or TEMPLATE, or leave it empty.", "IMC-ENI-01"},
    {"field.missing", Status::invalid, Stage::mandatory, "A mandatory value is missing: {field}.", "Give the value.", "IMC-ENI-03"},
    {"field.too-long", Status::limit, Stage::length, "The value has more than {limit} characters.", "Shorten it.", ""},
    {"external-id.too-long", Status::limit, Stage::length, "The external id has more than {limit} characters.", "Shorten it.", "IMC-CSV-05"},
    {"template.exists", Status::conflict, Stage::duplicate, "There is such a template already, and it says otherwise.", "Begin the import with template_update to bring templates up to date.", "IMC-CSVT-03"},
    {"row.not-applied", Status::conflict, Stage::rule, "Another row of the file was refused, and the import is all or nothing.", "Correct the other rows and import the file again.", "IMC-CSV-26"},
    {"row.duplicate", Status::conflict, Stage::duplicate, "A row accepted before in this file says the same.", "Remove one of the rows.", "IMC-ENI-11"},

    // references
    {"course-type.unknown", Status::not_found, Stage::reference, "There is no such course type.", "Define the course type first.", ""},
    {"template.unknown", Status::not_found, Stage::reference, "There is no such course template.", "Import the template first.", ""},
    {"course.unknown", Status::not_found, Stage::reference, "There is no such course.", "Import the course first.", "IMC-ENI-03"},
    {"learner.unknown", Status::not_found, Stage::reference, "There is no such learner.", "Import the learner first.", "IMC-ENI-02"},
    {"learner.not-enrolled", Status::not_found, Stage::reference, "The learner is not enrolled in that course.", "Register the learner first.", ""},
    {"location.unknown", Status::not_found, Stage::reference, "There is no such location.", "Define the location first.", ""},
    {"provider.unknown", Status::not_found, Stage::reference, "There is no such provider.", "Define the provider first.", ""},
    {"tutor.unknown", Status::not_found, Stage::reference, "There is no tutor {name}, or the tutor is in no group.", "Define the tutor with a group first.", ""},
    {"administrator.unknown", Status::not_found, Stage::reference, "There is no such administrator.", "Define the administrator first.", ""},
    {"program.unknown", Status::not_found, Stage::reference, "There is no such program.", "Define the program first.", ""},
    {"subject.unknown", Status::not_found, Stage::reference, "There is no such subject.", "Define the subject first.", ""},
    {"tag.unknown", Status::not_found, Stage::reference, "There is no meta tag {name}.", "Define the meta tag first.", "IMC-MT-01"},
    {"course-group.unknown", Status::not_found, Stage::reference, "There is no such group of courses.", "Define the group first.", "IMC-PRE-16"},
    {"path.unknown", Status::not_found, Stage::reference, "There is no such learning path.", "Define the path first.", "IMC-PRE-17"},
    {"group.unknown", Status::not_found, Stage::reference, "There is no such group.", "Define the group first.", "IMC-ACL-01"},
    {"course-room.unknown", Status::not_found, Stage::reference, "There is no such course room type.", "Define the course room type first.", "IMC-CT-13"},
    {"classification.unknown", Status::not_found, Stage::reference, "There is no such node in the classification trees.", "Define the node first.", "IMC-MISC-03"},
    {"zone.unknown", Status::not_found, Stage::reference, "There is no such time zone.", "Use an IANA name such as Australia/Melbourne.", ""},

    // formats
    {"date.malformed", Status::invalid, Stage::format, "The date or moment is not written as an existing ISO 8601 one.", "Write YYYY-MM-DD or YYYY-MM-DDThh:mm with seconds and offset where wanted.", "IMC-CSV-23"},
    {"date.skipped", Status::invalid, Stage::format, "There is no such local time: the clocks were put forward over it.", "Give another time, or an offset.", "IMC-CSV-24"},
    {"external-id.characters", Status::invalid, Stage::format, "The external id holds other characters than letters, digits, _, - and blanks.", "Choose another id, or begin the import with lenient_ids.", "IMC-CSV-05 IMC-CSV-06"},
    {"text.control-character", Status::invalid, Stage::format, "The text holds a control character.", "Remove it.", "IMC-CSV-08"},
    {"column.not-supported", Status::unsupported, Stage::format, "The row asks by {field} for what an import can not do.", "Take the row out, and do it by hand.", ""},
    {"course-status.unknown", Status::invalid, Stage::format, "The status of the course is none that the preset can carry over.", "docs/rooms/imports.md lists the words.", ""},
    {"number.malformed", Status::invalid, Stage::format, "The number can not be read exactly.", "Write digits, a point, and at most six places.", ""},
    {"duration.malformed", Status::invalid, Stage::format, "The duration is not a number from 1 to 9999, a blank, and M or D.", "Write for example 6 M.", "IMC-CSV-12"},
    {"currency.unknown", Status::invalid, Stage::format, "The currency is no ISO 4217 code.", "Write three capital letters, for example AUD.", "IMC-CSV-20"},
    {"tag.type-unsupported", Status::invalid, Stage::format, "A column can hold meta tags of text and of internet addresses; {tag} is of type {type}.", "Set it by a request.", "IMC-CSV-22"},
    {"link.malformed", Status::invalid, Stage::format, "The internet address has no URL, or a URL with blanks.", "Write text|URL, or the URL alone.", "IMC-CSV-22"},
    {"reference.malformed", Status::invalid, Stage::format, "The reference is no login, or not of the form kind:key.", "Write a login, or for example course:cooking-1.", "IMC-MT-01"},
    {"language.malformed", Status::invalid, Stage::format, "The language is no BCP 47 tag.", "Write for example de or de-AT.", "IMC-MISC-01"},
    {"planning-status.out-of-range", Status::invalid, Stage::format, "The planning status is none of 0 to 4.", "Write 0 released, 1 fixed, 2 locked, 3 cancelled or 4 closed.", ""},
    {"enrolment-status.out-of-range", Status::invalid, Stage::format, "The enrolment status is in no table.", "Use a status of the table in docs/rooms/registration.md.", "IMC-ENI-05"},
    {"identification.unknown", Status::invalid, Stage::format, "The identification is neither 1 (required) nor 2 (recommended).", "Write 1, 2 or nothing.", "IMC-ENI-10"},
    {"completion-status.unknown", Status::invalid, Stage::format, "The completion status is none of passed, completed, failed, incomplete.", "Write one of them.", ""},
    {"status.unknown", Status::invalid, Stage::format, "The status is none of Completed, Withdrawn, Deferred, Cancelled.", "Write one of them.", "FIN-WDR-01"},
    {"grade.out-of-range", Status::invalid, Stage::format, "The grade is no number from 0 to 100.", "Send a percentage.", ""},
    {"outcome.unknown", Status::invalid, Stage::format, "The outcome code is in no table of this jurisdiction on that day.", "docs/rooms/results.md lists the codes.", ""},
    {"usi.check-character", Status::invalid, Stage::format, "The unique student identifier fails its check character.", "Ask the learner for the identifier again.", ""},
    {"login.reserved", Status::invalid, Stage::format, "The login is written like that of an erased learner.", "Use another login.", ""},
    {"code.not-own", Status::invalid, Stage::format, "A code of the host's own begins with x- and has lower-case letters, digits, points and hyphens.", "Write for example x-mailbox-full.", ""},
    {"client-id.malformed", Status::invalid, Stage::format, "The client identifier is not 1 to 10 of A-Z and 0-9.", "Use such an identifier.", ""},

    // dates against each other
    {"date.end-before-start", Status::invalid, Stage::dates, "The end lies before the start.", "Correct one of the dates.", ""},
    {"date.due-before-enrolment", Status::invalid, Stage::dates, "The due date lies before the enrolment.", "Correct one of the dates.", "IMC-ENI-09"},
    {"date.expires-too-early", Status::invalid, Stage::dates, "It would end before it begins.", "Give a later moment.", "IMC-WL-09"},
    {"date.before-enrolment", Status::invalid, Stage::dates, "The effective date lies before the day of the enrolment.", "Correct the date.", ""},
    {"date.resumes-too-early", Status::invalid, Stage::dates, "The day of return does not lie after the effective date.", "Give a later day.", "FIN-DEF-03"},

    // what exists already
    {"client-id.taken", Status::conflict, Stage::duplicate, "Another learner has this client identifier.", "Give each learner an identifier of his own.", ""},
    {"enrolment.exists", Status::conflict, Stage::duplicate, "The learner has a place in this course already.", "Nothing needs to be done.", "IMC-ENI-11"},
    {"finalise.already-ended", Status::conflict, Stage::duplicate, "The enrolment was finalised before, otherwise than asked now.", "Amend it with a reason.", "FIN-ORD-14"},

    // decisions
    {"learner.has-place", Status::conflict, Stage::rule, "The learner has a place that has not ended: {course}.", "Finalise or cancel the place first.", ""},
    {"template.conflict", Status::invalid, Stage::rule, "The internal and the external id name two templates.", "Leave one of them empty.", "IMC-CSV-04"},
    {"course.not-open", Status::conflict, Stage::rule, "The course's planning status allows no registration.", "Release the course.", "IMC-PART-01"},
    {"course.ended", Status::conflict, Stage::rule, "The course ended before that day.", "Choose a later course.", ""},
    {"prerequisite.unmet", Status::conflict, Stage::rule, "Prerequisites are not met.", "The explanation names the nearest change that would admit the learner.", "IMC-PRE-04"},
    {"prerequisite.achievement", Status::ok, Stage::none, "Achievement of {subject} on or before {day}.", "", "IMC-PRE-26"},
    {"prerequisite.all", Status::ok, Stage::none, "Every prerequisite must hold.", "", "IMC-PRE-03"},
    {"prerequisite.any", Status::ok, Stage::none, "One of these bundles of prerequisites must hold.", "", "IMC-PRE-06"},
    {"prerequisite.course", Status::ok, Stage::none, "The course {course}: {minimum}.", "", "IMC-PRE-09"},
    {"prerequisite.template", Status::ok, Stage::none, "A course of the template {template}: {minimum}.", "", "IMC-PRE-15"},
    {"prerequisite.course-group", Status::ok, Stage::none, "A course of the group {course_group}: {minimum}.", "", "IMC-PRE-16"},
    {"prerequisite.whole-group", Status::ok, Stage::none, "All courses of the group {course_group}: {minimum}.", "", "IMC-PRE-16"},
    {"prerequisite.path", Status::ok, Stage::none, "The learning path {path}.", "", "IMC-PRE-17"},
    {"prerequisite.group", Status::ok, Stage::none, "Being in the group {group}.", "", "IMC-PRE-18"},
    {"prerequisite.skill", Status::ok, Stage::none, "The skill {skill}, level {level} or above.", "", "IMC-PRE-18"},
    {"prerequisite.job-profile", Status::ok, Stage::none, "The job profile {job_profile}.", "", "IMC-PRE-18"},
    {"prerequisite.recommended", Status::ok, Stage::none, "Something recommended is missing.", "", "IMC-PRE-05"},
    {"prerequisite.overridden", Status::ok, Stage::none, "Prerequisites are not met; who asked has overridden them.", "", "IMC-PRE-23"},
    {"prerequisite.unclear", Status::invalid, Stage::rule, "The item {item} must name exactly one thing, or be a set.", "Name one thing per item; a bundle is a set.", "IMC-PRE-01"},
    {"prerequisite.least", Status::invalid, Stage::rule, "Of the {count} items of {item}, {least} can not be met.", "Ask for at most as many as there are.", "IMC-PRE-07"},
    {"prerequisite.too-deep", Status::invalid, Stage::rule, "The sets around {item} nest deeper than 8.", "Use fewer sets.", "IMC-PRE-07"},
    {"prerequisite.misplaced", Status::invalid, Stage::rule, "{member} has no meaning in {item}.", "Leave it out there.", "IMC-PRE-08"},
    {"prerequisite.self", Status::invalid, Stage::rule, "It would require itself.", "Leave it out.", "IMC-PRE-25"},
    {"prerequisite.cycle", Status::invalid, Stage::rule, "Nobody could ever book it: {cycle}.", "Break the circle.", "IMC-PRE-25"},
    {"prerequisite.no-owner", Status::invalid, Stage::rule, "Prerequisites belong to one course or to one template.", "Name exactly one.", ""},

    // the check of the catalogue
    {"lint.never-bookable", Status::ok, Stage::none, "Nobody can ever book it; the evidence leads to what can not be had.", "Break the circle, or ask for something that can be had.", "IMC-PRE-25"},
    {"lint.asks-for-over", Status::ok, Stage::none, "It asks for what is cancelled, closed, archived or deleted.", "Ask for something that still takes place.", "IMC-PRE-25"},
    {"lint.empty-group", Status::ok, Stage::none, "No course is in the group: nobody meets it.", "Put courses into it, or do not ask for it.", "IMC-PRE-16"},
    {"lint.empty-path", Status::ok, Stage::none, "No course is in the learning path: nobody meets it.", "Put courses into it, or do not ask for it.", "IMC-PRE-17"},
    {"lint.too-late", Status::ok, Stage::none, "What it asks for comes only when it has begun.", "Move its dates, or ask for something that can be had before.", "IMC-PRE-25"},
    {"lint.useless-bundle", Status::ok, Stage::none, "Whoever meets this bundle meets another one, too.", "Leave it out, or ask for more in the other one.", "IMC-PRE-06 IMC-PRE-25"},
    {"lint.untrained-subject", Status::ok, Stage::none, "No course of the catalogue trains the subject: it can only be recognised.", "Nothing, if that is meant; else offer a course of it.", "IMC-PRE-26"},
    {"lint.needs-retired", Status::ok, Stage::none, "Nobody could book it any more without what is to be retired.", "Give it another way in first.", "IMC-PRE-25"},
    {"supervisor.self", Status::invalid, Stage::rule, "Nobody is his own supervisor.", "Name somebody else.", "IMC-REG-08"},
    {"condition.all", Status::ok, Stage::none, "All of these must hold.", "", ""},
    {"condition.any", Status::ok, Stage::none, "One of these must hold.", "", ""},
    {"condition.at-least", Status::ok, Stage::none, "At least {least} of these must hold.", "", "IMC-PRE-07"},
    {"condition.not", Status::ok, Stage::none, "This must not hold.", "", ""},
    {"visible.published", Status::ok, Stage::none, "The catalogue offers the course.", "", "IMC-CT-11"},
    {"visible.until", Status::ok, Stage::none, "The catalogue shows the course before {until}.", "", "IMC-MT-04"},
    {"visible.place", Status::ok, Stage::none, "The learner has a place in the course, or a request for one.", "", "IMC-CT-11"},
    {"visible.group", Status::ok, Stage::none, "The learner is in a group that sees the course.", "", "IMC-CT-11"},
    {"text.base-language", Status::ok, Stage::none, "The text is that of the language without its region.", "", "IMC-MISC-01"},
    {"text.default-language", Status::ok, Stage::none, "The text is that of the course's own language.", "", "IMC-MISC-01"},
    {"text.first-available", Status::ok, Stage::none, "The text is the first that there is.", "", "IMC-MISC-01"},
    {"course.over-quota", Status::conflict, Stage::capacity, "The quota {quota} has no free seat: {taken} of {most} are taken.", "Raise the quota or choose another course.", "IMC-WL-10"},
    {"course.no-waiting-list", Status::conflict, Stage::capacity, "The course has no waiting list.", "Register the learner, or let the course have one.", "IMC-WL-03"},
    {"nearest.not-minimum", Status::ok, Stage::none, "Nothing of the nearest change can be left out, but a smaller one may exist.", "", ""},
    {"registration-type.unknown", Status::invalid, Stage::rule, "There is no registration type {registration_type}.", "docs/rooms/registration.md lists them.", "IMC-REG-01"},
    {"registration-type.not-allowed", Status::conflict, Stage::rule, "The course type does not allow the registration type {registration_type}.", "Choose another, or change the type.", "IMC-REG-01"},
    {"cancellation-rule.repeated", Status::invalid, Stage::rule, "Two rules of cancellation hold for {days} days.", "Leave one of them out.", "IMC-CAN-08"},
    {"quota.repeated", Status::invalid, Stage::rule, "Two quotas are called {quota}.", "Call one of them otherwise.", "IMC-WL-10"},
    {"registration.not-entitled", Status::conflict, Stage::rule, "Whoever asks may not do this for this learner.", "Ask the learner, a supervisor, a registration agent or an administrator.", "IMC-REG-07"},
    {"registration.self-not-allowed", Status::conflict, Stage::rule, "Learners can not register themselves in this course.", "Ask a supervisor or an administrator.", "IMC-REG-06"},
    {"approval.none", Status::not_found, Stage::reference, "The learner has no request that waits for an answer.", "Nothing needs to be done.", "IMC-REG-03"},
    {"approval.own", Status::conflict, Stage::rule, "Nobody approves his own request.", "Leave it to another approver.", "IMC-REG-08"},
    {"approval.not-approver", Status::conflict, Stage::rule, "Whoever asks is no approver of the step that is open: {approver}.", "Leave it to them.", "IMC-REG-05"},
    {"approval.no-approver", Status::ok, Stage::none, "Nobody can answer a step of the approval; it is the administrators' now.", "", "IMC-REG-09"},
    {"approval.asked", Status::ok, Stage::none, "The request waits for an answer: {approver}.", "", "IMC-REG-03"},
    {"approval.given", Status::ok, Stage::none, "The request was approved.", "", "IMC-REG-03"},
    {"approval.refused", Status::ok, Stage::none, "The request was refused.", "", "IMC-REG-03"},
    {"reason.missing", Status::invalid, Stage::mandatory, "This needs a reason.", "Give one.", "IMC-REG-05"},
    {"participant.cancelled", Status::ok, Stage::none, "The participant left.", "", "IMC-PART-04"},
    {"participant.moved", Status::ok, Stage::none, "The participant went on in another course.", "", "IMC-PART-05"},
    {"participant.replaced", Status::ok, Stage::none, "Somebody else took the place.", "", "IMC-PART-06"},
    {"participant.information-changed", Status::ok, Stage::none, "What stands about the registration was changed.", "", "IMC-PART-07"},
    {"participant.put-on-hold", Status::ok, Stage::none, "The participant pauses.", "", "IMC-PART-13"},
    {"participant.resumed", Status::ok, Stage::none, "The participant is back.", "", "IMC-PART-13"},
    {"participant.confirmed", Status::ok, Stage::none, "The reserved place was taken.", "", "IMC-WL-09"},
    {"participant.started", Status::ok, Stage::none, "The participant began.", "", "IMC-PART-02"},
    {"participant.concluded", Status::ok, Stage::none, "The participant was concluded.", "", "IMC-PART-03"},
    {"participant.corrected", Status::ok, Stage::none, "The state was corrected.", "", "IMC-PART-09"},
    {"participant.enrolled", Status::ok, Stage::none, "The place was made.", "", "IMC-PART-11"},
    {"participant.result", Status::ok, Stage::none, "A result came in.", "", "IMC-PART-11"},
    {"cancellation.fee", Status::ok, Stage::none, "The cancellation costs {percent} percent of the price: {fee}.", "", "IMC-CAN-03"},
    {"cancelled.by-provider", Status::ok, Stage::none, "The provider cancelled; it costs nothing.", "", "IMC-CAN-06"},
    {"cancelled.unprepared", Status::ok, Stage::none, "Prerequisites were not fulfilled in time; it costs nothing.", "", "IMC-CAN-06 IMC-AC-02"},
    {"cancelled.applicant-unprepared", Status::ok, Stage::none, "Whoever asked for a place, or waited for one, had not fulfilled the prerequisites in time; it costs nothing.", "", "IMC-AC-04"},
    {"cancelled.by-logic", Status::ok, Stage::none, "The learning logic ended it; it costs nothing.", "", "IMC-CAN-06"},
    {"cancelled.with-parent", Status::ok, Stage::none, "The place above it was cancelled; it costs nothing.", "", "IMC-CC-11"},
    {"cancelled.expired", Status::ok, Stage::none, "The reservation, or the request, ran out; it costs nothing.", "", "IMC-WL-09"},
    {"cancelled.rebooked", Status::ok, Stage::none, "Another course of the set was booked instead; it costs nothing.", "", "IMC-CC-04"},
    {"concluding.not-by-this", Status::conflict, Stage::rule, "Participants of this course are concluded by: {conclude_by}.", "Leave it to them; an administrator gives a reason.", "IMC-MT-05"},
    {"learner.same", Status::invalid, Stage::rule, "Nobody takes his own place.", "Name somebody else.", "IMC-PART-06"},
    {"course.same", Status::invalid, Stage::rule, "It is the course that the participant is in.", "Choose another course.", "IMC-PART-05"},
    {"course.other-template", Status::conflict, Stage::rule, "The course is of another template.", "Allow that, or choose a course of the same template.", "IMC-PART-05"},
    {"wish.none", Status::not_found, Stage::reference, "The learner has no open wish for a course of this template.", "Register the learner.", "IMC-PART-10"},
    {"course-set.chosen", Status::conflict, Stage::rule, "The learner has booked as many courses of the set as it allows: {most}.", "Cancel or move one of them first.", "IMC-CC-04"},
    {"catch-up.too-many", Status::conflict, Stage::rule, "{count} participants would be cancelled; no more than {most} were allowed, so that none was.", "Look at them, and allow more.", "IMC-AC-06"},
    {"entry.not-registered", Status::conflict, Stage::rule, "The learner has no place that lets him in; the state is {state}.", "Register the learner, or answer the request.", "IMC-REG-12"},
    {"entry.not-yet", Status::conflict, Stage::rule, "The course begins later: {from}.", "Wait until then.", "IMC-REG-12"},
    {"entry.over", Status::conflict, Stage::rule, "The time in which it may be used is over since {until}.", "Extend it, or register again.", "IMC-REG-12"},
    {"entry.reads", Status::ok, Stage::none, "The course is concluded: it may be read.", "", "IMC-REG-12"},
    {"learner.not-waiting", Status::not_found, Stage::reference, "The learner is not on the waiting list of the course.", "Nothing needs to be done.", "IMC-WL-04"},
    {"promote-stop.malformed", Status::invalid, Stage::format, "Expected never, or a number of hours, days, weeks or months: 24 H.", "Write it like that.", "IMC-WL-06"},
    {"registration.would-wait", Status::ok, Stage::none, "The course is full; the learner would come on the waiting list.", "", "IMC-WL-03"},
    {"registration.waiting", Status::ok, Stage::none, "The learner is number {position} on the waiting list.", "", "IMC-WL-03"},
    {"date.planned", Status::ok, Stage::none, "Start and end are kept as planned: the participant has not begun.", "", "IMC-ENI-07"},
    {"course.over-capacity", Status::conflict, Stage::capacity, "The course has no free seat: {taken} of {most} are taken.", "Raise the capacity or choose another course.", "IMC-WL-01"},
    {"transition.illegal", Status::conflict, Stage::rule, "There is no way from {from} to {to}; from there: {legal}.", "Choose one of the legal states.", "IMC-PART-09"},
    {"outcome.not-final", Status::conflict, Stage::rule, "The unit has no final outcome.", "Record a result first.", "FIN-ORD-03"},
    {"result.contradicts-itself", Status::ok, Stage::none, "The rule leaves such a result to a person: passed or completed with a grade below the pass mark, for example.", "Review the result.", "PPR-RES-01"},
    {"result.before-start", Status::ok, Stage::none, "The result lies before the start of the unit.", "Review the result and its moment.", "WIS-AG-05"},
    {"result.older", Status::ok, Stage::none, "A newer result stands.", "", "WIS-AG-17"},
    {"result.kept-final", Status::ok, Stage::none, "The unit has a final outcome that stays.", "", "WIS-AG-09"},
    {"grade-rule.gap", Status::ok, Stage::none, "No band holds for results that are {completion} with a grade from {from} and below {below}: they are held for a person.", "Add a band, if such grades come.", "WIS-AG-06"},
    {"grade-rule.overlap", Status::invalid, Stage::none, "The bands {other} and {place} both hold for {input}.", "Narrow one of them.", "WIS-AG-06"},

    // finalising
#include "base/codes_of_finalising.inc"

    // messages
    {"message.failed", Status::ok, Stage::none, "The host could not send the message.", "", "IMC-REG-10"},
    {"message.dropped", Status::ok, Stage::none, "The host did not want the message to be sent.", "", ""},
    {"message.superseded", Status::ok, Stage::none, "What the message says no longer holds.", "", "IMC-REG-10"},
    {"message.provider-silent", Status::ok, Stage::none, "The provider of the course has no messages sent when states change.", "", "IMC-CT-12"},
    // notes on a file
    {"column.unknown", Status::ok, Stage::none, "The column {column} is not known and is passed over.", "Nothing, if it was not meant to be imported.", "IMC-CSV-01"},
    {"column.unused", Status::ok, Stage::none, "The column {column} is known, but nothing here corresponds to it.", "Nothing.", ""},
    {"column.ignored", Status::ok, Stage::none, "{column} has no meaning in a row of this type and was passed over.", "Nothing, or leave it empty.", "IMC-CSV-03 IMC-CSVT-04"},
    {"date.ambiguous", Status::ok, Stage::none, "The local time in {column} occurs twice; it was read as the first.", "Give the offset if the second was meant.", "IMC-CSV-24"},
    {"row.superseded", Status::ok, Stage::none, "The row on line {line} says the same id later; that one counts.", "Nothing.", "IMC-CSV-07"},

    // LMS and reporting
#include "base/codes_of_reporting.inc"
    {"report.open-ended-early", Status::ok, Stage::none, "An open outcome (70) ends on or before the submission.", "Record the outcome, or move the end date.", "FIN-REP-02"},
    {"report.not-commenced", Status::ok, Stage::none, "The unit has not been commenced: it is no training activity yet.", "Nothing.", "FIN-REP-02"},
    {"report.withdrawn-before-start", Status::ok, Stage::none, "The learner left before the unit began: nothing is reported.", "Nothing.", "FIN-WDR-09"},
    {"report.deferral-not-ahead", Status::ok, Stage::none, "A deferred unit is reported only when it begins after the submission and within the year.", "Nothing, if the day of return is right.", "FIN-WDR-09"},
    {"report.outside-period", Status::ok, Stage::none, "The activity ended outside the collection year.", "Nothing, if its dates are right.", "FIN-REP-03"},
    {"report.dates-missing", Status::ok, Stage::none, "The activity has no start or no end.", "Record its dates.", "FIN-REP-03"},
    {"report.no-place", Status::ok, Stage::none, "The learner holds no place in the course.", "Nothing.", ""},
    {"report.no-course", Status::ok, Stage::none, "The result was reached elsewhere, without a course here.", "Nothing.", ""},
    {"report.character", Status::ok, Stage::none, "A character the file can not hold was written as shown.", "Nothing, if the shown text is right.", "FIN-REP-09"},
    {"report.text-cut", Status::ok, Stage::none, "A text is longer than its field and was cut from {from} to {to} characters.", "Shorten it, or accept the cut.", "FIN-REP-09"},
    {"report.record-length", Status::invalid, Stage::none, "The record has {found} characters; its layout asks for {expected}.", "Read the file by the layout of its release.", "FIN-REP-09"},
    {"report.not-ascii", Status::invalid, Stage::none, "The record holds a character other than printable ASCII.", "Export the file again.", "FIN-REP-09"},

    // audit
    {"audit.entry-changed", Status::ok, Stage::none, "A journal entry is not what its successor says.", "Restore the store from a copy.", ""},
    {"audit.record-differs", Status::ok, Stage::none, "A record differs from what the journal says: {kind} {id}.", "Restore it, or record the change by a verb.", ""},
    {"audit.entry-missing", Status::ok, Stage::none, "A journal entry is not there.", "Restore the store from a copy.", ""},
    {"audit.entry-unknown", Status::ok, Stage::none, "A journal entry lies beyond the end that the journal has.", "Restore the store from a copy.", ""},
    {"audit.record-missing", Status::ok, Stage::none, "A record that the journal tells of is not there: {kind} {id}.", "Restore it.", ""},
    {"audit.record-unknown", Status::ok, Stage::none, "The journal tells of no such record: {kind} {id}.", "Remove it, or record it by a verb.", ""},
    {"audit.anchor-missing", Status::ok, Stage::none, "The journal does not hold the anchored head.", "Restore the store from a copy.", ""},
#include "base/codes_of_results.inc"
#include "base/codes_of_lms.inc"
});
// clang-format on

/// The row of a code.
[[nodiscard]] constexpr const CodeRow& row_of(Code code) {
    return code_table[code.row() < code_table.size() ? code.row() : 0];
}

/// A code by its name, checked while compiling.
consteval Code operator""_code(const char* text, std::size_t size) {
    const std::string_view name(text, size);
    for (std::size_t row = 0; row < code_table.size(); ++row) {
        if (code_table[row].name == name) return Code(static_cast<std::uint16_t>(row));
    }
    throw "no such code in code_table";
}

}  // namespace provost
