// bench imports INPUT_DIR FOLDER | courses INPUT_DIR FOLDER | reading INPUT_DIR | registrations|checks FOLDER | answers
#include "bench.hpp"

#include <string_view>

int main(int count, char** words) {
    const std::string_view what = count > 1 ? words[1] : "";
    if (what == "imports" && count == 4) return (bench::imports(words[2], words[3]), 0);
    if (what == "courses" && count == 4) return (bench::courses(words[2], words[3]), 0);
    if (what == "reading" && count == 3) return (bench::reading(words[2]), 0);
    if (what == "registrations" && count == 3) return (bench::registrations(words[2]), 0);
    if (what == "checks" && count == 3) return (bench::checks(words[2]), 0);
    if (what == "answers" && count == 2) return (bench::answers(), 0);
    std::fprintf(
        stderr, "bench imports|courses INPUT_DIR FOLDER | reading INPUT_DIR | registrations|checks FOLDER | answers\n");
    return 2;
}
