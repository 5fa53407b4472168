#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "voronka/crm/v1/condition.pb.h"
#include "voronka/crm/v1/field_value.pb.h"

namespace voronka::crm {

// What a value must be for a condition to be true, as far as an index can use it: more may be asked for.
struct Constraint {
  // One of these. Absent: whatever.
  std::optional<std::vector<v1::FieldValue>> one_of;
  // Inclusive bounds.
  std::optional<v1::FieldValue> from;
  std::optional<v1::FieldValue> to;
  bool is_filled = false;
};

// By the name of the field.
using Constraints = std::map<std::string, Constraint>;

// Those of a condition whose periods are resolved: of what must be true in any case. Pure.
Constraints ConstraintsOf(const v1::Condition& condition);

// Whether a field must be «да».
bool MustBeYes(const Constraints& constraints, const std::string& field);

}  // namespace voronka::crm
