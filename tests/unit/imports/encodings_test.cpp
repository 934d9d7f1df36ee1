// Encodings of files: what stands in them comes out as UTF-8 and goes back, wherever the pieces are cut.
#include "imports/encoding.hpp"

#include "imports/file_reader.hpp"

#include <doctest/doctest.h>

#include <random>

namespace {

namespace encodings {

using namespace provost;
using namespace provost::imports;
using namespace std::string_literals;

constexpr std::string_view mark = "\xEF\xBB\xBF";

std::string decoded(Encoding encoding, std::string_view bytes, std::size_t piece) {
    Decoder decoder(encoding);
    std::string text;
    for (; !bytes.empty(); bytes.remove_prefix(std::min(piece, bytes.size()))) {
        text += decoder.decode(std::string(bytes.substr(0, piece)));
    }
    return text + std::string(decoder.finish());
}

struct EncodedFile {
    std::vector<std::vector<std::string>> rows;
    std::string code, expected, found, header;
    std::int64_t line = 0, column = 0;
};

EncodedFile read_encoded(Encoding encoding, std::string_view bytes, std::size_t piece = 1) {
    EncodedFile file;
    FileReader reader({encoding, ',', ','}, [](auto) { return std::size_t{1}; });
    const RowSink sink = [&](const Row& row) {
        if (file.rows.empty()) file.header = reader.header_in_file(row.text);
        file.rows.emplace_back(row.cells.begin(), row.cells.end());
    };
    Result<void> done;
    for (; done && !bytes.empty(); bytes.remove_prefix(std::min(piece, bytes.size()))) {
        done = reader.feed(bytes.substr(0, piece), sink);
    }
    if (done) done = reader.finish(sink);
    if (done) return file;
    file.code = done.error().code.name();
    file.line = done.error().place.line;
    file.column = done.error().place.column;
    for (const Parameter& each : done.error().parameters)
        (each.name == "found" ? file.found : file.expected) = each.value;
    return file;
}

}  // namespace encodings

}  // namespace

TEST_CASE("IMC-CSV-25 encodings are found by their names") {
    using namespace encodings;
    CHECK(encoding_names() == "utf-8, utf-16, utf-16le, utf-16be, windows-1252");
    for (const auto encoding :
         {Encoding::utf8, Encoding::utf16, Encoding::utf16le, Encoding::utf16be, Encoding::windows1252}) {
        CHECK(find_encoding(name_of(encoding)) == encoding);
    }
    CHECK_FALSE(find_encoding("UTF-8"));
    CHECK_FALSE(find_encoding(""));
}

TEST_CASE("IMC-CSV-25 text in any encoding comes back, in pieces of any size") {
    using namespace encodings;
    std::mt19937 random(25);
    const std::vector<std::string_view> parts = {"a", ",", "\n", "é", "€", "Ÿ", "ß", "\""};
    for (int round = 0; round < 300; ++round) {
        std::string text;
        for (auto n = random() % 12; n > 0; --n) text += parts[random() % parts.size()];
        for (const auto encoding : {Encoding::utf8, Encoding::utf16le, Encoding::utf16be, Encoding::windows1252}) {
            const auto bytes = encode(encoding, text);
            for (const std::size_t piece : {1U, 2U, 3U, 100U}) CHECK(decoded(encoding, bytes, piece) == text);
        }
    }
    const std::string pair = "x𝄞y";
    CHECK(encode(Encoding::utf16be, pair) == "\0x\xD8\x34\xDD\x1E\0y"s);
    for (const std::size_t piece : {1U, 2U, 3U, 100U}) {
        CHECK(decoded(Encoding::utf16be, encode(Encoding::utf16be, pair), piece) == pair);
        CHECK(decoded(Encoding::utf16le, encode(Encoding::utf16le, pair), piece) == pair);
    }
}

TEST_CASE("IMC-CSV-25 every byte of windows-1252 but five is a character, and comes back") {
    using namespace encodings;
    int none = 0;
    for (int byte = 0; byte < 256; ++byte) {
        const std::string bytes(1, static_cast<char>(byte));
        const auto text = decoded(Encoding::windows1252, bytes, 1);
        none += text == "\xFF" ? 1 : 0;
        if (text != "\xFF") CHECK(encode(Encoding::windows1252, text) == bytes);
    }
    CHECK(none == 5);
    CHECK(decoded(Encoding::windows1252, "\x80\x9F\xE9\xFF", 1) == "€Ÿéÿ");
}

TEST_CASE("IMC-CSV-25 UTF-16 shows its byte order by its mark or by its first letter") {
    using namespace encodings;
    for (const auto encoding : {Encoding::utf16le, Encoding::utf16be}) {
        for (const auto& text : {std::string(mark) + "né", "né"s}) {
            const auto bytes = encode(encoding, text);
            Decoder decoder(Encoding::utf16);
            CHECK(decoder.decode(bytes.substr(0, 1)) == "");
            std::string read(decoder.decode(bytes.substr(1)));
            CHECK(read + std::string(decoder.finish()) == text);
            CHECK(decoder.encoding() == encoding);
        }
    }
}

TEST_CASE("IMC-CSV-25 half a pair, half a character: no character, and the place is found") {
    using namespace encodings;
    CHECK(decoded(Encoding::utf16be, "\xD8\x34\0x"s, 1) == "\xFFx");
    CHECK(decoded(Encoding::utf16be, "\xDD\x1E\0x"s, 3) == "\xFFx");
    CHECK(decoded(Encoding::utf16be, "\xD8\x34\xD8\x34\xDD\x1E"s, 1) == "\xFF𝄞");
    CHECK(decoded(Encoding::utf16be, "\0x\xD8\x34"s, 1) == "x\xFF");
    CHECK(decoded(Encoding::utf16be, "\0x\0"s, 1) == "x\xFF");
    const auto file = read_encoded(Encoding::utf16be, "\0a\0\n\0b\xD8\x34\0c\0\n"s);
    CHECK(file.code == "file.encoding");
    CHECK(file.line == 2);
    CHECK(file.column == 2);
    CHECK(file.expected == "utf-16be");
}

TEST_CASE("IMC-CSV-25 a file that is not UTF-8 is refused with what it looks like") {
    using namespace encodings;
    struct Foreign {
        std::string bytes;
        std::string_view found;
        std::int64_t line, column;
    };
    const std::string text = "Login\nann\n";
    const std::vector<Foreign> files = {
        {encode(Encoding::utf16le, std::string(mark) + text), "utf-16le", 1, 1},
        {encode(Encoding::utf16be, std::string(mark) + text), "utf-16be", 1, 1},
        {encode(Encoding::utf16le, text), "utf-16le", 1, 2},
        {encode(Encoding::utf16be, text), "utf-16be", 1, 1},
        {"Login,Name\nann,Ren\xE9\n", "windows-1252", 2, 8},
        {"Login,Name\nann,x\xC0\xAF\n", "windows-1252", 2, 6},
        {"Login,Name\nann,\xED\xA0\x80\n", "windows-1252", 2, 5},
    };
    for (const Foreign& each : files) {
        CAPTURE(each.bytes);
        for (const std::size_t piece : {1U, 7U, 100U}) {
            const auto file = read_encoded(Encoding::utf8, each.bytes, piece);
            CHECK(file.code == "file.encoding");
            CHECK(file.expected == "utf-8");
            CHECK(file.found == each.found);
            CHECK(file.line == each.line);
            CHECK(file.column == each.column);
        }
    }
}

TEST_CASE("IMC-CSV-25 a file that shows one encoding is not read as another") {
    using namespace encodings;
    struct Shown {
        Encoding told;
        std::string bytes;
        std::string_view expected, found;
    };
    const std::string text = "Login\nann\n";
    const auto marked = std::string(mark) + text;
    const std::vector<Shown> files = {
        {Encoding::windows1252, marked, "windows-1252", "utf-8"},
        {Encoding::windows1252, encode(Encoding::utf16le, marked), "windows-1252", "utf-16le"},
        {Encoding::windows1252, encode(Encoding::utf16be, text), "windows-1252", "utf-16be"},
        {Encoding::utf16, marked, "utf-16", "utf-8"},
        {Encoding::utf16le, marked, "utf-16le", "utf-8"},
        {Encoding::utf16le, encode(Encoding::utf16be, marked), "utf-16le", "utf-16be"},
        {Encoding::utf16le, encode(Encoding::utf16be, text), "utf-16le", "utf-16be"},
        {Encoding::utf16be, encode(Encoding::utf16le, marked), "utf-16be", "utf-16le"},
        {Encoding::utf16be, encode(Encoding::utf16le, text), "utf-16be", "utf-16le"},
    };
    for (const Shown& each : files) {
        CAPTURE(each.bytes);
        for (const std::size_t piece : {1U, 100U}) {
            const auto file = read_encoded(each.told, each.bytes, piece);
            CHECK(file.code == "file.encoding");
            CHECK(file.expected == each.expected);
            CHECK(file.found == each.found);
            CHECK(file.line == 1);
        }
    }
    for (const auto told : {Encoding::windows1252, Encoding::utf16le, Encoding::utf16be}) {
        CHECK(read_encoded(told, encode(told, text)).code == "");
    }
    // One zero alone may belong to a letter of another alphabet.
    for (const auto told : {Encoding::utf16le, Encoding::utf16be}) {
        CHECK(read_encoded(told, encode(told, "一,Login\n二,ann\n")).code == "");
    }
}

TEST_CASE("IMC-ENI-12 a byte order mark is no part of the first heading, and stays in what is given back") {
    using namespace encodings;
    const std::string text = std::string(mark) + "Löss,b\n1,2\n";
    for (const auto encoding : {Encoding::utf8, Encoding::utf16le, Encoding::utf16be}) {
        const auto file = read_encoded(encoding, encode(encoding, text));
        CHECK(file.code == "");
        CHECK(file.rows == std::vector<std::vector<std::string>>{{"Löss", "b"}, {"1", "2"}});
        CHECK(file.header == encode(encoding, std::string(mark) + "Löss,b\n"));
    }
}
