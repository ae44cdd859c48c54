// A server that sends exactly the bytes it is told to and then closes, stalls or trickles: what no proper server does.
#pragma once

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <atomic>
#include <chrono>
#include <functional>
#include <string>
#include <thread>
#include <vector>

namespace klartext {

class RawServer {
 public:
  /// `talk` gets each connection, after a request has been read from it; the socket is closed behind it.
  explicit RawServer(std::function<void(int)> talk) : talk_(std::move(talk)) {
    listener_ = socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in address = {};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    bind(listener_, reinterpret_cast<sockaddr*>(&address), sizeof address);
    socklen_t size = sizeof address;
    getsockname(listener_, reinterpret_cast<sockaddr*>(&address), &size);
    port_ = ntohs(address.sin_port);
    listen(listener_, 64);
    thread_ = std::thread([this] { accept_all(); });
  }
  ~RawServer() {
    stopping_ = true;
    shutdown(listener_, SHUT_RDWR);
    thread_.join();
    close(listener_);
    for (auto& thread : talks_) thread.join();
  }
  RawServer(const RawServer&) = delete;
  RawServer& operator=(const RawServer&) = delete;

  [[nodiscard]] std::string url(const std::string& path = "/") const {
    return "http://127.0.0.1:" + std::to_string(port_) + path;
  }
  [[nodiscard]] int connections() const { return connections_; }

  static void send_text(int connection, const std::string& text) {
    send(connection, text.data(), text.size(), MSG_NOSIGNAL);
  }

  /// Waits until the other side closes, at most some seconds.
  static void stall(int connection) {
    const timeval patience = {10, 0};
    setsockopt(connection, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
    char byte = 0;
    while (recv(connection, &byte, 1, 0) > 0) {
    }
  }

 private:
  void accept_all() {
    while (!stopping_) {
      const int connection = accept(listener_, nullptr, nullptr);
      if (connection < 0) break;
      ++connections_;
      talks_.emplace_back([this, connection] {
        std::string request;
        char byte = 0;
        while (request.find("\r\n\r\n") == std::string::npos && recv(connection, &byte, 1, 0) == 1)
          request.push_back(byte);
        talk_(connection);
        close(connection);
      });
    }
  }

  std::function<void(int)> talk_;
  int listener_ = -1;
  int port_ = 0;
  std::atomic<bool> stopping_ = false;
  std::atomic<int> connections_ = 0;
  std::thread thread_;
  std::vector<std::thread> talks_;
};

}  // namespace klartext
