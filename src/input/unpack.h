// Compressed bytes, told by their first bytes.
#pragma once

#include <cstddef>
#include <memory>

#include "input/byte_stream.h"

namespace klartext {

/// The stream itself, or what gzip or zstd made it from; also what is packed twice. Streams of several members are one.
/// Nothing is unpacked before it is read, so the size that bytes expand to is limited by whoever reads.
std::unique_ptr<ByteStream> unpacked(std::unique_ptr<ByteStream> stream);

}  // namespace klartext
