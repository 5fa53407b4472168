#pragma once

#include <optional>
#include <string>
#include <vector>

namespace voronka::crm {

// A phone, an email address or an account in a messenger in its normalised form, the one used to compare them.
struct ContactPoint {
  // A typed phone is one that could not be read as a number. It says nothing about who the client is.
  enum Kind { kPhone = 1, kEmail = 2, kTypedPhone = 3, kMessenger = 4 };

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

// A contact has messengers, a company has none.
template <class Client>
constexpr bool kHasMessengers = requires(const Client& client) {
  client.messengers();
};

// Of a contact or a company. What it has must be normalised, as that of every stored one is. Phones come first.
template <class Client>
std::vector<ContactPoint> PointsOf(const Client& client) {
  std::vector<ContactPoint> points;
  for (const auto& phone : client.phones()) points.push_back(StoredPhone(phone));
  for (const auto& email : client.emails()) points.push_back({ContactPoint::kEmail, email});
  if constexpr (kHasMessengers<Client>) {
    for (const auto& messenger : client.messengers()) points.push_back({ContactPoint::kMessenger, messenger});
  }
  return points;
}

// Appends to the client's phones, emails or messengers.
template <class Client>
void AddPoint(const ContactPoint& point, Client& client) {
  switch (point.kind) {
    case ContactPoint::kPhone:
    case ContactPoint::kTypedPhone:
      return client.add_phones(point.value);
    case ContactPoint::kEmail:
      return client.add_emails(point.value);
    case ContactPoint::kMessenger:
      if constexpr (kHasMessengers<Client>) client.add_messengers(point.value);
  }
}

}  // namespace voronka::crm
