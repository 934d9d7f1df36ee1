// One connection after the other, as plain as can be.
#include "loopback.hpp"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <utility>

namespace provost {

Loopback::Loopback(std::string answer) : answer_(std::move(answer)) {
    listening_ = socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in place{};
    place.sin_family = AF_INET;
    place.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof(place);
    bind(listening_, reinterpret_cast<sockaddr*>(&place), size);
    listen(listening_, 8);
    getsockname(listening_, reinterpret_cast<sockaddr*>(&place), &size);
    port_ = ntohs(place.sin_port);
    thread_ = std::thread([this] { serve(); });
}

Loopback::~Loopback() {
    over_ = true;
    thread_.join();
    close(listening_);
}

std::vector<std::string> Loopback::requests() {
    const std::lock_guard lock(mutex_);
    return requests_;
}

void Loopback::serve() {
    while (!over_) {
        pollfd wait{listening_, POLLIN, 0};
        if (poll(&wait, 1, 20) <= 0) continue;
        const int connection = accept(listening_, nullptr, nullptr);
        if (connection >= 0) serve_one(connection);
    }
}

// Reads a head and as much body as it promises; an answer that is empty hangs up instead.
void Loopback::serve_one(int connection) {
    std::string request;
    std::array<char, 4096> piece{};
    std::size_t wanted = std::string::npos;
    while (request.size() < wanted) {
        const auto count = recv(connection, piece.data(), piece.size(), 0);
        if (count <= 0) break;
        request.append(piece.data(), static_cast<std::size_t>(count));
        const auto head = request.find("\r\n\r\n");
        if (wanted != std::string::npos || head == std::string::npos) continue;
        const auto length = request.find("Content-Length: ");
        wanted = head + 4 + (length < head ? std::stoul(request.substr(length + 16)) : 0);
    }
    {
        const std::lock_guard lock(mutex_);
        requests_.push_back(request);
    }
    for (std::size_t sent = 0; sent < answer_.size();) {
        const auto count = send(connection, answer_.data() + sent, answer_.size() - sent, MSG_NOSIGNAL);
        if (count <= 0) break;
        sent += static_cast<std::size_t>(count);
    }
    close(connection);
}

}  // namespace provost
