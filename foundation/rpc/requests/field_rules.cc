#include "foundation/rpc/requests/field_rules.h"

#include <limits>
#include <mutex>
#include <stdexcept>
#include <unordered_map>

#include "foundation/rpc/requests/page.h"

namespace voronka::rpc {
namespace {

using google::protobuf::FieldDescriptor;

// The largest integer that JavaScript clients represent exactly.
constexpr int64_t kMaxId = (int64_t{1} << 53) - 1;

bool NeedsLength(const FieldDescriptor& field) { return field.cpp_type() == FieldDescriptor::CPPTYPE_STRING; }

// Rules and columns hold integers, so nothing could bound a fraction.
bool IsFraction(const FieldDescriptor& field) {
  return field.cpp_type() == FieldDescriptor::CPPTYPE_FLOAT || field.cpp_type() == FieldDescriptor::CPPTYPE_DOUBLE;
}

bool NeedsRange(const FieldDescriptor& field) {
  switch (field.cpp_type()) {
    case FieldDescriptor::CPPTYPE_INT32:
    case FieldDescriptor::CPPTYPE_INT64:
    case FieldDescriptor::CPPTYPE_UINT32:
    case FieldDescriptor::CPPTYPE_UINT64:
      return true;
    case FieldDescriptor::CPPTYPE_MESSAGE:
      return field.message_type()->full_name() == "google.protobuf.Duration";
    default:
      return false;
  }
}

}  // namespace

FieldRules::FieldRules(const FieldDescriptor& field) {
  const auto& option = field.options().GetExtension(options::v1::field);
  required = option.required();
  output_only = option.output_only();
  immutable = option.immutable();
  multiline = option.multiline();
  format = option.format();
  min = std::numeric_limits<int64_t>::min();
  max = std::numeric_limits<int64_t>::max();
  max_length = std::numeric_limits<uint32_t>::max();
  ApplyFormat(option.format(), field.is_repeated());
  min_length = option.min_length();
  if (option.max_length() != 0) max_length = option.max_length();
  if (option.has_min()) min = option.min();
  if (option.has_max()) max = option.max();
  if (!option.pattern().empty()) pattern = std::make_unique<RE2>(option.pattern());
  if (pattern && !pattern->ok()) throw std::logic_error(field.full_name() + ": " + pattern->error());
  max_items = option.max_items();
  const bool no_length = NeedsLength(field) && max_length == std::numeric_limits<uint32_t>::max();
  const bool no_range =
      NeedsRange(field) && (min == std::numeric_limits<int64_t>::min() || max == std::numeric_limits<int64_t>::max());
  const bool no_items = field.is_repeated() && max_items == 0;
  unbounded = !output_only && ((!field.is_map() && (no_length || no_range)) || no_items || IsFraction(field));
}

void FieldRules::ApplyFormat(options::v1::Format format, bool listed) {
  using enum options::v1::Format;
  switch (format) {
    case FORMAT_ID:
      return ApplyNumber(listed ? 1 : 0, kMaxId);
    case FORMAT_VERSION:
      return ApplyNumber(0, kMaxId);
    case FORMAT_PAGE_SIZE:
      return ApplyNumber(0, kMostRows);
    case FORMAT_REQUEST_ID:
      return ApplyText(100, "[A-Za-z0-9_.:/-]+");
    case FORMAT_KEY:
      return ApplyText(40, "[a-z][a-z0-9_]*");
    case FORMAT_KEY_OR_ID:
      return ApplyText(40, "[a-z][a-z0-9_]*|[0-9]{1,16}");
    case FORMAT_PAGE_TOKEN:
      return ApplyText(2000, "[A-Za-z0-9_-]*");
    case FORMAT_EMAIL:
      return ApplyText(254, R"(.*[^\s@][@＠][^\s@]+[.。．][^\s@]+.*)");
    case FORMAT_PHONE:
      return ApplyText(100, R"(.*\p{Nd}.*)");
    case FORMAT_TIME_ZONE:
      return ApplyText(60, "[A-Za-z][A-Za-z0-9_+/-]*");
    case FORMAT_LOCALE:
      return ApplyText(10, "ru|en");
    case FORMAT_CURRENCY:
      return ApplyText(3, "[A-Z]{3}");
    case FORMAT_DECIMAL:
      return ApplyText(23, R"(-?[0-9]{1,15}(\.[0-9]{1,6})?)");
    case FORMAT_DATE:
      return ApplyText(10, "(19|[2-9][0-9])[0-9]{2}-[0-9]{2}-[0-9]{2}");
    case FORMAT_FIELD:
      return ApplyText(48, "(deal|contact|company|task)[.][a-z][a-z0-9_]{0,39}");
    default:
      return;
  }
}

void FieldRules::ApplyText(uint32_t most, const char* form) {
  max_length = most;
  pattern = std::make_unique<RE2>(form);
}

void FieldRules::ApplyNumber(int64_t least, int64_t most) {
  min = least;
  max = most;
}

const FieldRules& FieldRules::Of(const FieldDescriptor& field) {
  static std::mutex mutex;
  static std::unordered_map<const FieldDescriptor*, FieldRules> rules;
  std::lock_guard lock(mutex);
  return rules.try_emplace(&field, field).first->second;
}

}  // namespace voronka::rpc
