#pragma once

#include <compare>
#include <string>

#include "voronka/crm/v1/field_set.pb.h"

namespace voronka::demo {

// Which field a refusal is about.
struct FieldPlace {
  crm::v1::Entity entity = crm::v1::ENTITY_UNSPECIFIED;
  std::string key;
  // Of the account's own: it is in the map `fields`.
  bool own = false;

  // Reads `deal.amount`, `contact.fields["city"]`. What is no such place has no entity.
  static FieldPlace Parse(const std::string& path);

  auto operator<=>(const FieldPlace&) const = default;
};

}  // namespace voronka::demo
