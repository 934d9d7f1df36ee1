// Searching. Filters and orders are read once, against the description of the kind; then the records of the store pass
// by, and a heap keeps the first ones in the wished order.
#include "engine/find.hpp"

#include "base/failure.hpp"
#include "describe/expected.hpp"
#include "engine/filter.hpp"
#include "engine/request_document.hpp"
#include "verbs/verb.hpp"

#include <provost/base/text.hpp>
#include <provost/describe/json.hpp>

namespace provost::engine {

namespace {

constexpr std::size_t longest_page = 1000;

// An order of records: by members, then by id. What has no value comes before what has one.
class Order {
public:
    static Result<Order> read(const RecordType& type, const std::vector<std::string>& members) {
        Order order;
        for (std::size_t i = 0; i < members.size(); ++i) {
            const bool falls = members[i].starts_with('-');
            const Field* field = type.find(std::string_view(members[i]).substr(falls ? 1 : 0));
            const std::string pointer = "/order/" + std::to_string(i);
            if (field == nullptr) return no_member(type, members[i], pointer);
            if (is_list(*field) || is_nested(*field)) {
                return failure("argument.invalid"_code, pointer,
                               {{"argument", members[i]}, {"expected", "a member with a single value"}});
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

std::string names_of_indexes(const RecordType& type) {
    std::string names = "id";
    for (const Index& index : type.indexes) {
        names += ", " + std::string(index.name) + '(';
        for (std::size_t i = 0; i < index.size; ++i) names += (i == 0 ? "" : ", ") + std::string(index.members[i]);
        names += ')';
    }
    return names;
}

// What the store is asked: the index and its first values.
Result<Query> store_query(const RecordType& type, const FindQuery& query) {
    Query asked{&type, find_index(type, query.index.empty() ? "id" : query.index), {}, 0, longest_page};
    if (asked.index < Key::by_id) {
        return failure("argument.invalid"_code, "/index",
                       {{"argument", "index"}, {"expected", names_of_indexes(type)}});
    }
    for (std::size_t i = 0; i < query.values.size(); ++i) {
        const std::string pointer = "/values/" + std::to_string(i);
        // One record by its id is fetched, not looked for.
        const Index none{"id"};
        const Index& wanted = asked.index < 0 ? none : type.indexes[static_cast<std::size_t>(asked.index)];
        const Field* field = i < wanted.size ? type.find(wanted.members[i]) : nullptr;
        if (field == nullptr) {
            return failure("argument.invalid"_code, pointer,
                           {{"argument", "values"}, {"expected", std::to_string(wanted.size) + " values at most"}});
        }
        const auto probe = type.make();
        if (const Code wrong = read_text(*field, probe.get(), query.values[i])) {
            return failure(wrong, pointer, {{"expected", expected_of(*field)}});
        }
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
        return failure("record.unknown"_code, "/after", {{"kind", std::string(type.name)}, {"id", std::to_string(id)}});
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
    if (type == nullptr) return no_kind(query.kind, "/kind");
    auto asked = store_query(*type, query);
    if (!asked) return asked.error();
    const auto filters = filters_of(*type, query.where, "/where");
    if (!filters) return filters.error();
    const auto order = Order::read(*type, query.order);
    if (!order) return order.error();
    if (query.limit <= 0) return std::vector<std::string>();
    Record behind;
    if (order->is_of_ids()) {
        asked->after = query.after;
        if (filters->empty()) asked->limit = std::min(longest_page, static_cast<std::size_t>(query.limit));
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
