// The engine's doors in C++: requests, documents, sessions, reading.
#include "base/failure.hpp"
#include "describe/request.hpp"
#include "engine/answers.hpp"
#include "engine/engine_audit.hpp"
#include "engine/find.hpp"
#include "engine/recorded_request.hpp"
#include "engine/request_document.hpp"
#include "engine/sessions.hpp"

#include <provost/describe/json.hpp>

namespace provost {

namespace {

using engine::Core;
using engine::Item;

class EngineLoop final : public Engine {
public:
    EngineLoop(std::unique_ptr<Store> store, std::unique_ptr<ZoneFinder> zones, EngineOptions options)
        : core_(std::move(store), std::move(zones), std::move(options)) {}

    [[nodiscard]] Result<void> open() { return core_.open(); }
    Result<Answer> run(const RecordType& type, const void* request) override;
    Result<std::string> run_document(std::string_view request) override;
    Result<std::unique_ptr<Session>> begin(std::string_view document) override;
    Result<std::string> get(std::string_view kind, std::int64_t id) override;
    Result<std::vector<std::string>> find(const FindQuery& query) override;
    Result<JournalPosition> journal() override;
    Result<std::string> audit(std::string_view document) override;
    Result<void> rebuild(Engine& to) override;

private:
    [[nodiscard]] Result<Answer> carry_out(const verbs::Verb& verb, std::shared_ptr<void> request);
    [[nodiscard]] Result<std::optional<Answer>> attempt(Item& item, Instant recorded);
    [[nodiscard]] Result<bool> is_same_actor(std::string_view journaled, const std::string& actor);
    [[nodiscard]] Result<std::optional<Answer>> earlier_answer(const Head& head, std::string_view verb);
    [[nodiscard]] Result<Answer> plan_only(const Item& item);
    [[nodiscard]] Result<void> check_approval(const Item& item);

    Core core_;
};

Result<Answer> EngineLoop::run(const RecordType& type, const void* request) {
    const verbs::Verb* verb = verbs::find(type);
    if (verb == nullptr) return failure("verb.unknown"_code, {}, {{"verb", std::string(type.name)}});
    if (auto right = validate_request(*verb->request, request); !right) return right.error();
    return carry_out(*verb, type.copy(request));
}

Result<Answer> EngineLoop::carry_out(const verbs::Verb& verb, std::shared_ptr<void> request) {
    const std::lock_guard lock(core_.mutex());
    Head& head = *static_cast<Head*>(request.get());
    const Instant recorded = head.recorded.value_or(core_.now());
    if (!head.approval.empty()) {
        const auto approval = engine::read_approval(head.approval);
        if (!approval) {
            return failure("argument.invalid"_code, "/approval",
                           {{"argument", "approval"}, {"expected", "the approval of an answer to plan_only"}});
        }
        if (core_.now() > approval->expires) return failure("plan.expired"_code, "/approval");
        if (!approval->ids.empty()) head.ids = approval->ids;
    }
    Item item{{&verb, request.get()}, request};
    item.digest = head.row_digest;
    for (int tries = 0; tries < Core::most_tries; ++tries) {
        auto answer = attempt(item, recorded);
        if (!answer) return answer.error();
        if (*answer) return std::move(**answer);
    }
    return failure("store.contended"_code, {}, {{"tries", std::to_string(Core::most_tries)}});
}

// Whether who asks now is who the journal says asked then: a learner stands there by his id.
Result<bool> EngineLoop::is_same_actor(std::string_view journaled, const std::string& actor) {
    if (journaled == actor || (core_.is_host(journaled) && core_.is_host(actor))) return true;
    if (!journaled.starts_with(people::by_id_prefix))
        return people::login_index(journaled) == people::login_index(actor);
    const Key key{&type_of<people::Learner>(), 0, {{0, people::login_index(actor), true}}};
    auto loaded = core_.store().load(std::span(&key, 1));
    if (!loaded) return loaded.error();
    const auto& found = loaded->found.front();
    return !found.empty() && journaled == access::name_of({found.front().id()});
}

// The answer to a key that was carried out before: nothing is done twice.
Result<std::optional<Answer>> EngineLoop::earlier_answer(const Head& head, std::string_view verb) {
    if (head.key.empty()) return std::optional<Answer>();
    const Key wanted{&type_of<audit::JournalEntry>(), 0, {{0, head.key, true}}};
    auto loaded = core_.store().load(std::span(&wanted, 1));
    if (!loaded) return loaded.error();
    if (loaded->found.front().empty()) return std::optional<Answer>();
    Answer answer;
    answer.verdict = Verdict::unchanged;
    const auto& entry = *loaded->found.front().front().get<audit::JournalEntry>();
    auto same_actor = is_same_actor(entry.actor, head.actor);
    if (!same_actor) return same_actor.error();
    if (entry.verb != verb || !*same_actor) return failure("key.reused"_code, "/key");
    answer.id = entry.about;
    return std::optional(std::move(answer));
}

// One try: the answer, or nothing when other writers came in between.
Result<std::optional<Answer>> EngineLoop::attempt(Item& item, Instant recorded) {
    const Head& head = verbs::Verb::head(item.asked.request);
    auto earlier = earlier_answer(head, item.asked.verb->name);
    if (!earlier || *earlier) return earlier;
    core_.discard();
    auto decided = core_.decide(std::span(&item, 1), recorded, nullptr);
    if (decided) decided = core_.check_brought(item);
    if (!decided) {
        core_.discard();
        // Today's decision makes more records than the plan that was approved, or another record has an id of it.
        const bool moved = !head.approval.empty() && decided.error().place.pointer == "/ids";
        return moved ? failure("plan.moved"_code, "/approval") : decided.error();
    }
    if (item.decision.approval_asked.code && !head.plan_only && head.approval.empty()) {
        core_.discard();
        Reason& asked = item.decision.approval_asked;
        item.decision.refuse(asked.code, std::move(asked.parameters));
        return std::optional(engine::answer_of(item, {}));
    }
    if (head.plan_only) {
        auto planned = plan_only(item);
        core_.discard();
        if (!planned) return planned.error();
        return std::optional(std::move(*planned));
    }
    if (auto approved = check_approval(item); !approved) {
        core_.discard();
        return approved.error();
    }
    const auto changes = core_.plan();
    if (!changes.empty()) {
        auto committed = core_.commit({std::string(item.asked.verb->name), head.actor, head.effective, recorded,
                                       head.key, item.decision.about,
                                       engine::recorded_request(core_, item, recorded, changes), core_.reads_text()});
        if (!committed) return committed.error();
        if (!*committed) return std::optional<Answer>();
        core_.go_on_above(item);
    }
    return std::optional(engine::answer_of(item, changes));
}

Result<Answer> EngineLoop::plan_only(const Item& item) {
    const auto changes = core_.plan();
    Answer answer = engine::answer_of(item, changes);
    if (!changes.empty()) {
        answer.approval = engine::make_approval(core_, item, changes, core_.now() + engine::approval_life);
    }
    return answer;
}

Result<void> EngineLoop::check_approval(const Item& item) {
    const std::string& token = verbs::Verb::head(item.asked.request).approval;
    if (token.empty()) return {};
    const auto approval = engine::read_approval(token);
    const auto changes = core_.plan();
    if (engine::make_approval(core_, item, changes, approval->expires) == token) return {};
    return failure("plan.moved"_code, "/approval");
}

Result<std::string> EngineLoop::run_document(std::string_view document) {
    auto named = engine::read_request(document);
    if (!named) return named.error();
    auto answer = carry_out(*named->verb, std::move(named->request));
    if (!answer) return answer.error();
    return to_json(*answer);
}

Result<std::unique_ptr<Session>> EngineLoop::begin(std::string_view document) {
    return engine::begin_session(core_, document);
}

Result<std::string> EngineLoop::get(std::string_view kind, std::int64_t id) {
    const RecordType* type = verbs::find_kind(kind);
    if (type == nullptr) return engine::no_kind(kind, {});
    const std::lock_guard lock(core_.mutex());
    const Key key = id_key(*type, id);
    auto loaded = core_.store().load(std::span(&key, 1));
    if (!loaded) return loaded.error();
    if (loaded->found.front().empty()) {
        return failure("record.unknown"_code, {}, {{"kind", std::string(kind)}, {"id", std::to_string(id)}});
    }
    std::string text;
    write_json(text, *type, loaded->found.front().front().data());
    return text;
}

Result<std::vector<std::string>> EngineLoop::find(const FindQuery& query) {
    const std::lock_guard lock(core_.mutex());
    return engine::find_documents(core_.store(), query);
}

Result<JournalPosition> EngineLoop::journal() {
    const std::lock_guard lock(core_.mutex());
    if (auto head = core_.refresh_head(); !head) return head.error();
    return JournalPosition{core_.head().entries, core_.head().state, core_.head().chain};
}

Result<std::string> EngineLoop::audit(std::string_view document) {
    const std::lock_guard lock(core_.mutex());
    return engine::audit_document(core_, document);
}

Result<void> EngineLoop::rebuild(Engine& to) {
    auto* const other = dynamic_cast<EngineLoop*>(&to);
    if (other == nullptr || other == this) return failure("argument.invalid"_code, {}, {{"argument", "to"}});
    const std::scoped_lock both(core_.mutex(), other->core_.mutex());
    return engine::rebuild(core_, other->core_);
}

}  // namespace

Result<std::unique_ptr<Engine>> Engine::open(std::unique_ptr<Store> store, std::unique_ptr<ZoneFinder> zones,
                                             EngineOptions options) {
    if (store == nullptr || zones == nullptr) return failure("argument.null"_code, {}, {{"argument", "store, zones"}});
    auto engine = std::make_unique<EngineLoop>(std::move(store), std::move(zones), std::move(options));
    if (auto opened = engine->open(); !opened) return opened.error();
    return std::unique_ptr<Engine>(std::move(engine));
}

}  // namespace provost
