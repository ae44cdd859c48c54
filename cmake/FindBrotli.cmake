# Brotli::Decoder. The static libraries where there are any: a binary that starts without loading them.
find_path(Brotli_INCLUDE_DIR brotli/decode.h)
find_library(Brotli_DECODER_LIBRARY NAMES libbrotlidec.a libbrotlidec-static.a brotlidec)
find_library(Brotli_COMMON_LIBRARY NAMES libbrotlicommon.a libbrotlicommon-static.a brotlicommon)
include(FindPackageHandleStandardArgs)
find_package_handle_standard_args(Brotli REQUIRED_VARS Brotli_DECODER_LIBRARY Brotli_COMMON_LIBRARY Brotli_INCLUDE_DIR)
mark_as_advanced(Brotli_INCLUDE_DIR Brotli_DECODER_LIBRARY Brotli_COMMON_LIBRARY)
if(Brotli_FOUND AND NOT TARGET Brotli::Decoder)
  add_library(Brotli::Decoder UNKNOWN IMPORTED)
  set_target_properties(Brotli::Decoder PROPERTIES IMPORTED_LOCATION "${Brotli_DECODER_LIBRARY}"
                        INTERFACE_INCLUDE_DIRECTORIES "${Brotli_INCLUDE_DIR}"
                        INTERFACE_LINK_LIBRARIES "${Brotli_COMMON_LIBRARY}")
endif()
