// Clauses, read once against a description.
#include "engine/filter.hpp"

#include "base/closest.hpp"
#include "base/failure.hpp"
#include "describe/expected.hpp"

#include <provost/base/text.hpp>
#include <provost/describe/json.hpp>

namespace provost::engine {

namespace {

bool is_text(const Field& field) { return field.access->kind == Kind::text || field.access->kind == Kind::texts; }

Value item_of(const Field& field, const void* list, std::size_t i) {
    const void* item = field.access->at(list, i);
    if (is_text(field)) return {true, 0, *static_cast<const std::string*>(item)};
    return {true, *static_cast<const std::int64_t*>(item), {}};
}

}  // namespace

Error no_member(const RecordType& type, const std::string& name, std::string pointer) {
    const std::string meant = closest(name, type.fields, [](const Field& field) { return field.name; });
    const std::string expected = "a member of " + std::string(type.name) + (meant.empty() ? "" : ", such as " + meant);
    return failure("argument.invalid"_code, std::move(pointer), {{"argument", name}, {"expected", expected}});
}

bool is_list(const Field& field) { return field.access->kind == Kind::texts || field.access->kind == Kind::numbers; }
bool is_nested(const Field& field) { return field.access->kind == Kind::record || field.access->kind == Kind::records; }

Value value_of(const Field& field, const void* record) {
    const void* member = field.in(record);
    if (!field.access->present(member)) return {};
    if (field.access->kind == Kind::text) return {true, 0, *static_cast<const std::string*>(member)};
    return {true, field.access->load(member), {}};
}

Result<Given> Given::read(const RecordType& type, const Field& field, const std::string& text,
                          const std::string& pointer) {
    Given given;
    given.text_ = text;
    if (is_text(field)) return given;
    const auto probe = type.make();
    if (field.access->kind == Kind::numbers) {
        const auto number = parse_decimal(text);
        if (!number || number->millionths % Decimal::of(1).millionths != 0) {
            return failure("value.wrong-type"_code, pointer, {{"expected", "an integer"}});
        }
        given.number_ = number->millionths / Decimal::of(1).millionths;
    } else if (const Code wrong = read_text(field, probe.get(), text)) {
        return failure(wrong, pointer, {{"expected", expected_of(field)}});
    } else {
        given.number_ = field.access->load(field.in(probe.get()));
    }
    given.is_number_ = true;
    return given;
}
Result<Filter> Filter::read(const RecordType& type, const FindClause& clause, const std::string& pointer) {
    Filter filter;
    filter.field_ = type.find(clause.member);
    if (filter.field_ == nullptr) return no_member(type, clause.member, pointer + "/member");
    const Field& field = *filter.field_;
    struct Part {
        const std::string* text;
        std::string_view name;
        std::optional<Given> Filter::*to;
        bool of_lists;
    };
    const auto parts = std::to_array<Part>({{&clause.is, "is", &Filter::is_, false},
                                            {&clause.is_not, "not", &Filter::is_not_, false},
                                            {&clause.from, "from", &Filter::from_, false},
                                            {&clause.to, "to", &Filter::to_, false},
                                            {&clause.contains, "contains", &Filter::item_, true}});
    for (const Part& part : parts) {
        if (part.text->empty()) continue;
        const std::string place = pointer + '/' + std::string(part.name);
        const bool in_text = part.of_lists && field.access->kind == Kind::text;
        if (is_nested(field) || (is_list(field) != part.of_lists && !in_text)) {
            return failure("argument.invalid"_code, place, {{"argument", std::string(part.name)}});
        }
        if (in_text) {
            filter.part_ = login_key(*part.text).value_or(*part.text);
            continue;
        }
        auto given = Given::read(type, field, *part.text, place);
        if (!given) return given.error();
        filter.*part.to = std::move(*given);
    }
    for (std::size_t i = 0; i < clause.any.size(); ++i) {
        const std::string place = pointer + "/any/" + std::to_string(i);
        if (is_nested(field)) return failure("argument.invalid"_code, place, {{"argument", "any"}});
        auto given = Given::read(type, field, clause.any[i], place);
        if (!given) return given.error();
        filter.any_.push_back(std::move(*given));
    }
    filter.absent_ = clause.absent;
    const bool says_something = std::ranges::any_of(parts, [](const Part& part) { return !part.text->empty(); }) ||
                                !clause.any.empty() || clause.absent;
    if (!says_something) return failure("clause.empty"_code, pointer, {{"member", clause.member}});
    return filter;
}

// A single member has its value, a list each of its items.
bool Filter::has(const void* record, const Given& wanted) const {
    if (!is_list(*field_)) return value_of(*field_, record) == wanted.value();
    const void* list = field_->in(record);
    for (std::size_t i = 0; i < field_->access->count(list); ++i) {
        if (item_of(*field_, list, i) == wanted.value()) return true;
    }
    return false;
}

bool Filter::holds_text(const void* record) const {
    const auto& text = *static_cast<const std::string*>(field_->in(record));
    return login_key(text).value_or(text).find(*part_) != std::string::npos;
}

bool Filter::holds(const void* record) const {
    if (absent_ && *absent_ == field_->access->present(field_->in(record))) return false;
    if (part_ && !holds_text(record)) return false;
    if (item_ && !has(record, *item_)) return false;
    if (!any_.empty() && std::ranges::none_of(any_, [&](const Given& one) { return has(record, one); })) return false;
    if (!is_ && !is_not_ && !from_ && !to_) return true;
    const Value value = value_of(*field_, record);
    if (is_ && value != is_->value()) return false;
    if (is_not_ && value == is_not_->value()) return false;
    if (from_ && (!value.present || value < from_->value())) return false;
    return !to_ || (value.present && value <= to_->value());
}

Result<std::vector<Filter>> filters_of(const RecordType& type, const std::vector<FindClause>& clauses,
                                       const std::string& pointer) {
    std::vector<Filter> filters;
    for (std::size_t i = 0; i < clauses.size(); ++i) {
        auto filter = Filter::read(type, clauses[i], pointer + '/' + std::to_string(i));
        if (!filter) return filter.error();
        filters.push_back(std::move(*filter));
    }
    return filters;
}

}  // namespace provost::engine
