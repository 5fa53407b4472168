#pragma once

#include <optional>
#include <string>
#include <vector>

#include "voronka/crm/v1/contact.pb.h"

namespace voronka::crm {

// A phone or a mail address, as it is compared.
struct ContactPoint {
  enum Kind { kPhone = 1, kEmail = 2 };

  Kind kind;
  std::string value;

  auto operator<=>(const ContactPoint&) const = default;
};

// E.164, reading numbers without a country as Russian ones; nothing when no such number can exist.
std::optional<ContactPoint> PhonePoint(const std::string& phone);
// In lower case, which may be longer than what was written: `İ` becomes two characters. Nothing where there is no
// address or it is longer then than one may be.
std::optional<ContactPoint> EmailPoint(const std::string& email);

// Of a contact whose phones and emails are written as they are compared, as every stored one has them; phones first.
std::vector<ContactPoint> PointsOf(const v1::Contact& contact);

// To the contact's phones or emails.
void AddPoint(const ContactPoint& point, v1::Contact& contact);

}  // namespace voronka::crm
