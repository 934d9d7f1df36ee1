// A file for races, gone in the end.
#pragma once

#include <unistd.h>

#include <filesystem>
#include <string>

namespace provost::races {

// A file of its own, gone in the end.
class File {
public:
    File() { remove(); }
    File(const File&) = delete;
    File& operator=(const File&) = delete;
    ~File() { remove(); }
    [[nodiscard]] const std::string& path() const { return path_; }

private:
    void remove() const {
        for (const auto* end : {"", "-wal", "-shm"}) std::filesystem::remove(path_ + end);
    }

    std::string path_ =
        (std::filesystem::temp_directory_path() / ("provost_races_" + std::to_string(getpid()) + ".db")).string();
};

}  // namespace provost::races
