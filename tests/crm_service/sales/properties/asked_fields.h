#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "tests/system/faults/dice.h"
#include "voronka/crm/v1/field_set.pb.h"
#include "voronka/crm/v1/field_value.pb.h"

namespace voronka::properties {

using testing::Dice;

// A field that a rule may ask for.
struct AskedField {
  crm::v1::Entity entity;
  std::string key;
  crm::v1::Field::Kind kind;
  bool is_own;

  // As rules name it: `deal.amount`.
  std::string Name() const;
  // As an update mask names it: `amount`, `fields.requirements`.
  std::string Path() const;
};

// Those that every account has, and of the account's own one of every kind of a deal, some of a contact and a company.
const std::vector<AskedField>& AskedFields();

// Adds the account's own.
void AddOwnFields(crm::v1::FieldSet& field_set);

// Of few, so that conditions are often true. Stored as it is.
crm::v1::FieldValue RandomValue(Dice& dice, crm::v1::Field::Kind kind, int64_t user_id);

template <class T>
const T& OneOf(Dice& dice, const std::vector<T>& all) {
  return all[dice.Throw(static_cast<int>(all.size()))];
}

}  // namespace voronka::properties
