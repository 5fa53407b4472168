#pragma once

#include <cstdint>
#include <string_view>

#include "demo/moves/field_place.h"
#include "voronka/crm/v1/deal.pb.h"
#include "voronka/crm/v1/field_value.pb.h"

namespace voronka::demo {

crm::v1::FieldValue TextValue(std::string_view text);
crm::v1::FieldValue MoneyValue(int64_t rubles);
crm::v1::FieldValue ChoiceValue(std::string_view key);
crm::v1::FieldValue YesValue(bool yes);
crm::v1::FieldValue NumberValue(int64_t number);

// Lets the move bring the value along: it is written in the same step. Throws std::logic_error for a place that holds
// no such value.
void Fill(crm::v1::MoveDealRequest& move, const FieldPlace& place, const crm::v1::FieldValue& value);

// The same with the place as a refusal names it.
void Fill(crm::v1::MoveDealRequest& move, std::string_view path, const crm::v1::FieldValue& value);

}  // namespace voronka::demo
