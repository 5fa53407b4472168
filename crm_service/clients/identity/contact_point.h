#pragma once

#include <optional>
#include <string>
#include <vector>

#include "voronka/crm/v1/contact.pb.h"

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
// The contact's phones and emails must be normalised, as those of every stored contact are. Phones come first.
std::vector<ContactPoint> PointsOf(const v1::Contact& contact);

// Appends to the contact's phones or emails.
void AddPoint(const ContactPoint& point, v1::Contact& contact);

}  // namespace voronka::crm
