#include "input/curl_library.h"

#include <dlfcn.h>

#include <string>

namespace klartext {
namespace {

/// Looks symbols up until one is missing.
class Symbols {
 public:
  explicit Symbols(void* handle) : handle_(handle) {}

  template <class Function>
  void find(Function& function, const char* name) {
    void* address = dlsym(handle_, name);
    function = reinterpret_cast<Function>(address);
    if (address == nullptr && missing_.empty()) missing_ = name;
  }

  [[nodiscard]] const std::string& missing() const { return missing_; }

 private:
  void* handle_;
  std::string missing_;
};

std::string find_all(void* handle, CurlLibrary& library) {
  Symbols symbols(handle);
  symbols.find(library.global_init, "curl_global_init");
  symbols.find(library.version_info, "curl_version_info");
  symbols.find(library.free, "curl_free");
  symbols.find(library.slist_append, "curl_slist_append");
  symbols.find(library.slist_free_all, "curl_slist_free_all");
  symbols.find(library.easy_init, "curl_easy_init");
  symbols.find(library.easy_cleanup, "curl_easy_cleanup");
  symbols.find(library.easy_perform, "curl_easy_perform");
  symbols.find(library.easy_setopt, "curl_easy_setopt");
  symbols.find(library.easy_getinfo, "curl_easy_getinfo");
  symbols.find(library.easy_strerror, "curl_easy_strerror");
  symbols.find(library.multi_init, "curl_multi_init");
  symbols.find(library.multi_cleanup, "curl_multi_cleanup");
  symbols.find(library.multi_setopt, "curl_multi_setopt");
  symbols.find(library.multi_add_handle, "curl_multi_add_handle");
  symbols.find(library.multi_remove_handle, "curl_multi_remove_handle");
  symbols.find(library.multi_perform, "curl_multi_perform");
  symbols.find(library.multi_poll, "curl_multi_poll");
  symbols.find(library.multi_wakeup, "curl_multi_wakeup");
  symbols.find(library.multi_info_read, "curl_multi_info_read");
  symbols.find(library.share_init, "curl_share_init");
  symbols.find(library.share_cleanup, "curl_share_cleanup");
  symbols.find(library.share_setopt, "curl_share_setopt");
  return symbols.missing();
}

Result<CurlLibrary> open_library() {
  constexpr const char* kFile = "libcurl.so.4";
  void* handle = dlopen(kFile, RTLD_NOW | RTLD_LOCAL);
  if (handle == nullptr) {
    return Error{ErrorCode::internal,
                 "addresses cannot be fetched: libcurl is not installed (Debian: apt install libcurl4)"};
  }
  CurlLibrary library;
  const std::string missing = find_all(handle, library);
  if (!missing.empty()) {
    return Error{ErrorCode::internal,
                 std::string(kFile) + " is too old: it has no " + missing + " (7.68 or later is needed)"};
  }
  if (library.global_init(CURL_GLOBAL_DEFAULT) != CURLE_OK)
    return Error{ErrorCode::internal, "libcurl cannot be started"};
  return library;
}

}  // namespace

Result<const CurlLibrary*> curl_library() {
  static const Result<CurlLibrary> library = open_library();  // thread-safe, and only when it is needed
  if (!library) return library.error();
  return &*library;
}

}  // namespace klartext
