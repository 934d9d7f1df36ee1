// Tells the stories of this folder through Engine::run_document, each on a store in memory and on a SQLite file; both
// must answer the same bytes. README.md describes the format. Exit code 1 when a story does not come out as written.
//
//     scenarios FOLDER [--transcript FILE] [STORY...]
//
// The transcript holds every answer, for the runners of the other languages to compare with.
#include "scenarios/expect.hpp"
#include "scenarios/teller.hpp"

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <sstream>

namespace {

using namespace provost::scenarios;
namespace fs = std::filesystem;

struct Options {
    fs::path folder;
    fs::path transcript;
    std::vector<std::string> stories;  // parts of file names; empty = all
};

Options read_options(int count, char** arguments) {
    Options options;
    for (int i = 1; i < count; ++i) {
        const std::string argument = arguments[i];
        if (argument == "--transcript" && i + 1 < count) {
            options.transcript = arguments[++i];
        } else if (options.folder.empty()) {
            options.folder = argument;
        } else {
            options.stories.push_back(argument);
        }
    }
    return options;
}

std::vector<fs::path> stories_of(const Options& options) {
    std::vector<fs::path> found;
    for (const auto& entry : fs::recursive_directory_iterator(options.folder)) {
        const auto name = fs::relative(entry.path(), options.folder).generic_string();
        if (entry.path().extension() != ".json" || name.starts_with("backgrounds/")) continue;
        const auto wanted = [&](const std::string& part) { return name.find(part) != name.npos; };
        if (options.stories.empty() || std::ranges::any_of(options.stories, wanted)) found.push_back(entry.path());
    }
    std::ranges::sort(found);
    return found;
}

// A folder for one SQLite file, gone with it.
class Workplace {
public:
    Workplace() {
        std::string name = (fs::temp_directory_path() / "scenarios-XXXXXX").string();
        if (::mkdtemp(name.data()) == nullptr) throw std::runtime_error("no temporary folder");
        folder_ = name;
    }
    ~Workplace() {
        std::error_code ignored;
        fs::remove_all(folder_, ignored);
    }
    Workplace(const Workplace&) = delete;
    Workplace& operator=(const Workplace&) = delete;
    [[nodiscard]] std::string file() const { return (folder_ / "store.db").string(); }

private:
    fs::path folder_;
};

// Problems of one story; appends its answers to the transcript.
std::vector<std::string> tell(const fs::path& file, const fs::path& folder, const std::string& empty_store,
                              std::string& transcript) {
    const auto story = read_file(file).as_object();
    const auto background = background_of(story, folder);
    const Workplace workplace;
    fs::copy_file(empty_store, workplace.file());
    Teller in_memory(":memory:", story, background);
    Teller in_file(workplace.file(), story, background);
    auto problems = in_memory.tell();
    for (auto& problem : in_file.tell()) problems.push_back("on SQLite: " + problem);
    if (problems.empty() && in_memory.transcript() != in_file.transcript()) {
        problems.push_back("memory and SQLite answer differently:\n" + in_memory.transcript() + in_file.transcript());
    }
    transcript += "# " + fs::relative(file, folder).generic_string() + '\n' + in_memory.transcript();
    return problems;
}

}  // namespace

int main(int count, char** arguments) try {
    const Options options = read_options(count, arguments);
    const auto stories = stories_of(options);
    // Its tables are made once: to make them takes longer than a story.
    const Workplace prepared;
    if (!provost::open(prepared.file())) throw std::runtime_error("no SQLite store");
    std::string transcript;
    std::size_t failed = 0;
    for (const auto& file : stories) {
        const auto problems = tell(file, options.folder, prepared.file(), transcript);
        for (const auto& problem : problems) std::cout << file.string() << ": " << problem << '\n';
        failed += problems.empty() ? 0 : 1;
    }
    if (!options.transcript.empty()) std::ofstream(options.transcript) << transcript;
    std::cout << stories.size() << " stories on 2 stores, " << failed << " failed\n";
    return failed == 0 && !stories.empty() ? 0 : 1;
} catch (const std::exception& problem) {
    std::cerr << problem.what() << '\n';
    return 2;
}
