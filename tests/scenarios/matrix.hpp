// What goes through all stories to see a whole matrix of requests: tells each, then says whether all came in them.
#pragma once

#include "scenarios/teller.hpp"

#include <algorithm>
#include <filesystem>
#include <iostream>

namespace provost::scenarios {

template <class Matrix>
int run_matrix(int count, char** arguments) try {
    namespace fs = std::filesystem;
    if (count != 2) return 2;
    const fs::path folder = arguments[1];
    std::vector<fs::path> stories;
    for (const auto& entry : fs::recursive_directory_iterator(folder)) {
        const auto name = fs::relative(entry.path(), folder).generic_string();
        if (entry.path().extension() == ".json" && !name.starts_with("backgrounds/")) stories.push_back(entry.path());
    }
    std::ranges::sort(stories);
    Matrix matrix;
    for (const auto& story : stories) matrix.tell(story, folder);
    return matrix.complete() ? 0 : 1;
} catch (const std::exception& problem) {
    std::cerr << problem.what() << '\n';
    return 2;
}

}  // namespace provost::scenarios
