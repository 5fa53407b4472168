#pragma once

#include <cstdint>
#include <string_view>

#include "demo/day/day.h"
#include "voronka/crm/v1/contact.pb.h"
#include "voronka/crm/v1/deal.pb.h"
#include "voronka/crm/v1/field_value.pb.h"

// What Anna has at hand before a scene begins.
namespace voronka::demo {

// A draft, to be completed and made.
crm::v1::Deal DraftOf(std::string_view name, std::string_view pipeline, std::string_view stage);
// Says something in one of the account's own fields.
void SetOwn(crm::v1::Deal& draft, std::string_view key, const crm::v1::FieldValue& value);

crm::v1::Deal Make(Day& day, const crm::v1::Deal& draft);

// With a phone that nobody has yet.
crm::v1::Contact MeetWithPhone(Day& day, std::string_view name);
crm::v1::Contact MeetWithoutPhone(Day& day, std::string_view name);

// A phone that nobody has yet.
crm::v1::FieldValue NewPhone();

// For tomorrow.
void PlanTaskFor(Day& day, const crm::v1::Deal& deal, std::string_view text);

}  // namespace voronka::demo
