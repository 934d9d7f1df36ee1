// The table of checks: every row has a case that it finds, and finds nothing in a submission that is right.
#include "nat_submission.hpp"

#include <algorithm>
#include <set>

using namespace provost;
using namespace provost::reporting;
using namespace provost::reporting::checks;

namespace {

using namespace nat_submission;

struct CheckCase {
    std::string_view id, file, field, message, edits;
};
const std::vector<CheckCase> check_cases = {
#include "check_cases.inc"
};

// A submission with what a case does to it.
struct CheckedFiles {
    Situation situation{"8.0", "national", 2024, parse_day("2025-02-28").value(), "90001"};
    NatFiles files;
    std::vector<std::pair<std::string, std::vector<std::string>>> lists{};
};

std::vector<std::string> split_text(std::string_view text, char separator) {
    std::vector<std::string> parts;
    while (!text.empty()) {
        const auto end = std::min(text.find(separator), text.size());
        if (end > 0) parts.emplace_back(text.substr(0, end));
        text.remove_prefix(std::min(text.size(), end + 1));
    }
    return parts;
}

void set_option(CheckedFiles& made, const std::string& option) {
    const auto equals = option.find('=');
    const auto name = option.substr(0, equals), value = option.substr(equals + 1);
    if (name == "target") made.situation.target = value;
    if (name == "organisation") made.situation.organisation = value;
    if (name == "submitted") made.situation.submitted_on = parse_day(value).value();
    if (name == "release") {
        made.situation.release = value;
        made.files = nat_base(value);
    }
}

void set_fields(NatRecord& record, const std::vector<std::string>& words, std::size_t from) {
    for (; from < words.size(); ++from) {
        const auto equals = words[from].find('=');
        auto value = words[from].substr(equals + 1);
        std::ranges::replace(value, '_', ' ');
        record[words[from].substr(0, equals)] = value;
    }
}

void edit_files(CheckedFiles& made, const std::string& edit) {
    const auto words = split_text(edit, ' ');
    if (words[0] == "set") return set_option(made, words[1]);
    if (words[0] == "list") return void(made.lists.emplace_back(words[1], split_text(words[2], ',')));
    if (words[0] == "clear") return void(made.files.erase(words[1]));
    const bool plain = words[0].starts_with("NAT");
    const auto& place = words[plain ? 0 : 1];
    const auto slash = place.find('/');
    auto& records = made.files.at(place.substr(0, slash));
    const auto at = static_cast<std::size_t>(std::stoi(place.substr(slash + 1)) - 1);
    if (words[0] == "drop") return void(records.erase(records.begin() + static_cast<std::ptrdiff_t>(at)));
    if (words[0] == "copy") records.push_back(records.at(at));
    set_fields(words[0] == "copy" ? records.back() : records.at(at), words, plain ? 1 : 2);
}

std::vector<Finding> findings_of(const CheckedFiles& given) {
    FileCheck check(given.situation);
    for (const auto& [list, cells] : given.lists) {
        const std::vector<std::string_view> views(cells.begin(), cells.end());
        REQUIRE(check.add_reference(list, views));
    }
    for (const auto& [file, records] : given.files) {
        const Layout* layout = find_layout(given.situation.release, file);
        REQUIRE(layout != nullptr);
        for (const NatRecord& record : records) check.add(file, submission_bytes(*layout, record));
    }
    check.finish();
    return check.take();
}

CheckedFiles submission_of(const std::string& release) {
    CheckedFiles made;
    set_option(made, "release=" + release);
    return made;
}

// The rows that a case is about: "E " and "W " before a message say which severity.
bool is_row_of(const CheckRule& rule, std::string_view field, const CheckCase& one) {
    auto message = one.message;
    if (message.starts_with("E ") || message.starts_with("W ")) {
        if ((message[0] == 'E') != (rule.severity == checks::Severity::error)) return false;
        message.remove_prefix(2);
    }
    return rule.id == one.id && rule.file == one.file && field == one.field && rule.message.starts_with(message);
}

// The rows of the table that find what a case did.
std::set<const CheckRule*> rows_finding(const CheckCase& one) {
    auto given = submission_of("8.0");
    for (const auto& edit : split_text(one.edits, ';')) edit_files(given, edit);
    std::set<const CheckRule*> found;
    for (const Finding& finding : findings_of(given)) {
        if (is_row_of(*finding.rule, finding.field, one)) found.insert(finding.rule);
    }
    return found;
}

}  // namespace

TEST_CASE("FIN-REP-08 a submission that is right has no findings") {
    for (const auto* target : {"national", "nsw-smart-and-skilled", "vic", "qld", "tas"}) {
        auto given = submission_of("8.0");
        given.situation.target = target;
        for (const Finding& finding : findings_of(given)) {
            FAIL_CHECK(target << " " << finding.rule->id << " " << finding.file << " " << finding.rule->message);
        }
    }
    for (const Finding& finding : findings_of(submission_of("7.0"))) {
        FAIL_CHECK("7.0 " << finding.rule->id << " " << finding.file << " " << finding.rule->message);
    }
}

TEST_CASE("FIN-REP-08 states have outcomes of their own") {
    for (const auto& [target, found] : {std::pair{"national", 1}, {"qld", 0}, {"vic", 1}, {"tas", 0}}) {
        auto given = submission_of("8.0");
        given.situation.target = target;
        edit_files(given, "NAT00120/1 outcome_identifier_national=65");
        std::size_t wrong = 0;
        for (const Finding& finding : findings_of(given)) wrong += finding.rule->id == "V6" ? 1 : 0;
        CHECK(wrong == static_cast<std::size_t>(found));
    }
}

TEST_CASE("FIN-REP-08 every rule finds what breaks it, and every row has a case that only it finds") {
    std::set<const CheckRule*> alone;
    for (const CheckCase& one : check_cases) {
        CAPTURE(one.id);
        CAPTURE(one.file);
        CAPTURE(one.field);
        CAPTURE(one.edits);
        const auto found = rows_finding(one);
        CHECK_FALSE(found.empty());
        if (found.size() == 1) alone.insert(*found.begin());
    }
    for (const CheckRule* rule : rules()) {
        if (rule->kind <= checks::Kind::day) continue;  // cases of bytes: below
        CAPTURE(rule->id);
        CAPTURE(rule->file);
        CAPTURE(rule->fields);
        CAPTURE(rule->message);
        CHECK(alone.contains(rule));
    }
}

TEST_CASE("FIN-REP-08 every row says all that a row must, and names a field that there is") {
    std::set<std::string> numbers;
    for (const CheckRule* rule : rules()) {
        CAPTURE(rule->id);
        CAPTURE(rule->message);
        numbers.emplace(rule->id);
        CHECK_FALSE(rule->condition.empty());
        CHECK_FALSE(rule->message.empty());
        CHECK_FALSE(rule->fix.empty());
        if (rule->kind <= checks::Kind::day) continue;
        const auto field = rule->fields.substr(0, rule->fields.find(' '));
        bool has_field = false;
        for (const auto* release : {"7.0", "8.0"}) {
            const Layout* layout = find_layout(release, rule->file);
            has_field = has_field || (layout != nullptr && layout->find(field) < layout->fields.size());
        }
        CHECK(has_field);
    }
    for (const auto& [letter, count] : {std::pair{'F', 13}, {'V', 31}, {'X', 17}}) {
        for (int i = 1; i <= count; ++i) CHECK(numbers.contains(letter + std::to_string(i)));
    }
}

TEST_CASE("FIN-REP-08 the form of records: F1 to F5, with line and column") {
    const auto found_in = [](std::string_view bytes, std::string_view target = "national") {
        FileCheck check({"8.0", std::string(target), 2024, {}, {}});
        check.add("NAT00090", bytes);
        check.finish();
        std::string text;
        for (const Finding& finding : check.take()) {
            if (finding.rule->id[0] != 'F' || finding.rule->id == "F12") continue;
            text += std::string(finding.rule->id) + ":" + std::to_string(finding.line) + ":" +
                    std::to_string(finding.column) + " ";
        }
        return text;
    };
    CHECK(found_in("C1        11\r\nC2        12\r\n").empty());
    CHECK(found_in("C1        1\r\n") == "F1:1:12 ");
    CHECK(found_in("C1        11 \r\n") == "F1:1:14 ");
    CHECK(found_in("C1        11\nC2        12\n") == "F2:1:13 ");
    CHECK(found_in("C1        11\r\nC2        12") == "F2:2:13 ");
    CHECK(found_in("C\xE9        11\r\n") == "F3:1:2 ");
    CHECK(found_in("C1        1 \r\n") == "F4:1:11 ");
    CHECK(found_in("C1         1\r\n") == "F4:1:11 ");
    FileCheck check({"8.0", "vic", 2024, {}, {}});
    check.add("NAT00100", "C1        511x\r\n");  // Victoria appends a code
    check.add("NAT00130", "90001     BSB50420  C1        30022024Y\r\n");
    for (const Finding& finding : check.take()) {
        if (finding.rule->id[0] == 'F') CHECK(finding.rule->id == "F5");
    }
}

TEST_CASE("FIN-REP-08 what the host gave no list for is not checked, and said so") {
    FileCheck check({"8.0", "national", 2024, {}, {}});
    CHECK(check.not_checked() == std::vector<std::string>{"F11", "F13", "V2", "V3", "V4", "V5", "V16", "V18"});
    const std::vector<std::string_view> program{"BSB50420", "Diploma"};
    CHECK(check.add_reference("programs", program));
    CHECK_FALSE(check.add_reference("localities", program));
    CHECK_FALSE(check.add_reference("postcodes", program));
    CHECK(check.not_checked() == std::vector<std::string>{"F11", "F13", "V2", "V5", "V16", "V18"});
}

TEST_CASE("FIN-REP-08 files may come in any order and cut anywhere") {
    auto given = submission_of("8.0");
    edit_files(given, "drop NAT00080/2");
    edit_files(given, "copy NAT00120/1");
    const auto whole = findings_of(given);
    FileCheck check(given.situation);
    for (auto file = given.files.rbegin(); file != given.files.rend(); ++file) {
        for (const NatRecord& record : file->second) {
            const auto bytes = submission_bytes(*find_layout("8.0", file->first), record);
            for (const char& byte : bytes) check.add(file->first, {&byte, 1});
        }
    }
    check.finish();
    const auto pieces = check.take();
    CHECK(whole.size() == pieces.size());
    for (const Finding& finding : whole) {
        CHECK(std::ranges::any_of(pieces, [&](const Finding& other) {
            return other.rule == finding.rule && other.line == finding.line && other.column == finding.column;
        }));
    }
    CHECK(check.counts().errors + check.counts().warnings == static_cast<std::int64_t>(pieces.size()));
}

TEST_CASE("FIN-REP-08 what is kept of activities does not grow with records that are there already") {
    Activities activities;
    const Day start = parse_day("2024-02-05").value(), end = parse_day("2024-06-28").value();
    for (std::uint32_t round = 0; round < 3; ++round) {
        for (std::uint32_t i = 0; i < 1000; ++i) {
            const auto seen = activities.add({i % 50, i / 50, 7, start, end});
            CHECK(seen.before == (round > 0));
            CHECK_FALSE(seen.overlaps);
        }
    }
    CHECK(activities.size() == 1000);
    CHECK(activities.add({1, 1, 8, start, end}).overlaps);
    CHECK_FALSE(activities.add({1, 1, 8, end, end + std::chrono::days(9)}).overlaps);  // one day in common
}
