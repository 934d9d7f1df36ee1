// Calendar entries as text of RFC 5545, read again by a strict reader of its own.
#include "unit/notices/outbox_world.hpp"

#include <provost/base/text.hpp>
#include <provost/notices/ical.hpp>

namespace provost {

namespace {

using namespace outbox_world;
using notices::CalendarEntry;

using Lines = std::vector<std::pair<std::string, std::string>>;

// Content lines, unfolded: name (with parameters) and value. Anything that RFC 5545 does not allow fails.
Lines read_lines(std::string_view text) {
    std::string unfolded;
    while (!text.empty()) {
        const auto end = text.find("\r\n");
        REQUIRE(end != text.npos);
        const auto line = text.substr(0, end);
        CHECK(line.size() <= 75);
        CHECK(valid_utf8(line));
        CHECK(line.find_first_of("\r\n") == line.npos);
        if (line.starts_with(' ')) {
            REQUIRE(unfolded.ends_with('\n'));
            unfolded.pop_back();
            unfolded += line.substr(1);
        } else {
            unfolded += line;
        }
        unfolded += '\n';
        text.remove_prefix(end + 2);
    }
    Lines lines;
    for (std::size_t from = 0; from < unfolded.size();) {
        const auto end = unfolded.find('\n', from);
        const auto line = unfolded.substr(from, end - from);
        const auto colon = line.find(':');
        REQUIRE(colon != line.npos);
        lines.emplace_back(line.substr(0, colon), line.substr(colon + 1));
        from = end + 1;
    }
    return lines;
}

std::string unescaped(std::string_view value) {
    std::string text;
    for (std::size_t i = 0; i < value.size(); ++i) {
        CHECK(value[i] != ',');
        CHECK(value[i] != ';');
        if (value[i] != '\\') {
            text += value[i];
            continue;
        }
        REQUIRE(++i < value.size());
        CHECK(std::string_view("\\;,nN").find(value[i]) != std::string_view::npos);
        text += value[i] == 'n' || value[i] == 'N' ? '\n' : value[i];
    }
    return text;
}

std::string value_of(const Lines& lines, std::string_view name) {
    const auto found = std::ranges::find(lines, name, [](const auto& line) { return std::string_view(line.first); });
    return found == lines.end() ? "absent" : found->second;
}

std::vector<std::string> names_of(const Lines& lines) {
    std::vector<std::string> names;
    for (const auto& [name, value] : lines) names.push_back(name.substr(0, name.find(';')));
    return names;
}

CalendarEntry entry() {
    CalendarEntry made;
    made.uid = "provost-7-quiz";
    made.stamp = moment("2026-02-16T00:00:00Z");
    made.starts_at = moment("2026-03-01T09:00:00+11:00");
    made.ends_at = moment("2026-03-01T10:30:00.250+11:00");
    made.summary = "Bread; baking, rye\\wheat\nfor all";
    made.attendee = "ann@example.org";
    return made;
}

constexpr std::string_view scheduled =
    R"({"verb":"catalogue.define_syllabus","course":"C1","components":[{"key":"quiz","name":"Quiz","kind":"test","calendar_entry":true,"opens":{"counted_from":"enrolment","offset":"30 D"},"closes":{"counted_from":"enrolment","offset":"31 D"}},{"key":"intro"}]})";

std::string opening(int n, std::string_view at) {
    return R"({"verb":"learning.open_component","course":"C1","component":"intro","learner":"learner)" +
           std::to_string(n) + R"(","effective":")" + std::string(at) + "\"}";
}

}  // namespace

TEST_CASE("IMC-SCH-06 a calendar entry is text of RFC 5545: moments in UTC, escaped text, one event, a method") {
    const auto lines = read_lines(notices::ical_text(entry()));
    CHECK(names_of(lines) == std::vector<std::string>{"BEGIN", "PRODID", "VERSION", "METHOD", "BEGIN", "UID",
                                                      "SEQUENCE", "DTSTAMP", "DTSTART", "DTEND", "SUMMARY", "STATUS",
                                                      "ATTENDEE", "END", "END"});
    CHECK(value_of(lines, "VERSION") == "2.0");
    CHECK(value_of(lines, "METHOD") == "REQUEST");
    CHECK(value_of(lines, "UID") == "provost-7-quiz");
    CHECK(value_of(lines, "DTSTAMP") == "20260216T000000Z");
    CHECK(value_of(lines, "DTSTART") == "20260228T220000Z");
    CHECK(value_of(lines, "DTEND") == "20260228T233000Z");
    CHECK(unescaped(value_of(lines, "SUMMARY")) == "Bread; baking, rye\\wheat\nfor all");
    CHECK(value_of(lines, "STATUS") == "CONFIRMED");
    CHECK(value_of(lines, "ATTENDEE;ROLE=REQ-PARTICIPANT;RSVP=FALSE") == "mailto:ann@example.org");
}

TEST_CASE("IMC-SCH-06 long lines go on behind a blank after at most 75 octets, and no character is cut") {
    for (std::size_t length = 60; length < 240; ++length) {
        auto made = entry();
        made.summary.clear();
        while (made.summary.size() < length)
            made.summary += made.summary.size() % 3 == 0 ? "\xE2\x82\xAC" : "ab\xC3\xA9";
        const auto lines = read_lines(notices::ical_text(made));
        CHECK(value_of(lines, "SUMMARY") == made.summary);
    }
}

TEST_CASE("IMC-SCH-06 a removal cancels; an end before its start and what is no address are left out") {
    auto made = entry();
    made.cancelled = true;
    made.sequence = 2;
    made.ends_at = made.starts_at;
    made.attendee = "ann@example.org\r\nATTENDEE:mailto:eve@example.org";
    made.organiser = "office@example.org";
    const auto lines = read_lines(notices::ical_text(made));
    CHECK(value_of(lines, "METHOD") == "CANCEL");
    CHECK(value_of(lines, "STATUS") == "CANCELLED");
    CHECK(value_of(lines, "SEQUENCE") == "2");
    CHECK(value_of(lines, "DTEND") == "absent");
    CHECK(value_of(lines, "ORGANIZER") == "mailto:office@example.org");
    CHECK(names_of(lines).size() == 14);
    for (const std::string bad : {"@", "a@", "@b", "a b@c", "a@b;CN=x", "a@b@c", "plain"}) {
        made.attendee = bad;
        CHECK(names_of(read_lines(notices::ical_text(made))).size() == 14);
    }
}

TEST_CASE(
    "IMC-SCH-06 what is handed out of a calendar carries the text; a later word has a greater sequence, and who "
    "leaves is taken out of it") {
    College college;
    Host& host = college.host;
    host.ask(scheduled);
    host.ask(registration(0));
    host.ask(opening(0, "2026-02-03T00:00:00Z"));
    const auto next = [&](std::string_view at) {
        Sender sender(host, "w", R"(,"organiser":"office@example.org","recorded":")" + std::string(at) + '"');
        const auto messages = sender.messages();
        for (const Message& message : messages) CHECK(sender.report(message.id, "sent") == "settled");
        std::ignore = sender.finish();
        std::vector<Message> entries;
        for (const Message& message : messages) {
            if (message.kind != notices::IntentKind::message) entries.push_back(message);
            if (message.kind == notices::IntentKind::message) CHECK(message.ical.empty());
        }
        return entries;
    };
    const auto first = next("2026-06-30T00:01:00Z");
    REQUIRE(first.size() == 1);
    const auto lines = read_lines(first.front().ical);
    CHECK(value_of(lines, "UID") == first.front().uid);
    CHECK(value_of(lines, "SUMMARY") == "Unit one in Melbourne: Quiz");
    CHECK(value_of(lines, "SEQUENCE") == "0");
    CHECK(value_of(lines, "ORGANIZER") == "mailto:office@example.org");

    host.ask(withdrawal(0, R"(,"access_ends":"by_rule")"));
    const auto second = next("2026-06-30T00:02:00Z");
    REQUIRE(second.size() == 1);
    CHECK(second.front().kind == notices::IntentKind::calendar_removal);
    CHECK(second.front().uid == first.front().uid);
    const auto removal = read_lines(second.front().ical);
    CHECK(value_of(removal, "METHOD") == "CANCEL");
    CHECK(value_of(removal, "SEQUENCE") == "1");
    CHECK(value_of(removal, "DTSTART") == value_of(lines, "DTSTART"));
    CHECK(next("2026-06-30T00:03:00Z").empty());
}

}  // namespace provost
