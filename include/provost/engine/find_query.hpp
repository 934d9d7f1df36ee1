// Searching: what records of one kind are wanted, in which order, which page of them.
#pragma once

#include <provost/describe/field.hpp>

#include <optional>
#include <string>
#include <vector>

namespace provost {

/// What one member of the wanted records is like. Values are canonical text, as in records but without quotes. All that
/// is said of a member must hold. Since 0.1.
struct FindClause {
    std::string member;
    std::string is;
    std::string is_not;
    std::string from;
    std::string to;
    std::string contains;
    std::vector<std::string> any;
    std::optional<bool> absent;
};

/// Records of a kind: those under the first members of an index, or all; of them those for which all of `where` holds;
/// in the order of the named members, then of the id; the `limit` first that come behind the record `after`. Since 0.1.
struct FindQuery {
    std::string kind;
    std::string index;
    std::vector<std::string> values;
    std::vector<FindClause> where;
    std::vector<std::string> order;
    std::int64_t after = 0;
    std::int64_t limit = 1000;
};

}  // namespace provost

PROVOST_DESCRIBE(provost::FindClause, document, "find_clause", "What a member of the wanted records is like.",
                 PROVOST_NO_INDEX, PROVOST_FIELD(member, "Name of the member.").required().at_most(100),
                 PROVOST_FIELD(is, "Has this value."),
                 PROVOST_FIELD(is_not, "Has another value, or none.").with(&Field::name, std::string_view("not")),
                 PROVOST_FIELD(from, "Has this value or a greater one."),
                 PROVOST_FIELD(to, "Has this value or a smaller one."),
                 PROVOST_FIELD(contains, "Of a text: holds this one, in any case. Of a list: has this item."),
                 PROVOST_FIELD(any, "Has one of these values; of a list: one of these items.").at_most(1000),
                 PROVOST_FIELD(absent, "Has no value, or with false: has one."));

PROVOST_DESCRIBE(
    provost::FindQuery, document, "find", "Records of a kind, searched, sorted, a page of them.", PROVOST_NO_INDEX,
    PROVOST_FIELD(kind, "Kind of the records.").required().at_most(100),
    PROVOST_FIELD(index, "Name of an index; absent: id.").at_most(100),
    PROVOST_FIELD(values, "Values of its first members; absent: all records of the kind.").at_most(3),
    PROVOST_FIELD(where, "What all must hold of the records.").at_most(100),
    PROVOST_FIELD(order, "Members to sort by, with - before it from the greatest; then by id.").at_most(20),
    PROVOST_FIELD(after, "Id of the last record of the page before; 0 for the first page.")
        .between(0, provost::id_limit, "value.out-of-range"),
    PROVOST_FIELD(limit, "At most so many.").between(1, 1'000'000, "value.out-of-range"));
