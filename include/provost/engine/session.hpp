// Sessions: imports, exports and long runs as push and pull, in constant memory. No callback, no path: the caller opens
// the files, feeds bytes and takes bytes.
#pragma once

#include <provost/base/result.hpp>

#include <memory>
#include <string>
#include <string_view>

namespace provost {

/// A piece of output: the stream it belongs to (a report, or a file's name) and its bytes. Since 0.1.
struct Chunk {
    std::string stream;
    std::string bytes;
};

/// One run. Belongs to its engine and must be destroyed before it; one call at a time. A session with an LMS that has
/// not finished ends its run when it is destroyed: it waits for the engine, and writes log and lease to the store. In a
/// forked child leave sessions alone: they are the parent's. Since 0.1.
class Session {
public:
    virtual ~Session() = default;
    /// Gives input. Pieces may be cut anywhere. What was read is decided and committed in batches whose bounds do not
    /// depend on how the input is cut.
    [[nodiscard]] virtual Result<void> feed(std::string_view bytes) = 0;
    /// Ends the input; commits the rest. Answers the summary as a JSON document.
    [[nodiscard]] virtual Result<std::string> finish() = 0;
    /// Moves the next piece of output into `chunk`; false when there is none at present.
    [[nodiscard]] virtual Result<bool> take(Chunk& chunk) = 0;
};

}  // namespace provost
