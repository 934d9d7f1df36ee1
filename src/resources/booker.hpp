// Booking one after the other for one course, each with a line of the report: series and transfers. What can not be
// booked is told with what is in its way; the rest is booked.
#pragma once

#include "resources/judge.hpp"

namespace provost::resources {

class Booker {
public:
    Booker(const catalogue::Course& course, Context& context, Decision& decision)
        : course_(course), context_(context), decision_(decision) {}

    /// Books it, and answers its id; none when it can not be.
    Id<Booking> book(Booking wanted, const catalogue::AddedResource& entry, Diary& diary, const std::string& item);
    /// A line for what is not even tried.
    void pass_over(const std::string& item, const std::string& group, Fate fate, Code why);
    /// Whether everything that was asked is known; else decide nothing.
    [[nodiscard]] bool knows() const { return known_; }
    [[nodiscard]] std::size_t refused() const { return refused_; }

private:
    void tell_rivals(const Judgement& judgement, const std::string& item, const Resource& resource);

    const catalogue::Course& course_;
    Context& context_;
    Decision& decision_;
    bool known_ = true;
    std::size_t refused_ = 0;
};

}  // namespace provost::resources
