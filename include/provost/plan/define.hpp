// The request that all plain master records share: "the record of this key shall be so".
#pragma once

#include <provost/plan/request.hpp>

namespace provost {

/// "The record shall be so." Its id and version are the store's business.
template <class T>
struct Define {
    Head head;
    T record;
};

template <class T>
struct Description<Define<T>> {
    using Self = Define<T>;
    static constexpr auto fields =
        detail::join(PROVOST_MEMBERS(head),
                     PROVOST_FIELDS(PROVOST_FIELD(record, "The record as it shall be; found again by its key.")));
    static constexpr auto by_name = detail::order_by_name(fields);
    static constexpr auto indexes = PROVOST_NO_INDEX;
    static constexpr RecordType type = describe<Self, Role::document>(
        type_of<T>().name, "Makes a record, or brings it up to date.", fields, by_name, indexes);
};

}  // namespace provost
