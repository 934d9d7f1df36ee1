// The plan of a run with an LMS, of which a hundredth has changed: 100,000 e-learning enrolments, and ten times as many
// with the same changes. What has changed is what it costs.
#include "bench.hpp"

#include <provost/adapters/sqlite_store.hpp>
#include <provost/adapters/system_zones.hpp>
#include <provost/engine/engine.hpp>
#include <provost/lms/connection.hpp>
#include <provost/lms/lms.hpp>
#include <provost/results/links.hpp>

#include "verbs/verb.hpp"

#include <filesystem>

namespace bench {

namespace {

using namespace provost;

constexpr std::int64_t places_per_learner = 5;
constexpr std::int64_t changed = 1'000;
constexpr int rounds = 5;

// Writes many records of a world that is as it would be after years.
class Writer {
public:
    explicit Writer(Store& store) : store_(store) {}
    template <class T>
    void put(T record) {
        record.version = 1;
        unit_.writes.push_back({Record::of(std::move(record)), 0});
        if (unit_.writes.size() == 20'000) flush();
    }
    void flush() {
        const auto outcomes = must(store_.commit(std::span(&unit_, 1)));
        if (outcomes.front().state != Outcome::State::applied) std::exit(1);
        unit_ = {};
    }

private:
    Store& store_;
    Unit unit_;
};

void write_courses(Writer& writer) {
    lms::Connection connection;
    connection.id = {1};
    connection.key = "moodle";
    connection.mode = lms::Mode::enforce;
    writer.put(connection);
    for (std::int64_t n = 0; n < places_per_learner; ++n) {
        catalogue::Course course;
        course.id = {10 + n};
        course.external_id = "C" + std::to_string(n);
        writer.put(course);
        results::LmsLink link;
        link.id = {20 + n};
        link.connection = "moodle";
        link.lms_course = "m" + std::to_string(n);
        link.course = course.id;
        link.access = results::AccessMethod::by_place;
        writer.put(link);
    }
    lms::LmsStanding standing;
    standing.id = {1};
    standing.connection = "moodle";
    standing.approved = true;
    standing.active = 100'000'000;
    writer.put(standing);
    const lms::LmsTotals totals{{1}, 0, 1'000'000'000};
    writer.put(totals);
}

// Places that the LMS has, and of the first so many that they ended.
void write_places(Writer& writer, std::int64_t places) {
    for (std::int64_t n = 0; n < places; ++n) {
        const std::int64_t learner = 1'000 + n / places_per_learner;
        const std::int64_t there = n % places_per_learner;
        if (there == 0) {
            people::Learner person;
            person.id = {learner};
            person.login = person.login_key = person.client_id = "p" + std::to_string(learner);
            writer.put(person);
        }
        enrolment::Enrolment place;
        place.id = {10'000'000 + n};
        place.learner = {learner};
        place.course = {10 + there};
        place.state = n < changed ? enrolment::State::cancelled : enrolment::State::registered;
        writer.put(place);
        lms::LmsEnrolment key;
        key.id = {1 + n};
        key.connection = "moodle";
        key.course = "m" + std::to_string(there);
        key.learner = {learner};
        key.agreed = key.desired = lms::Access::active;
        key.agreed_digest = 1;
        key.origin = lms::Origin::ours;
        key.state = lms::KeyState::confirmed;
        writer.put(key);
        if (n >= changed) continue;
        lms::LmsAccess mark{{place.id.value}, 0, {learner}, {10 + there}, true};
        writer.put(mark);
    }
    writer.flush();
}

// Seconds that a run takes to find, work out and show what has changed.
double plan(const std::string& path, std::int64_t places) {
    SqliteOptions options;
    options.path = path;
    options.kinds.assign(verbs::kinds().begin(), verbs::kinds().end());
    std::filesystem::remove(path);
    {
        auto store = must(open_sqlite_store(options));
        Writer writer(*store);
        write_courses(writer);
        write_places(writer, places);
    }
    std::vector<double> times;
    const auto pristine = path + ".pristine";
    std::filesystem::copy_file(path, pristine, std::filesystem::copy_options::overwrite_existing);
    for (int round = 0; round < rounds; ++round) {
        std::filesystem::copy_file(pristine, path, std::filesystem::copy_options::overwrite_existing);
        auto engine = must(Engine::open(must(open_sqlite_store(options)), make_system_zones()));
        const double began = cpu_seconds();
        auto session = must(engine->begin(
            R"({"session":"lms.provision","connection":"moodle","dry_run":true,"recorded":"2026-06-30T00:00:00Z"})"));
        std::int64_t items = 0;
        for (Chunk chunk; must(session->take(chunk));) items += std::ranges::count(chunk.bytes, '\n');
        must(session->finish());
        times.push_back(cpu_seconds() - began);
        if (items != changed) std::exit(1);
    }
    std::filesystem::remove(path);
    std::filesystem::remove(pristine);
    return median(times);
}

}  // namespace

void lms_plans(const std::string& folder) {
    const auto path = (std::filesystem::path(folder) / "lms.db").string();
    const double small = plan(path, 100'000);
    const double large = plan(path, 1'000'000);
    std::printf(
        "plan of an LMS, 1,000 of 100,000 changed: %.0f items/s; of 1,000,000: %.2f times as long (goal <= 1.5)\n",
        static_cast<double>(changed) / small, large / small);
}

}  // namespace bench
