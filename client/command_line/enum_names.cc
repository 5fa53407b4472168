#include "client/command_line/enum_names.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cctype>

#include "client/command_line/usage_error.h"

namespace voronka::command_line {
namespace {

using google::protobuf::EnumDescriptor;
using google::protobuf::EnumValueDescriptor;

char Upper(char letter) { return static_cast<char>(std::toupper(static_cast<unsigned char>(letter))); }

// `LOSS_KIND_` for LossKind.
std::string Prefix(const EnumDescriptor& type) {
  std::string prefix;
  for (const char letter : type.name()) {
    if (std::isupper(static_cast<unsigned char>(letter)) != 0 && !prefix.empty()) prefix += '_';
    prefix += Upper(letter);
  }
  return prefix + '_';
}

}  // namespace

std::string ShortName(const EnumValueDescriptor& value) {
  const std::string prefix = Prefix(*value.type());
  return value.name().starts_with(prefix) ? value.name().substr(prefix.size()) : value.name();
}

std::vector<std::string> ShortNames(const EnumDescriptor& type) {
  std::vector<std::string> names;
  names.reserve(type.value_count());
  for (int i = 0; i < type.value_count(); ++i) names.push_back(ShortName(*type.value(i)));
  return names;
}

const EnumValueDescriptor& FindValue(const EnumDescriptor& type, std::string_view text) {
  std::string name(text);
  std::transform(name.begin(), name.end(), name.begin(), Upper);
  for (int i = 0; i < type.value_count(); ++i) {
    const EnumValueDescriptor& value = *type.value(i);
    if (name == value.name() || name == ShortName(value) || name == std::to_string(value.number())) return value;
  }
  throw UsageError(fmt::format("'{}' is none of {}", text, fmt::join(ShortNames(type), ", ")));
}

}  // namespace voronka::command_line
