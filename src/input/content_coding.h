// Bodies as they travel: chunked, compressed, quoted-printable, base64.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "klartext/result.h"

namespace klartext {

/// Undoes the codings of an HTTP Content-Encoding header ("gzip", "deflate", "br", "zstd", lists of these). Archives
/// often keep the header of a body that is no longer compressed; such a body is given back as it is. `too_large` if it
/// expands to more than `limit`.
Result<std::string> undo_content_coding(std::string body, std::string_view content_encoding, std::size_t limit);

/// Undoes `Transfer-Encoding: chunked`; a body that is not chunked in truth is given back as it is, one that is cut off
/// as far as it goes.
std::string undo_chunks(std::string body);

/// Undoes a mail Content-Transfer-Encoding: quoted-printable, base64; others as they are.
std::string undo_transfer_coding(std::string_view body, std::string_view transfer_encoding);

}  // namespace klartext
