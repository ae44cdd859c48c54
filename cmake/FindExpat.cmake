# Expat::Expat. The static library where there is one, as for Gumbo.
find_path(Expat_INCLUDE_DIR expat.h)
find_library(Expat_LIBRARY NAMES libexpat.a expat)
include(FindPackageHandleStandardArgs)
find_package_handle_standard_args(Expat REQUIRED_VARS Expat_LIBRARY Expat_INCLUDE_DIR)
mark_as_advanced(Expat_INCLUDE_DIR Expat_LIBRARY)
if(Expat_FOUND AND NOT TARGET Expat::Expat)
  add_library(Expat::Expat UNKNOWN IMPORTED)
  set_target_properties(Expat::Expat PROPERTIES IMPORTED_LOCATION "${Expat_LIBRARY}"
                        INTERFACE_INCLUDE_DIRECTORIES "${Expat_INCLUDE_DIR}")
endif()
