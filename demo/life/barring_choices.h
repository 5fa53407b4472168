#pragma once

#include <set>

#include "demo/life/invented_value.h"
#include "voronka/crm/v1/pipeline.pb.h"

namespace voronka::demo {

// Choices of the deal's fields that keep it from the stage for good, as pick-up keeps it from «Отправили заказ».
std::set<ChoiceOfField> BarringChoices(const crm::v1::Stage& stage);

}  // namespace voronka::demo
