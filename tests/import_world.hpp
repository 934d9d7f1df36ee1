// A small organisation in memory, a valid file for every import preset, and importing with everything that is reported.
// For suites that damage such files (tests/import_check.hpp) and for the fuzzers; knows nothing of a test framework.
#pragma once

#include "data/import_presets.hpp"
#include "verbs/verb.hpp"

#include <provost/adapters/memory_store.hpp>
#include <provost/adapters/system_zones.hpp>
#include <provost/describe/json.hpp>
#include <provost/engine/engine.hpp>
#include <provost/engine/session_request.hpp>

#include <functional>
#include <map>
#include <stdexcept>

namespace provost::import_world {

/// A valid file of a preset. `kinds`: a row that makes something makes exactly one record of these.
struct Sample {
    std::string_view preset;
    std::vector<std::string_view> kinds;
    std::int64_t rows = 0;
    std::string_view text;
    std::vector<ColumnDefault> defaults{};
};

inline constexpr std::string_view organisation_document = R"({
    "course_types": [{"id": 310, "name": "Face to face"}, {"id": 320, "name": "Online"}],
    "meta_tags": [{"id": 500123, "name": "Register", "type": "internet-address"}, {"id": 500124, "name": "Room"}],
    "providers": [{"id": 9001, "identifier": "99999", "name": "Training"}],
    "locations": [{"id": 7001, "identifier": "MEL", "name": "Melbourne", "zone": "Australia/Melbourne"},
                  {"id": 7002, "identifier": "PER", "name": "Perth", "zone": "Australia/Perth"}],
    "tutors": [{"login": "t1", "name": "Ada", "group": "g"}, {"login": "t2", "name": "Ben", "group": "g"}],
    "administrators": [{"login": "a1", "name": "Dee", "rights": ["IMPORT", "EDIT_COURSES"]}],
    "funding_source": {"national": "20"},
    "delivery_modes": {"dates": {"identifier": "YNN"}, "duration": {"identifier": "NYN"}, "none": {"identifier": "NNN"}},
    "subjects": [{"code": "S1", "title": "First"}, {"code": "S2", "title": "Second"}, {"code": "S3", "title": "Third"}],
    "programs": [{"code": "P1", "title": "One"}, {"code": "P2", "title": "Two"}]})";

// What files refer to besides the organisation.
inline constexpr std::string_view base_catalogue =
    "Import type,Course type ID,External Template ID,External Course ID,Name,Start date,End date,Duration,"
    "Max participants,Location\n"
    "TEMPLATE,310,S1,,First,,,,,\n"
    "TEMPLATE,320,S2,,Second,,,6 M,,\n"
    "TEMPLATE,320,free,,Free,,,6 M,,\n"
    ",,S1,c1,First,2026-02-02,2026-06-26,,4,7001\n"
    ",,S2,c2,Second,,,6 M,3,7002\n"
    ",,free,c3,Free,,,3 M,2,7001\n";
inline constexpr std::string_view base_learners =
    "Login,Family name,Birth date,Client ID\n"
    "ann,Ashby,2004-05-06,A1\nben,Burke,2003-01-31,B1\ncho,Cho,2001-12-24,C1\ndia,Diaz,2000-02-29,D1\n";
inline constexpr std::string_view base_enrolments =
    "External Course ID;Login;Enrolment date;Enrolment status;End date\n"
    "c1;ann;2026-01-10;;\nc1;ben;2026-01-11;;\nc2;ann;2026-01-12;;\nc2;cho;2026-01-13;;\nc3;cho;2026-01-14;30;2026-01-"
    "20\n";

inline std::vector<Sample> course_samples() {
    return {
        {"catalogue",
         {"course_template", "course"},
         7,
         "Import type,Course type ID,Internal course template ID,External Template ID,External Course ID,Name,"
         "Description,Start date,End date,Duration,Planning status,Max participants,Location,Tutors,Provider,"
         "Administrator,Price,Currency,Duration in days,Duration in hours,metatag_500123,metatag_500124\n"
         "COURSE,,,baking,baking-1,\"Baking, first\",\"Bread\r\nand \"\"rolls\"\"\",2026-02-02T09:00,2026-06-26,,0,5,"
         "7001,t1; t2,9001,a1,180.00,AUD,5.0,40.0,Register|https://example.org/a,Room 1\n"
         "TEMPLATE,310,,baking,,Baking,\"Dough,\nyeast\",,,6 M,0,20,7001,t1,9001,,145.00,AUD,5.0,40.0,,Küche\n"
         ",,,S1,s1-a,,,,,3 M,1,2,7002,,,,,,,,,\n"
         "TEMPLATE,320,,S3,,Third,,,,12 M,,,,,,,0,AUD,,,Register|https://example.org/b,\n"
         "COURSE,,,S3,s3-a,,,2026-07-01T10:00+10:00,2026-07-02T08:00Z,,0,9,7001,t2,,,12.5,AUD,,,,\n"
         "TEMPLATE,320,,free,,Other,,,,3 M,,,,,,,,,,,,\n"
         "COURSE,,,nothing,n-1,,,,,3 M,0,,7001,,,,,,,,,\n"},
        {"moodle-courses",
         {"course"},
         4,
         "shortname,fullname,category,startdate,enddate,summary,delete,metatag_500124\n"
         "cook,\"Cooking, & more\",3,2026-02-02,2026-06-26,\"<p>All\nof it</p>\",0,Room 1\n"
         " hyg ,Hygiene,3,2026-02-02T09:00,2026-06-26,,,\n"
         "c1,First again,3,2026-02-02,2026-06-26,,0,\n"
         "old,Old,3,2026-02-02,2026-06-26,,1,\n",
         {{"External Template ID", "S1"}, {"Location", "7001"}}},
        {"canvas-courses",
         {"course"},
         4,
         "course_id,short_name,long_name,status,start_date,end_date,term_id,Description\n"
         "cook,CK,\"Cooking, \"\"hot\"\"\",Active,2026-02-02T00:00:00Z,2026-06-26T00:00:00Z,T1,\"One\nline\"\n"
         "hyg,HY,Hygiène,completed,2026-02-02,2026-06-26,T1,\n"
         "c1,F,First,published,2026-02-02T09:00,2026-06-26,T1,\n"
         "old,OL,Old,deleted,,,T1,\n",
         {{"External Template ID", "S1"}, {"Location", "7001"}}},
    };
}

inline std::vector<Sample> learner_samples() {
    return {
        {"prerequisites",
         {"prerequisites"},
         5,
         "External Template ID,Prerequisite\nS2,S1\n\"S2\",S3\nfree,S1\nS1,\"S3\"\nnothing,S1\n"},
        {"learners",
         {"learner"},
         5,
         "Login,First name,Family name,Birth date,Email,Gender,Postcode,USI,Phone,Client ID\n"
         "eve,Eve,\"Evans, Dr\",1999-12-31,eve@example.org,F,3011,,0491 570 156,E1\n"
         "Zoë,Zoë,\"Mül \"\"Z\"\" ler\",2000-02-29,,X,3350,,,Z1\n"
         "ann,Ann,Ashby-Hall,2004-05-06,ann@example.org,F,,,,A1\n"
         "ben,,Burke,2003-01-31,,,,,,B1\n"
         "fay,Fay,Fox,2001-02-30,,,,,,F1\n"},
        {"programs",
         {"program_enrolment"},
         4,
         "Login,Program code,Program name,Location,Commenced on\n"
         "ann,P1,\"One, in short\",7001,2026-02-02\nann,P2,Two,7002,2026-02-03\nben,P1,,,\ncho,P9,,7001,2026-02-02\n"},
        {"prior_achievements",
         {"activity"},
         4,
         "Login,Unit code,Outcome,Achieved on\n"
         "ann,S3,20,2024-03-30\nben,\"S3\",51,2024-04-19\ncho,S1,20,2024-05-09\ndia,S2,99,2024-05-09\n"},
        {"enrolments",
         {"enrolment", "prebooking"},
         7,
         "Import type;External Course ID;Login;Enrolment date;Enrolment status;Due date;Start date;End date;"
         "External Template ID;Identification\n"
         "COURSE;c1;cho;2026-02-04T12:17:00.000+1100;10;2026-05-01;;;;1\n"
         ";c3;ann;2026-01-26T15:22+0000;\"10\";;;;;\n"
         "COURSE;c2;ben;2025-12-04;30;;;2026-01-15;;2\n"
         "TEMPLATE;;dia;2026-02-01;10;2026-07-01;2026-03-01;;S1;\n"
         "TEMPLATE;;ann;2026-02-01T02:30;;;;;free;1\n"
         "COURSE;c1;dia;2026-02-05;10;;;;;\n"
         "COURSE;c1;ann;2026-02-05;10;;;;;\n"},
        {"results",
         {"result_event"},
         6,
         "Login,External Course ID,Grade percent,Completion status,Submitted at\n"
         "ann,c1,67,passed,2026-03-17T03:36+1100\nben,c1,33.5,failed,2026-03-18T06:19\n"
         "ben,\"c1\",88,passed,2026-04-18\nann,c2,,incomplete,2026-04-05T02:30\ncho,c2,91,passed,2026-04-01T06:19Z\n"
         "dia,c1,50,passed,2026-04-01\n"},
        {"component_results",
         {"learning_event"},
         6,
         "Login,External Course ID,Component,Status,Percent,Attempt,Occurred at\n"
         "ann,c1,quiz,failed,20,1,2026-03-17T03:36+1100\nann,c1,quiz,passed,80,2,2026-03-18T06:19\n"
         "ben,\"c1\",film,completed,,,2026-04-18\nann,c2,quiz,open,,,2026-04-05T02:30\n"
         "cho,c2,quiz,scored,55.5,,2026-04-01T06:19Z\ndia,c1,quiz,passed,,,2026-04-01\n"},
        {"finalise",
         {"finalisation"},
         5,
         "Login,External Course ID,Status,Effective date,Resumes on\n"
         "ann,c1,Withdrawn,2026-03-26,\nben,c1,\"Deferred\",2026-04-12,2026-08-01\nann,c2,Cancelled,2026-03-16,\n"
         "cho,c2,Completed,2026-03-16,\ncho,c3,Deferred,2026-03-16,2026-08-01\n"},
    };
}

inline const std::vector<Sample>& samples() {
    static const std::vector<Sample> all = [] {
        auto both = course_samples();
        std::ranges::move(learner_samples(), std::back_inserter(both));
        return both;
    }();
    return all;
}

inline const Sample& sample_of(std::string_view preset) {
    for (const Sample& each : samples()) {
        if (each.preset == preset) return each;
    }
    throw std::runtime_error("no sample of " + std::string(preset));
}

/// Zones of this machine that are read once for all engines.
class SharedZones final : public ZoneFinder {
public:
    [[nodiscard]] const Zone* find(std::string_view name) const override {
        static const std::unique_ptr<ZoneFinder> zones = make_system_zones();
        return zones->find(name);
    }
};

inline constexpr std::string_view secret = "pepper";

/// An engine, and the store below it.
struct World {
    Store* store = nullptr;
    std::unique_ptr<Engine> engine;
};

inline World open_world(std::unique_ptr<Store> store, std::size_t batch) {
    EngineOptions options;
    options.secret = secret;
    options.now = parse_moment("2026-07-01T00:00:00Z")->in(Zone{});
    options.batch = batch;
    World world{store.get(), {}};
    auto opened = Engine::open(std::move(store), std::make_unique<SharedZones>(), options);
    if (!opened) throw std::runtime_error("no engine");
    world.engine = std::move(*opened);
    return world;
}

inline constexpr std::array<const char*, 5> stream_names{"problems", "explanations", "notes", "rows", "rejects"};

/// What came of an import: a summary or an error, and all that was reported.
struct Imported {
    std::optional<ImportSummary> summary;
    Error error{};
    std::map<std::string, std::string> streams;

    [[nodiscard]] std::string text() const {
        if (summary) return to_json(*summary);
        std::string all(error.code.name());
        all += ' ' + error.place.file + ' ' + error.place.pointer + ' ' + std::to_string(error.place.line) + ':' +
               std::to_string(error.place.column);
        for (const Parameter& each : error.parameters) all += ' ' + each.name + '=' + each.value;
        return all;
    }
    /// A stream as it came; empty when there was none.
    [[nodiscard]] std::string of(const std::string& stream) const {
        const auto found = streams.find(stream);
        return found == streams.end() ? "" : found->second;
    }
};

using PieceSize = std::function<std::size_t()>;

inline Result<std::string> feed_all(Session& session, std::string_view text, const PieceSize& next, Imported& done) {
    const auto take = [&]() -> Result<void> {
        for (Chunk chunk;;) {
            const auto more = session.take(chunk);
            if (!more) return more.error();
            if (!*more) return {};
            done.streams[chunk.stream] += chunk.bytes;
        }
    };
    Result<void> fed;
    while (fed && !text.empty()) {
        // A copy per piece, so that a view kept too long shows up under the sanitizers.
        const std::string piece(text.substr(0, next ? next() : text.size()));
        fed = session.feed(piece);
        text.remove_prefix(piece.size());
        if (auto taken = take(); !taken) return taken.error();
    }
    if (!fed) return fed.error();
    auto summary = session.finish();
    if (auto taken = take(); !taken) return taken.error();
    return summary;
}

/// Imports a file in pieces of these sizes; without them at once.
inline Imported import(Engine& engine, const SessionRequest& request, std::string_view text,
                       const PieceSize& next = {}) {
    Imported done;
    auto session = engine.begin(to_json(request));
    if (!session) {
        done.error = session.error();
        return done;
    }
    auto summary = feed_all(**session, text, next, done);
    if (!summary) {
        done.error = summary.error();
        return done;
    }
    auto read = from_json<ImportSummary>(*summary);
    if (!read) throw std::runtime_error("no summary: " + *summary);
    done.summary = std::move(*read);
    return done;
}

inline SessionRequest request_of(std::string_view preset) {
    SessionRequest request;
    request.session = preset == "organisation" ? "organisation" : "import";
    if (preset != "organisation") request.preset = preset;
    request.file = "f.csv";
    request.zone = "Australia/Melbourne";
    return request;
}

/// Everything that a store holds.
inline std::vector<Record> everything(Store& store) {
    std::vector<Record> all;
    for (const RecordType* type : verbs::kinds()) {
        const auto found = store.find({type, Key::by_id, {}, 0, 100'000});
        if (!found) throw std::runtime_error("the store does not answer");
        all.insert(all.end(), found->begin(), found->end());
    }
    return all;
}

inline std::vector<Record> make_base() {
    const auto world = open_world(make_memory_store(), 2000);
    for (const auto& [preset, text] :
         {std::pair{"organisation", organisation_document}, std::pair{"catalogue", base_catalogue},
          std::pair{"learners", base_learners}, std::pair{"enrolments", base_enrolments}}) {
        const auto done = import(*world.engine, request_of(preset), text);
        if (!done.summary || done.summary->rejected != 0) {
            throw std::runtime_error(done.text() + done.of("problems"));
        }
    }
    for (const std::string course : {"c1", "c2"}) {
        const auto done = world.engine->run_document(
            R"({"verb":"catalogue.define_syllabus","components":[{"key":"film"},{"key":"quiz","kind":"test"}],"course":")" +
            course + "\"}");
        if (!done) throw std::runtime_error("no syllabus");
    }
    return everything(*world.store);
}

/// The organisation with some courses, learners and places, to which all samples fit.
inline World make_world(std::size_t batch = 2000) {
    static const std::vector<Record> base = make_base();
    auto store = make_memory_store();
    Unit unit;
    for (const Record& record : base) unit.writes.push_back({record, 0});
    const auto outcomes = store->commit(std::span(&unit, 1));
    if (!outcomes || outcomes->front().state != Outcome::State::applied) throw std::runtime_error("no store");
    return open_world(std::move(store), batch);
}

}  // namespace provost::import_world
