// Setting up an organisation from one document, through the ordinary define verbs and in one journal entry a batch.
#include "base/failure.hpp"
#include "base/list_text.hpp"
#include "data/organisation_document.hpp"
#include "describe/request.hpp"
#include "engine/import_session.hpp"
#include "engine/organisation_requests.hpp"
#include "imports/csv_write.hpp"

#include <provost/describe/json.hpp>

namespace provost::engine {

namespace {

using data::OrganisationDocument;

constexpr std::size_t largest_document = 16U << 20U;

// The first meta tag whose type is none. IMC-MT-01
std::optional<Error> wrong_tag(const OrganisationDocument& document, const std::string& file) {
    for (std::size_t i = 0; i < document.meta_tags.size(); ++i) {
        if (data::tag_type(document.meta_tags[i].type)) continue;
        Error error = failure("choice.unknown"_code);
        for (const ChoiceRow& row : Choices<catalogue::TagType>::rows) {
            auto& words = error.parameters.empty() ? error.parameters.emplace_back(Parameter{"expected", {}})
                                                   : error.parameters.front();
            add_to_list(words.value, row.name);
        }
        error.place = {"/meta_tags/" + std::to_string(i) + "/type", file, 0, 0};
        return error;
    }
    return std::nullopt;
}

class OrganisationSession final : public Session {
public:
    OrganisationSession(Core& core, SessionRequest request)
        : core_(core), request_(std::move(request)), recorded_(request_.recorded.value_or(core.now())) {}

    Result<void> feed(std::string_view bytes) override {
        if (failed_) return *failed_;
        if (text_.size() + bytes.size() > largest_document) {
            return *(failed_ = failure("document.too-large"_code, {}, {{"limit", std::to_string(largest_document)}}));
        }
        text_ += bytes;
        return {};
    }
    Result<std::string> finish() override {
        if (failed_) return *failed_;
        auto summary = set_up();
        if (!summary) return *(failed_ = summary.error());
        return summary;
    }
    Result<bool> take(Chunk& chunk) override {
        if (problems_.empty()) return false;
        chunk = {"problems", std::exchange(problems_, {})};
        return true;
    }

private:
    [[nodiscard]] Result<std::string> set_up();
    [[nodiscard]] Result<void> ask_for(const OrganisationDocument& document);
    [[nodiscard]] Result<void> carry_out(const OrganisationDocument& document);
    void count(const Item& item);

    Core& core_;
    SessionRequest request_;
    Instant recorded_;
    std::string text_;
    std::vector<Item> items_;
    ImportSummary summary_;
    std::string problems_;
    std::optional<Error> failed_;
};

// What is asked for rests on what is there, so it is asked anew whenever somebody else has written.
Result<void> OrganisationSession::ask_for(const OrganisationDocument& document) {
    auto requests = requests_of(document, core_);
    if (!requests) return requests.error();
    items_.clear();
    for (OrganisationRequest& each : *requests) {
        Head& head = *static_cast<Head*>(each.data.get());
        head.actor = request_.actor;
        head.recorded = recorded_;
        Item item{{verbs::find(*each.type), each.data.get()}, each.data};
        item.line = static_cast<std::int64_t>(items_.size()) + 1;
        if (auto right = validate_request(*item.asked.verb->request, item.asked.request); !right) {
            return placed(right.error(), each, request_.file);
        }
        items_.push_back(std::move(item));
    }
    return {};
}

Result<void> OrganisationSession::carry_out(const OrganisationDocument& document) {
    for (int tries = 0; tries < Core::most_tries; ++tries) {
        AcceptedRows accepted;
        auto decided = ask_for(document);
        if (decided) decided = core_.decide(items_, recorded_, &accepted);
        if (!decided) {
            core_.discard();
            return decided.error();
        }
        if (!core_.overlay().changed()) return (static_cast<void>(core_.commit({})), Result<void>{});
        auto committed = core_.commit({"import.organisation",
                                       request_.actor,
                                       std::nullopt,
                                       recorded_,
                                       {},
                                       0,
                                       "document " + to_hex(sha256(text_)),
                                       {}});
        if (!committed) return committed.error();
        if (*committed) return {};
    }
    return Core::contended();
}

void OrganisationSession::count(const Item& item) {
    ++summary_.rows;
    if (item.decision.refused()) {
        ++summary_.rejected;
        const auto number = std::to_string(item.line);
        const std::array<std::string_view, 3> cells{request_.file, number, item.decision.code.name()};
        imports::append_csv(problems_, cells, ',', "\n");
    } else if (item.decision.verdict == Verdict::unchanged) {
        ++summary_.unchanged;
    } else {
        ++(item.created ? summary_.created : summary_.updated);
    }
}

Result<std::string> OrganisationSession::set_up() {
    OrganisationDocument document;
    ReadOptions options;
    options.null_is_absent = true;
    auto read = read_json(text_, type_of<OrganisationDocument>(), &document, options);
    if (!read) {
        Error error = read.error();
        error.place.file = request_.file;
        return error;
    }
    if (auto wrong = wrong_tag(document, request_.file)) return *wrong;
    if (auto right = validate(type_of<OrganisationDocument>(), &document); !right) {
        return placed(right.error(), {}, request_.file);
    }
    const std::lock_guard lock(core_.mutex());
    if (auto done = carry_out(document); !done) return done.error();
    for (const Item& item : items_) count(item);
    summary_.preset = "organisation";
    summary_.file = request_.file;
    summary_.input = to_hex(sha256(text_));
    return record_import(core_, "organisation", request_, recorded_, summary_);
}

}  // namespace

Result<std::unique_ptr<Session>> begin_organisation(Core& core, const SessionRequest& request) {
    return std::unique_ptr<Session>(std::make_unique<OrganisationSession>(core, request));
}

}  // namespace provost::engine
