#pragma once

#include <optional>
#include <string>
#include <vector>

namespace voronka::crm {

// A phone or an email address in its normalised form, the one used to compare them.
struct ContactPoint {
  // A typed phone is one that could not be read as a number. It says nothing about who the client is.
  enum Kind { kPhone = 1, kEmail = 2, kTypedPhone = 3 };

  Kind kind;
  std::string value;

  auto operator<=>(const ContactPoint&) const = default;
};

// The first number in the text, in E.164, maybe with an extension. A number without a country code is read as a Russian
// one. Nothing when there is none. PhonesIn (phones_in.h) finds all of them.
std::optional<ContactPoint> PhonePoint(const std::string& phone);
// The first address in the text. Nothing when there is none that a contact can hold. EmailsIn (emails_in.h) finds all.
std::optional<ContactPoint> EmailPoint(const std::string& email);

// Whether the normalised address is no longer than an address may be, as a whole and before the @.
bool FitsContact(const std::string& email);

// A phone as a contact holds it.
ContactPoint StoredPhone(const std::string& phone);

// Of a contact or a company. Its phones and emails must be normalised, as those of every stored one are. Phones come
// first.
template <class Client>
std::vector<ContactPoint> PointsOf(const Client& client) {
  std::vector<ContactPoint> points;
  for (const auto& phone : client.phones()) points.push_back(StoredPhone(phone));
  for (const auto& email : client.emails()) points.push_back({ContactPoint::kEmail, email});
  return points;
}

// Appends to the client's phones or emails.
template <class Client>
void AddPoint(const ContactPoint& point, Client& client) {
  point.kind == ContactPoint::kEmail ? client.add_emails(point.value) : client.add_phones(point.value);
}

}  // namespace voronka::crm
