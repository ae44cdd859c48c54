#include "cli/attendant.h"

#include <poll.h>
#include <sys/eventfd.h>
#include <sys/signalfd.h>
#include <unistd.h>

#include <array>
#include <csignal>
#include <utility>

namespace klartext {
namespace {

constexpr int kTickMilliseconds = 100;

/// Those of the signals that end a run which are not ignored.
sigset_t ending_signals() {
  sigset_t signals;
  sigemptyset(&signals);
  for (const int signal : {SIGINT, SIGTERM, SIGHUP}) {
    struct sigaction action {};
    const bool ignored = sigaction(signal, nullptr, &action) == 0 && action.sa_handler == SIG_IGN;
    if (!ignored) sigaddset(&signals, signal);
  }
  return signals;
}

/// A descriptor that these signals come from, instead of ending the program.
int claim(const sigset_t& signals) {
  pthread_sigmask(SIG_BLOCK, &signals, nullptr);
  return signalfd(-1, &signals, SFD_CLOEXEC | SFD_NONBLOCK);
}

}  // namespace

Attendant::Attendant(std::function<void(int)> interrupted, std::function<void()> tick)
    : interrupted_(std::move(interrupted)),
      tick_(std::move(tick)),
      signals_(claim(ending_signals())),
      end_(eventfd(0, EFD_CLOEXEC)),
      thread_([this] { attend(); }) {}

Attendant::~Attendant() {
  eventfd_write(end_, 1);
  thread_.join();
  close(signals_);
  close(end_);
  const sigset_t signals = ending_signals();
  pthread_sigmask(SIG_UNBLOCK, &signals, nullptr);
}

void Attendant::attend() {
  std::array<pollfd, 2> both = {{{signals_, POLLIN, 0}, {end_, POLLIN, 0}}};
  while (both[1].revents == 0) {
    if (poll(both.data(), both.size(), kTickMilliseconds) > 0 && both[0].revents != 0) hear();
    tick_();
  }
}

void Attendant::hear() {
  signalfd_siginfo heard{};
  if (read(signals_, &heard, sizeof heard) != static_cast<ssize_t>(sizeof heard)) return;
  const int signal = static_cast<int>(heard.ssi_signo);
  if (signal_ != 0) _exit(kExitSignal + signal);
  signal_ = signal;
  interrupted_(signal);
}

}  // namespace klartext
