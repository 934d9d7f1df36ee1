// Zones as lists of offsets, walked out of the date library once per name.
#include <provost/adapters/system_zones.hpp>

#include <date/tz.h>

#include <exception>
#include <functional>
#include <map>
#include <mutex>

namespace provost {

namespace {

using std::chrono::days;
using std::chrono::seconds;

constexpr date::sys_seconds first_moment{date::sys_days{date::year{1900} / 1 / 1}};
constexpr date::sys_seconds last_moment{date::sys_days{date::year{2101} / 1 / 1}};

Zone read_zone(std::string_view name) {
    const date::time_zone* known = date::locate_zone(std::string(name));
    Zone zone{std::string(name), {}};
    for (date::sys_seconds from = first_moment; from < last_moment;) {
        const date::sys_info info = known->get_info(from);
        // A new abbreviation or a new rule with the old offset is no change to us.
        if (zone.changes.empty() || zone.changes.back().offset != info.offset) {
            zone.changes.push_back({Instant{from.time_since_epoch()}, info.offset});
        }
        if (info.end <= from) break;
        from = info.end;
    }
    return zone;
}

class SystemZones final : public ZoneFinder {
public:
    const Zone* find(std::string_view name) const override {
        if (name == "localtime") return nullptr;  // no zone of its own, but whichever the machine is set to
        try {
            const std::scoped_lock lock(mutex_);
            if (const auto held = zones_.find(name); held != zones_.end()) return &held->second;
            // Unknown names are not kept: whoever sends them must not fill the memory.
            Zone zone = read_zone(name);
            return &zones_.emplace(std::string(name), std::move(zone)).first->second;
        } catch (const std::exception&) {
            return nullptr;
        }
    }

private:
    mutable std::mutex mutex_;
    mutable std::map<std::string, Zone, std::less<>> zones_;  // nodes stay where they are
};

}  // namespace

std::unique_ptr<ZoneFinder> make_system_zones() { return std::make_unique<SystemZones>(); }

}  // namespace provost
