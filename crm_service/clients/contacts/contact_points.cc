#include "crm_service/clients/contacts/contact_points.h"

#include <fmt/format.h>
#include <phonenumbers/phonenumberutil.h>
#include <unicode/locid.h>
#include <unicode/unistr.h>

#include "foundation/rpc/field_rules.h"
#include "foundation/rpc/text_checks.h"
#include "foundation/storage/errors.h"

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

// As written, else as people write it who take 8 for the country, or 00 for the plus.
std::optional<std::string> E164AsMeant(const std::string& phone) {
  if (auto e164 = E164(phone)) return e164;
  if (phone.starts_with("+8")) return E164(phone.substr(1));
  const size_t digits = phone.find_first_not_of(" +(");
  const bool is_international = digits != std::string::npos && phone.substr(digits).starts_with("00");
  return is_international ? E164(fmt::format("+{}", phone.substr(digits + 2))) : std::nullopt;
}

// In characters, as the column has it.
size_t LongestEmail() {
  const auto* emails = v1::Contact::descriptor()->FindFieldByNumber(v1::Contact::kEmailsFieldNumber);
  return rpc::FieldRules::Of(*emails).max_length;
}

}  // namespace

std::optional<ContactPoint> PhonePoint(const std::string& phone) {
  const auto once = E164AsMeant(phone);
  // What was written may be read as another number yet: in Mexico with one 1 less before a mobile's.
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

void Add(const ContactPoint& point, v1::Contact& contact) {
  point.kind == ContactPoint::kPhone ? contact.add_phones(point.value) : contact.add_emails(point.value);
}

int64_t ContactPoints::OwnerOf(const ContactPoint& point) {
  const auto rows =
      session_.db.Query("SELECT contact_id FROM contact_points WHERE account_id = ? AND kind = ? AND value = ?",
                        session_.account_id(), point.kind, point.value);
  return rows.empty() ? 0 : rows[0].Int(0);
}

int64_t ContactPoints::Claim(const ContactPoint& point, int64_t contact_id, int position) {
  try {
    session_.db.Execute(
        "INSERT INTO contact_points (account_id, kind, value, contact_id, position) VALUES (?, ?, ?, ?, ?)",
        session_.account_id(), point.kind, point.value, contact_id, position);
    return contact_id;
  } catch (const storage::DuplicateKey&) {
    return OwnerOf(point);
  }
}

void ContactPoints::Release(const ContactPoint& point) {
  session_.db.Execute("DELETE FROM contact_points WHERE account_id = ? AND kind = ? AND value = ?",
                      session_.account_id(), point.kind, point.value);
}

std::vector<ContactPoint> ContactPoints::Of(int64_t contact_id) {
  std::vector<ContactPoint> points;
  for (const auto& row : session_.db.Query("SELECT kind, value FROM contact_points "
                                           "WHERE account_id = ? AND contact_id = ? ORDER BY kind, position",
                                           session_.account_id(), contact_id)) {
    points.push_back({static_cast<ContactPoint::Kind>(row.Int(0)), row.Text(1)});
  }
  return points;
}

void ContactPoints::ReadInto(std::vector<v1::Contact>& contacts) {
  if (contacts.empty()) return;
  auto contact = contacts.begin();
  for (const auto& row : session_.db.Query("SELECT contact_id, kind, value FROM contact_points WHERE account_id = ? "
                                           "AND contact_id BETWEEN ? AND ? ORDER BY contact_id, kind, position",
                                           session_.account_id(), contacts.front().id(), contacts.back().id())) {
    const int64_t owner = row.Int(0);
    while (contact->id() < owner) ++contact;
    // A contact between two of these may have been made since they were read.
    if (contact->id() == owner) Add({static_cast<ContactPoint::Kind>(row.Int(1)), row.Text(2)}, *contact);
  }
}

}  // namespace voronka::crm
