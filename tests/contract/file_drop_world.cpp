// The exchange of files keeps the contract, with a peer that keeps an LMS in memory and answers with packages.
#include "lms/drop_names.hpp"
#include "lms/drop_reader.hpp"
#include "memory_world.hpp"

#include "base/sha256.hpp"
#include "imports/csv.hpp"

#include <doctest/doctest.h>

namespace provost::contract {

namespace {

using lms::DropFile;

// Each call is a package to the peer and one back.
class DropAdapter final : public lms::Adapter {
public:
    explicit DropAdapter(lms::MemoryLms& peer) : peer_(peer) { state_.connection = "north"; }

    [[nodiscard]] lms::Abilities describe() const override {
        auto abilities = peer_.describe();
        abilities.name = "file-drop";
        abilities.lists_enrolments = false;  // a list of them is of all courses
        return abilities;
    }
    void carry_out(std::vector<lms::Action> actions) override;
    void list(const lms::ListingAsk& ask) override;
    [[nodiscard]] std::vector<lms::HttpRequest> take_requests() override { return {}; }
    void answer(const lms::HttpAnswer&) override {}
    [[nodiscard]] lms::Findings take_findings() override { return std::exchange(findings_, {}); }

private:
    [[nodiscard]] std::vector<lms::ActionOutcome> answered(const std::vector<DropFile>& files);
    [[nodiscard]] lms::Findings received(const std::string& stream, const std::string& mode, const std::string& rows,
                                         std::int64_t count);

    lms::MemoryLms& peer_;
    lms::LmsDrop state_;
    lms::Findings findings_;
};

// What the peer makes of our files: rows are actions by their headings.
std::vector<lms::Action> actions_in(const DropFile& file) {
    std::vector<lms::Action> actions;
    std::vector<std::string> headings;
    imports::CsvReader reader(',');
    const imports::RowSink sink = [&](const imports::Row& row) {
        if (headings.empty()) return headings.assign(row.cells.begin(), row.cells.end());
        lms::Action& action = actions.emplace_back();
        REQUIRE_FALSE(lms::read_cells(type_of<lms::Action>(), &action, headings, row.cells));
        action.kind =
            file.name.starts_with("learners") ? lms::ActionKind::upsert_learner : lms::ActionKind::upsert_enrolment;
    };
    REQUIRE(reader.feed(file.bytes, sink));
    REQUIRE(reader.finish(sink));
    return actions;
}

// A package of one file, read as it comes in.
lms::Findings DropAdapter::received(const std::string& stream, const std::string& mode, const std::string& rows,
                                    std::int64_t count) {
    const auto sequence = state_.received + 1;
    const auto name = stream + "_north_" + lms::padded_sequence(sequence) + "_x_" + mode + ".csv";
    std::string manifest;
    lms::add_record(manifest, {"property", "value"});
    lms::add_record(manifest, {"format", "provost-exchange/1"});
    lms::add_record(manifest, {"connection", "north"});
    lms::add_record(manifest, {"sequence", std::to_string(sequence)});
    lms::add_record(manifest, {"previous_sequence", std::to_string(sequence - 1)});
    lms::add_record(manifest, {"encoding", "utf-8"});
    lms::add_record(manifest, {"stream", "name", "mode", "bytes", "rows", "sha256"});
    lms::add_record(manifest,
                    {stream, name, mode, std::to_string(rows.size()), std::to_string(count), to_hex(sha256(rows))});
    lms::DropReader reader(state_, {});
    reader.add({name, rows});
    reader.add({lms::manifest_name("north", sequence), manifest});
    for (const auto& package : reader.take_packages())
        CHECK_MESSAGE(package.state == lms::PackageState::accepted, package.problem);
    state_ = reader.state();
    return reader.take_findings();
}

std::vector<lms::ActionOutcome> DropAdapter::answered(const std::vector<DropFile>& files) {
    std::vector<lms::ActionOutcome> all;
    for (const auto& file : files) {
        if (lms::is_manifest_name(file.name)) continue;
        peer_.carry_out(actions_in(file));
        std::string rows;
        lms::add_record(rows, {"op_id", "status", "code", "message", "remote_id"});
        const auto outcomes = peer_.take_findings().outcomes;
        for (const auto& outcome : outcomes) {
            const bool failed = outcome.error != lms::ErrorClass::none;
            lms::add_record(rows, {outcome.op_id, word(outcome.status), failed ? word(outcome.error) : "",
                                   outcome.problem, outcome.remote_id});
        }
        auto found = received("ack", "delta", rows, static_cast<std::int64_t>(outcomes.size()));
        all.insert(all.end(), found.outcomes.begin(), found.outcomes.end());
    }
    return all;
}

void DropAdapter::carry_out(std::vector<lms::Action> actions) {
    lms::FileDrop drop;
    for (const auto& action : actions) {
        lms::ActionOutcome outcome;
        outcome.op_id = action.op_id;
        outcome.status = lms::ActionStatus::unchanged;
        if (action.kind == lms::ActionKind::link_course) findings_.outcomes.push_back(outcome);
        if (drop.add(action)) continue;
        peer_.list({"enrolments", {}, {}, {}});  // it sends the list of all
        const auto told = peer_.take_findings().enrolments;
        outcome.observed = lms::Access::absent;
        for (const auto& row : told) {
            if (row.course == action.course && row.learner == action.learner) outcome.observed = row.access;
        }
        findings_.outcomes.push_back(outcome);
    }
    if (drop.empty()) return;
    ++state_.sent;
    const auto outcomes = answered(drop.package("north", state_.sent, Instant{}));
    findings_.outcomes.insert(findings_.outcomes.end(), outcomes.begin(), outcomes.end());
}

void DropAdapter::list(const lms::ListingAsk& ask) {
    peer_.list(ask);
    auto told = peer_.take_findings();
    if (ask.listing != "courses") {
        findings_.ends = told.ends;
        return;
    }
    std::string rows;
    lms::add_record(rows, {"course", "id_number", "name"});
    for (const auto& course : told.courses) lms::add_record(rows, {course.course, course.id_number, course.name});
    findings_ = received("courses", "bulk", rows, static_cast<std::int64_t>(told.courses.size()));
}

class DropWorld final : public MemoryWorld {
public:
    [[nodiscard]] lms::Adapter& adapter() override { return adapter_; }

private:
    DropAdapter adapter_{lms};
};

}  // namespace

}  // namespace provost::contract

TEST_CASE("the exchange of files keeps the contract") {
    provost::contract::check_lms([] { return std::make_unique<provost::contract::DropWorld>(); });
}
