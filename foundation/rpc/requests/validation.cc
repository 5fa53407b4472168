#include "foundation/rpc/requests/validation.h"

#include <google/protobuf/duration.pb.h>
#include <google/protobuf/field_mask.pb.h>
#include <google/protobuf/timestamp.pb.h>
#include <google/protobuf/util/time_util.h>

#include "foundation/rpc/requests/field_rules.h"
#include "foundation/rpc/requests/field_value.h"
#include "foundation/rpc/requests/text_checks.h"
#include "foundation/rpc/requests/text_encoding.h"

namespace voronka::rpc {
namespace {

using google::protobuf::FieldDescriptor;
using google::protobuf::Message;
using google::protobuf::util::TimeUtil;

// The last second of the year 9999 in the easternmost time zone, UTC+14: a later one would be read in the year 10000
// there, which neither browsers' calendars nor ISO 8601 of four digits know.
constexpr int64_t kLastSecond = TimeUtil::kTimestampMaxSeconds - int64_t{14} * 60 * 60;

// To whoever typed a text that its format does not allow.
Text WhatToCheck(options::v1::Format format) {
  switch (format) {
    case options::v1::FORMAT_PHONE:
      return {"Check the number.", "Проверьте номер."};
    case options::v1::FORMAT_EMAIL:
      return {"Check the address.", "Проверьте адрес почты."};
    case options::v1::FORMAT_CURRENCY:
      return {"Write the code of a currency in use: RUB, USD, KZT.", "Напишите код действующей валюты: RUB, USD, KZT."};
    case options::v1::FORMAT_KEY:
      return {"Write small Latin letters, digits and underscores, a letter first.",
              "Нужны строчные латинские буквы, цифры и подчёркивания, первой — буква."};
    case options::v1::FORMAT_DECIMAL:
      return {"Write a number, such as 12.5.", "Напишите число, например 12.5."};
    case options::v1::FORMAT_DATE:
      return {"Write a day that exists: 2026-12-31.", "Напишите существующий день: 2026-12-31."};
    case options::v1::FORMAT_LOCALE:
      return {"Write ru or en.", "Напишите ru или en."};
    default:
      return {"The value has the wrong form.", "Неверный формат значения."};
  }
}

class Validator {
 public:
  explicit Validator(Violations& violations) : violations_(violations) {}

  // A partial message comes with an update mask; none of its fields is required.
  void CheckMessage(const Message& message, const std::string& prefix, bool partial = false) {
    const auto& type = *message.GetDescriptor();
    for (int i = 0; i < type.field_count(); ++i) CheckField(message, *type.field(i), prefix, partial);
  }

 private:
  void CheckField(const Message& message, const FieldDescriptor& field, const std::string& prefix, bool partial) {
    const auto& rules = FieldRules::Of(field);
    if (rules.output_only) return;
    const std::string path = prefix + field.name();
    // What a partial message says is an answer too, so it must not be blanks.
    const bool is_empty = IsEmpty(message, field);
    const bool is_missing = is_empty ? !partial : IsBlankText(message, field);
    if (rules.required && is_missing) {
      return Add("REQUIRED", path, {"A value is required.", "Нужно значение."});
    }
    if (is_empty) return;
    if (field.is_repeated()) CheckSize(message, field, rules, path);
    ForEachValue(message, field, path, [&](const FieldValue& value) { CheckValue(value, rules); });
  }

  void CheckSize(const Message& message, const FieldDescriptor& field, const FieldRules& rules,
                 const std::string& path) {
    if (message.GetReflection()->FieldSize(message, &field) <= static_cast<int>(rules.max_items)) return;
    const auto most = std::to_string(rules.max_items);
    Add("TOO_MANY", path, {"At most " + most + " are allowed.", "Допустимо не больше " + most + "."});
  }

  void CheckValue(const FieldValue& value, const FieldRules& rules) {
    switch (value.field->cpp_type()) {
      case FieldDescriptor::CPPTYPE_STRING:
        return CheckString(value, rules);
      case FieldDescriptor::CPPTYPE_MESSAGE:
        return CheckNested(value, rules);
      case FieldDescriptor::CPPTYPE_ENUM:
        return CheckEnum(value, rules);
      case FieldDescriptor::CPPTYPE_BOOL:
        return;
      default:
        return CheckRange(value.Number(), value.path, rules);
    }
  }

  void CheckString(const FieldValue& value, const FieldRules& rules) {
    if (value.field->type() == FieldDescriptor::TYPE_BYTES) return CheckLength(value.Text().size(), value.path, rules);
    if (!CheckText(value, rules)) return;
    if (IsSetToNothing(value)) return;
    CheckLength(CodePoints(value.Text()), value.path, rules);
    if (rules.Matches(value.Text())) return;
    Add("MALFORMED", value.path, WhatToCheck(rules.format));
  }

  // An `optional` text that is set to empty, unlike an empty item of a list.
  static bool IsSetToNothing(const FieldValue& value) {
    return value.field->has_optional_keyword() && value.Text().empty();
  }

  bool CheckText(const FieldValue& value, const FieldRules& rules) {
    // A message that came as bytes is UTF-8; a file that was read as text need not be.
    if (!IsUtf8(value.Text())) {
      Add("NOT_UTF8", value.path, {"The text is not UTF-8.", "Текст не в кодировке UTF-8."});
      return false;
    }
    if (!HasForbiddenCharacters(value.Text(), rules.multiline)) return true;
    Add("FORBIDDEN_CHARACTER", value.path, {"Control characters are not allowed.", "Управляющие символы недопустимы."});
    return false;
  }

  void CheckLength(size_t length, const std::string& path, const FieldRules& rules) {
    if (length < rules.min_length) {
      const auto least = std::to_string(rules.min_length);
      Add("TOO_SHORT", path, {"At least " + least + " characters.", "Не короче " + least + " символов."});
    }
    if (length > rules.max_length) {
      const auto most = std::to_string(rules.max_length);
      Add("TOO_LONG", path, {"At most " + most + " characters.", "Не длиннее " + most + " символов."});
    }
  }

  void CheckEnum(const FieldValue& value, const FieldRules& rules) {
    const int64_t number = value.Number();
    const bool is_known = value.field->enum_type()->FindValueByNumber(static_cast<int>(number)) != nullptr;
    if (is_known && number >= rules.min && number <= rules.max) return;
    Add("UNKNOWN_VALUE", value.path, {"There is no such choice.", "Такого варианта нет."});
  }

  void CheckRange(int64_t number, const std::string& path, const FieldRules& rules) {
    if (number < rules.min || number > rules.max) AddOutOfRange(path, rules);
  }

  void AddOutOfRange(const std::string& path, const FieldRules& rules) {
    const auto bounds = std::to_string(rules.min) + "–" + std::to_string(rules.max);
    Add("OUT_OF_RANGE", path, {"Allowed: " + bounds + ".", "Допустимо: " + bounds + "."});
  }

  void CheckNested(const FieldValue& value, const FieldRules& rules) {
    const Message& message = value.Nested();
    const auto& name = message.GetDescriptor()->full_name();
    if (name == "google.protobuf.Timestamp") return CheckTimestamp(message, value.path);
    if (name == "google.protobuf.Duration") return CheckDuration(message, value.path, rules);
    if (name == "google.protobuf.FieldMask") return;  // checked against its resource where it is applied
    CheckMessage(message, value.path + ".", value.owner->GetDescriptor()->FindFieldByName("update_mask") != nullptr);
  }

  void CheckTimestamp(const Message& message, const std::string& path) {
    google::protobuf::Timestamp instant;
    instant.CopyFrom(message);
    const bool valid = instant.seconds() >= 0 && instant.seconds() <= kLastSecond && instant.nanos() >= 0 &&
                       instant.nanos() < 1'000'000'000;
    if (!valid) Add("OUT_OF_RANGE", path, {"Allowed: years 1970 to 9999.", "Допустимы годы 1970–9999."});
  }

  void CheckDuration(const Message& message, const std::string& path, const FieldRules& rules) {
    google::protobuf::Duration span;
    span.CopyFrom(message);
    const bool valid = span.nanos() > -1'000'000'000 && span.nanos() < 1'000'000'000 &&
                       (span.nanos() >= 0 || span.seconds() <= 0) && (span.nanos() <= 0 || span.seconds() >= 0);
    const bool beyond = span.seconds() == rules.max && span.nanos() > 0;
    const bool below = span.seconds() == rules.min && span.nanos() < 0;
    if (!valid || beyond || below) return AddOutOfRange(path, rules);
    CheckRange(span.seconds(), path, rules);
  }

  void Add(std::string reason, const std::string& path, Text text) {
    violations_.Add(std::move(reason), path, std::move(text));
  }

  Violations& violations_;
};

}  // namespace

void Validate(const Message& request, Violations& violations) { Validator(violations).CheckMessage(request, ""); }

}  // namespace voronka::rpc
