// From entries of the document to requests.
#include "engine/organisation_requests.hpp"

#include "base/default_key.hpp"

namespace provost::engine {

namespace {

using access::Administrator;
using catalogue::CourseType;
using catalogue::MetaTag;
using catalogue::TypeVersion;
using organisation::Provider;
using organisation::ReportingDefaults;

// By its natural key, which is the first index of these kinds.
template <class T>
Key natural_key(std::string_view text) {
    const auto& index = type_of<T>().indexes[0];
    return {&type_of<T>(), 0, {{0, index.canonical == nullptr ? std::string(text) : index.canonical(text), true}}};
}

Key version_key(const CourseType& type) {
    return {&type_of<TypeVersion>(),
            find_index(type_of<TypeVersion>(), "number"),
            {{type.id.value, {}, false}, {type.number, {}, false}}};
}

// The record as it is; without id and version, which the engine knows.
template <class T>
T standing(const Key& key, Core& core) {
    T found{};
    static_cast<void>(core.overlay().read(key, [&](const Record& record) { found = *record.get<T>(); }));
    return found;
}

template <class T>
T standing(std::string_view key, Core& core) {
    T found = standing<T>(natural_key<T>(key), core);
    found.id = {};
    found.version = 0;
    return found;
}

CourseType standing_type(const data::NumberedType& row, Core& core) {
    return standing<CourseType>(natural_key<CourseType>(std::to_string(*row.id)), core);
}

// Everything of which a part stays is there in two waves.
Result<void> know_what_stands(const data::OrganisationDocument& document, Core& core) {
    std::vector<Key> keys{natural_key<ReportingDefaults>(default_key)};
    for (const auto& row : document.course_types) keys.push_back(natural_key<CourseType>(std::to_string(*row.id)));
    for (const auto& row : document.meta_tags) keys.push_back(natural_key<MetaTag>(std::to_string(*row.id)));
    for (const auto& row : document.providers) keys.push_back(natural_key<Provider>(std::to_string(*row.id)));
    for (const auto& row : document.administrators) keys.push_back(natural_key<Administrator>(row.login));
    if (auto known = core.know(std::move(keys)); !known) return known;
    std::vector<Key> versions;
    for (const auto& row : document.course_types) {
        const auto type = standing_type(row, core);
        if (type.id) versions.push_back(version_key(type));
    }
    return core.know(std::move(versions));
}

// Records as the document tells them.
MetaTag record_of(const data::NumberedTag& row, Core& core) {
    auto tag = standing<MetaTag>(std::to_string(*row.id), core);
    tag.key = std::to_string(*row.id);
    tag.name = row.name;
    tag.type = data::tag_type(row.type).value_or(catalogue::TagType::text);
    return tag;
}
Provider record_of(const data::NumberedProvider& row, Core& core) {
    return {{},
            0,
            std::to_string(*row.id),
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
            standing<Provider>(std::to_string(*row.id), core).show_progress};
}
organisation::Location record_of(const data::NumberedLocation& row, Core&) {
    return {
        {},          0,       std::to_string(*row.id), row.identifier, row.name, row.suburb, row.postcode, row.state,
        row.country, row.zone};
}
staffing::Tutor record_of(const data::NamedTutor& row, Core&) {
    return {{}, 0, row.login, {}, row.name, row.group, row.position};
}
Administrator record_of(const data::NamedAdministrator& row, Core& core) {
    auto administrator = standing<Administrator>(row.login, core);
    administrator.login = row.login;
    administrator.name = row.name;
    administrator.rights = row.rights;
    return administrator;
}
catalogue::Subject record_of(const data::CodedSubject& row, Core&) {
    return {{}, 0, row.code, row.title, row.field_of_education, row.nominal_hours, row.vocational};
}
catalogue::Program record_of(const data::CodedProgram& row, Core&) {
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
auto request_of(const Row& row, Core& core) {
    return asking(record_of(row, core));
}
catalogue::DefineCourseType request_of(const data::NumberedType& row, Core& core) {
    catalogue::DefineCourseType request;
    const auto type = standing_type(row, core);
    if (type.id) {
        auto version = standing<TypeVersion>(version_key(type), core);
        request.hidden = std::move(version.hidden);
        request.tag_set = std::move(version.tag_set);
        request.registration_types = std::move(version.registration_types);
        request.settings = std::move(version.settings);
    }
    request.course_type = std::to_string(*row.id);
    request.settings.name = row.name;
    request.timing = row.timing;
    return request;
}

// What is not told of statutory files stays.
std::optional<Define<ReportingDefaults>> reporting_of(const data::OrganisationDocument& document, Core& core) {
    const auto is_told = [](const organisation::DeliveryMode& mode) {
        return !mode.identifier.empty() || !mode.predominant.empty();
    };
    const auto& told = document.delivery_modes;
    const bool modes = is_told(told.dates) || is_told(told.duration) || is_told(told.none);
    if (!modes && document.funding_source.national.empty()) return std::nullopt;
    auto record = standing<ReportingDefaults>(default_key, core);
    record.key = default_key;
    if (!document.funding_source.national.empty()) record.funding_source = document.funding_source.national;
    if (is_told(told.dates)) record.with_dates = told.dates;
    if (is_told(told.duration)) record.duration_of_use = told.duration;
    if (is_told(told.none)) record.without_delivery = told.none;
    return asking(std::move(record));
}

class Requests {
public:
    explicit Requests(Core& core) : core_(core) {}

    template <class Row>
    void add_all(std::string_view list, const std::vector<Row>& rows) {
        for (std::size_t i = 0; i < rows.size(); ++i) {
            add(request_of(rows[i], core_), '/' + std::string(list) + '/' + std::to_string(i));
        }
    }
    template <class Request>
    void add(Request request, std::string place) {
        made_.push_back({&type_of<Request>(), std::make_shared<Request>(std::move(request)), std::move(place)});
    }
    [[nodiscard]] std::vector<OrganisationRequest>&& made() { return std::move(made_); }

private:
    Core& core_;
    std::vector<OrganisationRequest> made_;
};

// Members that the document calls otherwise than the request.
struct Renamed {
    std::string_view request, document;
};
constexpr auto renamed = std::to_array<Renamed>({
    {"/record/key", "/id"},
    {"/course_type", "/id"},
    {"/record/funding_source", "/funding_source/national"},
    {"/record/with_dates", "/delivery_modes/dates"},
    {"/record/duration_of_use", "/delivery_modes/duration"},
    {"/record/without_delivery", "/delivery_modes/none"},
    {"/record", ""},
});

}  // namespace

Result<std::vector<OrganisationRequest>> requests_of(const data::OrganisationDocument& document, Core& core) {
    if (auto known = know_what_stands(document, core); !known) return known.error();
    Requests all(core);
    // First, so that rights which the document gives count for all of it, and not from its second reading on.
    all.add_all("administrators", document.administrators);
    all.add_all("course_types", document.course_types);
    all.add_all("meta_tags", document.meta_tags);
    all.add_all("providers", document.providers);
    all.add_all("locations", document.locations);
    all.add_all("tutors", document.tutors);
    if (auto reporting = reporting_of(document, core)) all.add(std::move(*reporting), {});
    all.add_all("subjects", document.subjects);
    all.add_all("programs", document.programs);
    return all.made();
}

Error placed(Error error, const OrganisationRequest& request, const std::string& file) {
    std::string& pointer = error.place.pointer;
    const auto other =
        std::ranges::find_if(renamed, [&](const Renamed& each) { return pointer.starts_with(each.request); });
    if (request.type != nullptr && other != renamed.end()) pointer.replace(0, other->request.size(), other->document);
    pointer.insert(0, request.place);
    error.place.file = file;
    return error;
}

}  // namespace provost::engine
