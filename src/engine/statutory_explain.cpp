// Before the deadline: what will be reported of the activities of one learner, or of one activity, and why. The same
// projection as of the files, and the options that both have in common.
#include "engine/activity_reader.hpp"

#include "base/failure.hpp"
#include "engine/amounts.hpp"
#include "engine/statutory.hpp"
#include "reporting/layout.hpp"

#include <provost/describe/json.hpp>

#include <algorithm>
#include <map>
#include <set>

namespace provost::engine {

namespace {

using enrolment::Activity;
using enrolment::Enrolment;
using enrolment::ProgramEnrolment;
using reporting::ProjectedActivity;
using Case = ActivityReader::Case;

std::string text_of(const reporting::FieldValue& value) {
    if (const auto* text = std::get_if<std::string_view>(&value)) return std::string(*text);
    if (const auto* number = std::get_if<std::int64_t>(&value)) return std::to_string(*number);
    const auto* day = std::get_if<Day>(&value);
    return day == nullptr ? std::string() : to_text(*day);
}

class ExplainSession final : public ExportSession {
public:
    ExplainSession(Core& core, const SessionRequest& request, const reporting::Collection& collection)
        : ExportSession(core, request), collection_(collection), reader_(collection, request.submission) {}

private:
    Result<bool> step() override;
    [[nodiscard]] Result<std::vector<Record>> activities();
    [[nodiscard]] Result<Id<people::Learner>> learner();
    void count_program(const Case& one);
    [[nodiscard]] bool has_too_many_programs(const ProgramEnrolment& enrolment) const;
    void explain(const Case& one);
    void add_fields(const reporting::ActivityRecord& row, ProjectedActivity& told) const;

    reporting::Collection collection_;
    ActivityReader reader_;
    std::map<Id<ProgramEnrolment>, Id<catalogue::Program>> reported_;  // those that stand in rows
};

Result<Id<people::Learner>> ExplainSession::learner() {
    if (request().activity != 0) {
        const Key key = id_key(type_of<Activity>(), request().activity);
        auto loaded = store().load(std::span(&key, 1));
        if (!loaded) return loaded.error();
        if (loaded->found.front().empty()) return failure("activity.unknown"_code, "/activity");
        return loaded->found.front().front().get<Activity>()->learner;
    }
    const int by_login = find_index(type_of<people::Learner>(), "login");
    const Key key{&type_of<people::Learner>(), by_login, {{0, people::login_index(request().learner), true}}};
    auto loaded = store().load(std::span(&key, 1));
    if (!loaded) return loaded.error();
    if (loaded->found.front().empty()) return failure("learner.unknown"_code, "/learner");
    return loaded->found.front().front().get<people::Learner>()->id;
}

// All of the learner, if one alone is asked for, too: what is too much hangs on the others.
Result<std::vector<Record>> ExplainSession::activities() {
    const auto whose = learner();
    if (!whose) return whose.error();
    Scan all(type_of<Activity>(), records_per_page);
    all.under("learner_subject", {whose->value, {}, false});
    std::vector<Record> activities;
    auto read = all.each(store(), [&](const Record& record) { activities.push_back(record); });
    if (!read) return read.error();
    return activities;
}

Result<bool> ExplainSession::step() {
    if (auto ready = reader_.prepare(store()); !ready) return ready.error();
    auto found = activities();
    if (!found) return found.error();
    Cache<Enrolment> places;
    for (const Record& record : *found) places.want(record.get<Activity>()->enrolment);
    if (auto loaded = places.load(store()); !loaded) return loaded.error();
    std::vector<Case> cases;
    for (const Record& record : *found) {
        const auto* activity = record.get<Activity>();
        cases.push_back({activity, places.at(activity->enrolment)});
    }
    if (auto loaded = reader_.load(store(), cases); !loaded) return loaded.error();
    for (const Case& one : cases) count_program(one);
    for (const Case& one : cases) {
        if (request().activity == 0 || one.activity->id.value == request().activity) explain(one);
    }
    return false;
}

void ExplainSession::count_program(const Case& one) {
    const auto source = reader_.source(one);
    const auto projection = reporting::project(source, collection_);
    if (projection.omission != reporting::Omission::none || projection.row.program.empty()) return;
    reported_.emplace(source.program_enrolment->id, source.program_enrolment->program);
}

// FIN-TRN-03: as the files count them.
bool ExplainSession::has_too_many_programs(const ProgramEnrolment& enrolment) const {
    std::set<Id<catalogue::Program>> programs;
    const auto chain = reader_.chain_of(enrolment);
    for (const auto& [id, program] : reported_) {
        if (request().per_learner || std::ranges::find(chain, id, &ProgramEnrolment::id) != chain.end()) {
            programs.insert(program);
        }
    }
    return collection_.is_too_many(programs.size());
}

// Fields that the release does not have, and those for states in the national record, are left out.
void ExplainSession::add_fields(const reporting::ActivityRecord& row, ProjectedActivity& told) const {
    const auto& layout = *reporting::find_layout(collection_.release->name, "NAT00120", collection_.target->name);
    const auto add = [&](const reporting::FieldOrigin& field, const reporting::FieldValue& value) {
        const auto at = layout.find(field.field);
        if (at == layout.fields.size()) return;
        const bool national = layout.fields[at].scope == reporting::LayoutField::Scope::national;
        if (!national && !collection_.target->state_part) return;
        told.fields.push_back({std::string(field.field), text_of(value), std::string(field.origin)});
    };
    const auto values = row.values();
    for (std::size_t i = 0; i < values.size(); ++i) add(reporting::activity_fields()[i], values[i]);
    const auto own = row.own_values();
    for (std::size_t i = 0; i < own.size(); ++i) add(reporting::own_activity_fields()[i], own[i]);
}

void ExplainSession::explain(const Case& one) {
    const auto source = reader_.source(one);
    auto projection = reporting::project(source, collection_);
    const bool made = projection.omission == reporting::Omission::none;
    if (made && !projection.row.program.empty() && has_too_many_programs(*source.program_enrolment)) {
        projection.findings.push_back({0, "report.too-many-programs"_code, reporting::Severity::error});
    }
    ProjectedActivity told;
    told.activity = one.activity->id;
    told.subject = one.activity->subject;
    told.program = source.program;
    told.reported = made;
    told.reason = reporting::explain(projection, source, collection_);
    told.code = told.reason.code;
    told.sentence = sentence(told.code, told.reason.parameters);
    if (told.reported) add_fields(projection.row, told);
    for (std::size_t i = 0; i < projection.findings.size(); ++i) {
        const auto& finding = projection.findings[i];
        const auto& parameters = told.reason.parts[i].parameters;
        told.findings.push_back({finding.code, finding.severity, finding.avs, sentence(finding.code, parameters),
                                 std::string(row_of(finding.code).fix)});
    }
    for (const auto* said : reader_.said_of(one.activity->id)) {
        told.said_before.push_back({said->submission, said->program, said->start_on, said->end_on, said->outcome});
    }
    put("activities", to_json(told) + "\n");
    ++(told.reported ? summary().rows : summary().not_reported);
    summary().findings += static_cast<std::int64_t>(projection.findings.size());
}

}  // namespace

Result<reporting::Collection> collection_of(const SessionRequest& request) {
    if (!request.collection_year)
        return failure("field.missing"_code, "/collection_year", {{"field", "collection_year"}});
    if (!request.submitted_on) return failure("field.missing"_code, "/submitted_on", {{"field", "submitted_on"}});
    const auto* release = enrolment::find_release(request.release);
    if (release == nullptr || reporting::find_layout(request.release, "NAT00120") == nullptr) {
        return failure("choice.unknown"_code, "/release", {{"expected", enrolment::names_of(enrolment::releases())}});
    }
    const auto* target = enrolment::find_target(request.target);
    if (target == nullptr) {
        return failure("choice.unknown"_code, "/target", {{"expected", enrolment::names_of(enrolment::targets())}});
    }
    const reporting::Collection collection{*request.collection_year, *request.submitted_on, target, release,
                                           request.tnc_all_rows};
    if (collection.submitted_on < collection.first()) {
        return failure("value.out-of-range"_code, "/submitted_on",
                       {{"range", to_text(collection.first()) + " and later"}});
    }
    return collection;
}

Result<std::unique_ptr<Session>> begin_statutory_explain(Core& core, const SessionRequest& request) {
    auto collection = collection_of(request);
    if (!collection) return collection.error();
    if (request.activity == 0 && request.learner.empty()) {
        return failure("field.missing"_code, "/learner", {{"field", "learner"}});
    }
    return std::unique_ptr<Session>(std::make_unique<ExplainSession>(core, request, *collection));
}

}  // namespace provost::engine
