#pragma once

#include <cstdint>
#include <set>
#include <string>
#include <utility>

#include "demo/life/chance.h"
#include "demo/life/trade.h"
#include "demo/story/moment.h"
#include "voronka/crm/v1/field_set.pb.h"
#include "voronka/crm/v1/field_value.pb.h"

namespace voronka::demo {

// Key of a field and of one of its choices.
using ChoiceOfField = std::pair<std::string, std::string>;

// What an invented value goes by besides its field.
struct Circumstances {
  const Trade& trade;
  // Dates and times lie around it.
  Moment now;
  // For fields that name a user.
  int64_t head_of_sales_id = 0;
  // Choices of deals that would keep a deal from where it goes.
  std::set<ChoiceOfField> avoided = {};
};

// A plausible value of the field, by its kind, its bounds and its label.
crm::v1::FieldValue InventedValue(const crm::v1::Field& field, const Circumstances& circumstances, Chance& chance);

}  // namespace voronka::demo
