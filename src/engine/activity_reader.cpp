// Three waves: what the activities and their places name, then the program enrolments that others took over, then what
// all of these name.
#include "engine/activity_reader.hpp"
#include "engine/amounts.hpp"

namespace provost::engine {

namespace {

using enrolment::ProgramEnrolment;
using enrolment::ReportedActivity;
using finalise::Credential;
using organisation::Location;
using organisation::Provider;
using reporting::ReportedCompletion;
using reporting::Submission;

// A chain of transitions that is longer is a mistake, a circle for example.
constexpr std::size_t longest_chain = 50;

Result<Record> first_of(Store& store, const RecordType& type) {
    auto found = Scan(type, 1).next(store);
    if (!found) return found.error();
    return found->empty() ? Record{} : found->front();
}

std::vector<Key> keys_of(const RecordType& type, std::string_view index, std::span<const std::int64_t> ids) {
    std::vector<Key> keys;
    const int position = find_index(type, index);
    for (const auto id : ids) keys.push_back({&type, position, {{id, {}, false}}});
    return keys;
}

}  // namespace

// The organisation's main provider and location are the ones that were defined first.
Result<void> ActivityReader::prepare(Store& store) {
    auto provider = first_of(store, type_of<Provider>());
    if (!provider) return provider.error();
    main_provider_ = *provider;
    auto location = first_of(store, type_of<Location>());
    if (!location) return location.error();
    main_location_ = *location;
    auto defaults = first_of(store, type_of<organisation::ReportingDefaults>());
    if (!defaults) return defaults.error();
    if (*defaults) defaults_ = *defaults->get<organisation::ReportingDefaults>();
    return load_submissions(store);
}

Result<void> ActivityReader::load_submissions(Store& store) {
    return Scan(type_of<Submission>(), records_per_page).each(store, [&](const Record& record) {
        const auto& one = *record.get<Submission>();
        const bool earlier = one.target == collection_.target->name && one.key != submission_;
        if (earlier) submissions_.emplace(one.key, record);
    });
}

const Submission* ActivityReader::submission(std::string_view key) const {
    const auto found = submissions_.find(key);
    return found == submissions_.end() ? nullptr : found->second.get<Submission>();
}

void ActivityReader::trim() {
    learners_.trim(), courses_.trim(), program_enrolments_.trim(), details_.trim();
    programs_.trim(), locations_.trim(), providers_.trim();
    said_.clear();
    completed_.clear();
    credentials_.clear();
}

Result<void> ActivityReader::load(Store& store, std::span<const Case> cases) {
    trim();
    std::vector<Id<ProgramEnrolment>> wanted;
    for (const Case& one : cases) {
        learners_.want(one.activity->learner);
        wanted.push_back(one.activity->program_enrolment);
        if (one.place != nullptr) courses_.want(one.place->course);
    }
    if (auto loaded = learners_.load(store); !loaded) return loaded;
    if (auto loaded = courses_.load(store); !loaded) return loaded;
    if (auto loaded = load_chains(store, std::move(wanted)); !loaded) return loaded;
    for (const Case& one : cases) want(one);
    if (auto loaded = programs_.load(store); !loaded) return loaded;
    if (auto loaded = locations_.load(store); !loaded) return loaded;
    if (auto loaded = providers_.load(store); !loaded) return loaded;
    return submissions_.empty() ? Result<void>{} : load_said(store, cases);
}

Result<void> ActivityReader::load(Store& store, std::span<const Record> program_enrolments) {
    trim();
    std::vector<Id<ProgramEnrolment>> wanted;
    for (const Record& record : program_enrolments) {
        const auto& enrolment = *record.get<ProgramEnrolment>();
        learners_.want(enrolment.learner);
        wanted.push_back(enrolment.id);
    }
    if (auto loaded = learners_.load(store); !loaded) return loaded;
    if (auto loaded = load_chains(store, std::move(wanted)); !loaded) return loaded;
    for (const Record& record : program_enrolments) programs_.want(record.get<ProgramEnrolment>()->program);
    if (auto loaded = programs_.load(store); !loaded) return loaded;
    return load_completed(store, program_enrolments);
}

Result<void> ActivityReader::load_chains(Store& store, std::vector<Id<ProgramEnrolment>> wanted) {
    for (const auto id : wanted) details_.want(id);
    if (auto loaded = details_.load(store, true); !loaded) return loaded;
    for (std::size_t i = 0; i < longest_chain && !wanted.empty(); ++i) {
        for (const auto id : wanted) program_enrolments_.want(id);
        if (auto loaded = program_enrolments_.load(store); !loaded) return loaded;
        std::vector<Id<ProgramEnrolment>> before;
        for (const auto id : wanted) {
            const auto* enrolment = program_enrolments_.at(id);
            if (enrolment != nullptr && enrolment->came_from) before.push_back(enrolment->came_from);
        }
        wanted = std::move(before);
    }
    return {};
}

void ActivityReader::want(const Case& one) {
    if (const auto* enrolment = program_enrolments_.at(one.activity->program_enrolment)) {
        locations_.want(enrolment->location);
        for (const auto* each : chain_of(*enrolment)) programs_.want(each->program);
    }
    if (one.place == nullptr) return;
    const auto* course = courses_.at(one.place->course);
    locations_.want(course->assignments.location);
    providers_.want(course->assignments.provider);
}

Result<void> ActivityReader::load_said(Store& store, std::span<const Case> cases) {
    std::vector<std::int64_t> ids;
    for (const Case& one : cases) ids.push_back(one.activity->id.value);
    auto loaded = store.load(keys_of(type_of<ReportedActivity>(), "activity", ids));
    if (!loaded) return loaded.error();
    for (std::size_t i = 0; i < ids.size(); ++i) said_[ids[i]] = std::move(loaded->found[i]);
    return {};
}

Result<void> ActivityReader::load_completed(Store& store, std::span<const Record> program_enrolments) {
    std::vector<std::int64_t> ids;
    for (const Record& record : program_enrolments) ids.push_back(record.id());
    if (ids.empty()) return {};
    auto loaded = store.load(keys_of(type_of<ReportedCompletion>(), "program_enrolment", ids));
    if (!loaded) return loaded.error();
    auto credentials = store.load(keys_of(type_of<Credential>(), "program_enrolment", ids));
    if (!credentials) return credentials.error();
    for (std::size_t i = 0; i < ids.size(); ++i) {
        completed_[ids[i]] = std::move(loaded->found[i]);
        credentials_[ids[i]] = std::move(credentials->found[i]);
    }
    return {};
}

ActivityReader::Chain ActivityReader::chain_of(const ProgramEnrolment& enrolment) const {
    Chain chain;
    const auto* next = &enrolment;
    while (next != nullptr && chain.size() < longest_chain) {
        chain.push_back(next);
        next = program_enrolments_.at(next->came_from);
    }
    return chain;
}

std::vector<const ReportedActivity*> ActivityReader::said_of(Id<enrolment::Activity> activity) const {
    std::vector<const ReportedActivity*> all;
    const auto found = said_.find(activity.value);
    if (found == said_.end()) return all;
    for (const Record& record : found->second) {
        const auto* said = record.get<ReportedActivity>();
        if (submission(said->submission) != nullptr) all.push_back(said);
    }
    return all;
}

reporting::ActivitySource ActivityReader::source(const Case& one) const {
    const auto* course = one.place == nullptr ? nullptr : courses_.at(one.place->course);
    const auto* provider = course == nullptr ? nullptr : providers_.at(course->assignments.provider);
    const auto* enrolment = program_enrolments_.at(one.activity->program_enrolment);
    const auto* program = enrolment == nullptr ? nullptr : programs_.at(enrolment->program);
    const auto* learner = learners_.at(one.activity->learner);
    reporting::ActivitySource source{
        .activity = *one.activity,
        .enrolment = one.place,
        .course_has_dates = course != nullptr && course->has_dates(),
        .provider = provider == nullptr ? main_provider() : provider,
        .course_location = course == nullptr ? nullptr : locations_.at(course->assignments.location),
        .program_location = enrolment == nullptr ? nullptr : locations_.at(enrolment->location),
        .main_location = main_location_.get<Location>(),
        .client = learner->client_id,
        .is_test = learner->is_test || (course != nullptr && course->is_test),  // FIN-REP-10, WIS-MIG-14
        .program_enrolment = enrolment,
        .program = program == nullptr ? std::string_view() : program->code,
        .defaults = defaults_};
    for (const auto* said : said_of(one.activity->id)) {
        source.reported.latest = said;
        if (submission(said->submission)->collection_year == collection_.year) source.reported.this_year = said;
    }
    if (enrolment == nullptr) return source;
    source.details = details_.at(enrolment->id);
    const auto chain = chain_of(*enrolment);
    for (const auto* each : chain) {
        const bool earlier = each->commenced_on && (!source.commenced_on || *each->commenced_on < *source.commenced_on);
        if (earlier) source.commenced_on = each->commenced_on;
    }
    if (chain.size() > 1) source.former_program = programs_.at(chain[1]->program)->code;
    return source;
}

// FIN-REP-07: of the credentials of a program the last edition counts, when it was not revoked; a statement of
// attainment is none for the program.
reporting::Parchment ActivityReader::parchment_of(const ProgramEnrolment& enrolment) const {
    reporting::Parchment parchment;
    const auto found = credentials_.find(enrolment.id.value);
    if (found == credentials_.end()) return parchment;
    for (const Record& record : found->second) {
        const auto& credential = *record.get<Credential>();
        if (credential.kind != finalise::CredentialKind::qualification) continue;
        parchment = {!credential.revoked_on, {}, {}};
        if (parchment.issued) parchment.issued_on = credential.issued_on, parchment.number = credential.number;
    }
    return parchment;
}

reporting::CompletionSource ActivityReader::source(const ProgramEnrolment& enrolment) const {
    const auto* learner = learners_.at(enrolment.learner);
    reporting::CompletionSource source{.enrolment = enrolment,
                                       .provider = main_provider(),
                                       .program = programs_.at(enrolment.program)->code,
                                       .client = learner->client_id,
                                       .is_test = learner->is_test};
    source.parchment = parchment_of(enrolment);
    const auto found = completed_.find(enrolment.id.value);
    if (found != completed_.end()) {
        for (const Record& record : found->second) {
            const auto* sent = submission(record.get<ReportedCompletion>()->submission);
            if (sent != nullptr && sent->collection_year < collection_.year) source.reported_in = sent->key;
        }
    }
    const auto year = static_cast<int>(std::chrono::year_month_day(*enrolment.completed_on).year());
    for (const auto& [key, record] : submissions_) {
        const auto sent = record.get<Submission>()->collection_year;
        source.year_was_sent = source.year_was_sent || (year <= sent && sent < collection_.year);
    }
    return source;
}

}  // namespace provost::engine
