// A host's table of functions as a Store.
#pragma once

#include "provost.h"

#include <provost/ports/store.hpp>

#include <memory>

namespace provost::capi {

class HostStore : public Store {
public:
    /// From now on the table's `destroy` is called with this object's end.
    virtual void take_over() = 0;
};

[[nodiscard]] Result<std::unique_ptr<HostStore>> make_host_store(const provost_store* table);

}  // namespace provost::capi
