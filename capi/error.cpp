// Errors as objects. The one of a process without memory stands ready and is never freed.
#include "documents.hpp"
#include "handles.hpp"

#include <provost/describe/json.hpp>

struct provost_error {
    provost_status status = PROVOST_OK;
    const char* code = "";
    const char* message = "";
    const char* pointer = "";
    const char* file = "";
    int64_t line = 0;
    int64_t column = 0;
    const char* document = "";
};

namespace provost::capi {

#ifdef PROVOST_FAULTS
void (*test_fault)() = nullptr;
#endif

namespace {

constinit const provost_error out_of_memory{
    PROVOST_LIMIT,
    "memory.exhausted",
    "There was not enough memory; nothing was changed.",
    "",
    "",
    0,
    0,
    R"({"code":"memory.exhausted","column":0,"line":0,)"
    R"("message":"There was not enough memory; nothing was changed.","status":"limit"})"};

// An error that owns its texts.
struct HeldError : provost_error {
    ErrorDocument content;
    std::string text;
};

std::unique_ptr<HeldError> held(const Error& error) {
    auto made = std::make_unique<HeldError>();
    made->content = {error.status,
                     std::string(error.code.name()),
                     sentence(error.code, error.parameters),
                     error.place.pointer,
                     error.place.file,
                     error.place.line,
                     error.place.column,
                     error.parameters};
    made->text = to_json(made->content);
    made->status = static_cast<provost_status>(error.status);
    made->code = made->content.code.c_str();
    made->message = made->content.message.c_str();
    made->pointer = made->content.pointer.c_str();
    made->file = made->content.file.c_str();
    made->line = made->content.line;
    made->column = made->content.column;
    made->document = made->text.c_str();
    return made;
}

template <class T>
T member(const provost_error* error, T provost_error::*what) noexcept {
    static constexpr provost_error none;
    return trap_value(none.*what, [&] {
        const bool readable = error == &out_of_memory || lives(error, Handle::error);
        return readable ? error->*what : none.*what;
    });
}

}  // namespace

provost_status fail_out_of_memory(provost_error** out) noexcept {
    // Nobody can change it: all functions take errors as const, and freeing leaves it alone.
    if (out != nullptr) *out = const_cast<provost_error*>(&out_of_memory);
    return PROVOST_LIMIT;
}

provost_status fail(provost_error** out, const Error& error) noexcept {
    const auto status = static_cast<provost_status>(error.status);
    if (out == nullptr) return status;
    try {
        auto made = held(error);
        enter(made.get(), Handle::error);
        *out = made.release();
        return status;
    } catch (...) {
        return fail_out_of_memory(out);
    }
}

provost_status fail_by_defect(provost_error** out) noexcept {
    return fail(out, {Status::internal, "internal.defect"_code});
}

}  // namespace provost::capi

using provost::capi::member;

provost_status provost_error_status(const provost_error* error) { return member(error, &provost_error::status); }

const char* provost_error_code(const provost_error* error) { return member(error, &provost_error::code); }

const char* provost_error_message(const provost_error* error) { return member(error, &provost_error::message); }

const char* provost_error_pointer(const provost_error* error) { return member(error, &provost_error::pointer); }

const char* provost_error_file(const provost_error* error) { return member(error, &provost_error::file); }

int64_t provost_error_line(const provost_error* error) { return member(error, &provost_error::line); }

int64_t provost_error_column(const provost_error* error) { return member(error, &provost_error::column); }

const char* provost_error_document(const provost_error* error) { return member(error, &provost_error::document); }

void provost_error_free(provost_error* error) {
    provost::capi::trap_value(false, [&] {
        if (!provost::capi::leave(error, provost::capi::Handle::error)) return false;
        delete static_cast<provost::capi::HeldError*>(error);
        return true;
    });
}
