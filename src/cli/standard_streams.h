// The three descriptors that every program expects to have.
#pragma once

namespace klartext {

/// Takes the place of each of the descriptors 0 to 2 that is closed, so that no file that is opened later gets its
/// number and what is meant for a stream. Reading a standard input that was closed, and writing a standard output that
/// was, fails with EBADF; what goes to a closed standard error is dropped. To be called before anything is opened.
void hold_standard_streams();

}  // namespace klartext
