// How a course is run: a room and a trainer, two courses that want the same room, a course that is moved, and who is
// told before it starts.
//
//     operation [STORE.db]
//
// Without a file everything is kept in memory; a file has to be a new one. The same in C, Python and PHP: operation.c,
// operation.py and operation.php print the same text.
#include <provost/describe/json.hpp>
#include <provost/engine/run_lines.hpp>
#include <provost/engine/session_request.hpp>
#include <provost/notices/intent.hpp>
#include <provost/open.hpp>
#include <provost/plan/define.hpp>
#include <provost/registration/registration.hpp>
#include <provost/resources/planning.hpp>
#include <provost/resources/views.hpp>
#include <provost/staffing/position.hpp>

#include <iostream>
#include <sstream>
#include <stdexcept>

namespace {

using namespace provost;

// An error stops the program in the library's own words; a refusal is an answer.
template <class T>
T value(Result<T> result) {
    if (result) return std::move(*result);
    throw std::runtime_error(sentence(result.error().code, result.error().parameters));
}

void value(const Result<void>& result) {
    if (!result) throw std::runtime_error(sentence(result.error().code, result.error().parameters));
}

// The answer to a request that is not expected to be refused.
template <class Request>
void must(Engine& engine, const Request& request) {
    const auto answer = value(engine.run(request));
    if (answer.verdict == Verdict::refused) throw std::runtime_error(answer.sentence);
}

Instant moment(std::string_view text) {
    const auto read = parse_moment(text);
    if (!read || !read->offset) throw std::runtime_error("no moment with an offset: " + std::string(text));
    return read->in({});
}

// Who works there: Tina is a trainer, and stands among the resources as well.
void define_staff(Engine& engine) {
    Define<staffing::StaffingSettings> settings;
    settings.record.key = "default", settings.record.tutor_groups = {"trainers"};
    settings.record.default_position = "tutor";
    must(engine, settings);
    Define<staffing::Tutor> tina;
    tina.record.login = "tina", tina.record.name = "Tina", tina.record.group = "trainers";
    must(engine, tina);
}

catalogue::DefineCourse course(const char* key, const char* starts_at, const char* ends_at) {
    catalogue::DefineCourse made;
    made.external_id = key;
    made.starts_at = moment(starts_at), made.ends_at = moment(ends_at);
    return made;
}

// Two courses of a week each.
void define_courses(Engine& engine) {
    catalogue::DefineCourseType type;
    type.course_type = "class", type.settings.name = "Class";
    must(engine, type);
    catalogue::DefineTemplate kitchen;
    kitchen.course_type = "class", kitchen.external_id = "kitchen", kitchen.settings.name = "Kitchen";
    must(engine, kitchen);
    auto cook = course("cook", "2026-03-02T09:00:00+11:00", "2026-03-06T17:00:00+11:00");
    cook.course_template = "kitchen", cook.assignments.location = "city", cook.settings.name = "Cooking";
    catalogue::NoticeSetting before;
    before.notice = "course.start", before.enabled = true, before.recipients = {"learner", "tutor"};
    cook.settings.notices = {before};
    must(engine, cook);
    auto bake = course("bake", "2026-03-16T09:00:00+11:00", "2026-03-20T17:00:00+11:00");
    bake.course_template = "kitchen", bake.assignments.location = "city", bake.settings.name = "Baking";
    must(engine, bake);
}

void define_resources(Engine& engine) {
    Define<resources::ResourceCategory> rooms, people;
    rooms.record.key = "rooms", rooms.record.name = "Rooms";
    people.record.key = "people", people.record.name = "People";
    must(engine, rooms), must(engine, people);
    resources::DefineResource room;
    room.resource = "room-1", room.name = "Room 1", room.kind = resources::ResourceKind::location;
    room.categories = {"rooms"};
    must(engine, room);
    resources::DefineResource tina;
    tina.resource = "tina", tina.name = "Tina", tina.kind = resources::ResourceKind::individual;
    tina.categories = {"people"}, tina.tutor = "tina", tina.messaging = true;
    must(engine, tina);
}

void define_college(Engine& engine) {
    Define<organisation::Location> city;
    city.record.key = "city", city.record.name = "City campus", city.record.zone = "Australia/Melbourne";
    must(engine, city);
    define_staff(engine);
    define_courses(engine);
    define_resources(engine);
    people::DefineLearner ann;
    ann.login = "ann", ann.family_name = "Ashby", ann.birth_date = parse_day("2004-05-06"), ann.client_id = "A1";
    must(engine, ann);
    registration::RegisterLearner place;
    place.course = "cook", place.learner = "ann";
    must(engine, place);
}

template <class Request>
void tell(const std::string& what, Engine& engine, const Request& request) {
    const auto answer = value(engine.run(request));
    std::cout << what << ": " << word(answer.verdict) << (answer.sentence.empty() ? "" : ": ") << answer.sentence
              << '\n';
    for (const auto& note : answer.notes) std::cout << "  " << sentence(note.code, note.parameters) << '\n';
    for (const auto& line : answer.report) {
        std::cout << "  " << line.item << ": " << word(line.fate) << (line.code ? ", " : "");
        if (line.code) std::cout << line.code.name();
        std::cout << '\n';
    }
}

void add(Engine& engine, const std::string& course, const std::string& resource) {
    resources::AddResource request;
    request.course = course, request.resource = resource;
    tell(course + " needs " + resource, engine, request);
}

// The room and the trainer for the days of the course, for good; then the other course wants the room, too.
void book(Engine& engine) {
    add(engine, "cook", "room-1"), add(engine, "cook", "tina"), add(engine, "bake", "room-1");
    resources::TransferDates dates;
    dates.course = "cook", dates.resources = {"room-1", "tina"};
    dates.state = resources::BookingState::booked, dates.linked = true;
    tell("by the dates of the course", engine, dates);
    resources::BookResource wanted;
    wanted.course = "bake", wanted.resource = "room-1", wanted.state = resources::BookingState::booked;
    wanted.starts_at = moment("2026-03-05T09:00:00+11:00"), wanted.ends_at = moment("2026-03-05T12:00:00+11:00");
    tell("bake begins earlier", engine, wanted);
    wanted.starts_at = moment("2026-03-16T09:00:00+11:00"), wanted.ends_at = moment("2026-03-16T17:00:00+11:00");
    tell("bake in its own week", engine, wanted);
}

// The bookings follow the course, as far as they can.
void move(Engine& engine) {
    resources::ShowFloorPlan where;
    where.starts_at = moment("2026-03-01T00:00:00+11:00"), where.ends_at = moment("2026-04-01T00:00:00+11:00");
    tell("cook is a week later", engine, course("cook", "2026-03-09T09:00:00+11:00", "2026-03-13T17:00:00+11:00"));
    tell("who is where", engine, where);
    tell("cook is yet a week later", engine, course("cook", "2026-03-16T09:00:00+11:00", "2026-03-20T17:00:00+11:00"));
    tell("who is where", engine, where);
}

std::unique_ptr<Session> begin(Engine& engine, const char* kind, const char* recorded) {
    SessionRequest request;
    request.session = kind, request.worker = "mailer", request.recorded = moment(recorded);
    return value(engine.begin(to_json(request)));
}

// What the outbox hands out is printed, and reported as sent.
void send(Engine& engine, const char* recorded) {
    const auto outbox = begin(engine, "outbox", recorded);
    std::string told;
    Chunk chunk;
    while (value(outbox->take(chunk))) told += chunk.bytes;
    std::istringstream lines(told);
    for (std::string line; std::getline(lines, line);) {
        const auto message = value(from_json<notices::Message>(line));
        std::cout << "  " << message.event << " to " << message.login << '\n';
        notices::MessageOutcome sent;
        sent.id = message.id, sent.status = notices::MessageStatus::sent;
        value(outbox->feed(to_json(sent) + "\n"));
    }
    value(outbox->finish());
}

// A week before the start: the tick finds who is to be told, the outbox hands it out, once.
void remind(Engine& engine, const char* recorded) {
    const auto summary = value(from_json<TickSummary>(value(begin(engine, "tick", recorded)->finish())));
    std::cout << std::string(recorded).substr(0, 10) << ": " << summary.reminders << " made\n";
    send(engine, recorded);
}

}  // namespace

int main(int count, char** words) try {
    EngineOptions options;
    options.now = moment("2026-02-16T09:00:00Z");
    const auto engine = value(open(count > 1 ? words[1] : ":memory:", options));
    define_college(*engine);
    std::cout << "# Rooms and trainers\n";
    book(*engine);
    std::cout << "\n# Another date\n";
    move(*engine);
    std::cout << "\n# Before it starts\n";
    remind(*engine, "2026-03-09T09:00:00+11:00");
    remind(*engine, "2026-03-10T09:00:00+11:00");
    return 0;
} catch (const std::exception& error) {
    std::cerr << "operation: " << error.what() << '\n';
    return 1;
}
