#include "crm_service/clients/contacts/contact_rules.h"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "crm_service/clients/identity/client_name.h"
#include "crm_service/clients/identity/emails_in.h"
#include "crm_service/clients/identity/phones_in.h"

namespace voronka::crm {
namespace {

using rpc::Violations;
using v1::Contact;
using Points = std::vector<ContactPoint>;
using Values = google::protobuf::RepeatedPtrField<std::string>;

// As many phones, and as many emails. The fields allow more, so that a contact that has more can be saved.
constexpr int kMostOfAKind = 20;

bool Holds(const Values& values, const std::string& value) { return std::ranges::find(values, value) != values.end(); }

// Phones in one item of the list. A phone that the contact already has stays as it is, however one would read it today.
Points PhonesOf(const Contact& before, const std::string& item, const std::string& path, Violations& violations) {
  if (Holds(before.phones(), item)) return {StoredPhone(item)};
  auto phones = PhonesIn(item);
  violations.AddUnless(
      !phones.empty(), "MALFORMED", path,
      {"This is not a phone number: one has at least 5 digits, and is no address, date, price, card or tax number.",
       "Это не похоже на телефон: нужно хотя бы 5 цифр, и не адрес, дата, цена, номер карты или ИНН."});
  return phones;
}

// The same for emails.
Points EmailsOf(const Contact& before, const std::string& item, const std::string& path, Violations& violations) {
  if (Holds(before.emails(), item)) return {{ContactPoint::kEmail, item}};
  Points emails;
  const auto [addresses, is_all_clear] = ReadEmails(item);
  for (const auto& email : addresses) {
    violations.AddUnless(FitsContact(email), "TOO_LONG", path,
                         {"The address is too long: at most 64 characters before the @, and 254 in all.",
                          "Адрес слишком длинный: до знака @ не больше 64 символов, а всего — 254."});
    emails.push_back({ContactPoint::kEmail, email});
  }
  violations.AddUnless(is_all_clear && !emails.empty(), "MALFORMED", path,
                       {"It is not clear what the email address is.", "Непонятно, какой здесь адрес почты."});
  return emails;
}

void AddOnce(Points found, Points& points) {
  for (auto& point : found) {
    if (std::ranges::find(points, point) == points.end()) points.push_back(std::move(point));
  }
}

Points DistinctPoints(const Contact& before, const Contact& contact, Violations& violations) {
  Points points;
  for (int i = 0; i < contact.phones_size(); ++i) {
    AddOnce(PhonesOf(before, contact.phones(i), fmt::format("contact.phones[{}]", i), violations), points);
  }
  for (int i = 0; i < contact.emails_size(); ++i) {
    AddOnce(EmailsOf(before, contact.emails(i), fmt::format("contact.emails[{}]", i), violations), points);
  }
  return points;
}

void CheckNumber(const Values& before, const Values& after, const char* path, Violations& violations) {
  violations.AddUnless(
      after.size() <= std::max(kMostOfAKind, before.size()), "TOO_MANY", path,
      {fmt::format("At most {} are allowed.", kMostOfAKind), fmt::format("Допустимо не больше {}.", kMostOfAKind)});
}

bool MayChange(const rpc::Caller& caller, const Contact& contact) {
  return caller.LeadsSales() || contact.responsible_user_id() == 0 || contact.responsible_user_id() == caller.user_id;
}

}  // namespace

void Normalise(const Contact& before, Contact& contact, Violations& violations) {
  if (contact.name() != before.name()) contact.set_name(ClientName(contact.name()));
  const Points points = DistinctPoints(before, contact, violations);
  const bool says_who = !contact.name().empty() || contact.phones_size() > 0 || contact.emails_size() > 0;
  violations.AddUnless(says_who, "REQUIRED", "contact.name",
                       {"A contact needs a name, a phone or an email.", "Нужны имя, телефон или почта."});
  contact.clear_phones();
  contact.clear_emails();
  for (const auto& point : points) AddPoint(point, contact);
  CheckNumber(before.phones(), contact.phones(), "contact.phones", violations);
  CheckNumber(before.emails(), contact.emails(), "contact.emails", violations);
}

void CheckMayChange(const rpc::Caller& caller, const Contact& contact) {
  if (MayChange(caller, contact)) return;
  throw rpc::Error(
      rpc::Code::kPermissionDenied,
      {"NOT_RESPONSIBLE", "contact_id", {"The contact is another manager's.", "Это контакт другого менеджера."}});
}

bool HasRoomFor(const ContactPoint& point, const Contact& contact) {
  const bool is_email = point.kind == ContactPoint::kEmail;
  const auto& values = is_email ? contact.emails() : contact.phones();
  return values.size() < kMostOfAKind && !Holds(values, point.value);
}

}  // namespace voronka::crm
