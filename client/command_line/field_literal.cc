#include "client/command_line/field_literal.h"

#include <fmt/format.h>
#include <google/protobuf/util/field_mask_util.h>
#include <google/protobuf/util/time_util.h>

#include "client/command_line/enum_names.h"
#include "client/command_line/usage_error.h"

namespace voronka::command_line {
namespace {

using google::protobuf::Descriptor;
using google::protobuf::FieldDescriptor;
using google::protobuf::util::FieldMaskUtil;
using google::protobuf::util::TimeUtil;

std::string BoolLiteral(std::string_view text) {
  if (text == "true" || text == "yes" || text == "1") return "true";
  if (text == "false" || text == "no" || text == "0") return "false";
  throw UsageError(fmt::format("'{}' is neither true nor false", text));
}

// `name,amount.minor`.
std::string MaskLiteral(std::string_view text) {
  google::protobuf::FieldMask mask;
  FieldMaskUtil::FromString(std::string(text), &mask);
  std::string json;
  if (!FieldMaskUtil::ToJsonString(mask, &json)) throw UsageError(fmt::format("'{}' is not a list of fields", text));
  return JsonString(json);
}

std::string MessageLiteral(const Descriptor& type, std::string_view text, const Here& here) {
  const std::string& name = type.full_name();
  if (name == "google.protobuf.Timestamp") return JsonString(TimeUtil::ToString(ParseMoment(text, here)));
  if (name == "google.protobuf.Duration") return JsonString(TimeUtil::ToString(ParseDuration(text)));
  if (name == "google.protobuf.FieldMask") return MaskLiteral(text);
  if (text.starts_with('{')) return std::string(text);
  throw UsageError(fmt::format("a {} is written as JSON, '{{…}}', or field by field", type.name()));
}

}  // namespace

std::string JsonString(std::string_view text) {
  std::string quoted = "\"";
  for (const char letter : text) {
    const auto code = static_cast<unsigned char>(letter);
    if (letter == '"' || letter == '\\') {
      quoted += {'\\', letter};
    } else if (code < 0x20) {
      quoted += fmt::format("\\u{:04x}", code);
    } else {
      quoted += letter;
    }
  }
  return quoted + '"';
}

std::string FieldLiteral(const FieldDescriptor& field, std::string_view text, const Here& here) {
  switch (field.cpp_type()) {
    case FieldDescriptor::CPPTYPE_MESSAGE:
      return MessageLiteral(*field.message_type(), text, here);
    case FieldDescriptor::CPPTYPE_ENUM:
      return std::to_string(FindValue(*field.enum_type(), text).number());
    case FieldDescriptor::CPPTYPE_BOOL:
      return BoolLiteral(text);
    // This covers numbers: protobuf reads them from strings and reports those that do not fit.
    default:
      return JsonString(text);
  }
}

}  // namespace voronka::command_line
