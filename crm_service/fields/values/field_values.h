#pragma once

#include <google/protobuf/map.h>

#include <cstdint>
#include <map>
#include <string>

#include "foundation/rpc/requests/error.h"
#include "voronka/crm/v1/field_set.pb.h"
#include "voronka/crm/v1/field_value.pb.h"

namespace voronka::crm {

using FieldValues = google::protobuf::Map<std::string, v1::FieldValue>;

bool AreSame(const FieldValues& a, const FieldValues& b);

// Checks the values that differ from `before` and stores them in one form, without those that say nothing. The values
// of fields in the bin stay as they were. `path`: that of the map.
void Normalise(const v1::FieldSet& field_set, const FieldValues& before, FieldValues& after, const std::string& path,
               rpc::Violations& violations);

// The users whom the values that differ from `before` name, by the path of the value.
std::map<std::string, int64_t> NewUsersIn(const FieldValues& before, const FieldValues& after, const std::string& path);

}  // namespace voronka::crm
