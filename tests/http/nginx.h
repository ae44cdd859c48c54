// A real web server, nginx, on free ports of the loopback: HTTP/1.1 with gzip and validators, HTTP/2 over TLS.
#pragma once

#include <arpa/inet.h>
#include <netinet/in.h>
#include <signal.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <cstdlib>
#include <string>
#include <thread>

#include "input/temporary_folder.h"

namespace klartext {

class Nginx {
 public:
  /// Pages are files under `root()`.
  Nginx() : port_(free_port()), tls_port_(free_port()) {
    folder_.write("root/index.html", "<p>start");
    const std::string make_certificate =
        "openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=localhost -addext "
        "subjectAltName=DNS:localhost -keyout '" +
        folder_.path("key.pem") + "' -out '" + certificate() + "' 2>/dev/null";
    has_certificate_ = std::system(make_certificate.c_str()) == 0;
    folder_.write("nginx.conf", configuration());
    start();
  }
  ~Nginx() {
    if (process_ <= 0) return;
    kill(process_, SIGTERM);
    waitpid(process_, nullptr, 0);
  }
  Nginx(const Nginx&) = delete;
  Nginx& operator=(const Nginx&) = delete;

  /// False where nginx or openssl is not installed.
  [[nodiscard]] bool runs() const { return runs_; }

  [[nodiscard]] std::string url(const std::string& path) const {
    return "http://127.0.0.1:" + std::to_string(port_) + path;
  }
  [[nodiscard]] std::string tls_url(const std::string& path, const std::string& host = "localhost") const {
    return "https://" + host + ":" + std::to_string(tls_port_) + path;
  }
  [[nodiscard]] std::string certificate() const { return folder_.path("certificate.pem"); }
  void write(const std::string& name, const std::string& bytes) const { folder_.write("root/" + name, bytes); }

  /// Whether the access log has these words of a line such as "GET /path HTTP/2.0 200". Waits for them for a while:
  /// the line is written after the answer.
  [[nodiscard]] bool has_logged(const std::string& words) const {
    for (int i = 0; i < 500; ++i) {
      if (log().find(words) != std::string::npos) return true;
      std::this_thread::sleep_for(std::chrono::milliseconds(10));
    }
    return false;
  }
  [[nodiscard]] std::string log() const {
    std::ifstream file(folder_.path("access.log"));
    return {std::istreambuf_iterator<char>(file), {}};
  }

 private:
  static int free_port() {
    const int probe = socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in address = {};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    bind(probe, reinterpret_cast<sockaddr*>(&address), sizeof address);
    socklen_t size = sizeof address;
    getsockname(probe, reinterpret_cast<sockaddr*>(&address), &size);
    close(probe);
    return ntohs(address.sin_port);
  }

  [[nodiscard]] std::string configuration() const {
    const std::string user = geteuid() == 0 ? "user root;\n" : "";
    const std::string tls = "listen 127.0.0.1:" + std::to_string(tls_port_) + " ssl http2;\n ssl_certificate " +
                            certificate() + ";\n ssl_certificate_key " + folder_.path("key.pem") + ";\n";
    return user + "daemon off;\nworker_processes 1;\npid " + folder_.path("pid") + ";\nerror_log " +
           folder_.path("error.log") + ";\nevents { worker_connections 2000; }\nhttp {\n" +
           " log_format plain '$request $status';\n access_log " + folder_.path("access.log") + " plain;\n" +
           " client_body_temp_path " + folder_.path("t1") + ";\n proxy_temp_path " + folder_.path("t2") +
           ";\n fastcgi_temp_path " + folder_.path("t3") + ";\n uwsgi_temp_path " + folder_.path("t4") +
           ";\n scgi_temp_path " + folder_.path("t5") + ";\n" +
           " types { text/html html; application/pdf pdf; }\n charset utf-8;\n gzip on;\n keepalive_requests "
           "100000;\n" +
           " server {\n listen 127.0.0.1:" + std::to_string(port_) + " backlog=1024;\n " + tls + " root " +
           folder_.path("root") + ";\n" + " location /down { return 302 " + url("/page.html") + "; }\n" +
           " location /up { return 302 " + tls_url("/page.html") + "; }\n" + packed_location("br") +
           packed_location("zstd") + " location /latin1/ { charset iso-8859-1; }\n }\n}\n";
  }

  /// Files in "/br/" are packed already, and declared to be.
  static std::string packed_location(const std::string& coding) {
    return " location /" + coding + "/ { gzip off; add_header Content-Encoding " + coding + "; }\n";
  }

  void start() {
    process_ = fork();
    if (process_ == 0) {
      const std::string conf = folder_.path("nginx.conf");
      const std::string errors = folder_.path("error.log");
      const std::string prefix = folder_.path();
      execlp("nginx", "nginx", "-e", errors.c_str(), "-p", prefix.c_str(), "-c", conf.c_str(), nullptr);
      execl("/usr/sbin/nginx", "nginx", "-e", errors.c_str(), "-p", prefix.c_str(), "-c", conf.c_str(), nullptr);
      _exit(127);
    }
    for (int i = 0; i < 500 && !runs_; ++i) {
      std::this_thread::sleep_for(std::chrono::milliseconds(10));
      runs_ = has_certificate_ && answers();
      if (waitpid(process_, nullptr, WNOHANG) == process_) {
        process_ = -1;
        runs_ = false;
        break;
      }
    }
  }

  [[nodiscard]] bool answers() const {
    const int probe = socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in address = {};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    address.sin_port = htons(static_cast<std::uint16_t>(port_));
    const bool connected = connect(probe, reinterpret_cast<sockaddr*>(&address), sizeof address) == 0;
    close(probe);
    return connected;
  }

  TemporaryFolder folder_;
  int port_;
  int tls_port_;
  bool has_certificate_ = false;
  bool runs_ = false;
  pid_t process_ = -1;
};

}  // namespace klartext
