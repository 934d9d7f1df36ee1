// The export of a collection year. NAT00120 comes first, enrolment by enrolment, then what was achieved without a
// course, then the programs that were completed; they decide which organisations, locations, programs, subjects and
// clients the other files hold. Records stand in the order in which the store's were made, of every file.
#include "engine/activity_reader.hpp"
#include "engine/amounts.hpp"
#include "engine/statutory.hpp"
#include "engine/statutory_check_session.hpp"
#include "imports/csv_write.hpp"
#include "reporting/files.hpp"

#include <provost/describe/json.hpp>

#include <set>
#include <unordered_set>

namespace provost::engine {

namespace {

using enrolment::Activity;
using enrolment::Enrolment;
using enrolment::ProgramEnrolment;
using organisation::Location;
using organisation::Provider;
using reporting::ActivitySource;
using Case = ActivityReader::Case;

constexpr std::size_t client_page = 100;  // a client fills about 900 bytes
constexpr std::size_t sent_at_once = 200;

class StatutorySession final : public ExportSession {
public:
    StatutorySession(Core& core, const SessionRequest& request, const reporting::Collection& collection)
        : ExportSession(core, request),
          collection_(collection),
          reader_(collection, request.submission),
          writer_(request.release, *collection.target, request.parchments),
          check_({request.release, request.target, collection.year, collection.submitted_on, {}}) {
        without_course_.under("enrolment", {});
        clear_sent();
    }

private:
    using Part = Result<bool> (StatutorySession::*)();  // does a page; false when there is no further one

    Result<bool> step() override;
    Result<bool> prepare();
    Result<bool> enrolments();
    Result<bool> activities_without_course();
    Result<bool> completions();
    Result<bool> chains();
    Result<bool> organisations_and_programs();
    Result<bool> subjects();
    Result<bool> clients();
    [[nodiscard]] Result<void> report(std::span<const Case> cases);
    void add(const Case& one);
    void add(const ProgramEnrolment& enrolment);
    void remember(const Case& one, const ActivitySource& source, const reporting::ActivityRecord& row);
    void remember_chain(const ProgramEnrolment& enrolment);
    [[nodiscard]] Result<void> count_programs(std::span<const Record> learners);
    void send(const Case& one, const reporting::ActivityRecord& row);
    void clear_sent();
    void put_sent(std::size_t least);
    void hand_out();
    void put_findings();
    void put_checks();

    [[nodiscard]] bool limits_programs() const { return collection_.target->most_programs > 0; }

    reporting::Collection collection_;
    ActivityReader reader_;
    reporting::NatWriter writer_;
    reporting::checks::FileCheck check_;
    FindingLines checked_;
    std::size_t part_ = 0;
    std::string findings_ = "file,line,avs,code,severity\n";
    std::string checks_{FindingLines::header};
    std::string not_reported_ = "activity id,code\n";
    std::string not_completed_ = "program enrolment id,code\n";
    std::string without_activity_ = "client id,code\n";
    reporting::MarkSent sent_;

    Scan places_{type_of<Enrolment>(), records_per_page};
    Scan without_course_{type_of<Activity>(), records_per_page};
    Scan program_enrolments_{type_of<ProgramEnrolment>(), records_per_page};
    Scan subjects_{type_of<catalogue::Subject>(), records_per_page};
    Scan clients_{type_of<people::Learner>(), client_page};

    Cache<catalogue::Program> programs_;
    Cache<Location> locations_;
    Cache<Provider> providers_;

    // What NAT00120 and NAT00130 refer to.
    std::set<std::pair<Id<Provider>, Id<Location>>> used_locations_;
    std::set<Id<Provider>> used_providers_;
    std::set<Id<catalogue::Program>> used_programs_;
    std::unordered_set<std::string> used_subjects_;
    AcceptedRows used_clients_;             // one bit an id
    AcceptedRows used_program_enrolments_;  // of NAT00120 alone
    // Program enrolments whose chains have more programs than a target allows, and a line of each.
    std::map<std::int64_t, std::int64_t> long_chains_;
};

Result<bool> StatutorySession::step() {
    constexpr std::array<Part, 8> parts{
        &StatutorySession::prepare,     &StatutorySession::enrolments, &StatutorySession::activities_without_course,
        &StatutorySession::completions, &StatutorySession::chains,     &StatutorySession::organisations_and_programs,
        &StatutorySession::subjects,    &StatutorySession::clients};
    auto more = (this->*parts[part_])();
    if (!more) return more.error();
    if (!*more) ++part_;
    hand_out();
    if (part_ == parts.size()) check_.finish();
    put_checks();
    return part_ < parts.size();
}

Result<bool> StatutorySession::prepare() {
    if (auto ready = reader_.prepare(store()); !ready) return ready.error();
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
    if (auto loaded = reader_.load(store(), cases); !loaded) return loaded;
    for (const Case& one : cases) add(one);
    return {};
}

// FIN-REP-10: what makes no record stands in a list with its reason, so that nothing is missing silently.
void StatutorySession::add(const Case& one) {
    const auto source = reader_.source(one);
    const auto projection = reporting::project(source, collection_);
    if (projection.omission == reporting::Omission::none) {
        writer_.add(projection.row, projection.findings);
        send(one, projection.row);
        return remember(one, source, projection.row);
    }
    const auto id = std::to_string(one.activity->id.value);
    const auto list = [&](std::string_view code) {
        const std::array<std::string_view, 2> cells{id, code};
        imports::append_csv(not_reported_, cells, ',', "\n");
    };
    list(reporting::code_name(projection.omission));
    ++summary().not_reported;
    for (const auto& finding : projection.findings) {
        list(finding.code.name());
        writer_.add(reporting::FileFinding{"NAT00120", 0, finding.avs, finding.code, finding.severity});
    }
}

void StatutorySession::remember(const Case& one, const ActivitySource& source, const reporting::ActivityRecord& row) {
    if (source.provider != nullptr) {
        used_providers_.insert(source.provider->id);
        if (row.delivered_at != nullptr) used_locations_.insert({source.provider->id, row.delivered_at->id});
    }
    if (!row.program.empty()) {
        used_programs_.insert(source.program_enrolment->program);
        used_program_enrolments_.add(source.program_enrolment->id.value);
        remember_chain(*source.program_enrolment);
    }
    used_subjects_.insert(one.activity->subject);
    used_clients_.add(one.activity->learner.value);
}

// Only a chain with more programs than are allowed can have too many in the file.
void StatutorySession::remember_chain(const ProgramEnrolment& enrolment) {
    if (!limits_programs() || !enrolment.came_from || request().per_learner) return;
    std::set<Id<catalogue::Program>> programs;
    for (const auto* each : reader_.chain_of(enrolment)) programs.insert(each->program);
    if (collection_.is_too_many(programs.size())) long_chains_[enrolment.id.value] = writer_.activities();
}

Result<bool> StatutorySession::completions() {
    auto found = program_enrolments_.next(store());
    if (!found) return found.error();
    const bool more = !found->empty();
    std::erase_if(*found, [](const Record& record) { return !record.get<ProgramEnrolment>()->completed_on; });
    if (auto loaded = reader_.load(store(), *found); !loaded) return loaded.error();
    for (const Record& record : *found) add(*record.get<ProgramEnrolment>());
    return more;
}

void StatutorySession::add(const ProgramEnrolment& enrolment) {
    const auto source = reader_.source(enrolment);
    const auto projection = reporting::project(source, collection_);
    if (projection.omission) {
        const auto id = std::to_string(enrolment.id.value);
        const std::array<std::string_view, 2> cells{id, projection.omission.name()};
        return imports::append_csv(not_completed_, cells, ',', "\n");
    }
    writer_.add(projection.row);
    if (source.provider != nullptr) used_providers_.insert(source.provider->id);
    used_programs_.insert(enrolment.program);
    used_clients_.add(enrolment.learner.value);
    if (request().submission.empty()) return;
    sent_.completions.push_back({enrolment.id, std::string(source.program), enrolment.completed_on});
    put_sent(sent_at_once);
}

// FIN-TRN-03: at most so many program identifiers in the rows of one chain of transitions.
Result<bool> StatutorySession::chains() {
    if (long_chains_.empty()) return false;
    std::vector<Key> keys;
    for (const auto& [id, line] : long_chains_) keys.push_back(id_key(type_of<ProgramEnrolment>(), id));
    auto found = store().load(keys);
    if (!found) return found.error();
    std::vector<Record> enrolments;
    for (const auto& records : found->found) enrolments.insert(enrolments.end(), records.begin(), records.end());
    if (auto loaded = reader_.load(store(), enrolments); !loaded) return loaded.error();
    for (const Record& record : enrolments) {
        std::set<Id<catalogue::Program>> programs;
        for (const auto* each : reader_.chain_of(*record.get<ProgramEnrolment>())) {
            if (used_program_enrolments_.holds(each->id.value)) programs.insert(each->program);
        }
        if (!collection_.is_too_many(programs.size())) continue;
        writer_.add(
            {"NAT00120", long_chains_[record.id()], 0, "report.too-many-programs"_code, reporting::Severity::error});
    }
    return false;
}

Result<bool> StatutorySession::organisations_and_programs() {
    put_sent(1);
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

// FIN-REP-10: learners without any activity are listed, too.
Result<bool> StatutorySession::clients() {
    auto found = clients_.next(store());
    if (!found) return found.error();
    Cache<people::ClientDetails> details;
    for (const Record& record : *found) {
        if (used_clients_.holds(record.id())) details.want(Id<people::ClientDetails>{record.id()});
    }
    if (auto loaded = details.load(store(), true); !loaded) return loaded.error();
    for (const Record& record : *found) {
        const auto& learner = *record.get<people::Learner>();
        if (used_clients_.holds(record.id())) {
            writer_.add(learner, details.at(Id<people::ClientDetails>{record.id()}));
            continue;
        }
        const std::array<std::string_view, 2> cells{learner.client_id, "report.no-activity"};
        imports::append_csv(without_activity_, cells, ',', "\n");
    }
    if (limits_programs() && request().per_learner) {
        if (auto counted = count_programs(*found); !counted) return counted.error();
    }
    return !found->empty();
}

// The strict reading of FIN-TRN-03: all programs of a learner count, whether one took over another or not.
Result<void> StatutorySession::count_programs(std::span<const Record> learners) {
    const auto& type = type_of<ProgramEnrolment>();
    const int index = find_index(type, "learner");
    std::vector<Key> keys;
    for (const Record& record : learners) keys.push_back({&type, index, {{record.id(), {}, false}}});
    auto found = store().load(keys);
    if (!found) return found.error();
    for (const auto& records : found->found) {
        std::set<Id<catalogue::Program>> programs;
        for (const Record& record : records) {
            const auto& enrolment = *record.get<ProgramEnrolment>();
            if (used_program_enrolments_.holds(enrolment.id.value)) programs.insert(enrolment.program);
        }
        if (!collection_.is_too_many(programs.size())) continue;
        writer_.add({"NAT00120", 0, 0, "report.too-many-programs"_code, reporting::Severity::error});
    }
    return {};
}

void StatutorySession::clear_sent() {
    sent_ = {};
    sent_.head.verb = "reporting.mark_sent";
    sent_.submission = request().submission;
    sent_.collection_year = collection_.year;
    sent_.target = collection_.target->name;
    sent_.release = collection_.release->name;
    sent_.submitted_on = collection_.submitted_on;
}

void StatutorySession::send(const Case& one, const reporting::ActivityRecord& row) {
    if (request().submission.empty()) return;
    sent_.activities.push_back(
        {one.activity->id, std::string(row.program), row.start_on, row.end_on, std::string(row.outcome)});
    put_sent(sent_at_once);
}

// FIN-REP-04: what the files say, as the requests that mark it as sent once it was.
void StatutorySession::put_sent(std::size_t least) {
    if (sent_.activities.size() < least && sent_.completions.size() < least) return;
    put("nat/reported.jsonl", to_json(sent_) + "\n");
    clear_sent();
}

// What the writer has, as pieces. FIN-REP-08: no byte goes out that was not checked.
void StatutorySession::hand_out() {
    for (auto& file : writer_.files()) {
        if (file.layout == nullptr) continue;
        check_.add(file.layout->file, file.bytes);
        put("nat/" + std::string(file.layout->file) + ".txt", file.bytes);
        file.bytes.clear();
    }
    put_findings();
    summary().rows = writer_.lines();
}

// The lists go out page by page, too; their headers make them exist when empty.
void StatutorySession::put_findings() {
    for (const auto& finding : writer_.findings()) {
        const auto line = finding.line == 0 ? std::string() : std::to_string(finding.line);
        const auto avs = finding.avs == 0 ? std::string() : std::to_string(finding.avs);
        const std::array<std::string_view, 5> cells{finding.file, line, avs, finding.code.name(),
                                                    word(finding.severity)};
        imports::append_csv(findings_, cells, ',', "\n");
        ++summary().findings;
    }
    writer_.findings().clear();
    const auto put_list = [this](std::string_view stream, std::string& list) {
        put(stream, list);
        list.clear();
    };
    put_list("nat/findings.csv", findings_);
    put_list("nat/not_reported.csv", not_reported_);
    put_list("nat/completions_not_reported.csv", not_completed_);
    put_list("nat/learners_not_reported.csv", without_activity_);
}

void StatutorySession::put_checks() {
    for (const auto& finding : check_.take()) checked_.add(finding, checks_);
    put("nat/checks.csv", checks_);
    checks_.clear();
    summary().check_errors = check_.counts().errors;
    summary().check_warnings = check_.counts().warnings;
}

}  // namespace

Result<std::unique_ptr<Session>> begin_statutory(Core& core, const SessionRequest& request) {
    auto collection = collection_of(request);
    if (!collection) return collection.error();
    return std::unique_ptr<Session>(std::make_unique<StatutorySession>(core, request, *collection));
}

}  // namespace provost::engine
