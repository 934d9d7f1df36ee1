// Booking one after the other.
#include "resources/booker.hpp"

namespace provost::resources {

void Booker::tell_rivals(const Judgement& judgement, const std::string& item, const Resource& resource) {
    for (const Booking* rival : judgement.rivals) {
        const auto name = name_of(rival->course, context_);
        known_ = known_ && name;
        if (!name) continue;
        decision_.report.push_back(
            line_of(item, "conflicts", Fate::kept, "booking.there"_code, view_of(*rival, resource, *name)));
    }
}

Id<Booking> Booker::book(Booking wanted, const catalogue::AddedResource& entry, Diary& diary,
                         const std::string& item) {
    const Judgement judgement = judge(wanted, entry, diary);
    const Resource& resource = diary.resource();
    if (judgement.refused) {
        ++refused_;
    } else {
        wanted.id = context_.ids.take<Booking>();
    }
    decision_.report.push_back(line_of(item, resource.key, judgement.refused ? Fate::refused : Fate::changed,
                                       judgement.refused ? judgement.refused : judgement.warned,
                                       view_of(wanted, resource, course_.external_id)));
    tell_rivals(judgement, item, resource);
    if (judgement.refused) return {};
    const auto id = wanted.id;
    diary.put(std::move(wanted));
    return id;
}

void Booker::pass_over(const std::string& item, const std::string& group, Fate fate, Code why) {
    refused_ += fate == Fate::refused ? 1 : 0;
    ReportLine line;
    line.item = item;
    line.group = group;
    line.fate = fate;
    line.code = why;
    decision_.report.push_back(std::move(line));
}

}  // namespace provost::resources
