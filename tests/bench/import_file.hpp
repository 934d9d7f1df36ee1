// The files of a term, imported as a host imports them.
#pragma once

#include "bench.hpp"

#include <provost/open.hpp>

#include <filesystem>
#include <fstream>

namespace bench {

namespace fs = std::filesystem;

struct File {
    const char* name;
    const char* session;
    const char* preset;
};

/// What a term reads before its courses, and before its enrolments.
inline constexpr File before_courses[] = {
    {"organisation.json", "organisation", ""},
    {"templates.csv", "import", "catalogue"},
    {"prerequisites.csv", "import", "prerequisites"},
};
inline constexpr File courses_file{"courses.csv", "import", "catalogue"};
inline constexpr File before_enrolments[] = {
    {"learners.csv", "import", "learners"},
    {"programs.csv", "import", "programs"},
    {"prior_achievements.csv", "import", "prior_achievements"},
};
inline constexpr File enrolments_file{"enrolments.csv", "import", "enrolments"};

/// Calls `take` with the bytes of a file, piece by piece.
template <class Take>
void read_pieces(const fs::path& file, Take take) {
    std::ifstream stream(file, std::ios::binary);
    std::string buffer(1 << 16, '\0');
    while (stream.read(buffer.data(), static_cast<std::streamsize>(buffer.size())), stream.gcount() > 0) {
        take(std::string_view(buffer).substr(0, static_cast<std::size_t>(stream.gcount())));
    }
}

/// Imports a file; answers the summary.
inline std::string import(provost::Engine& engine, const fs::path& input, const File& file) {
    const std::string preset = *file.preset ? std::string(R"(,"preset":")") + file.preset + '"' : std::string();
    auto session = must(engine.begin(std::string(R"({"session":")") + file.session +
                                     R"(","zone":"Australia/Melbourne")" + preset + "}"));
    provost::Chunk chunk;
    read_pieces(input / file.name, [&](std::string_view piece) {
        must(session->feed(piece));
        while (must(session->take(chunk))) continue;
    });
    return must(session->finish());
}

inline std::unique_ptr<provost::Engine> engine_over(const fs::path& file) {
    provost::EngineOptions options;
    options.now = provost::parse_moment("2026-06-30T00:00:00Z")->in({});
    return must(provost::open(file.string(), options));
}

/// Seconds of CPU that the import of a file takes into a copy of a store.
inline double import_time(const fs::path& prepared, const fs::path& input, const fs::path& target, const File& file) {
    fs::copy_file(prepared, target, fs::copy_options::overwrite_existing);
    const auto engine = engine_over(target);
    const double began = cpu_seconds();
    import(*engine, input, file);
    return cpu_seconds() - began;
}

}  // namespace bench
