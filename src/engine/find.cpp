// Searching. Filters and orders are read once, against the description of the kind; then the records of the store pass
// by, and a heap keeps the first ones in the wished order.
#include "engine/find.hpp"

#include "base/code_table.hpp"
#include "verbs/verb.hpp"

#include <provost/base/text.hpp>
#include <provost/describe/json.hpp>

namespace provost::engine {

namespace {

constexpr std::size_t page = 1000;

Error failure(Code code, std::string pointer, std::string argument = {}) {
    Error error{row_of(code).status, code, {std::move(pointer), {}, 0, 0}, {}};
    if (!argument.empty()) error.parameters.push_back({"argument", std::move(argument)});
    return error;
}

// A value of a member, as it is compared.
struct Value {
    bool present = false;
    std::int64_t number = 0;
    std::string_view text{};

    friend auto operator<=>(const Value&, const Value&) = default;
};

bool is_text(const Field& field) { return field.access->kind == Kind::text || field.access->kind == Kind::texts; }
bool is_list(const Field& field) { return field.access->kind == Kind::texts || field.access->kind == Kind::numbers; }
bool is_nested(const Field& field) { return field.access->kind == Kind::record || field.access->kind == Kind::records; }

Value value_of(const Field& field, const void* record) {
    const void* member = field.in(record);
    if (!field.access->present(member)) return {};
    if (field.access->kind == Kind::text) return {true, 0, *static_cast<const std::string*>(member)};
    return {true, field.access->load(member), {}};
}

Value item_of(const Field& field, const void* list, std::size_t i) {
    const void* item = field.access->at(list, i);
    if (is_text(field)) return {true, 0, *static_cast<const std::string*>(item)};
    return {true, *static_cast<const std::int64_t*>(item), {}};
}

// A value that a query gives; it keeps its own text.
class Given {
public:
    static Result<Given> read(const RecordType& type, const Field& field, const std::string& text,
                              const std::string& pointer) {
        Given given;
        given.text_ = text;
        if (is_text(field)) return given;
        const auto probe = type.make();
        if (field.access->kind == Kind::numbers) {
            const auto number = parse_decimal(text);
            if (!number || number->millionths % Decimal::of(1).millionths != 0) {
                return failure("value.wrong-type"_code, pointer);
            }
            given.number_ = number->millionths / Decimal::of(1).millionths;
        } else if (const Code wrong = read_text(field, probe.get(), text)) {
            return failure(wrong, pointer);
        } else {
            given.number_ = field.access->load(field.in(probe.get()));
        }
        given.is_number_ = true;
        return given;
    }
    [[nodiscard]] Value value() const { return is_number_ ? Value{true, number_, {}} : Value{true, 0, text_}; }

private:
    std::string text_;
    std::int64_t number_ = 0;
    bool is_number_ = false;
};

// One clause of a query, read.
class Filter {
public:
    static Result<Filter> read(const RecordType& type, const FindClause& clause, const std::string& pointer);
    [[nodiscard]] bool holds(const void* record) const;

private:
    [[nodiscard]] bool has(const void* record, const Given& wanted) const;
    [[nodiscard]] bool holds_text(const void* record) const;

    const Field* field_ = nullptr;
    std::optional<Given> is_, is_not_, from_, to_, item_;
    std::optional<std::string> part_;  // in its caseless form
    std::vector<Given> any_;
    std::optional<bool> absent_;
};

Result<Filter> Filter::read(const RecordType& type, const FindClause& clause, const std::string& pointer) {
    Filter filter;
    filter.field_ = type.find(clause.member);
    if (filter.field_ == nullptr) return failure("argument.invalid"_code, pointer + "/member", clause.member);
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
            return failure("argument.invalid"_code, place, std::string(part.name));
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
        if (is_nested(field)) return failure("argument.invalid"_code, place, "any");
        auto given = Given::read(type, field, clause.any[i], place);
        if (!given) return given.error();
        filter.any_.push_back(std::move(*given));
    }
    filter.absent_ = clause.absent;
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

// An order of records: by members, then by id. What has no value comes before what has one.
class Order {
public:
    static Result<Order> read(const RecordType& type, const std::vector<std::string>& members) {
        Order order;
        for (std::size_t i = 0; i < members.size(); ++i) {
            const bool falls = members[i].starts_with('-');
            const Field* field = type.find(std::string_view(members[i]).substr(falls ? 1 : 0));
            if (field == nullptr || is_list(*field) || is_nested(*field)) {
                return failure("argument.invalid"_code, "/order/" + std::to_string(i), members[i]);
            }
            order.by_.push_back({field, falls});
        }
        return order;
    }
    [[nodiscard]] bool is_of_ids() const { return by_.empty(); }
    /// Whether `a` stands before `b`.
    bool operator()(const Record& a, const Record& b) const {
        for (const By& by : by_) {
            const auto order = value_of(*by.field, a.data()) <=> value_of(*by.field, b.data());
            if (order != 0) return by.falls ? order > 0 : order < 0;
        }
        return a.id() < b.id();
    }

private:
    struct By {
        const Field* field;
        bool falls;
    };
    std::vector<By> by_;
};

Result<std::vector<Filter>> filters_of(const RecordType& type, const FindQuery& query) {
    std::vector<Filter> filters;
    for (std::size_t i = 0; i < query.where.size(); ++i) {
        auto filter = Filter::read(type, query.where[i], "/where/" + std::to_string(i));
        if (!filter) return filter.error();
        filters.push_back(std::move(*filter));
    }
    return filters;
}

// What the store is asked: the index and its first values.
Result<Query> store_query(const RecordType& type, const FindQuery& query) {
    Query asked{&type, find_index(type, query.index.empty() ? "id" : query.index), {}, 0, page};
    if (asked.index < Key::by_id) return failure("argument.invalid"_code, "/index", "index");
    for (std::size_t i = 0; i < query.values.size() && asked.index >= 0; ++i) {
        const std::string pointer = "/values/" + std::to_string(i);
        const Index& wanted = type.indexes[static_cast<std::size_t>(asked.index)];
        const Field* field = i < wanted.members.size() ? type.find(wanted.members[i]) : nullptr;
        if (field == nullptr) return failure("argument.invalid"_code, pointer, "values");
        const auto probe = type.make();
        if (const Code wrong = read_text(*field, probe.get(), query.values[i])) return failure(wrong, pointer);
        const bool text = field->access->kind == Kind::text;
        asked.parts.push_back(
            {text ? 0 : field->access->load(field->in(probe.get())),
             text && wanted.canonical != nullptr ? wanted.canonical(query.values[i]) : query.values[i], text});
    }
    return asked;
}

// The last record of the page before: its values say where the next one begins.
Result<Record> record_after(Store& store, const RecordType& type, std::int64_t id) {
    const Key key = id_key(type, id);
    auto loaded = store.load(std::span(&key, 1));
    if (!loaded) return loaded.error();
    if (loaded->found.front().empty()) {
        Error gone = failure("record.missing"_code, "/after");
        gone.status = Status::not_found;
        gone.parameters.push_back({"kind", std::string(type.name)});
        return gone;
    }
    return loaded->found.front().front();
}

// Takes records as they come and keeps the first `most` of them.
class Best {
public:
    Best(const Order& order, std::size_t most) : order_(order), most_(most) {}

    void take(const Record& record) {
        if (kept_.size() == most_ && !order_(record, kept_.front())) return;
        kept_.push_back(record);
        std::ranges::push_heap(kept_, order_);
        if (kept_.size() <= most_) return;
        std::ranges::pop_heap(kept_, order_);
        kept_.pop_back();
    }
    /// By id they come in their order: no later one is wanted.
    [[nodiscard]] bool is_done() const { return order_.is_of_ids() && kept_.size() == most_; }
    [[nodiscard]] std::vector<Record> sorted() && {
        std::ranges::sort_heap(kept_, order_);
        return std::move(kept_);
    }

private:
    const Order& order_;
    std::size_t most_;
    std::vector<Record> kept_;  // a heap, the last in order on top
};

Result<void> pass_by(Store& store, Query asked, const std::vector<Filter>& filters, const Order& order,
                     const Record& behind, Best& best) {
    while (true) {
        auto found = store.find(asked);
        if (!found) return found.error();
        for (const Record& record : *found) {
            const bool fits = (!behind || order(behind, record)) &&
                              std::ranges::all_of(filters, [&](const Filter& f) { return f.holds(record.data()); });
            if (fits) best.take(record);
            if (best.is_done()) return {};
        }
        if (found->size() < asked.limit) return {};
        asked.after = found->back().id();
    }
}

}  // namespace

Result<std::vector<std::string>> find_documents(Store& store, const FindQuery& query) {
    const RecordType* type = verbs::find_kind(query.kind);
    if (type == nullptr) return failure("kind.unknown"_code, "/kind");
    auto asked = store_query(*type, query);
    if (!asked) return asked.error();
    const auto filters = filters_of(*type, query);
    if (!filters) return filters.error();
    const auto order = Order::read(*type, query.order);
    if (!order) return order.error();
    if (query.limit <= 0) return std::vector<std::string>();
    Record behind;
    if (order->is_of_ids()) {
        asked->after = query.after;
        if (filters->empty()) asked->limit = std::min(page, static_cast<std::size_t>(query.limit));
    } else if (query.after != 0) {
        auto last = record_after(store, *type, query.after);
        if (!last) return last.error();
        behind = std::move(*last);
    }
    Best best(*order, static_cast<std::size_t>(query.limit));
    if (auto passed = pass_by(store, *asked, *filters, *order, behind, best); !passed) return passed.error();
    std::vector<std::string> documents;
    for (const Record& record : std::move(best).sorted()) write_json(documents.emplace_back(), *type, record.data());
    return documents;
}

}  // namespace provost::engine
