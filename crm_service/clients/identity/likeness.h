#pragma once

#include <string>
#include <vector>

#include "voronka/crm/v1/company.pb.h"
#include "voronka/crm/v1/contact.pb.h"
#include "voronka/crm/v1/merge.pb.h"

namespace voronka::crm {

// Something that two clients who are the same may have in common, in the form in which it is compared.
struct Likeness {
  v1::Suspect::Reason reason;
  std::string value;

  auto operator<=>(const Likeness&) const = default;
};

// The key of the account's own field that says where a client is.
inline constexpr const char* kCityField = "city";

// Each once, in order. The client's phones and emails must be normalised.
std::vector<Likeness> LikenessesOf(const v1::Contact& contact);
std::vector<Likeness> LikenessesOf(const v1::Company& company);

}  // namespace voronka::crm
