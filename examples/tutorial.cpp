// The tutorial: one course, from its type to the statutory file. docs/tutorial/cpp.md leads through it.
//
//     tutorial [STORE.db]
//
// Without a file everything is kept in memory; a file has to be a new one. The same in C, Python and PHP: tutorial.c,
// tutorial.py and tutorial.php print the same text.
#include <provost/catalogue/code_lists.hpp>
#include <provost/catalogue/course.hpp>
#include <provost/catalogue/course_template.hpp>
#include <provost/catalogue/course_type.hpp>
#include <provost/condition/lines.hpp>
#include <provost/describe/json.hpp>
#include <provost/engine/session_request.hpp>
#include <provost/enrolment/training_details.hpp>
#include <provost/finalise/program.hpp>
#include <provost/open.hpp>
#include <provost/organisation/organisation.hpp>
#include <provost/people/client_details.hpp>
#include <provost/plan/define.hpp>
#include <provost/prerequisites/prerequisite.hpp>
#include <provost/registration/registration.hpp>
#include <provost/results/results.hpp>

#include <iostream>
#include <map>
#include <stdexcept>

using namespace provost;

// An error stops the program in the library's own words; a refusal is an answer.
template <class T>
T value(Result<T> result) {
    if (result) return std::move(*result);
    const auto& error = result.error();
    throw std::runtime_error(error.place.pointer + " " + sentence(error.code, error.parameters));
}

void value(const Result<void>& result) {
    if (!result) value(Result<int>(result.error()));
}

// The answer to a request that is not expected to be refused.
template <class Request>
Answer must(Engine& engine, const Request& request) {
    auto answer = value(engine.run(request));
    if (answer.verdict != Verdict::refused) return answer;
    throw std::runtime_error(std::string(answer.code.name()) + ": " + answer.sentence);
}

// The answer to a request that is expected to be refused, with its reason.
template <class Request>
Answer refused(Engine& engine, Request request) {
    request.head.detail = Detail::reason;
    auto answer = value(engine.run(request));
    if (answer.verdict == Verdict::refused && answer.reason) return answer;
    throw std::runtime_error("no refusal: " + std::string(word(answer.verdict)) + "; is the file a new one?");
}

// Only with its offset does a text say which moment it is.
std::optional<Instant> moment(const std::string& text) {
    const auto read = parse_moment(text);
    if (!read || !read->offset) throw std::runtime_error("no moment with its offset: " + text);
    return read->in({});
}

std::optional<Day> day(const std::string& text) {
    const auto read = parse_day(text);
    if (!read) throw std::runtime_error("no day: " + text);
    return read;
}

std::unique_ptr<Engine> open_engine(const std::string& path) {
    EngineOptions options;
    options.now = moment("2026-02-02T09:00+11:00");
    options.secret = "something long that stays the same";
    return value(provost::open(path, options));
}

// The organisation, and what its statutory files take as given.
void define_organisation(Engine& engine) {
    Define<organisation::Provider> provider;
    provider.record.key = "bayside", provider.record.identifier = "90123";
    provider.record.name = "Bayside College", provider.record.type = "91";
    provider.record.address_first_line = "1 Pier Street", provider.record.suburb = "Melbourne";
    provider.record.postcode = "3000", provider.record.state = "02";
    provider.record.contact_name = "Ngaire Walker", provider.record.telephone = "0355500100";
    provider.record.email = "office@bayside.example";
    must(engine, provider);
    Define<organisation::Location> city;
    city.record.key = "city", city.record.identifier = "CITY", city.record.name = "City campus";
    city.record.suburb = "Melbourne", city.record.postcode = "3000", city.record.state = "02";
    city.record.country = "1101", city.record.zone = "Australia/Melbourne";
    must(engine, city);
    Define<organisation::ReportingDefaults> defaults;
    defaults.record.key = "default", defaults.record.funding_source = "20";
    defaults.record.with_dates = {"YNN", "I"}, defaults.record.duration_of_use = {"NYN", "E"};
    defaults.record.without_delivery = {"NNN", "N"};
    must(engine, defaults);
}

void define_subject(Engine& engine, const char* code, const char* title, const char* field, std::int64_t hours) {
    Define<catalogue::Subject> subject;
    subject.record.code = code, subject.record.title = title;
    subject.record.field_of_education = field, subject.record.nominal_hours = hours;
    must(engine, subject);
}

// What is taught: units, a program of them, a type of course, a template, a course.
void define_course(Engine& engine) {
    define_subject(engine, "SITXFSA005", "Use hygienic practices for food safety", "110101", 15);
    define_subject(engine, "SITHCCC027", "Prepare dishes using basic methods of cookery", "110109", 45);
    Define<catalogue::Program> program;
    program.record.code = "SIT30821", program.record.title = "Certificate III in Commercial Cookery";
    program.record.recognition = "11", program.record.level_of_education = "514";
    program.record.field_of_education = "1101", program.record.anzsco = "351411", program.record.nominal_hours = 900;
    must(engine, program);
    catalogue::DefineCourseType type;
    type.course_type = "class", type.settings.name = "Class", type.timing = catalogue::Timing::dates;
    must(engine, type);
    catalogue::DefineTemplate cooking;
    cooking.course_type = "class", cooking.external_id = "COOK", cooking.settings.name = "Basic cookery";
    cooking.subject = "SITHCCC027";
    must(engine, cooking);
    prerequisites::RequireSubject hygiene;
    hygiene.course_template = "COOK", hygiene.subject = "SITXFSA005";
    must(engine, hygiene);
    catalogue::DefineCourse course;
    course.course_template = "COOK", course.external_id = "COOK-1", course.settings.max_participants = 1;
    course.assignments.provider = "bayside", course.assignments.location = "city";
    course.starts_at = moment("2026-02-09T09:00+11:00"), course.ends_at = moment("2026-06-26T17:00+10:00");
    must(engine, course);
}

people::DefineLearner ann() {
    people::DefineLearner ann;
    ann.login = "ann", ann.first_name = "Ann", ann.family_name = "Ashby", ann.gender = "F";
    ann.birth_date = day("2001-05-06"), ann.postcode = "3000";
    ann.email = "ann@bayside.example", ann.client_id = "A1";
    return ann;
}

people::DefineLearner ben() {
    people::DefineLearner ben;
    ben.login = "ben", ben.first_name = "Ben", ben.family_name = "Burke", ben.gender = "M";
    ben.birth_date = day("2003-09-17"), ben.postcode = "3000";
    ben.email = "ben@bayside.example", ben.client_id = "B1", ben.usi = "BURKE2QRS9";
    return ben;
}

// Who learns, with what the statutory files ask of everybody, and in which program.
void define_learners(Engine& engine) {
    must(engine, ann());
    must(engine, ben());
    for (const char* login : {"ann", "ben"}) {
        people::DescribeClient client;
        client.learner = login, client.stated.highest_school_level = "12", client.stated.indigenous_status = "4";
        client.stated.language = "1201", client.stated.labour_force_status = "03";
        client.stated.country_of_birth = "1101", client.stated.disability = false;
        client.stated.prior_education = false, client.stated.at_school = false;
        auto& home = client.stated.residence.emplace();
        home.street_number = "1", home.street_name = "Pier Street", home.suburb = "Melbourne", home.state = "02";
        must(engine, client);
        enrolment::EnrolInProgram program;
        program.learner = login, program.program = "SIT30821", program.location = "city";
        program.commenced_on = day("2026-02-02");
        must(engine, program);
        enrolment::DescribeTraining training;
        training.learner = login, training.program = "SIT30821", training.stated.study_reason = "03";
        must(engine, training);
    }
}

registration::RegisterLearner place_of(const char* login) {
    registration::RegisterLearner place;
    place.learner = login, place.course = "COOK-1";
    return place;
}

// A prerequisite is not met: the reason, and what would meet it.
void be_refused(Engine& engine) {
    std::cout << "# A refusal\n";
    const auto answer = refused(engine, place_of("ann"));
    std::cout << word(answer.verdict) << ' ' << answer.code.name() << '\n';
    for (const auto& line : lines(*answer.reason)) std::cout << line << '\n';
    for (const auto& missing : answer.nearest) {
        std::cout << "It would take: " << sentence(missing.code, missing.parameters) << '\n';
    }
}

// It was met elsewhere. A plan first; then, by its approval, exactly that.
void plan_and_approve(Engine& engine) {
    std::cout << "\n# A plan, then exactly that\n";
    for (const char* login : {"ann", "ben"}) {
        enrolment::RecordAchievement credit;
        credit.learner = login, credit.subject = "SITXFSA005", credit.outcome = "60";
        credit.achieved_on = day("2025-11-20");
        must(engine, credit);
    }
    auto place = place_of("ann");
    place.head.plan_only = true;
    const auto planned = must(engine, place);
    for (const auto& change : planned.plan) {
        std::cout << (change.created ? "new " : "changed ") << change.kind << '\n';
    }
    place.head.plan_only = false, place.head.approval = planned.approval;
    const auto done = must(engine, place);
    std::cout << word(done.verdict) << (done.id == planned.id ? ", as planned" : "") << '\n';
}

// The state of the place that an answer is about.
std::string_view state_of(Engine& engine, const Answer& answer) {
    const auto document = value(engine.get("enrolment", answer.id));
    return word(value(from_json<enrolment::Enrolment>(document)).state);
}

// The only seat is taken.
Answer wait(Engine& engine) {
    std::cout << "\n# The waiting list\n";
    auto place = must(engine, place_of("ben"));
    std::cout << "ben: " << state_of(engine, place) << '\n';
    for (const auto& note : place.notes) std::cout << sentence(note.code, note.parameters) << '\n';
    return place;
}

// Carries out what is due in the LMS, and prints who may be in.
void provision(Engine& engine, Session& lms, const char* recorded) {
    SessionRequest request;
    request.session = "lms.provision", request.recorded = moment(recorded);
    const auto run = value(engine.begin(to_json(request)));
    Chunk chunk;
    while (value(run->take(chunk))) {
        value(lms.feed(chunk.bytes));
        while (value(lms.take(chunk))) value(run->feed(chunk.bytes));
    }
    const auto summary = value(from_json<ProvisioningSummary>(value(run->finish())));
    std::cout << "applied: " << summary.applied << '\n';
    value(lms.feed("{\"ask\":{\"listing\":\"enrolments\"}}\n"));
    while (value(lms.take(chunk))) {
        if (chunk.stream == "enrolments") std::cout << chunk.bytes;
    }
}

// One more seat: who waits comes in by himself.
void add_a_seat(Engine& engine, const Answer& place) {
    std::cout << "\n# A second seat\n";
    catalogue::DefineCourse course;
    course.external_id = "COOK-1", course.settings.max_participants = 2;
    course.head.recorded = moment("2026-02-04T09:00+11:00");
    must(engine, course);
    std::cout << "ben: " << state_of(engine, place) << '\n';
}

// A grade arrives, and what became of it.
void grade(Engine& engine, const char* login, results::Completion completion, std::int64_t percent,
           const char* recorded) {
    results::ReceiveGrade grade;
    grade.learner = login, grade.course = "COOK-1", grade.completion = completion;
    grade.grade_percent = Decimal::of(percent), grade.head.recorded = moment(recorded);
    const auto answer = value(engine.run(grade));
    std::cout << login << ", " << word(completion) << ", " << percent << ": " << word(answer.verdict) << '\n';
    if (!answer.sentence.empty()) std::cout << answer.sentence << '\n';
}

// Grades arrive; the grade rule says what they write.
void receive_grades(Engine& engine) {
    using results::Completion;
    std::cout << "\n# Grades\n";
    grade(engine, "ben", Completion::incomplete, 20, "2026-03-02T16:00+11:00");
    grade(engine, "ann", Completion::completed, 45, "2026-06-12T16:00+10:00");
    grade(engine, "ann", Completion::passed, 67, "2026-06-19T16:00+10:00");
    FindQuery query;
    query.kind = "activity", query.where.resize(1);
    query.where[0].member = "subject", query.where[0].is = "SITHCCC027";
    for (const auto& document : value(engine.find(query))) {
        const auto activity = value(from_json<enrolment::Activity>(document));
        std::cout << to_text(*activity.start_on) << ' ' << to_text(*activity.end_on) << ' '
                  << to_text(*activity.evidence_on) << ' ' << (activity.outcome.empty() ? "open" : activity.outcome)
                  << '\n';
    }
}

// Ben leaves; the LMS follows.
void leave(Engine& engine, const Answer& place) {
    std::cout << "\n# Somebody leaves\n";
    finalise::FinaliseUnit leaving;
    leaving.learner = "ben", leaving.course = "COOK-1", leaving.ending = finalise::Ending::withdrawn;
    leaving.effective_on = day("2026-06-22"), leaving.hours_attended = 36;
    leaving.head.recorded = moment("2026-06-23T09:00+10:00");
    const auto answer = must(engine, leaving);
    std::cout << "ben: " << word(answer.verdict) << ", " << state_of(engine, place) << '\n';
}

finalise::FinaliseProgram completion(const char* recorded) {
    finalise::FinaliseProgram completed;
    completed.learner = "ann", completed.program = "SIT30821", completed.status = "Completed";
    completed.effective_on = day("2026-06-29");
    completed.head.recorded = moment(recorded);
    return completed;
}

// The unit ends, and then the program, which lacks something.
void complete(Engine& engine) {
    std::cout << "\n# The end\n";
    finalise::FinaliseUnit unit;
    unit.learner = "ann", unit.course = "COOK-1", unit.ending = finalise::Ending::completed;
    unit.effective_on = day("2026-06-29"), unit.head.recorded = moment("2026-06-29T09:00+10:00");
    std::cout << "unit: " << word(must(engine, unit).verdict) << '\n';
    const auto answer = refused(engine, completion("2026-06-29T09:00+10:00"));
    std::cout << "program: " << word(answer.verdict) << ' ' << answer.code.name() << '\n';
    for (const auto& line : lines(*answer.reason)) std::cout << line << '\n';
}

// The statutory files of the year as of a day, by name; prints what their check found.
std::map<std::string, std::string> statutory(Engine& engine, const std::string& on) {
    SessionRequest request;
    request.session = "statutory", request.collection_year = 2026;
    request.submitted_on = day(on), request.recorded = moment(on + "T09:00+10:00");
    const auto run = value(engine.begin(to_json(request)));
    std::map<std::string, std::string> files;
    Chunk chunk;
    while (value(run->take(chunk))) files[chunk.stream] += chunk.bytes;
    const auto summary = value(from_json<ExportSummary>(value(run->finish())));
    std::cout << "records: " << summary.rows << ", errors: " << *summary.check_errors
              << ", not reported: " << summary.not_reported << '\n';
    return files;
}

// The check of the files finds the same; it is mended, and the program ends.
void check(Engine& engine) {
    std::cout << "\n# The check\n";
    std::cout << statutory(engine, "2026-06-30")["nat/checks.csv"];
    auto learner = ann();
    learner.usi = "23456789D4", learner.head.recorded = moment("2026-06-30T10:00+10:00");
    must(engine, learner);
    std::cout << "program: " << word(must(engine, completion("2026-06-30T11:00+10:00")).verdict) << '\n';
}

void write_files(Engine& engine) {
    std::cout << "\n# The statutory files\n";
    const auto records = statutory(engine, "2026-12-01")["nat/NAT00120.txt"];
    for (std::size_t at = 0, end; (end = records.find("\r\n", at)) != std::string::npos; at = end + 2) {
        std::cout << '|' << records.substr(at, end - at) << "|\n";
    }
}

// What was written down holds together, and holds what was kept elsewhere.
void verify(Engine& engine) {
    std::cout << "\n# The journal\n";
    AuditRequest request;
    request.audit = "verify", request.anchor = value(engine.journal());
    const auto report = value(from_json<audit::VerifyReport>(value(engine.audit(to_json(request)))));
    std::cout << "entries: " << report.entries << ", findings: " << report.findings.size()
              << (report.anchored ? ", anchored" : "") << '\n';
}

int main(int count, char** words) try {
    const auto engine = open_engine(count > 1 ? words[1] : ":memory:");
    define_organisation(*engine);
    define_course(*engine);
    define_learners(*engine);
    be_refused(*engine);
    plan_and_approve(*engine);
    const auto place = wait(*engine);
    const auto lms = value(engine->begin(R"({"session":"lms.memory"})"));
    std::cout << "\n# The LMS\n";
    provision(*engine, *lms, "2026-02-02T10:00+11:00");
    add_a_seat(*engine, place);
    provision(*engine, *lms, "2026-02-04T10:00+11:00");
    receive_grades(*engine);
    leave(*engine, place);
    provision(*engine, *lms, "2026-06-23T10:00+10:00");
    complete(*engine);
    check(*engine);
    write_files(*engine);
    verify(*engine);
    return 0;
} catch (const std::exception& error) {
    std::cerr << "tutorial: " << error.what() << '\n';
    return 1;
}
