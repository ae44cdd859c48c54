// The stable words of the error codes, and the release.
#include "klartext/result.h"
#include "klartext/serialize.h"

namespace klartext {

std::string_view code_name(ErrorCode code) {
  switch (code) {
    case ErrorCode::not_found:
      return "not_found";
    case ErrorCode::unreadable:
      return "unreadable";
    case ErrorCode::too_large:
      return "too_large";
    case ErrorCode::not_html:
      return "not_html";
    case ErrorCode::no_article:
      return "no_article";
    case ErrorCode::http_status:
      return "http_status";
    case ErrorCode::network:
      return "network";
    case ErrorCode::timeout:
      return "timeout";
    case ErrorCode::blocked:
      return "blocked";
    case ErrorCode::profile:
      return "profile";
    case ErrorCode::internal:
      break;
  }
  return "internal";
}

std::string_view version() { return KLARTEXT_VERSION; }

}  // namespace klartext
