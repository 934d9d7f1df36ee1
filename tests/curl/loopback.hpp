// A server on loopback that answers each connection with the same bytes and keeps what it was sent.
#pragma once

#include <atomic>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

namespace provost {

class Loopback {
public:
    explicit Loopback(std::string answer);
    ~Loopback();
    Loopback(const Loopback&) = delete;
    Loopback& operator=(const Loopback&) = delete;

    [[nodiscard]] std::string url(const std::string& scheme = "http") const {
        return scheme + "://127.0.0.1:" + std::to_string(port_);
    }
    /// Each request as it came: head and body.
    [[nodiscard]] std::vector<std::string> requests();

private:
    void serve();
    void serve_one(int connection);

    std::string answer_;
    int listening_ = -1;
    int port_ = 0;
    std::atomic<bool> over_ = false;
    std::mutex mutex_;
    std::vector<std::string> requests_;
    std::thread thread_;
};

}  // namespace provost
