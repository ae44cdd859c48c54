// The Gumbo door: the only file that knows the parser.
//
// Gumbo builds the tree of the page's skeleton in an arena; one walk over the tree, without recursion, puts texts and
// attributes back and feeds the DocumentBuilder; then the tree is forgotten. A parse that asks for more memory than a
// page of its size can need is given up from inside the allocator (Gumbo is plain C and holds nothing but arena memory,
// so jumping out of it leaks nothing).
#include "html/document.h"

#include <gumbo.h>

#include <algorithm>
#include <array>
#include <csetjmp>

#include "html/arena.h"
#include "html/document_builder.h"
#include "html/prune.h"
#include "html/skeleton.h"

namespace klartext {
namespace {

/// Gumbo takes 3 bytes of arena per byte of a news page, 13 at the worst of 1,950. With this much, all that a page
/// takes stays below 40 bytes a byte.
constexpr std::size_t kArenaBytesPerByte = 24;
constexpr std::size_t kArenaBytesAtLeast = std::size_t{8} << 20;
/// What the rules keep of a block is 300 bytes, however short it is. Measured: at most 2,830 texts a page.
constexpr std::size_t kMaxBlocks = std::size_t{1} << 18;

struct AllocationGuard {
  Arena* arena;
  std::size_t limit_bytes;
  SteppedDeadline deadline;
  std::jmp_buf give_up = {};
};

extern "C" void* allocate_for_gumbo(void* userdata, size_t bytes) {
  auto* guard = static_cast<AllocationGuard*>(userdata);
  const bool too_much = guard->arena->used() + bytes > guard->limit_bytes;
  if (too_much || guard->deadline.passed()) std::longjmp(guard->give_up, 1);
  return guard->arena->allocate(bytes);
}

extern "C" void keep_for_arena(void* /*userdata*/, void* /*memory*/) {}

/// The tree in the arena, or null if the page is beyond its budget of memory or time.
GumboOutput* parse_into(AllocationGuard& guard, std::string_view html) {
  if (setjmp(guard.give_up) != 0) return nullptr;
  GumboOptions options = kGumboDefaultOptions;
  options.allocator = allocate_for_gumbo;
  options.deallocator = keep_for_arena;
  options.userdata = &guard;
  options.max_errors = 0;
  return gumbo_parse_with_options(&options, html.data(), html.size());
}

std::array<Tag, GUMBO_TAG_LAST> make_tag_table() {
  std::array<Tag, GUMBO_TAG_LAST> table{};
  table.fill(Tag::other);
#define X(enumerator, name, is_block) table[gumbo_tag_enum(name)] = Tag::enumerator;
  KLARTEXT_TAGS(X)
#undef X
  table[GUMBO_TAG_UNKNOWN] = Tag::other;
  table[GUMBO_TAG_LAST - 1] = Tag::other;
  return table;
}

/// For a tag that Gumbo has no number for: our own name, or a component's, or none of our business.
Tag unnumbered_tag(const GumboElement& element) {
  GumboStringPiece name = element.original_tag;
  gumbo_tag_from_original_text(&name);
  const std::string_view text(name.data == nullptr ? "" : name.data, name.data == nullptr ? 0 : name.length);
  if (const auto tag = tag_from_name(text)) return *tag;
  return text.find('-') != std::string_view::npos ? Tag::custom : Tag::other;
}

Tag tag_of(const GumboElement& element) {
  static const auto kTable = make_tag_table();
  if (element.tag == GUMBO_TAG_UNKNOWN) return unnumbered_tag(element);
  return kTable[element.tag];
}

const GumboVector* children_of(const GumboNode* node) {
  const bool has_children = node->type == GUMBO_NODE_ELEMENT || node->type == GUMBO_NODE_TEMPLATE;
  return has_children ? &node->v.element.children : nullptr;
}

/// Tells the builder what the tree holds, with texts and attributes as they stand on the page.
class Teller {
 public:
  Teller(DocumentBuilder& builder, const Skeleton& skeleton)
      : builder_(builder), skeleton_(skeleton), reader_(skeleton) {}

  void enter(const GumboNode* node);
  void leave() { builder_.close(); }

 private:
  void enter_element(const GumboElement& element);

  DocumentBuilder& builder_;
  const Skeleton& skeleton_;
  SkeletonReader reader_;
};

void Teller::enter(const GumboNode* node) {
  switch (node->type) {
    case GUMBO_NODE_ELEMENT:
    case GUMBO_NODE_TEMPLATE:
      enter_element(node->v.element);
      break;
    case GUMBO_NODE_WHITESPACE:
      builder_.text(node->v.text.text);
      break;
    case GUMBO_NODE_TEXT:
    case GUMBO_NODE_CDATA:
      builder_.text(reader_.text(node->v.text.text));
      break;
    default:
      break;
  }
}

void Teller::enter_element(const GumboElement& element) {
  builder_.open(tag_of(element));
  const char* tag = element.original_tag.data;
  const auto attributes = tag == nullptr ? SkeletonReader::Attributes{}
                                         : reader_.attributes(static_cast<std::size_t>(tag - skeleton_.markup.data()));
  for (const auto& attribute : attributes) builder_.attribute(attribute.name, reader_.value(attribute));
  for (unsigned i = 0; attributes.empty() && i < element.attributes.length; ++i) {
    const auto* attribute = static_cast<const GumboAttribute*>(element.attributes.data[i]);
    if (const auto name = attribute_from_name(attribute->name)) builder_.attribute(*name, attribute->value);
  }
  builder_.attributes_done();
}

/// Document order without recursion: down to the first child, else right, else up and right.
void walk(Teller& teller, const GumboNode* root, SteppedDeadline deadline) {
  const GumboNode* node = root;
  while (!deadline.passed()) {
    teller.enter(node);
    const auto* children = children_of(node);
    if (children != nullptr && children->length > 0) {
      node = static_cast<const GumboNode*>(children->data[0]);
      continue;
    }
    if (children != nullptr) teller.leave();
    while (node != root) {
      const auto* siblings = children_of(node->parent);
      if (node->index_within_parent + 1 < siblings->length) break;
      node = node->parent;
      teller.leave();
    }
    if (node == root) return;
    node = static_cast<const GumboNode*>(children_of(node->parent)->data[node->index_within_parent + 1]);
  }
}

}  // namespace

Result<Document> Document::parse(std::string_view html, Deadline deadline) {
  auto pruned = prune(html, deadline);
  if (!pruned) return pruned.error();
  const Skeleton& skeleton = pruned->skeleton;
  const ArenaLoan arena;
  AllocationGuard guard{arena.get(), std::max(kArenaBytesAtLeast, html.size() * kArenaBytesPerByte),
                        SteppedDeadline(deadline)};
  const GumboOutput* output = parse_into(guard, skeleton.markup);
  if (output == nullptr) {
    if (deadline.passed()) return time_is_up();
    return Error{ErrorCode::too_large, "the page's markup needs more than " + std::to_string(guard.limit_bytes >> 20) +
                                           " MB to parse; its tags are broken in a way that multiplies them"};
  }
  Document document;
  document.deadline_ = deadline;
  DocumentBuilder builder(document);
  builder.reserve(skeleton.pruned_bytes());
  Teller teller(builder, skeleton);
  walk(teller, output->root, SteppedDeadline(deadline));
  if (deadline.passed()) return time_is_up();
  if (document.blocks_.size() > kMaxBlocks) {
    return Error{ErrorCode::too_large, "the page has more than " + std::to_string(kMaxBlocks) + " lines"};
  }
  builder.finish();
  document.json_ld_.assign(pruned->json_ld.begin(), pruned->json_ld.end());
  return document;
}

}  // namespace klartext
