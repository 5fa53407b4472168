#include "crm_service/fields/index/index_keys.h"

#include <re2/re2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <utility>

#include "crm_service/fields/numbers/decimal.h"
#include "foundation/security/secret.h"

namespace voronka::crm {

using v1::Field;
using v1::FieldValue;

namespace {

constexpr size_t kMostBytesOfKey = 200;

// Without regard to case, and to blanks but that there are some.
std::string WithoutCaseAndBlanks(const std::string& text) {
  const icu::UnicodeString folded = icu::UnicodeString::fromUTF8(text).foldCase();
  icu::UnicodeString joined;
  bool after_blank = false;
  for (int32_t i = 0; i < folded.length(); i = folded.moveIndex32(i, 1)) {
    const UChar32 character = folded.char32At(i);
    if (u_isUWhiteSpace(character)) {
      after_blank = !joined.isEmpty();
      continue;
    }
    if (after_blank) joined.append(static_cast<UChar32>(' '));
    after_blank = false;
    joined.append(character);
  }
  std::string key;
  return joined.toUTF8String(key);
}

// `8 (916) 123-45-67` is `+7 916 1234567`.
std::string DigitsOf(const std::string& phone) {
  const auto text = icu::UnicodeString::fromUTF8(phone);
  std::string digits;
  for (int32_t i = 0; i < text.length(); i = text.moveIndex32(i, 1)) {
    const int32_t digit = u_charDigitValue(text.char32At(i));
    if (digit >= 0) digits += std::to_string(digit);
  }
  constexpr size_t kRussianLength = 11;
  if (digits.size() == kRussianLength && digits.front() == '8') digits.front() = '7';
  return digits;
}

// A text has no control characters, so that none is taken for a digest.
std::string Bounded(std::string key) {
  return key.size() <= kMostBytesOfKey ? std::move(key) : '\x01' + security::Sha256(key);
}

std::string KeyOf(Field::Kind kind, const FieldValue& value) {
  switch (kind) {
    case Field::KIND_TEXT:
    case Field::KIND_EMAIL:
    case Field::KIND_LINK:
      return Bounded(WithoutCaseAndBlanks(value.text()));
    case Field::KIND_PHONE:
      return Bounded(DigitsOf(value.text()));
    case Field::KIND_NUMBER:
      return value.number().empty() ? "" : Shortest(value.number());
    case Field::KIND_DATE:
      return value.date();
    case Field::KIND_CHOICE:
      return value.choice();
    case Field::KIND_USER:
      return value.user_id() == 0 ? "" : std::to_string(value.user_id());
    case Field::KIND_YES_NO:
      return !value.has_yes() ? "" : value.yes() ? "yes" : "no";
    default:
      return "";
  }
}

}  // namespace

std::set<std::string> IndexKeys(const Field& field, const FieldValue& value) {
  if (field.kind() == Field::KIND_CHOICES) {
    return {value.choices().keys().begin(), value.choices().keys().end()};
  }
  auto key = KeyOf(field.kind(), value);
  if (key.empty()) return {};
  return {std::move(key)};
}

std::optional<std::string> NumberOf(const std::string& key) {
  // As the migration 0303_number_indexed_values has it.
  static const RE2 form("-?[0-9]{1,15}([.][0-9]{1,6})?");
  if (!RE2::FullMatch(key, form)) return std::nullopt;
  return key;
}

}  // namespace voronka::crm
