#pragma once

#include <google/protobuf/message.h>

#include <string>
#include <vector>

#include "crm_service/fields/values/field_values.h"
#include "voronka/crm/v1/field_set.pb.h"
#include "voronka/crm/v1/field_value.pb.h"

namespace voronka::crm {

// What a resource says in the field of its message that is called `key`, as values of that kind. Of an enum, a choice:
// `open` for STATE_OPEN. Several phones are several values. Some may be blank.
std::vector<v1::FieldValue> SystemValues(const google::protobuf::Message& resource, const std::string& key,
                                         v1::Field::Kind kind);

// The same of a field of the account's own. Several choices are several values.
std::vector<v1::FieldValue> OwnValues(const FieldValues& fields, const std::string& key);

// The choice for a value of an enum.
std::string ChoiceOf(const google::protobuf::EnumValueDescriptor& value);

}  // namespace voronka::crm
