// Names in statutory files: letters the files can not hold, and the name for encryption.
#include "reporting/names.hpp"
#include "reporting/transliterate.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

using namespace provost::reporting;

namespace {

std::string ascii_of(std::string_view text, std::vector<Replacement>* replaced = nullptr) {
    std::string out;
    std::vector<Replacement> list;
    append_ascii(out, text, list);
    if (replaced != nullptr) *replaced = list;
    return out;
}

}  // namespace

TEST_CASE("FIN-REP-09 letters lose their marks, signs become plain, the rest is a question mark") {
    CHECK(ascii_of("Zoë Müller-Lüdenscheidt, Großmann") == "Zoe Muller-Ludenscheidt, Grossmann");
    CHECK(ascii_of("Ærø Łódź Đặng Œuvre Þór Iğdır") == "AEro Lodz Dang OEuvre Thor Igdir");
    CHECK(ascii_of("Nguyễn Thị Phương Trường") == "Nguyen Thi Phuong Truong");
    // The same name with combining marks.
    CHECK(ascii_of("Nguye\u0302\u0303n Thi\u0323 Phu\u031Bo\u031Bng") == "Nguyen Thi Phuong");
    CHECK(ascii_of("D\u2019Arcy \u201CJo\u201D\u00A0Smith\u2013Jones\u2026\u200B") == "D'Arcy \"Jo\" Smith-Jones...");
    CHECK(ascii_of("tab\tline\r\nend\x01") == "tab line  end?");
    CHECK(ascii_of("Ωmega 李 🎓") == "?mega ? ?");
    CHECK(ascii_of("broken \xC3 \xFF\x80 \xE2\x82") == "broken ? ?? ??");
    CHECK(ascii_of(" ~@") == " ~@");
    CHECK(ascii_of("\u0301x") == "x");
}

TEST_CASE("FIN-REP-09 each replaced character is listed once, with its marks") {
    std::vector<Replacement> replaced;
    CHECK(ascii_of("éa e\u0301éß", &replaced) == "ea eess");
    CHECK(replaced == std::vector<Replacement>{{"é", "e"}, {"e\u0301", "e"}, {"ß", "ss"}});
    ascii_of("plain", &replaced);
    CHECK(replaced.empty());
}

TEST_CASE("FIN-REP-09 the table of rules names no character twice and writes printable ASCII only") {
    std::u32string all;
    for (const AsciiRule& rule : ascii_rules()) {
        CHECK(std::ranges::all_of(rule.to, [](char c) { return c >= ' ' && c <= '~'; }));
        all += rule.from;
    }
    std::ranges::sort(all);
    CHECK(std::ranges::adjacent_find(all) == all.end());
    // Letters of Vietnamese, in both cases, are all there.
    for (char32_t c = 0x1EA0; c <= 0x1EF9; ++c) CHECK(all.find(c) != all.npos);
}

TEST_CASE("a beginning is measured as the file will hold it") {
    CHECK(ascii_prefix("Straße", 5) == "Stra");
    CHECK(ascii_prefix("Straße", 6) == "Straß");
    CHECK(ascii_prefix("e\u0301e\u0301", 1) == "e\u0301");
    CHECK(ascii_prefix("abc", 9) == "abc");
    CHECK(ascii_prefix("", 9).empty());
}

TEST_CASE("the name for encryption: family, given; a single name stands on both sides") {
    CHECK(name_for_encryption("Smith", "Anna Maria") == "Smith, Anna Maria");
    CHECK(name_for_encryption(" Smith ", " Anna ") == "Smith, Anna");
    CHECK(name_for_encryption("Suharto", "") == "Suharto, Suharto");
    CHECK(name_for_encryption("", "Suharto") == "Suharto, Suharto");
    CHECK(name_for_encryption("", "").empty());
    CHECK(name_for_encryption("Đặng", "Zoë") == "Đặng, Zoë");
    CHECK(name_for_encryption(std::string(45, 'F'), "G") == std::string(40, 'F') + ", G");
    CHECK(name_for_encryption(std::string(40, 'F'), std::string(45, 'G')) ==
          std::string(40, 'F') + ", " + std::string(18, 'G'));
    CHECK(ascii_of(name_for_encryption("Wei" + std::string(40, '-'), "ßß")).size() == 46);
}
