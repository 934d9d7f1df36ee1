// One story on one engine.
#include "scenarios/teller.hpp"

#include "base/sha256.hpp"
#include "scenarios/expect.hpp"

#include <provost/base/time.hpp>
#include <provost/describe/json.hpp>

#include <sstream>
#include <stdexcept>

namespace provost::scenarios {

namespace json = boost::json;

namespace {

constexpr std::string_view usual_now = "2026-02-16T00:00:00Z";
constexpr std::string_view secret = "scenarios";

std::string text_of(const json::object& object, std::string_view key) {
    const json::value* member = object.if_contains(key);
    return member != nullptr && member->is_string() ? std::string(member->as_string()) : std::string();
}

const json::array& list_of(const json::object& object, std::string_view key) {
    static const json::array none;
    const json::value* member = object.if_contains(key);
    return member == nullptr ? none : member->as_array();
}

// What a sentence wants to say and was not given stands in it as an ellipsis.
bool lacks_words(std::string_view text) { return text.find("…") != text.npos || text.find(": .") != text.npos; }

json::object error_outcome(const Error& error) {
    constexpr std::array<std::string_view, 10> words{"ok",   "invalid", "not_found",   "conflict", "limit",
                                                     "busy", "storage", "unsupported", "callback", "internal"};
    json::object shown{{"status", words[static_cast<std::size_t>(error.status)]}, {"code", error.code.name()}};
    if (!error.place.pointer.empty()) shown["pointer"] = error.place.pointer;
    const std::string said = sentence(error.code, error.parameters);
    if (lacks_words(said)) shown["sentence"] = said;
    return {{"error", shown}};
}

EngineOptions options_of(const json::object& story) {
    const std::string now = story.contains("now") ? text_of(story, "now") : std::string(usual_now);
    const auto moment = parse_moment(now);
    if (!moment) throw std::runtime_error("now is no moment: " + now);
    EngineOptions options;
    options.now = moment->in(Zone{"UTC", {{Instant{}, std::chrono::seconds{0}}}});
    options.secret = secret;
    return options;
}

void add(json::object& streams, const Chunk& chunk) {
    json::value& stream = streams[chunk.stream];
    stream = (stream.is_string() ? std::string(stream.as_string()) : std::string()) + chunk.bytes;
}

bool is_accepted(const json::object& outcome) {
    if (outcome.contains("summary")) return outcome.at("summary").at("rejected").as_int64() == 0;
    return text_of(outcome, "verdict") == "accepted";
}

}  // namespace

json::array background_of(const json::object& story, const std::filesystem::path& folder) {
    if (!story.contains("background")) return {};
    return read_file(folder / "backgrounds" / (text_of(story, "background") + ".json")).as_array();
}

Teller::Teller(const std::string& path, const json::object& story, json::array background)
    : story_(story), background_(std::move(background)) {
    auto opened = open(path, options_of(story));
    if (!opened) throw std::runtime_error("no engine: " + sentence(opened.error().code, opened.error().parameters));
    engine_ = std::move(*opened);
}

std::vector<std::string> Teller::tell() {
    std::size_t number = 0;
    for (const json::array* steps :
         std::initializer_list<const json::array*>{&background_, &list_of(story_, "given")}) {
        for (const json::value& step : *steps) {
            where_ = "given " + std::to_string(++number);
            const auto outcome = carry_out(step.as_object());
            if (!is_accepted(outcome)) fail("was not accepted: " + json::serialize(outcome));
            if (!problems_.empty()) return problems_;
        }
    }
    if (story_.contains("when")) check("when", story_.at("when").as_object(), story_.at("then").as_object());
    number = 0;
    for (const json::value& step : list_of(story_, "steps")) {
        check("step " + std::to_string(++number), step.at("when").as_object(), step.at("then").as_object());
        if (!problems_.empty()) break;
    }
    if (const auto journal = engine_->journal())
        transcript_ += std::to_string(journal->entries) + ' ' + journal->state + '\n';
    if (problems_.empty()) check_audit();
    return problems_;
}

// A text "@name" stands for what an earlier step kept under that name.
json::value Teller::named(const json::value& value) const {
    if (const auto* text = value.if_string(); text != nullptr && text->size() > 1 && text->front() == '@') {
        const auto found = kept_.find(std::string(text->subview(1)));
        if (found == kept_.end()) throw std::runtime_error(where_ + ": nothing was kept as " + std::string(*text));
        return found->second;
    }
    json::value copy = value;
    if (auto* object = copy.if_object()) {
        for (auto& member : *object) {
            if (member.key() != "x-rows") member.value() = named(member.value());
        }
    } else if (auto* list = copy.if_array()) {
        for (auto& item : *list) item = named(item);
    }
    return copy;
}

json::object Teller::carry_out(const json::object& step) {
    const json::object document = named(step).as_object();
    json::object outcome = document.contains("session") ? run_session(document)
                           : document.contains("find")  ? run_find(document.at("find").as_object())
                                                        : run_request(document);
    if (outcome.contains("error")) transcript_ += json::serialize(outcome) + '\n';
    if (lacks_words(json::serialize(outcome))) fail("says less than it wants: " + json::serialize(outcome));
    keep(step, outcome);
    return outcome;
}

// Later steps may name what was kept: the answer's id under x-as, members of the answer under x-keep.
void Teller::keep(const json::object& step, const json::object& outcome) {
    const auto take = [&](const std::string& name, std::string_view member) {
        if (const json::value* value = outcome.if_contains(member)) kept_[name] = *value;
    };
    if (step.contains("x-as")) take(text_of(step, "x-as"), "id");
    if (step.contains("x-sign")) sign(text_of(step, "x-sign"), outcome);
    if (!step.contains("x-keep")) return;
    for (const auto& [name, member] : step.at("x-keep").as_object()) take(name, member.as_string());
}

// What the host's verifier would do with a text that was prepared for a signature.
void Teller::sign(const std::string& name, const json::object& outcome) {
    const json::value quoted = outcome.at("report").as_array().at(0).as_object().at("value");
    const std::string prepared(json::parse(quoted.as_string()).as_string());
    const std::string key = hmac_sha256(secret, "provost-signature");
    kept_[name] = prepared;
    kept_[name + "_token"] = to_hex(hmac_digest(key, prepared));
}

json::object Teller::run_request(const json::object& step) {
    const auto answer = engine_->run_document(json::serialize(step));
    if (!answer) return error_outcome(answer.error());
    transcript_ += *answer + '\n';
    return json::parse(*answer).as_object();
}

json::object Teller::run_find(json::object query) {
    constexpr std::int64_t most = 1000;
    query.insert({{"limit", most}});  // unless it says one
    const auto read = from_json<FindQuery>(json::serialize(query));
    if (!read) return error_outcome(read.error());
    const auto found = engine_->find(*read);
    if (!found) return error_outcome(found.error());
    json::array records;
    for (const std::string& record : *found) {
        transcript_ += record + '\n';
        records.push_back(json::parse(record));
    }
    json::object outcome{{"found", records}};
    if (!records.empty()) outcome["id"] = records.front().as_object().at("id");
    return outcome;
}

json::object Teller::run_session(const json::object& step) {
    auto session = engine_->begin(json::serialize(step));
    return session ? session_outcome(**session, step) : error_outcome(session.error());
}

// Takes what a session hands out, and tells it of each line what the story says of all.
std::optional<Error> Teller::report(Session& session, const json::object& step, json::object& streams) {
    if (!step.contains("x-report")) return std::nullopt;
    for (Chunk chunk;;) {
        const auto more = session.take(chunk);
        if (!more) return more.error();
        if (!*more) return std::nullopt;
        add(streams, chunk);
        for (std::istringstream lines(chunk.bytes); !step.at("x-report").is_null();) {
            std::string line;
            if (!std::getline(lines, line)) break;
            if (!line.starts_with('{')) continue;
            const json::value handed = json::parse(line);
            const std::string name = handed.as_object().contains("op_id") ? "op_id" : "id";
            json::object outcome{{name, handed.at(name)}};
            for (const auto& member : step.at("x-report").as_object()) outcome[member.key()] = member.value();
            if (auto fed = session.feed(json::serialize(outcome) + "\n"); !fed) return fed.error();
        }
    }
}

json::object Teller::session_outcome(Session& session, const json::object& step) {
    for (const json::value& row : list_of(step, "x-rows")) {
        if (auto fed = session.feed(std::string(row.as_string()) + "\n"); !fed) return error_outcome(fed.error());
    }
    json::object streams;
    if (auto failed = report(session, step, streams)) return error_outcome(*failed);
    const auto summary = session.finish();
    if (!summary) return error_outcome(summary.error());
    transcript_ += *summary + '\n';
    json::object outcome{{"summary", json::parse(*summary)}};
    for (Chunk chunk;;) {
        const auto more = session.take(chunk);
        if (!more) return error_outcome(more.error());
        if (!*more) break;
        add(streams, chunk);
    }
    for (const auto& [name, text] : streams) transcript_ += std::string(text.as_string());
    outcome["streams"] = streams;
    return outcome;
}

void Teller::check(const std::string& where, const json::object& step, const json::object& then) {
    where_ = where;
    if (this->before) this->before(*engine_, named(step).as_object());
    const auto before = engine_->journal();
    const auto outcome = carry_out(step);
    check_outcome(named(then).as_object(), outcome);
    for (const json::value& expected : list_of(then, "records")) check_records(named(expected).as_object());
    if (before) check_journal(step, outcome, *before);
}

void Teller::check_outcome(const json::object& then, const json::object& outcome) {
    json::object expected;
    for (const auto& [key, value] : then) {
        if (key == "answer") {
            for (const auto& member : value.as_object()) expected[member.key()] = member.value();
        } else if (key != "records") {
            expected[key] = value;
        }
    }
    // What is not said must not be there: a refusal for another reason would pass otherwise.
    for (const auto* key : {"code", "error"}) {
        if (!expected.contains(key)) expected[key] = nullptr;
    }
    if (const auto differs = difference(expected, outcome)) fail(*differs + " in " + json::serialize(outcome));
}

void Teller::check_records(const json::object& expected) {
    json::object query = expected;
    query.erase("are");
    json::array values;
    for (const json::value& value : list_of(expected, "values")) {
        values.push_back(value.is_string() ? value : json::value(json::serialize(value)));
    }
    query["values"] = values;
    const auto kind = text_of(expected, "kind");
    const auto outcome = run_find(query);
    if (outcome.contains("error")) return fail(kind + ": " + json::serialize(outcome));
    const auto& records = outcome.at("found");
    if (const auto differs = difference(expected.at("are"), records)) {
        fail(kind + *differs + " in " + json::serialize(records));
    }
}

// The journal proves the store, and the rules decide each request of the story the same again.
void Teller::check_audit() {
    where_ = "the end";
    for (const auto& [audit, found] : {std::pair("verify", "findings"), std::pair("rejudge", "differences")}) {
        const auto report = engine_->audit(json::serialize(json::object{{"audit", audit}}));
        if (!report) return fail(std::string(audit) + " fails: " + std::string(report.error().code.name()));
        const auto told = json::parse(*report).as_object();
        if (told.contains(found)) fail(std::string(audit) + ": " + json::serialize(told.at(found)));
    }
}

// A refusal writes nothing, a change is one entry of the journal.
void Teller::check_journal(const json::object& step, const json::object& outcome, const JournalPosition& before) {
    const auto after = engine_->journal();
    if (!after) return fail("the journal can not be read");
    const auto verdict = text_of(outcome, "verdict");
    const bool writes = (verdict == "accepted" || verdict == "held") && !step.contains("plan_only");
    const std::int64_t entries = after->entries - before.entries;
    if (outcome.contains("summary")) return;
    if (entries != (writes ? 1 : 0)) fail("made " + std::to_string(entries) + " entries in the journal");
    if (!writes && after->state != before.state) fail("changed the state");
}

}  // namespace provost::scenarios
