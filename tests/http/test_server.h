// A web server in this process, scripted by the test, on a free port of the loopback.
#pragma once

#include <httplib.h>

#include <chrono>
#include <map>
#include <mutex>
#include <string>
#include <thread>

namespace klartext {

class TestServer {
 public:
  /// Each open connection keeps one of `threads` busy.
  explicit TestServer(std::size_t threads = 64) {
    server_.new_task_queue = [threads] { return new httplib::ThreadPool(threads); };
    server_.set_keep_alive_max_count(100000);
    server_.set_tcp_nodelay(true);
    server_.set_pre_routing_handler([this](const auto& request, auto&) {
      const std::lock_guard lock(mutex_);
      ++hits_[request.path];
      return httplib::Server::HandlerResponse::Unhandled;
    });
    port_ = server_.bind_to_any_port("127.0.0.1");
  }
  ~TestServer() {
    server_.stop();
    if (thread_.joinable()) thread_.join();
  }
  TestServer(const TestServer&) = delete;
  TestServer& operator=(const TestServer&) = delete;

  /// Handlers are added to this before `start`.
  httplib::Server& routes() { return server_; }

  void start() {
    thread_ = std::thread([this] { server_.listen_after_bind(); });
    while (!server_.is_running()) std::this_thread::sleep_for(std::chrono::milliseconds(1));
  }

  /// A route that always gives the same page.
  void page(const std::string& path, const std::string& body, const std::string& type = "text/html") {
    server_.Get(path, [=](const auto&, auto& response) { response.set_content(body, type); });
  }
  void redirect(const std::string& path, const std::string& to, int status = 302) {
    server_.Get(path, [=](const auto&, auto& response) { response.set_redirect(to, status); });
  }

  [[nodiscard]] std::string url(const std::string& path) const {
    return "http://127.0.0.1:" + std::to_string(port_) + path;
  }
  [[nodiscard]] int port() const { return port_; }

  /// How often a path was asked for.
  int hits(const std::string& path) {
    const std::lock_guard lock(mutex_);
    return hits_[path];
  }

 private:
  httplib::Server server_;
  std::thread thread_;
  int port_ = 0;
  std::mutex mutex_;
  std::map<std::string, int> hits_;
};

inline const std::string kPage = "<!doctype html><title>Ein Titel</title><p>Text eines Artikels.</p>";

}  // namespace klartext
