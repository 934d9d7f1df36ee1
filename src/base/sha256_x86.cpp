// The block of SHA-256 in the SHA instructions of x86 processors (Intel SHA Extensions, Intel SDM volume 1, 5.22),
// where the processor has them; five times as fast as the portable rounds, which the tests compare it with.
#include "base/sha256.hpp"

#if defined(__x86_64__) && defined(__GNUC__)

#include <cpuid.h>
#include <immintrin.h>

namespace provost {

namespace {

bool has_instructions() {
    unsigned a = 0, b = 0, c = 0, d = 0;
    if (__get_cpuid(1, &a, &b, &c, &d) == 0 || (c & bit_SSSE3) == 0 || (c & bit_SSE4_1) == 0) return false;
    return __get_cpuid_count(7, 0, &a, &b, &c, &d) != 0 && (b & bit_SHA) != 0;
}

// The instructions hold the state as two registers, a b e f and c d g h, the first letter in the highest lane.
__attribute__((target("sha,sse4.1,ssse3"))) void block(std::uint32_t* state, const std::uint8_t* bytes) {
    const __m128i swap = _mm_set_epi64x(0x0c0d0e0f08090a0b, 0x0405060700010203);
    auto* words = reinterpret_cast<__m128i*>(state);
    const __m128i cdab = _mm_shuffle_epi32(_mm_loadu_si128(words), 0xb1);
    const __m128i efgh = _mm_shuffle_epi32(_mm_loadu_si128(words + 1), 0x1b);
    __m128i abef = _mm_alignr_epi8(cdab, efgh, 8);
    __m128i cdgh = _mm_blend_epi16(efgh, cdab, 0xf0);
    const __m128i abef_before = abef, cdgh_before = cdgh;
    __m128i w[4];
    for (int i = 0; i < 4; ++i) {
        w[i] = _mm_shuffle_epi8(_mm_loadu_si128(reinterpret_cast<const __m128i*>(bytes) + i), swap);
    }
    for (int i = 0; i < 16; ++i) {  // four rounds each
        if (i >= 4) {
            const __m128i sum = _mm_add_epi32(_mm_sha256msg1_epu32(w[i % 4], w[(i + 1) % 4]),
                                              _mm_alignr_epi8(w[(i + 3) % 4], w[(i + 2) % 4], 4));
            w[i % 4] = _mm_sha256msg2_epu32(sum, w[(i + 3) % 4]);
        }
        const auto* k = reinterpret_cast<const __m128i*>(sha256_constants.data()) + i;
        const __m128i term = _mm_add_epi32(w[i % 4], _mm_loadu_si128(k));
        cdgh = _mm_sha256rnds2_epu32(cdgh, abef, term);
        abef = _mm_sha256rnds2_epu32(abef, cdgh, _mm_shuffle_epi32(term, 0x0e));
    }
    abef = _mm_shuffle_epi32(_mm_add_epi32(abef, abef_before), 0x1b);
    cdgh = _mm_shuffle_epi32(_mm_add_epi32(cdgh, cdgh_before), 0xb1);
    _mm_storeu_si128(words, _mm_blend_epi16(abef, cdgh, 0xf0));
    _mm_storeu_si128(words + 1, _mm_alignr_epi8(cdgh, abef, 8));
}

}  // namespace

Sha256Block sha256_instructions() {
    static const bool found = has_instructions();
    return found ? &block : nullptr;
}

}  // namespace provost

#else

namespace provost {

Sha256Block sha256_instructions() { return nullptr; }

}  // namespace provost

#endif
