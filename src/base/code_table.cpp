// The rows of the table of codes, and what is asked of them: a new row goes here or into the .inc file of its room.
#include "base/code_table.hpp"

#include <algorithm>
#include <array>

namespace provost {

namespace {

// clang-format off
constexpr auto rows = std::to_array<CodeRow>({
    {"none", Status::ok, Stage::none, "Nothing happened.", "", ""},

    // documents and calls
    {"document.malformed", Status::invalid, Stage::none, "The text is not well-formed JSON[ at byte {byte}].", "Send one JSON document in UTF-8; bytes are counted from 1.", "MIS-07"},
    {"document.too-deep", Status::limit, Stage::none, "The document nests deeper than {limit} levels.", "Flatten the document.", ""},
    {"document.too-large", Status::limit, Stage::none, "The document is larger than {limit} bytes.", "Send less at once.", ""},
    {"document.version", Status::unsupported, Stage::none, "The document's format version is not supported.", "Send \"provost\": 1.", ""},
    {"key.unknown", Status::invalid, Stage::none, "The key {key} is not known here[; {meant} is].", "Remove it, or begin it with x-.", ""},
    {"key.duplicate", Status::invalid, Stage::none, "The key {key} stands twice in one object.", "Send each key once.", ""},
    {"value.wrong-type", Status::invalid, Stage::format, "Expected {expected}.", "Send a value of that type.", ""},
    {"value.out-of-range", Status::invalid, Stage::format, "The value lies outside {range}.", "Send a value in the range.", ""},
    {"choice.unknown", Status::invalid, Stage::format, "Expected one of: {expected}.", "Send one of the listed words.", ""},
    {"text.encoding", Status::invalid, Stage::format, "The text is not valid UTF-8.", "Send UTF-8.", ""},
    {"list.too-long", Status::limit, Stage::length, "The list has more than {limit} items.", "Send fewer items at once.", ""},
    {"verb.unknown", Status::not_found, Stage::none, "There is no such verb[: {verb}][; there is {meant}].", "docs/verbs.md lists the verbs.", ""},
    {"kind.unknown", Status::not_found, Stage::none, "There is no such record kind[: {kind}][; there is {meant}].", "docs/schemas lists the records.", ""},
    {"argument.null", Status::invalid, Stage::none, "The argument {argument} must not be NULL.", "Pass a value.", "MIS-03"},
    {"argument.invalid", Status::invalid, Stage::none, "The argument {argument} is not valid[; expected {expected}].", "See the function's documentation.", "MIS-03"},
    {"handle.closed", Status::invalid, Stage::none, "The object is closed.", "Open a new one.", "MIS-03"},
    {"output.waiting", Status::invalid, Stage::none, "The session can not be finished before everything was taken.", "Take until nothing comes, then finish.", ""},
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
    {"plan.moved", Status::conflict, Stage::none, "The state has moved since the plan was made, or this is another request than the one that was planned.", "Make the plan again and approve that one.", ""},
    {"suppose.refused", Status::conflict, Stage::none, "What is supposed can not be: {why}.", "Suppose what could be done.", ""},
    {"session.option-unused", Status::invalid, Stage::format, "The option {option} means nothing for the session {session}; it takes: {expected}.", "Leave it out.", ""},
    {"import.option-unused", Status::invalid, Stage::format, "The option {option} means nothing for the rows of {preset}.", "Leave it out.", "IMC-CSV-05 IMC-CSV-07 IMC-CSVT-03 IMC-ENI-13"},
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
    {"record.unknown", Status::not_found, Stage::none, "There is no {kind} {id}.", "Ids are those of records; what users see is looked for with a query.", ""},
    {"record.missing", Status::storage, Stage::none, "A record that another one names is not in the store[: {kind}].", "Run audit.verify.", ""},

    // rights
    {"right.missing", Status::invalid, Stage::none, "The actor lacks the right {right}.", "Ask an administrator who holds it.", ""},
    {"clearance.missing", Status::invalid, Stage::none, "The actor lacks the right {right} on the {kind} {object}.", "Ask for a clearance: access.set_clearances gives it.", "IMC-ACL-01 IMC-CSV-26"},
    {"clearance.holder", Status::invalid, Stage::format, "A grant names a user, a group or a client, or is for everyone; the creator stands in default clearances only.", "Give the holder, and its name where it has one.", "IMC-ACL-01"},
    {"user.unknown", Status::not_found, Stage::reference, "The grant {grant} is for a user whom nobody has defined.", "Define the administrator, tutor or learner first.", "IMC-ACL-01 IMC-ACL-03"},
    {"clearance.object", Status::invalid, Stage::format, "Exactly one object must be named.", "Name one course, template, type, location, provider, tutor or learner.", "IMC-ACL-01"},
    {"right.unknown", Status::invalid, Stage::format, "There is no right {right}; expected one of: {expected}.", "docs/rooms/access.md lists the rights.", "IMC-ACL-01"},

    // the catalogue
#include "base/codes_of_catalogue.inc"

    // components and learning
#include "base/codes_of_learning.inc"

    // programs, credentials, active learners
#include "base/codes_of_credentials.inc"

    // files and rows
    {"file.header", Status::invalid, Stage::kind, "The header lacks the column {column}.", "Name the columns as the documentation lists them.", "IMC-ENI-12"},
    {"file.empty", Status::invalid, Stage::kind, "The file is empty.", "Look where it came from; a file without rows has its header.", "IMC-CSV-25"},
    {"file.header-unknown", Status::invalid, Stage::kind, "None of the preset's columns stands in the header.", "Check the preset, the separator and the encoding.", "IMC-CSV-25"},
    {"file.header-case", Status::invalid, Stage::kind, "The header has {column} where it must have {expected}.", "Spell the column as expected, capitals included.", "IMC-CSV-01"},
    {"file.header-duplicate", Status::invalid, Stage::kind, "The header names the column {column} twice.", "Name each column once.", "IMC-CSV-01"},
    {"file.encoding", Status::invalid, Stage::kind, "The file is not in {expected}; it looks like {found}.", "Save it as UTF-8, or say its encoding when the import begins.", "IMC-CSV-25"},
    {"file.too-many-rows", Status::limit, Stage::kind, "The file has more than {limit}, and this option needs all of it at once.", "Split the file, or leave the option out.", "IMC-CSV-26"},
    {"file.malformed", Status::invalid, Stage::kind, "The file can not be read as separated values here.", "Quote fields that hold separators, quotes or line ends.", "IMC-ENI-12"},
    {"row.field-count", Status::invalid, Stage::kind, "The row has {found} fields, the header {expected}.", "Quote fields that hold separators, quotes or line ends.", "IMC-ENI-12"},
    {"import-type.unknown", Status::invalid, Stage::kind, "The import type is neither COURSE nor TEMPLATE.", "Write COURSE or TEMPLATE, or leave it empty.", "IMC-ENI-01"},
    {"field.missing", Status::invalid, Stage::mandatory, "A mandatory value is missing: {field}[ or {other}].", "Give the value.", "IMC-ENI-03"},
    {"clause.empty", Status::invalid, Stage::none, "Nothing is said of what {member} must be.", "Give it a value, a list that is not empty, or absent; or leave the clause out.", ""},
    {"field.either", Status::invalid, Stage::mandatory, "There are {field} and {other}, where one of both is asked for.", "Leave one of them out.", ""},
    {"field.too-long", Status::limit, Stage::length, "The value has more than {limit} characters.", "Shorten it.", ""},
    {"external-id.too-long", Status::limit, Stage::length, "The external id has more than {limit} characters.", "Shorten it.", "IMC-CSV-05"},
    {"template.exists", Status::conflict, Stage::duplicate, "There is such a template already, and it says otherwise.", "Begin the import with template_update to bring templates up to date.", "IMC-CSVT-03"},
    {"row.not-applied", Status::conflict, Stage::rule, "Another row of the file was refused, and the import is all or nothing.", "Correct the other rows and import the file again.", "IMC-CSV-26"},
    {"row.duplicate", Status::conflict, Stage::duplicate, "A row accepted before in this file is about the same.", "Remove one of the rows.", "IMC-ENI-11"},

    // references
    {"course-type.unknown", Status::not_found, Stage::reference, "There is no such course type[: {name}].", "Define the course type first.", ""},
    {"template.unknown", Status::not_found, Stage::reference, "There is no such course template[: {name}].", "Import the template first.", ""},
    {"course.unknown", Status::not_found, Stage::reference, "There is no such course[: {name}].", "Import the course first.", "IMC-ENI-03"},
    {"learner.unknown", Status::not_found, Stage::reference, "There is no such learner[: {name}].", "Import the learner first.", "IMC-ENI-02"},
    {"learner.not-enrolled", Status::not_found, Stage::reference, "The learner is not enrolled in that course.", "Register the learner first.", ""},
    {"location.unknown", Status::not_found, Stage::reference, "There is no such location[: {name}].", "Define the location first.", ""},
    {"provider.unknown", Status::not_found, Stage::reference, "There is no such provider[: {name}].", "Define the provider first.", ""},
    {"tutor.unknown", Status::not_found, Stage::reference, "There is no tutor {name}, or the tutor is in no group.", "Define the tutor with a group first.", ""},
    {"administrator.unknown", Status::not_found, Stage::reference, "There is no such administrator[: {name}].", "Define the administrator first.", ""},
    {"program.unknown", Status::not_found, Stage::reference, "There is no such program[: {name}].", "Define the program first.", ""},
    {"subject.unknown", Status::not_found, Stage::reference, "There is no such subject[: {name}].", "Define the subject first.", ""},
    {"tag.unknown", Status::not_found, Stage::reference, "There is no meta tag {name}.", "Define the meta tag first.", "IMC-MT-01"},
    {"course-group.unknown", Status::not_found, Stage::reference, "There is no such group of courses[: {name}].", "Define the group first.", "IMC-PRE-16"},
    {"course-set.unknown", Status::not_found, Stage::reference, "There is no such course set[: {name}].", "Look at the course sets of the course.", "IMC-CC-03"},
    {"path.unknown", Status::not_found, Stage::reference, "There is no such learning path[: {name}].", "Define the path first.", "IMC-PRE-17"},
    {"group.unknown", Status::not_found, Stage::reference, "There is no such group[: {name}].", "Define the group first.", "IMC-ACL-01"},
    {"course-room.unknown", Status::not_found, Stage::reference, "There is no such course room type[: {name}].", "Define the course room type first.", "IMC-CT-13"},
    {"classification.unknown", Status::not_found, Stage::reference, "There is no such node in the classification trees[: {name}].", "Define the node first.", "IMC-MISC-03"},
    {"zone.unknown", Status::not_found, Stage::reference, "There is no such time zone[: {name}].", "Use an IANA name such as Australia/Melbourne.", ""},

    // formats
    {"date.malformed", Status::invalid, Stage::format, "The date or moment is not written as an existing ISO 8601 one[: expected {expected}].", "Write YYYY-MM-DD or YYYY-MM-DDThh:mm with seconds and offset where wanted.", "IMC-CSV-23"},
    {"date.zoneless", Status::invalid, Stage::dates, "The moment has no offset, and there is no location in whose zone it could lie.", "Give the offset, or name a location.", "IMC-MT-04"},
    {"date.skipped", Status::invalid, Stage::format, "There is no such local time: the clocks were put forward over it.", "Give another time, or an offset.", "IMC-CSV-24"},
    {"external-id.characters", Status::invalid, Stage::format, "The external id holds other characters than letters, digits, _, - and blanks.", "Choose another id, or begin the import with lenient_ids.", "IMC-CSV-05 IMC-CSV-06"},
    {"external-id.blanks", Status::invalid, Stage::format, "The external id begins or ends with a blank.", "Leave these blanks out.", "IMC-CSV-06"},
    {"key.blanks", Status::invalid, Stage::format, "The key begins or ends with a blank.", "Leave these blanks out.", ""},
    {"text.control-character", Status::invalid, Stage::format, "The text holds a control character.", "Remove it.", "IMC-CSV-08"},
    {"column.not-supported", Status::unsupported, Stage::format, "The row asks by {field} for what an import can not do.", "Take the row out, and do it by hand.", ""},
    {"course-status.unknown", Status::invalid, Stage::format, "The status of the course is none that the preset can carry over.", "docs/rooms/imports.md lists the words.", ""},
    {"number.malformed", Status::invalid, Stage::format, "The number can not be read exactly[, or lies outside {range}].", "Write digits, a point, and at most six places.", ""},
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
    {"status.unknown", Status::invalid, Stage::format, "The status is none of those there are[: {expected}].", "Write one of them; files spell them Completed, Withdrawn, Deferred, Cancelled.", "FIN-WDR-01"},
    {"grade.out-of-range", Status::invalid, Stage::format, "The grade is no number from 0 to 100.", "Send a percentage.", ""},
    {"outcome.unknown", Status::invalid, Stage::format, "The outcome code is in no table of this jurisdiction on that day.", "docs/rooms/results.md lists the codes.", ""},
    {"usi.check-character", Status::invalid, Stage::format, "This is no unique student identifier: it has ten characters, and the last one checks the others.", "Ask the learner for the identifier again.", ""},
    {"login.blanks", Status::invalid, Stage::format, "The login begins or ends with a blank, or holds a control character.", "Leave these out.", ""},
    {"login.owner", Status::conflict, Stage::rule, "The login is that of the engine's owner: whoever has it is the host itself.", "Use another login; only the host gives this one.", ""},
    {"login.reserved", Status::invalid, Stage::format, "The login is written like that of an erased learner, or like the number of one.", "Use another login.", ""},
    {"code.not-own", Status::invalid, Stage::format, "A code of the host's own begins with x- and has lower-case letters, digits, points and hyphens.", "Write for example x-mailbox-full.", ""},
    {"gender.unknown", Status::invalid, Stage::format, "The gender is none of F, M, X and @.", "Write one of these; @ where it is not known.", ""},
    {"client-id.malformed", Status::invalid, Stage::format, "The client identifier is not 1 to 10 of A-Z and 0-9.", "Use such an identifier.", ""},

    // dates against each other
    {"date.end-before-start", Status::invalid, Stage::dates, "The end lies before the start.", "Correct one of the dates.", ""},
    {"date.due-before-enrolment", Status::invalid, Stage::dates, "The due date lies before the enrolment.", "Correct one of the dates.", "IMC-ENI-09"},
    {"date.expires-too-early", Status::invalid, Stage::dates, "It would end before it begins.", "Give a later moment.", "IMC-WL-09"},
    {"date.before-enrolment", Status::invalid, Stage::dates, "The date lies before the day of the enrolment.", "Correct the date.", ""},
    {"date.resumes-too-early", Status::invalid, Stage::dates, "The day of return does not lie after the effective date.", "Give a later day.", "FIN-DEF-03"},

    // what exists already
    {"client-id.taken", Status::conflict, Stage::duplicate, "Another learner has this client identifier[: the one with the id {learner}].", "Give each learner an identifier of his own.", ""},
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
    {"prerequisite.subject-undefined", Status::ok, Stage::none, "Nobody has defined the subject {subject}; until somebody does, nobody can achieve it.", "Define it, or correct its code.", "IMC-PRE-26"},
    {"prerequisite.recommended", Status::ok, Stage::none, "Something recommended is missing.", "", "IMC-PRE-05"},
    {"prerequisite.overridden", Status::ok, Stage::none, "Prerequisites are not met; who asked has overridden them.", "", "IMC-PRE-23"},
    {"prerequisite.unclear", Status::invalid, Stage::rule, "The item {item} must name exactly one thing, or be a set.", "Name one thing per item; a bundle is a set.", "IMC-PRE-01"},
    {"prerequisite.least", Status::invalid, Stage::rule, "Of the {count} items of {item}, {least} can not be met.", "Ask for at most as many as there are.", "IMC-PRE-07"},
    {"prerequisite.too-deep", Status::invalid, Stage::rule, "The sets around {item} nest deeper than 8.", "Use fewer sets.", "IMC-PRE-07"},
    {"prerequisite.misplaced", Status::invalid, Stage::rule, "{member} has no meaning in {item}.", "Leave it out there.", "IMC-PRE-08"},
    {"prerequisite.self", Status::invalid, Stage::rule, "It would require itself.", "Leave it out.", "IMC-PRE-25"},
    {"prerequisite.cycle", Status::invalid, Stage::rule, "Nobody could ever book it: {cycle}.", "Break the circle.", "IMC-PRE-25"},

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

    // registration
#include "base/codes_of_registration.inc"

    // results
    {"transition.other-verb", Status::conflict, Stage::rule, "From {from} a participant does not come to {to} by a change of his state.", "Conclude, cancel, move or replace with the verb of that name.", "IMC-PART-04"},
    {"transition.illegal", Status::conflict, Stage::rule, "There is no way from {from} to {to}[; from there: {legal}].", "Choose one of the legal states.", "IMC-PART-09"},
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
    {"column.default-unused", Status::ok, Stage::none, "The file has the column {column} itself: the default counts for none of its rows.", "Leave the default out, or the column.", ""},
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

    // running a course
#include "base/codes_of_staffing.inc"
#include "base/codes_of_resources.inc"
#include "base/codes_of_notices.inc"
#include "base/codes_of_rating.inc"
});
// clang-format on

struct Keyed {
    std::uint32_t key = 0;
    std::uint16_t row = 0;
};

// By key; the empty code has none.
constexpr auto index = [] {
    std::array<Keyed, rows.size()> made{};
    for (std::size_t row = 1; row < rows.size(); ++row) {
        made[row] = {code_key(rows[row].name), static_cast<std::uint16_t>(row)};
    }
    std::ranges::sort(made, {}, &Keyed::key);
    return made;
}();
static_assert(std::ranges::adjacent_find(index, {}, &Keyed::key) == index.end(), "two codes have the same key");

}  // namespace

std::span<const CodeRow> code_table() { return rows; }

const CodeRow& row_of(Code code) {
    const auto found = std::ranges::lower_bound(index, code.key(), {}, &Keyed::key);
    return rows[found == index.end() || found->key != code.key() ? 0 : found->row];
}

Code find_code(std::string_view name) {
    const Code code(code_key(name));
    return row_of(code).name == name && name != rows[0].name ? code : Code{};
}

std::string_view Code::name() const { return row_of(*this).name; }

}  // namespace provost
