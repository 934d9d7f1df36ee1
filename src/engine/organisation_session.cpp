// Setting up an organisation from one document, through the ordinary define verbs and in one journal entry a batch.
#include "base/failure.hpp"
#include "data/organisation_document.hpp"
#include "engine/answers.hpp"
#include "engine/import_session.hpp"
#include "imports/csv_write.hpp"

#include <provost/describe/json.hpp>

namespace provost::engine {

namespace {

using data::OrganisationDocument;

constexpr std::size_t largest_document = 16U << 20U;

// Records as the document tells them.
catalogue::MetaTag record_of(const data::NumberedTag& row) {
    catalogue::MetaTag tag;
    tag.key = std::to_string(row.id);
    tag.name = row.name;
    tag.type = data::tag_type(row.type).value_or(catalogue::TagType::text);
    return tag;
}
organisation::Provider record_of(const data::NumberedProvider& row) {
    return {{},
            0,
            std::to_string(row.id),
            row.identifier,
            row.name,
            row.type,
            row.address_first_line,
            row.address_second_line,
            row.suburb,
            row.postcode,
            row.state,
            row.contact_name,
            row.telephone,
            row.facsimile,
            row.email,
            {}};
}
organisation::Location record_of(const data::NumberedLocation& row) {
    return {{},          0,       std::to_string(row.id), row.identifier, row.name, row.suburb, row.postcode, row.state,
            row.country, row.zone};
}
staffing::Tutor record_of(const data::NamedTutor& row) {
    return {{}, 0, row.login, {}, row.name, row.group, row.position};
}
access::Administrator record_of(const data::NamedAdministrator& row) {
    return {{}, 0, row.login, {}, row.name, access::AdministratorRole::none, row.rights, {}, {}};
}
catalogue::Subject record_of(const data::CodedSubject& row) {
    return {{}, 0, row.code, row.title, row.field_of_education, row.nominal_hours, row.vocational};
}
catalogue::Program record_of(const data::CodedProgram& row) {
    return {{},
            0,
            row.code,
            row.title,
            row.recognition,
            row.level_of_education,
            row.field_of_education,
            row.anzsco,
            row.nominal_hours,
            row.vocational};
}

// And as requests.
template <class T>
Define<T> asking(T record) {
    return {{}, std::move(record)};
}
template <class Row>
auto request_of(const Row& row) {
    return asking(record_of(row));
}
catalogue::DefineCourseType request_of(const data::NumberedType& row) {
    catalogue::DefineCourseType request;
    request.course_type = std::to_string(row.id);
    request.settings.name = row.name;
    request.timing = row.timing;
    return request;
}

// The first meta tag whose type is none. IMC-MT-01
std::optional<Error> wrong_tag(const OrganisationDocument& document, const std::string& file) {
    for (std::size_t i = 0; i < document.meta_tags.size(); ++i) {
        if (data::tag_type(document.meta_tags[i].type)) continue;
        Error error = failure("choice.unknown"_code);
        for (const ChoiceRow& row : Choices<catalogue::TagType>::rows) {
            auto& words = error.parameters.empty() ? error.parameters.emplace_back(Parameter{"expected", {}})
                                                   : error.parameters.front();
            words.value += (words.value.empty() ? "" : ", ") + std::string(row.name);
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
        if (text_.size() + bytes.size() > largest_document) {
            return failure("document.too-large"_code, {}, {{"limit", std::to_string(largest_document)}});
        }
        text_ += bytes;
        return {};
    }
    Result<std::string> finish() override;
    Result<bool> take(Chunk& chunk) override {
        if (problems_.empty()) return false;
        chunk = {"problems", std::exchange(problems_, {})};
        return true;
    }

private:
    template <class Request>
    void ask(Request asked);
    template <class Row>
    void ask_all(const std::vector<Row>& rows) {
        for (const Row& row : rows) ask(request_of(row));
    }
    void ask_for(const OrganisationDocument& document);
    [[nodiscard]] Result<void> carry_out();
    void count(const Item& item);

    Core& core_;
    SessionRequest request_;
    Instant recorded_;
    std::string text_;
    std::vector<Item> items_;
    ImportSummary summary_;
    std::string problems_;
};

template <class Request>
void OrganisationSession::ask(Request asked) {
    auto request = std::make_shared<Request>(std::move(asked));
    request->head.actor = request_.actor;
    request->head.recorded = recorded_;
    Item item{{verbs::find(type_of<Request>()), request.get()}, request};
    item.line = static_cast<std::int64_t>(items_.size()) + 1;
    items_.push_back(std::move(item));
}

void OrganisationSession::ask_for(const OrganisationDocument& document) {
    ask_all(document.course_types);
    ask_all(document.meta_tags);
    ask_all(document.providers);
    ask_all(document.locations);
    ask_all(document.tutors);
    ask_all(document.administrators);
    const auto& modes = document.delivery_modes;
    ask(asking(organisation::ReportingDefaults{
        {}, 0, "default", document.funding_source.national, modes.dates, modes.duration, modes.none}));
    ask_all(document.subjects);
    ask_all(document.programs);
}

Result<void> OrganisationSession::carry_out() {
    for (int tries = 0; tries < Core::most_tries; ++tries) {
        AcceptedRows accepted;
        if (auto decided = core_.decide(items_, recorded_, &accepted); !decided) {
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

Result<std::string> OrganisationSession::finish() {
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
    ask_for(document);
    for (const Item& item : items_) {
        if (auto right = validate(*item.asked.verb->request, item.asked.request); !right) return right.error();
    }
    const std::lock_guard lock(core_.mutex());
    if (auto done = carry_out(); !done) return done.error();
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
