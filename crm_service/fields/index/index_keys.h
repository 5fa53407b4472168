#pragma once

#include <optional>
#include <set>
#include <string>

#include "voronka/crm/v1/field_set.pb.h"
#include "voronka/crm/v1/field_value.pb.h"

namespace voronka::crm {

// What a value stands in the index of its field as: values that people read as the same are the same there. At most 200
// bytes. Several of KIND_CHOICES, one for each choice; none if the value says nothing or is of another kind. Pure.
std::set<std::string> IndexKeys(const v1::Field& field, const v1::FieldValue& value);

// The number that such a key is, whatever the kind of the field: at most 15 digits before the point and 6 after it.
// Nothing: it is none. Pure.
std::optional<std::string> NumberOf(const std::string& key);

}  // namespace voronka::crm
