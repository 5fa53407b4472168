#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "voronka/crm/v1/field_set.pb.h"
#include "voronka/crm/v1/pipeline.pb.h"

namespace voronka::demo {

// The account's own fields of a deal that a manager learns on the way to the stage, which is the `step`-th after the
// first: of the first group at once, of the last one late. What was felt in the end is learnt when the deal is won, and
// why it failed only when somebody asks.
std::vector<const crm::v1::Field*> LearntFields(const crm::v1::FieldSet& fields, const crm::v1::Pipeline& pipeline,
                                                const crm::v1::Stage& stage, std::size_t step);

}  // namespace voronka::demo
