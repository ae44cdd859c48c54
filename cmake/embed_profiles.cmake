# Writes the site profiles into a C++ file: cmake -DOUTPUT=… -DPROFILES=a.json;b.json -P embed_profiles.cmake
set(rows "")
foreach(file IN LISTS PROFILES)
  get_filename_component(name "${file}" NAME)
  file(READ "${file}" json)
  string(APPEND rows "    ProfileFile{\"${name}\", R\"json(${json})json\"},\n")
endforeach()
file(WRITE "${OUTPUT}" "// Written by cmake/embed_profiles.cmake from src/sites/profiles.
#include <array>

#include \"sites/profile.h\"

namespace klartext {

std::span<const ProfileFile> embedded_profile_files() {
  static constexpr std::array kFiles = {
${rows}  };
  return kFiles;
}

}  // namespace klartext
")
