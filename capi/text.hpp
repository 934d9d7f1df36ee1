// Texts: the caller's, and those that a callback is lent.
#pragma once

#include "handles.hpp"

#include <memory>
#include <string>

struct provost_text {
    std::string bytes;
    bool lent = false;
};

namespace provost::capi {

/// A text that becomes the caller's once all went well. It is made before the work begins, so that what was done is
/// never lost for want of memory.
class NewText {
public:
    NewText();
    NewText(const NewText&) = delete;
    NewText& operator=(const NewText&) = delete;
    ~NewText();
    void give(std::string bytes, provost_text** out) noexcept;

private:
    std::unique_ptr<provost_text> text_;
};

/// A text that a callback is lent to fill.
class LentText {
public:
    LentText();
    LentText(const LentText&) = delete;
    LentText& operator=(const LentText&) = delete;
    ~LentText();
    [[nodiscard]] provost_text* get() { return text_.get(); }
    [[nodiscard]] const std::string& bytes() const;

private:
    std::unique_ptr<provost_text> text_;
};

}  // namespace provost::capi
