#pragma once

#include <set>
#include <string>
#include <vector>

#include "tests/crm_service/sales/properties/oracle.h"
#include "voronka/crm/v1/condition.pb.h"
#include "voronka/crm/v1/field_value.pb.h"

// What the fields of a scene say. `field`: as rules name it, `deal.amount`.
namespace voronka::properties {

// Nothing: it is blank.
std::vector<crm::v1::FieldValue> ValuesOf(const std::string& field, const Scene& scene);

// Where a request has it.
std::string PlaceOf(const std::string& field);

// Those that a condition reads.
void AddFieldsOf(const crm::v1::Condition& condition, std::set<std::string>& fields);

}  // namespace voronka::properties
