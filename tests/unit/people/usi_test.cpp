// Formats of the identifiers that statutory reporting knows people by.
#include <provost/people/learner.hpp>

#include <doctest/doctest.h>

using namespace provost;
using namespace provost::people;

TEST_CASE("a unique student identifier proves itself by its check character") {
    for (const auto* usi : {"23456789D4", "2222222222", "ZZZZZZZZZB", "INTOFF", "INDIV"}) {
        CAPTURE(usi);
        CHECK_FALSE(check_usi(usi));
    }
    for (const auto* usi : {"23456789D1", "23456789D5", "32456789D4", "23456789d4", "2345678904", "23456789D",
                            "23456789D44", "", "SHORT", "NOUSI", "intoff", "23456789É"}) {
        CAPTURE(usi);
        CHECK(check_usi(usi).name() == "usi.check-character");
    }
}

TEST_CASE("every change of one character and every swap of different neighbours but 2 and Z is noticed") {
    constexpr std::string_view symbols = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
    const std::string right = "23456789D4";
    for (std::size_t i = 0; i < right.size(); ++i) {
        int accepted = 0;
        for (const char c : symbols) {
            auto changed = right;
            changed[i] = c;
            accepted += check_usi(changed) ? 0 : 1;
        }
        CHECK(accepted == 1);
    }
    for (std::size_t i = 0; i + 1 < right.size(); ++i) {
        auto swapped = right;
        std::swap(swapped[i], swapped[i + 1]);
        CHECK(check_usi(swapped));
    }
}

TEST_CASE("a client identifier has 1 to 10 of A-Z and 0-9") {
    CHECK_FALSE(check_client_id("A"));
    CHECK_FALSE(check_client_id("AZ09AZ09AZ"));
    for (const auto* id : {"", "AZ09AZ09AZ1", "a1", "A 1", "A-1", "Ä1"}) {
        CAPTURE(id);
        CHECK(check_client_id(id).name() == "client-id.malformed");
    }
}
