// Cursors of listings.
#include "engine/lms_cursors.hpp"

#include "base/sha256.hpp"
#include "engine/json_lines.hpp"
#include "engine/reading.hpp"

namespace provost::engine {

using lms::ListingEnd;
using lms::LmsCursor;

Key cursor_key(const std::string& connection, const ListingEnd& end) {
    return {&type_of<LmsCursor>(), 0, {{0, connection, true}, {0, end.listing, true}, {0, end.course, true}}};
}

void keep_cursor(Core& core, const std::string& connection, const ListingEnd& end, std::optional<Instant> high_water,
                 Instant now) {
    const bool expired = end.error == lms::ErrorClass::cursor_expired;
    if (!expired && end.error != lms::ErrorClass::none) return;
    if (!expired && end.cursor.empty() && !end.complete) return;
    const auto* known = held_under<LmsCursor>(core, cursor_key(connection, end));
    LmsCursor cursor = known == nullptr ? LmsCursor{} : *known;
    if (!cursor.id) cursor.id = {id_of_name(connection + '\x1f' + end.listing + '\x1f' + end.course)};
    cursor.connection = connection;
    cursor.listing = end.listing;
    cursor.course = end.course;
    cursor.cursor = expired ? std::string() : end.cursor;
    if (expired) cursor.high_water.reset();
    if (!expired) cursor.high_water = std::max(cursor.high_water, high_water);
    cursor.stored_at = now;
    keep_beside(core, std::move(cursor));
}

Result<std::string> cursor_lines(Core& core, const std::string& connection, std::string_view listing) {
    Scan scan(type_of<LmsCursor>(), 500);
    scan.under("connection", {0, connection, true});
    std::string lines;
    auto read = scan.each(core.store(), [&](const Record& record) {
        const auto& cursor = *record.get<LmsCursor>();
        if (cursor.listing != listing || cursor.cursor.empty()) return;
        add_line(lines, lms::ListingAsk{cursor.listing, cursor.course, {}, cursor.cursor});
    });
    if (!read) return read.error();
    return lines;
}

}  // namespace provost::engine
