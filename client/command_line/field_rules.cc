#include "client/command_line/field_rules.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <vector>

#include "client/command_line/catalogue.h"
#include "client/command_line/enum_names.h"
#include "client/command_line/field_text.h"
#include "voronka/options/v1/field.pb.h"

namespace voronka::command_line {
namespace {

using google::protobuf::FieldDescriptor;

std::string ItemType(const FieldDescriptor& field) {
  if (field.cpp_type() == FieldDescriptor::CPPTYPE_MESSAGE) return ShortName(field.message_type()->full_name());
  if (field.cpp_type() == FieldDescriptor::CPPTYPE_ENUM)
    return fmt::format("{}", fmt::join(ShortNames(*field.enum_type()), "|"));
  return field.type_name();
}

}  // namespace

std::string TypeText(const FieldDescriptor& field) {
  if (field.is_map()) {
    const auto& entry = *field.message_type();
    return fmt::format("map of {} to {}", ItemType(*entry.map_key()), ItemType(*entry.map_value()));
  }
  return (field.is_repeated() ? "repeated " : "") + ItemType(field);
}

std::string RulesText(const FieldDescriptor& field) {
  const options::v1::Field& rules = field.options().GetExtension(options::v1::field);
  std::vector<const FieldDescriptor*> set;
  options::v1::Field::GetReflection()->ListFields(rules, &set);
  std::vector<std::string> texts;
  for (const FieldDescriptor* rule : set) {
    const bool flag = rule->cpp_type() == FieldDescriptor::CPPTYPE_BOOL;
    texts.push_back(flag ? rule->name()
                         : fmt::format("{} {}", rule->name(), FlatText(rules, *rule, cctz::utc_time_zone())));
  }
  return fmt::format("{}", fmt::join(texts, ", "));
}

}  // namespace voronka::command_line
