# Run by klartext_embed() at build time: writes OUTPUT, which defines VARIABLE with the texts of FILES.
string(REPLACE "|" ";" FILES "${FILES}")
set(rows "")
list(LENGTH FILES count)
foreach(file IN LISTS FILES)
  get_filename_component(name ${file} NAME_WE)
  file(READ ${file} text)
  string(APPEND rows "    {\"${name}\", R\"klartext(${text})klartext\"},\n")
endforeach()
file(WRITE ${OUTPUT} "// Generated from data files; do not edit.
#include \"base/embedded.h\"

namespace klartext {

extern const EmbeddedFile ${VARIABLE}[];
extern const std::size_t ${VARIABLE}Count;

const EmbeddedFile ${VARIABLE}[] = {
${rows}};
const std::size_t ${VARIABLE}Count = ${count};

}  // namespace klartext
")
