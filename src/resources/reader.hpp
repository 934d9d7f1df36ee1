// Looking up what views show, while some of it is not known yet: whoever reads goes on, and whoever decides asks in the
// end whether he knew everything.
#pragma once

#include "access/clearance.hpp"
#include "resources/whereabouts.hpp"

namespace provost::resources {

class Reader {
public:
    explicit Reader(const Context& context) : context_(context) {}

    /// Null while it is not known yet.
    [[nodiscard]] const Resource* resource(Id<Resource> id) { return one<Resource>(id.value); }
    [[nodiscard]] const catalogue::Course* course(Id<catalogue::Course> id) {
        return one<catalogue::Course>(id.value);
    }
    /// Whether whoever asks sees the course.
    [[nodiscard]] bool sees(Id<catalogue::Course> course);
    /// All that overlap the span: of a resource, or of every one.
    void read(const Span& span, const Resource* resource, std::vector<const Booking*>& found);
    void read(Id<catalogue::Course> course, std::vector<const Booking*>& found);
    /// Of the course's bookings, where they are; nothing while that is not known yet.
    [[nodiscard]] std::optional<Whereabouts> whereabouts(const Booking& booking);

    [[nodiscard]] bool knows() const { return known_; }

private:
    template <class T>
    [[nodiscard]] const T* one(std::int64_t id) {
        const auto found = context_.one<T>(id);
        known_ = known_ && found;
        return found && *found ? &**found : nullptr;
    }

    const Context& context_;
    bool known_ = true;
};

/// A page of bookings in the order of their starts, then of their ids.
void turn_page(std::vector<const Booking*>& bookings, const One<Booking>& after,
               const std::optional<std::int64_t>& limit);

/// Whether a view may show that time: refuses otherwise, and answers false.
[[nodiscard]] bool may_show(const Span& span, Decision& decision);

}  // namespace provost::resources
