#include "crm_service/clients/contacts/contact_point.h"

#include <fmt/format.h>
#include <phonenumbers/phonenumberutil.h>
#include <unicode/locid.h>
#include <unicode/unistr.h>

#include "foundation/rpc/requests/field_rules.h"
#include "foundation/rpc/requests/text_checks.h"

namespace voronka::crm {
namespace {

std::optional<std::string> E164(const std::string& phone) {
  using i18n::phonenumbers::PhoneNumber;
  using i18n::phonenumbers::PhoneNumberUtil;
  const auto& numbers = *PhoneNumberUtil::GetInstance();
  PhoneNumber number;
  if (numbers.Parse(phone, "RU", &number) != PhoneNumberUtil::NO_PARSING_ERROR) return std::nullopt;
  if (!numbers.IsValidNumber(number)) return std::nullopt;
  std::string e164;
  numbers.Format(number, PhoneNumberUtil::E164, &e164);
  return e164;
}

// As written first. Then the way people write it who dial 8 instead of the country code, or 00 instead of the plus.
std::optional<std::string> E164AsMeant(const std::string& phone) {
  if (auto e164 = E164(phone)) return e164;
  if (phone.starts_with("+8")) return E164(phone.substr(1));
  const size_t digits = phone.find_first_not_of(" +(");
  const bool is_international = digits != std::string::npos && phone.substr(digits).starts_with("00");
  return is_international ? E164(fmt::format("+{}", phone.substr(digits + 2))) : std::nullopt;
}

// In characters, as the column counts.
size_t LongestEmail() {
  const auto* emails = v1::Contact::descriptor()->FindFieldByNumber(v1::Contact::kEmailsFieldNumber);
  return rpc::FieldRules::Of(*emails).max_length;
}

}  // namespace

std::optional<ContactPoint> PhonePoint(const std::string& phone) {
  const auto once = E164AsMeant(phone);
  // The result may parse as yet another number: in Mexico, one with one 1 fewer before a mobile number.
  const auto twice = once ? E164(*once) : std::nullopt;
  if (!twice) return std::nullopt;
  return ContactPoint{ContactPoint::kPhone, *twice};
}

std::optional<ContactPoint> EmailPoint(const std::string& email) {
  std::string value;
  icu::UnicodeString::fromUTF8(email).toLower(icu::Locale::getRoot()).toUTF8String(value);
  if (value.empty() || rpc::CodePoints(value) > LongestEmail()) return std::nullopt;
  return ContactPoint{ContactPoint::kEmail, value};
}

std::vector<ContactPoint> PointsOf(const v1::Contact& contact) {
  std::vector<ContactPoint> points;
  for (const auto& phone : contact.phones()) points.push_back({ContactPoint::kPhone, phone});
  for (const auto& email : contact.emails()) points.push_back({ContactPoint::kEmail, email});
  return points;
}

void AddPoint(const ContactPoint& point, v1::Contact& contact) {
  point.kind == ContactPoint::kPhone ? contact.add_phones(point.value) : contact.add_emails(point.value);
}

}  // namespace voronka::crm
