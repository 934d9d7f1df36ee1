// Records of NAT00120: the writer beside formatting by hand and beside fprintf, reading back and checking per record,
// and a million distinct records written and checked with the memory that takes.
#include "bench.hpp"
#include "by_hand.hpp"
#include "reporting/checks/file_check.hpp"
#include "reporting/fixed_width.hpp"

#include <provost/enrolment/enrolment.hpp>

#include <array>

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
    char client[24], subject[32];
    std::snprintf(client, sizeof client, "S%08zu", i / 40);
    std::snprintf(subject, sizeof subject, "BSBCMM%03zu", 100 + i % 40);
    const Day start = Day(std::chrono::year(2024) / 2 / 1) + std::chrono::days(i % 90);
    return {client, subject, start, start + std::chrono::days(120)};
}

std::array<FieldValue, 17> values_of(const Activity& one) {
    return {"90001", "HQ", one.client, one.subject, "BSB50420", one.start, one.end, "YNN", "20",
            "20",    "3",  {},         {},          "@@",       "N",       {},      {}};
}

Texts texts_of(const Activity& one) {
    return {"90001", "HQ", one.client, one.subject, "BSB50420", one.start, one.end, "YNN", "20",
            "20",    "3",  {},         {},          "@@",       "N",       {},      {}};
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
