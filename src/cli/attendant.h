// The thread that looks after a run: it hears signals and sees that time passes.
//
// The first Ctrl-C (SIGINT; SIGTERM and SIGHUP likewise) asks the run to end with what it has in hand, the second ends
// the program at once. Signals are taken from a descriptor, so nothing runs inside a signal handler. One that was
// ignored when the program began (nohup, a job in the background) stays ignored.
#pragma once

#include <atomic>
#include <functional>
#include <thread>

namespace klartext {

class Attendant {
 public:
  /// `interrupted` is called once, at the first signal; `tick` a few times a second. Both in the attendant's thread.
  /// To be made before all other threads, which inherit that the signals are not theirs.
  Attendant(std::function<void(int signal)> interrupted, std::function<void()> tick);
  /// Gives the signals back.
  ~Attendant();
  Attendant(const Attendant&) = delete;
  Attendant& operator=(const Attendant&) = delete;

  /// The signal that was heard, 0 if none.
  [[nodiscard]] int signal() const { return signal_; }

 private:
  void attend();
  void hear();

  std::function<void(int)> interrupted_;
  std::function<void()> tick_;
  std::atomic<int> signal_ = 0;
  int signals_;
  int end_;
  std::thread thread_;
};

/// Exit status of a program that a signal ended, as shells have it.
inline constexpr int kExitSignal = 128;

}  // namespace klartext
