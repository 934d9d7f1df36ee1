// The export of a collection year. NAT00120 comes first, enrolment by enrolment, then what was achieved without a
// course; it decides which organisations, locations, programs, subjects and clients the other files hold.
#include "engine/export_session.hpp"
#include "imports/csv_write.hpp"
#include "reporting/files.hpp"

#include <set>
#include <unordered_set>

namespace provost::engine {

namespace {

using enrolment::Activity;
using enrolment::Enrolment;
using organisation::Location;
using organisation::Provider;
using reporting::ActivitySource;

constexpr std::size_t page = 500;
constexpr std::size_t client_page = 100;  // a client fills about 900 bytes

Error failure(Code code, std::string_view field, std::vector<Parameter> parameters = {}) {
    return {row_of(code).status, code, {"/" + std::string(field), {}, 0, 0}, std::move(parameters)};
}

// An activity and the enrolment it belongs to, if any.
struct Case {
    const Activity* activity;
    const Enrolment* place;
};

class StatutorySession final : public ExportSession {
public:
    StatutorySession(Core& core, const SessionRequest& request, const reporting::Collection& collection)
        : ExportSession(core, request), collection_(collection), writer_(request.release) {
        without_course_.under("enrolment", {});
    }

private:
    using Part = Result<bool> (StatutorySession::*)();  // does a page; false when there is no further one

    Result<bool> step() override;
    Result<bool> prepare();
    Result<bool> enrolments();
    Result<bool> activities_without_course();
    Result<bool> organisations_and_programs();
    Result<bool> subjects();
    Result<bool> clients();
    [[nodiscard]] Result<void> report(std::span<const Case> cases);
    [[nodiscard]] Result<void> load(std::span<const Case> cases);
    void add(const Case& one);
    void remember(const Case& one, const ActivitySource& source, const reporting::ActivityRecord& row);
    void hand_out();

    reporting::Collection collection_;
    reporting::NatWriter writer_;
    std::size_t part_ = 0;
    std::string findings_ = "file,line,avs,code\n";
    std::string not_reported_ = "activity id,code\n";

    organisation::ReportingDefaults defaults_;
    Record main_provider_, main_location_;
    Scan places_{type_of<Enrolment>(), page};
    Scan without_course_{type_of<Activity>(), page};
    Scan subjects_{type_of<catalogue::Subject>(), page};
    Scan clients_{type_of<people::Learner>(), client_page};

    Cache<people::Learner> learners_;
    Cache<catalogue::Course> courses_;
    Cache<enrolment::ProgramEnrolment> program_enrolments_;
    Cache<catalogue::Program> programs_;
    Cache<Location> locations_;
    Cache<Provider> providers_;

    // What NAT00120 refers to.
    std::set<std::pair<Id<Provider>, Id<Location>>> used_locations_;
    std::set<Id<Provider>> used_providers_;
    std::set<Id<catalogue::Program>> used_programs_;
    std::unordered_set<std::string> used_subjects_;
    AcceptedRows used_clients_;  // one bit an id
};

Result<bool> StatutorySession::step() {
    constexpr std::array<Part, 6> parts{&StatutorySession::prepare,
                                        &StatutorySession::enrolments,
                                        &StatutorySession::activities_without_course,
                                        &StatutorySession::organisations_and_programs,
                                        &StatutorySession::subjects,
                                        &StatutorySession::clients};
    auto more = (this->*parts[part_])();
    if (!more) return more.error();
    if (!*more) ++part_;
    hand_out();
    return part_ < parts.size();
}

// The organisation's main provider and location are the ones that were defined first.
Result<bool> StatutorySession::prepare() {
    const auto first_of = [this](const RecordType& type) { return Scan(type, 1).next(store()); };
    auto provider = first_of(type_of<Provider>());
    if (!provider) return provider.error();
    if (!provider->empty()) main_provider_ = provider->front();
    auto location = first_of(type_of<Location>());
    if (!location) return location.error();
    if (!location->empty()) main_location_ = location->front();
    auto defaults = first_of(type_of<organisation::ReportingDefaults>());
    if (!defaults) return defaults.error();
    if (!defaults->empty()) defaults_ = *defaults->front().get<organisation::ReportingDefaults>();
    return false;
}

Result<bool> StatutorySession::enrolments() {
    auto found = places_.next(store());
    if (!found) return found.error();
    auto activities = load_activities(store(), *found);
    if (!activities) return activities.error();
    std::vector<Case> cases;
    for (std::size_t i = 0; i < found->size(); ++i) {
        const auto* place = (*found)[i].get<Enrolment>();
        for (const Record& record : (*activities)[i]) cases.push_back({record.get<Activity>(), place});
    }
    if (auto reported = report(cases); !reported) return reported.error();
    return !found->empty();
}

Result<bool> StatutorySession::activities_without_course() {
    auto found = without_course_.next(store());
    if (!found) return found.error();
    std::vector<Case> cases;
    for (const Record& record : *found) cases.push_back({record.get<Activity>(), nullptr});
    if (auto reported = report(cases); !reported) return reported.error();
    return !found->empty();
}

Result<void> StatutorySession::report(std::span<const Case> cases) {
    if (auto loaded = load(cases); !loaded) return loaded;
    for (const Case& one : cases) add(one);
    return {};
}

// Two waves: what the activities and their places name, then what that names.
Result<void> StatutorySession::load(std::span<const Case> cases) {
    learners_.trim(), courses_.trim(), program_enrolments_.trim();
    programs_.trim(), locations_.trim(), providers_.trim();
    for (const Case& one : cases) {
        learners_.want(one.activity->learner);
        program_enrolments_.want(one.activity->program_enrolment);
        if (one.place != nullptr) courses_.want(one.place->course);
    }
    if (auto loaded = learners_.load(store()); !loaded) return loaded;
    if (auto loaded = courses_.load(store()); !loaded) return loaded;
    if (auto loaded = program_enrolments_.load(store()); !loaded) return loaded;
    for (const Case& one : cases) {
        if (const auto* enrolment = program_enrolments_.at(one.activity->program_enrolment)) {
            locations_.want(enrolment->location);
            programs_.want(enrolment->program);
        }
        if (one.place == nullptr) continue;
        const auto* course = courses_.at(one.place->course);
        locations_.want(course->assignments.location);
        providers_.want(course->assignments.provider);
    }
    if (auto loaded = programs_.load(store()); !loaded) return loaded;
    if (auto loaded = locations_.load(store()); !loaded) return loaded;
    return providers_.load(store());
}

void StatutorySession::add(const Case& one) {
    const auto* course = one.place == nullptr ? nullptr : courses_.at(one.place->course);
    const auto* provider = course == nullptr ? nullptr : providers_.at(course->assignments.provider);
    const auto* enrolment = program_enrolments_.at(one.activity->program_enrolment);
    const auto* program = enrolment == nullptr ? nullptr : programs_.at(enrolment->program);
    const ActivitySource source{
        .activity = *one.activity,
        .enrolment = one.place,
        .course_has_dates = course != nullptr && course->has_dates(),
        .provider = provider == nullptr ? main_provider_.get<Provider>() : provider,
        .course_location = course == nullptr ? nullptr : locations_.at(course->assignments.location),
        .program_location = enrolment == nullptr ? nullptr : locations_.at(enrolment->location),
        .main_location = main_location_.get<Location>(),
        .client = learners_.at(one.activity->learner)->client_id,
        .program_enrolment = enrolment,
        .program = program == nullptr ? std::string_view() : program->code,
        .defaults = defaults_};
    const auto projection = reporting::project(source, collection_);
    if (projection.omission == reporting::Omission::none) {
        writer_.add(projection.row, projection.finding);
        return remember(one, source, projection.row);
    }
    const auto id = std::to_string(one.activity->id.value);
    const std::array<std::string_view, 2> cells{id, reporting::code_name(projection.omission)};
    imports::append_csv(not_reported_, cells, ',', "\n");
    ++summary().not_reported;
}

void StatutorySession::remember(const Case& one, const ActivitySource& source, const reporting::ActivityRecord& row) {
    if (source.provider != nullptr) {
        used_providers_.insert(source.provider->id);
        if (row.delivered_at != nullptr) used_locations_.insert({source.provider->id, row.delivered_at->id});
    }
    if (!row.program.empty()) used_programs_.insert(source.program_enrolment->program);
    used_subjects_.insert(one.activity->subject);
    used_clients_.add(one.activity->learner.value);
}

Result<bool> StatutorySession::organisations_and_programs() {
    for (const auto id : used_providers_) providers_.want(id);
    for (const auto& [provider, location] : used_locations_) locations_.want(location);
    for (const auto id : used_programs_) programs_.want(id);
    if (auto loaded = providers_.load(store()); !loaded) return loaded.error();
    if (auto loaded = locations_.load(store()); !loaded) return loaded.error();
    if (auto loaded = programs_.load(store()); !loaded) return loaded.error();
    for (const auto id : used_providers_) writer_.add(*providers_.at(id));
    for (const auto& [provider, location] : used_locations_)
        writer_.add(*providers_.at(provider), *locations_.at(location));
    for (const auto id : used_programs_) writer_.add(*programs_.at(id));
    return false;
}

Result<bool> StatutorySession::subjects() {
    auto found = subjects_.next(store());
    if (!found) return found.error();
    for (const Record& record : *found) {
        const auto& subject = *record.get<catalogue::Subject>();
        if (used_subjects_.contains(subject.code)) writer_.add(subject);
    }
    return !found->empty();
}

Result<bool> StatutorySession::clients() {
    auto found = clients_.next(store());
    if (!found) return found.error();
    for (const Record& record : *found) {
        if (used_clients_.holds(record.id())) writer_.add(*record.get<people::Learner>());
    }
    return !found->empty();
}

// What the writer has, as pieces. The lists go out page by page, too; their headers make them exist when empty.
void StatutorySession::hand_out() {
    for (auto& file : writer_.files()) {
        put("nat/" + std::string(file.layout->file) + ".txt", file.bytes);
        file.bytes.clear();
    }
    for (const auto& finding : writer_.findings()) {
        const auto line = std::to_string(finding.line);
        const auto avs = finding.avs == 0 ? std::string() : std::to_string(finding.avs);
        const std::array<std::string_view, 4> cells{finding.file, line, avs, finding.code.name()};
        imports::append_csv(findings_, cells, ',', "\n");
        ++summary().findings;
    }
    writer_.findings().clear();
    put("nat/findings.csv", findings_);
    put("nat/not_reported.csv", not_reported_);
    findings_.clear();
    not_reported_.clear();
    summary().rows = writer_.lines();
}

}  // namespace

Result<std::unique_ptr<Session>> begin_statutory(Core& core, const SessionRequest& request) {
    if (!request.collection_year)
        return failure("field.missing"_code, "collection_year", {{"field", "collection_year"}});
    if (!request.submitted_on) return failure("field.missing"_code, "submitted_on", {{"field", "submitted_on"}});
    if (reporting::find_layout(request.release, "NAT00120") == nullptr) {
        return failure("choice.unknown"_code, "release", {{"expected", "8.0"}});
    }
    if (request.target != "national") return failure("choice.unknown"_code, "target", {{"expected", "national"}});
    const reporting::Collection collection{*request.collection_year, *request.submitted_on};
    if (collection.submitted_on < collection.first()) {
        return failure("value.out-of-range"_code, "submitted_on",
                       {{"range", to_text(collection.first()) + " and later"}});
    }
    return std::unique_ptr<Session>(std::make_unique<StatutorySession>(core, request, collection));
}

}  // namespace provost::engine
