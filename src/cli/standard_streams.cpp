// /dev/null the wrong way round: input that can only be written, output that can only be read. So a use of them is an
// error like on a descriptor that is closed, where silence would lose what was to be read or written.
#include "cli/standard_streams.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>

namespace klartext {
namespace {

struct Stream {
  int descriptor;
  int mode;
};

/// In this order: the system gives the lowest number that is free.
constexpr Stream kStreams[] = {{STDIN_FILENO, O_WRONLY}, {STDOUT_FILENO, O_RDONLY}, {STDERR_FILENO, O_WRONLY}};

bool is_closed(int descriptor) { return fcntl(descriptor, F_GETFD) < 0 && errno == EBADF; }

}  // namespace

void hold_standard_streams() {
  for (const Stream& stream : kStreams) {
    if (is_closed(stream.descriptor)) open("/dev/null", stream.mode);
  }
}

}  // namespace klartext
