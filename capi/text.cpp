// Versions and texts.
#include "text.hpp"

namespace provost::capi {

NewText::NewText() : text_(std::make_unique<provost_text>()) { enter(text_.get(), Handle::text); }

NewText::~NewText() {
    if (text_ != nullptr) leave(text_.get(), Handle::text);
}

void NewText::give(std::string bytes, provost_text** out) noexcept {
    text_->bytes = std::move(bytes);
    *out = text_.release();
}

LentText::LentText() : text_(std::make_unique<provost_text>()) {
    text_->lent = true;
    enter(text_.get(), Handle::text);
}

LentText::~LentText() { leave(text_.get(), Handle::text); }

const std::string& LentText::bytes() const { return text_->bytes; }

namespace {

Result<void> check_bytes(const char* bytes, size_t length) {
    if (bytes == nullptr && length != 0) return null_argument("bytes");
    return {};
}

Result<void> check(const provost_text* text, const char* bytes, size_t length) {
    if (text == nullptr) return null_argument("text");
    if (!lives(text, Handle::text)) return closed_handle();
    return check_bytes(bytes, length);
}

}  // namespace

}  // namespace provost::capi

using namespace provost::capi;

const char* provost_version(void) {
    return trap_value("", [] { return PROVOST_VERSION; });
}

uint32_t provost_abi_version(void) {
    return trap_value(uint32_t{PROVOST_ABI_VERSION}, [] { return uint32_t{PROVOST_ABI_VERSION}; });
}

provost_status provost_text_new(const char* bytes, size_t length, provost_text** out, provost_error** error) {
    if (out != nullptr) *out = nullptr;
    return trap(error, [&]() -> provost::Result<void> {
        if (out == nullptr) return null_argument("out");
        if (auto right = check_bytes(bytes, length); !right) return right;
        NewText text;
        text.give(std::string(bytes_of(bytes, length)), out);
        return {};
    });
}

const char* provost_text_data(const provost_text* text) {
    return trap_value("", [&] { return lives(text, Handle::text) ? text->bytes.c_str() : ""; });
}

size_t provost_text_size(const provost_text* text) {
    return trap_value(size_t{0}, [&] { return lives(text, Handle::text) ? text->bytes.size() : size_t{0}; });
}

provost_status provost_text_set(provost_text* text, const char* bytes, size_t length, provost_error** error) {
    return trap(error, [&]() -> provost::Result<void> {
        if (auto right = check(text, bytes, length); !right) return right;
        text->bytes.assign(bytes_of(bytes, length));
        return {};
    });
}

provost_status provost_text_append(provost_text* text, const char* bytes, size_t length, provost_error** error) {
    return trap(error, [&]() -> provost::Result<void> {
        if (auto right = check(text, bytes, length); !right) return right;
        text->bytes.append(bytes_of(bytes, length));
        return {};
    });
}

void provost_text_free(provost_text* text) {
    trap_value(false, [&] {
        if (!lives(text, Handle::text) || text->lent) return false;
        leave(text, Handle::text);
        delete text;
        return true;
    });
}
