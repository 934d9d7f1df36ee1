// Encodings of files: UTF-8, UTF-16 and windows-1252 become UTF-8, in pieces that may be cut anywhere, and back.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace provost::imports {

enum class Encoding : std::uint8_t { utf8, utf16, utf16le, utf16be, windows1252 };

/// By its name in documents: utf-8, utf-16 (its mark or its first character says which), utf-16le, utf-16be,
/// windows-1252.
[[nodiscard]] std::optional<Encoding> find_encoding(std::string_view name);
[[nodiscard]] std::string_view name_of(Encoding encoding);
/// All names, for error texts.
[[nodiscard]] std::string encoding_names();

/// Makes UTF-8 of a file. What stands for no character becomes the byte FF, which no UTF-8 holds, so that whoever reads
/// the text finds the place. A mark at the beginning stays, as the mark of UTF-8.
class Decoder {
public:
    explicit Decoder(Encoding encoding) : encoding_(encoding) {}

    /// The text of these bytes; holds until the next call and no longer than `bytes`.
    [[nodiscard]] std::string_view decode(std::string_view bytes);
    /// What a file that ends here has left over.
    [[nodiscard]] std::string_view finish();
    /// What the file is in: UTF-16 by now with its byte order.
    [[nodiscard]] Encoding encoding() const { return encoding_; }

private:
    void decode_utf16(std::string_view bytes);
    void take_unit(std::uint32_t unit);

    Encoding encoding_;
    std::string out_;
    std::string open_;           // the first byte of a unit
    std::uint32_t leading_ = 0;  // first half of a pair
};

/// UTF-8 text in an encoding. The text must be one that a Decoder of this encoding made.
[[nodiscard]] std::string encode(Encoding encoding, std::string_view text);

}  // namespace provost::imports
