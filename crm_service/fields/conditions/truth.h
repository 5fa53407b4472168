#pragma once

#include <functional>
#include <string>
#include <vector>

#include "voronka/crm/v1/condition.pb.h"
#include "voronka/crm/v1/field_value.pb.h"

namespace voronka::crm {

// What a field says, by its name as `deal.amount`. Empty: nothing. Several phones are several values, and so are
// several choices.
using ValuesOfField = std::function<std::vector<v1::FieldValue>(const std::string& field)>;

// Whether the condition is true of these values. Periods and the caller must have been resolved. Pure.
bool IsTrue(const v1::Condition& condition, const ValuesOfField& values_of);

}  // namespace voronka::crm
