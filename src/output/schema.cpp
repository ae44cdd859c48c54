// The JSON Schema of a record: src/output/schema.json, embedded at build time.
#include "base/embedded.h"
#include "klartext/serialize.h"

namespace klartext {

extern const EmbeddedFile kSchemaFiles[];

std::string_view schema_json() { return kSchemaFiles[0].text; }

}  // namespace klartext
