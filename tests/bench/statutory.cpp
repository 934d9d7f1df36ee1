// Records of NAT00120: the writer beside formatting by hand and beside fprintf, reading back and checking per record,
// and a million distinct records written and checked with the memory that takes.
#include "bench.hpp"
#include "reporting/checks/file_check.hpp"
#include "reporting/fixed_width.hpp"

#include <provost/enrolment/enrolment.hpp>

#include <array>
#include <cstring>

#include <sys/resource.h>

namespace bench {

namespace {

using namespace provost;
using namespace provost::reporting;

constexpr std::size_t rows = 200'000;
constexpr std::size_t million = 1'000'000;

struct Activity {
    std::string client, subject;
    Day start{}, end{};
};

// Clients with 40 subjects each, so that every record differs.
Activity activity_of(std::size_t i) {
    char client[11], subject[13];
    std::snprintf(client, sizeof client, "S%08zu", i / 40);
    std::snprintf(subject, sizeof subject, "BSBCMM%03zu", 100 + i % 40);
    const Day start = Day(std::chrono::year(2024) / 2 / 1) + std::chrono::days(i % 90);
    return {client, subject, start, start + std::chrono::days(120)};
}

std::array<FieldValue, 17> values_of(const Activity& one) {
    return {"90001", "HQ", one.client, one.subject, "BSB50420", one.start, one.end, "YNN", "20",
            "20",    "3",  {},         {},          "@@",       "N",       {},      {}};
}

// The same values as somebody has them who formats by hand.
struct Texts {
    std::string_view organisation, location, client, subject, program;
    Day start{}, end{};
    std::string_view mode, outcome, funding, commencing, contract, apprenticeship, reason, schools, specific, school;
};

Texts texts_of(const Activity& one) {
    return {"90001", "HQ", one.client, one.subject, "BSB50420", one.start, one.end, "YNN", "20",
            "20",    "3",  {},         {},          "@@",       "N",       {},      {}};
}

void put_text(char* record, std::size_t start, std::size_t width, std::string_view text) {
    std::memcpy(record + start - 1, text.data(), std::min(text.size(), width));
}

void put_day(char* record, std::size_t start, Day day) {
    const std::chrono::year_month_day date(day);
    const auto two = [&](std::size_t at, unsigned number) {
        record[at - 1] = static_cast<char>('0' + number / 10);
        record[at] = static_cast<char>('0' + number % 10);
    };
    const auto year = static_cast<unsigned>(static_cast<int>(date.year()));
    two(start, static_cast<unsigned>(date.day())), two(start + 2, static_cast<unsigned>(date.month()));
    two(start + 4, year / 100), two(start + 6, year % 100);
}

// Nothing is checked, and what does not fit is cut. Not inlined, or its values would be known while compiling.
[[gnu::noinline]] void append_by_hand(std::string& out, const Texts& one) {
    const auto size = out.size();
    out.append(111, ' ');
    char* record = out.data() + size;
    put_text(record, 1, 10, one.organisation), put_text(record, 11, 10, one.location);
    put_text(record, 21, 10, one.client), put_text(record, 31, 12, one.subject), put_text(record, 43, 10, one.program);
    put_day(record, 53, one.start), put_day(record, 61, one.end);
    put_text(record, 69, 3, one.mode), put_text(record, 72, 2, one.outcome), put_text(record, 74, 2, one.funding);
    put_text(record, 76, 1, one.commencing), put_text(record, 77, 10, one.contract);
    put_text(record, 87, 10, one.apprenticeship), put_text(record, 97, 2, one.reason);
    put_text(record, 99, 1, one.schools), put_text(record, 100, 10, one.specific), put_text(record, 110, 2, one.school);
    out += "\r\n";
}

void print(std::FILE* to, const Activity& one) {
    const std::chrono::year_month_day start(one.start), end(one.end);
    const auto number = [](auto part) { return static_cast<unsigned>(part); };
    std::fprintf(to, "%-10s%-10s%-10s%-12s%-10s%02u%02u%04d%02u%02u%04d%-3s%02d%02d%1d%-10s%-10s%-2s%-1s%-10s%-2s\r\n",
                 "90001", "HQ", one.client.c_str(), one.subject.c_str(), "BSB50420", number(start.day()),
                 number(start.month()), static_cast<int>(start.year()), number(end.day()), number(end.month()),
                 static_cast<int>(end.year()), "YNN", 20, 20, 3, "", "", "@@", "N", "", "");
}

template <class Work>
double time_of(Work work) {
    const double began = cpu_seconds();
    work();
    return cpu_seconds() - began;
}

double memory_mb() {
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return static_cast<double>(usage.ru_maxrss) / 1024;
}

void write_all(std::span<const Activity> all, std::string& out) {
    const Layout& layout = *find_layout("8.0", "NAT00120");
    std::vector<FieldNote> notes;
    out.clear();
    for (const Activity& one : all) {
        const auto values = values_of(one);
        must(append_record(out, layout, Extent::national, values, notes));
    }
}

void compare_writers(std::span<const Activity> all) {
    std::string ours, by_hand;
    std::FILE* nowhere = std::fopen("/dev/null", "w");
    std::vector<double> writer, hand, printed;
    for (int round = 0; round < 5; ++round) {
        writer.push_back(time_of([&] { write_all(all, ours); }));
        hand.push_back(time_of([&] {
            by_hand.clear();
            for (const Activity& one : all) append_by_hand(by_hand, texts_of(one));
        }));
        printed.push_back(time_of([&] {
            for (const Activity& one : all) print(nowhere, one);
        }));
    }
    std::fclose(nowhere);
    if (ours != by_hand) std::exit(1);
    report("NAT00120, formatting by hand", median(writer), median(hand), rows, "records", 0.6);
    report("NAT00120, fprintf", median(writer), median(printed), rows, "records", 6);
}

void check_speed(std::span<const Activity> all) {
    std::string bytes;
    write_all(all, bytes);
    std::vector<double> read, checked, write;
    std::size_t total = 0;
    for (int round = 0; round < 3; ++round) {
        read.push_back(time_of([&] {
            RecordReader reader(*find_layout("8.0", "NAT00120"));
            RecordLines lines;
            lines.feed(bytes, [&](std::string_view record, Ending) {
                reader.read(record);
                total += reader.values().size();
            });
        }));
        checked.push_back(time_of([&] {
            checks::FileCheck check({"8.0", "national", 2024, {}, {}});
            check.add("NAT00120", bytes);
            total += static_cast<std::size_t>(check.counts().records);
        }));
    }
    if (total != 3 * 28 * rows) std::exit(1);
    std::printf("NAT00120 read back %.0f records/s, checked %.0f records/s\n", rows / median(read),
                rows / median(checked));
}

// Nothing is kept of the file: what grows is what the checks keep of distinct activities and clients.
void a_million() {
    const double before = memory_mb();
    checks::FileCheck check({"8.0", "national", 2024, {}, {}});
    const Layout& layout = *find_layout("8.0", "NAT00120");
    std::string record;
    std::vector<FieldNote> notes;
    double after_writing = before;
    const double took = time_of([&] {
        for (std::size_t i = 0; i < million; ++i) {
            record.clear();
            const Activity one = activity_of(i);
            const auto values = values_of(one);
            must(append_record(record, layout, Extent::national, values, notes));
        }
        after_writing = memory_mb();
        for (std::size_t i = 0; i < million; ++i) {
            record.clear();
            const Activity one = activity_of(i);
            const auto values = values_of(one);
            must(append_record(record, layout, Extent::national, values, notes));
            check.add("NAT00120", record);
        }
    });
    std::printf(
        "a million records twice written, once checked: %.1f s, memory +%.1f MB to write, +%.1f MB to check "
        "(25,000 clients, all activities distinct)\n",
        took, after_writing - before, memory_mb() - after_writing);
}

}  // namespace

void statutory() {
    a_million();
    std::vector<Activity> all;
    for (std::size_t i = 0; i < rows; ++i) all.push_back(activity_of(i));
    compare_writers(all);
    check_speed(all);
}

}  // namespace bench
