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
    template <class Self>
    struct Table {
        static constexpr auto fields =
            detail::join(PROVOST_MEMBERS(head),
                         PROVOST_FIELDS(PROVOST_FIELD(record, "The record as it shall be; found again by its key.")));
    };
    static constexpr auto by_name = detail::order_by_name(fields_of<Define<T>>());
    static constexpr RecordType type = describe<Define<T>, Role::document>(
        Description<T>::template Table<T>::type.name, "Makes a record, or brings it up to date.",
        fields_of<Define<T>>(), by_name, PROVOST_NO_INDEX);
};

}  // namespace provost
