// bench NAME ARGUMENT...: runs one benchmark; without a name it says which there are.
#include "bench.hpp"

#include <array>
#include <string_view>

namespace {

struct Row {
    std::string_view name, arguments;
    int count;  // of arguments
    void (*run)(char** arguments);
};
constexpr auto table = std::to_array<Row>({
    {"imports", "INPUT_DIR FOLDER", 2, [](char** of) { bench::imports(of[0], of[1]); }},
    {"courses", "INPUT_DIR FOLDER", 2, [](char** of) { bench::courses(of[0], of[1]); }},
    {"reading", "INPUT_DIR", 1, [](char** of) { bench::reading(of[0]); }},
    {"registrations", "FOLDER", 1, [](char** of) { bench::registrations(of[0]); }},
    {"checks", "FOLDER", 1, [](char** of) { bench::checks(of[0]); }},
    {"learning", "FOLDER", 1, [](char** of) { bench::learning(of[0]); }},
    {"grades", "FOLDER", 1, [](char** of) { bench::grades(of[0]); }},
    {"lms", "FOLDER", 1, [](char** of) { bench::lms_plans(of[0]); }},
    {"access", "", 0, [](char**) { bench::access(); }},
    {"answers", "", 0, [](char**) { bench::answers(); }},
    {"prerequisites", "", 0, [](char**) { bench::prerequisites(); }},
    {"ways", "", 0, [](char**) { bench::ways(); }},
    {"statutory", "", 0, [](char**) { bench::statutory(); }},
    {"collection", "FOLDER", 1, [](char** of) { bench::collection(of[0]); }},
});

}  // namespace

int main(int count, char** words) {
    for (const Row& row : table) {
        if (count == row.count + 2 && row.name == words[1]) return (row.run(words + 2), 0);
    }
    for (const Row& row : table) {
        std::fprintf(stderr, "bench %s %s\n", std::string(row.name).c_str(), std::string(row.arguments).c_str());
    }
    return 2;
}
