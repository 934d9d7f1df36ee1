// Opens an engine in memory, through the installed headers.
#include <provost/open.hpp>

#include <iostream>

int main() {
    auto engine = provost::open(":memory:");
    if (!engine) return 1;
    const auto refused = (*engine)->run_document(R"({"verb":"no.such"})");
    if (refused) return 2;
    std::cout << provost::sentence(refused.error().code, refused.error().parameters) << '\n';
    return refused.error().code.name() == "verb.unknown" ? 0 : 3;
}
