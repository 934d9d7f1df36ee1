// Where cells of separated values may end: a file is looked through 64 bytes at a time, and each block once.
#pragma once

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

namespace provost::imports {

/// Finds separators, quotes, line ends and NUL in bytes that stay where they are, asked for places that never go back.
class Stops {
public:
    explicit Stops(char separator) : bytes_{separator, '"', '\r', '\n', '\0'} {}

    /// Position of the next such byte at or behind `at`, or the end. Whether a byte beyond ASCII stands in the blocks
    /// that were looked at is or-ed into `high`.
    [[nodiscard]] std::size_t next(std::string_view bytes, std::size_t at, bool& high) {
        const char* const begin = bytes.data();
        const char* const end = begin + bytes.size();
        const char* from = begin + at;
        while (true) {
            if (size_ != 0 && from < block_ + size_) {
                high = high || high_;
                const auto left = found_ >> (from - block_);
                if (left != 0) return static_cast<std::size_t>(from - begin + std::countr_zero(left));
                from = block_ + size_;
            }
            if (from >= end) return bytes.size();
            look(from, end);
        }
    }

private:
    [[gnu::noinline]] void look(const char* from, const char* end) {
        block_ = from;
        size_ = std::min<std::ptrdiff_t>(end - from, 64);
        if (size_ == 64) return look_at(from);
        std::array<char, 64> rest{};
        std::memcpy(rest.data(), from, static_cast<std::size_t>(size_));
        look_at(rest.data());
        found_ &= (std::uint64_t{1} << size_) - 1;  // what was filled up is no text
    }

#ifdef __SSE2__
    void look_at(const char* bytes) {
        found_ = 0;
        int high = 0;
        for (std::size_t i = 0; i < 64; i += 16) {
            const auto some = _mm_loadu_si128(reinterpret_cast<const __m128i*>(bytes + i));
            auto equal = _mm_setzero_si128();
            for (const char stop : bytes_) equal = _mm_or_si128(equal, _mm_cmpeq_epi8(some, _mm_set1_epi8(stop)));
            found_ |= static_cast<std::uint64_t>(static_cast<unsigned>(_mm_movemask_epi8(equal))) << i;
            high |= _mm_movemask_epi8(some);
        }
        high_ = high != 0;
    }
#else
    void look_at(const char* bytes) {
        found_ = 0;
        unsigned high = 0;
        for (std::size_t i = 0; i < 64; ++i) {
            std::uint64_t is_stop = 0;
            for (const char stop : bytes_) is_stop |= bytes[i] == stop ? 1U : 0U;
            found_ |= is_stop << i;
            high |= static_cast<unsigned char>(bytes[i]);
        }
        high_ = high >= 0x80;
    }
#endif

    std::array<char, 5> bytes_;
    const char* block_ = nullptr;
    std::ptrdiff_t size_ = 0;
    std::uint64_t found_ = 0;  // a bit per byte of the block
    bool high_ = false;
};

}  // namespace provost::imports
