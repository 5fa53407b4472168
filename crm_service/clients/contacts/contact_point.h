#pragma once

#include <optional>
#include <string>
#include <vector>

#include "voronka/crm/v1/contact.pb.h"

namespace voronka::crm {

// A phone or an email address in its normalised form, the one used to compare them.
struct ContactPoint {
  enum Kind { kPhone = 1, kEmail = 2 };

  Kind kind;
  std::string value;

  auto operator<=>(const ContactPoint&) const = default;
};

// In E.164. A number without a country code is read as a Russian one. Nothing when no such number can exist.
std::optional<ContactPoint> PhonePoint(const std::string& phone);
// In lower case, which may be longer than the original: `İ` becomes two characters. Nothing when the address is empty,
// or too long once it is in lower case.
std::optional<ContactPoint> EmailPoint(const std::string& email);

// The contact's phones and emails must be normalised, as those of every stored contact are. Phones come first.
std::vector<ContactPoint> PointsOf(const v1::Contact& contact);

// Appends to the contact's phones or emails.
void AddPoint(const ContactPoint& point, v1::Contact& contact);

}  // namespace voronka::crm
