// What is asked of members of a described struct: clauses of a query, and of a report.
#pragma once

#include <provost/describe/record.hpp>
#include <provost/engine/find_query.hpp>

namespace provost::engine {

/// A member that records of the type lack was named.
[[nodiscard]] Error no_member(const RecordType& type, const std::string& name, std::string pointer);

/// A value of a member, as it is compared.
struct Value {
    bool present = false;
    std::int64_t number = 0;
    std::string_view text{};

    friend auto operator<=>(const Value&, const Value&) = default;
};
[[nodiscard]] Value value_of(const Field& field, const void* record);

[[nodiscard]] bool is_list(const Field& field);
[[nodiscard]] bool is_nested(const Field& field);

/// A value that a query gives; it keeps its own text.
class Given {
public:
    static Result<Given> read(const RecordType& type, const Field& field, const std::string& text,
                              const std::string& pointer);
    [[nodiscard]] Value value() const { return is_number_ ? Value{true, number_, {}} : Value{true, 0, text_}; }

private:
    std::string text_;
    std::int64_t number_ = 0;
    bool is_number_ = false;
};

/// One clause of a query, read.
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

/// The clauses of a query of such structs; all must hold. `pointer`: where they stand in it.
[[nodiscard]] Result<std::vector<Filter>> filters_of(const RecordType& type, const std::vector<FindClause>& clauses,
                                                     const std::string& pointer);

}  // namespace provost::engine
