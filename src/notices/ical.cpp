// RFC 5545: content lines (3.1), TEXT (3.3.11), UTC moments (3.3.5), VEVENT (3.6.1); methods of RFC 5546.
#include <provost/notices/ical.hpp>

#include <algorithm>

namespace provost::notices {

namespace {

constexpr std::size_t longest_line = 75;

bool is_control(char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; }

// 3.3.11: backslash, semicolon and comma have one before them, a line end is \n; there are no other control characters.
std::string escaped(std::string_view text) {
    std::string out;
    for (const char c : text) {
        if (c == '\n') out += "\\n";
        if (is_control(c)) continue;
        if (c == '\\' || c == ';' || c == ',') out += '\\';
        out += c;
    }
    return out;
}

// 3.1: a long line goes on behind CRLF and a blank; a character of UTF-8 is not cut in two.
void add_line(std::string& out, std::string_view line) {
    for (std::size_t room = longest_line; line.size() > room; room = longest_line - 1) {
        std::size_t end = room;
        while (end > 0 && (static_cast<unsigned char>(line[end]) & 0xC0U) == 0x80U) --end;
        out += line.substr(0, end);
        out += "\r\n ";
        line.remove_prefix(end);
    }
    out += line;
    out += "\r\n";
}

std::string utc(Instant moment) {
    std::string text;
    for (const char c : to_text(std::chrono::floor<std::chrono::seconds>(moment))) {
        if (c != '-' && c != ':') text += c;
    }
    return text;
}

// What can stand behind mailto: as it is (RFC 6068), so that no address adds lines or parameters.
bool is_address(std::string_view text) {
    const auto fits = [](char c) {
        return static_cast<unsigned char>(c) > 0x20 && static_cast<unsigned char>(c) < 0x7F &&
               std::string_view("\"<>\\^`{|}%?&#,;:()[]").find(c) == std::string_view::npos;
    };
    return std::ranges::count(text, '@') == 1 && text.front() != '@' && text.back() != '@' &&
           std::ranges::all_of(text, fits);
}

void add_address(std::string& out, std::string_view property, std::string_view address) {
    if (!address.empty() && is_address(address))
        add_line(out, std::string(property).append(":mailto:").append(address));
}

}  // namespace

std::string ical_text(const CalendarEntry& entry) {
    std::string out;
    for (const auto* line : {"BEGIN:VCALENDAR", "PRODID:-//Provost//Provost 0.1//EN", "VERSION:2.0"}) {
        add_line(out, line);
    }
    add_line(out, entry.cancelled ? "METHOD:CANCEL" : "METHOD:REQUEST");
    add_line(out, "BEGIN:VEVENT");
    add_line(out, "UID:" + escaped(entry.uid));
    add_line(out, "SEQUENCE:" + std::to_string(entry.sequence));
    add_line(out, "DTSTAMP:" + utc(entry.stamp));
    if (entry.starts_at) add_line(out, "DTSTART:" + utc(*entry.starts_at));
    // 3.6.1: an end lies behind its start.
    const bool lasts = entry.starts_at && entry.ends_at &&
                       std::chrono::floor<std::chrono::seconds>(*entry.ends_at) >
                           std::chrono::floor<std::chrono::seconds>(*entry.starts_at);
    if (lasts) add_line(out, "DTEND:" + utc(*entry.ends_at));
    if (!entry.summary.empty()) add_line(out, "SUMMARY:" + escaped(entry.summary));
    add_line(out, entry.cancelled ? "STATUS:CANCELLED" : "STATUS:CONFIRMED");
    add_address(out, "ORGANIZER", entry.organiser);
    add_address(out, "ATTENDEE;ROLE=REQ-PARTICIPANT;RSVP=FALSE", entry.attendee);
    add_line(out, "END:VEVENT");
    add_line(out, "END:VCALENDAR");
    return out;
}

}  // namespace provost::notices
