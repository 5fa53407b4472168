#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "voronka/crm/v1/pipeline.pb.h"

namespace voronka::demo {

using Pipelines = std::vector<crm::v1::Pipeline>;

struct PlannedDeal {
  // From 0.
  int number = 0;
  const crm::v1::Pipeline* pipeline = nullptr;
  // The stages that it passes through, in order; the last one is where it stays.
  std::vector<const crm::v1::Stage*> way;

  const crm::v1::Stage& stage() const { return *way.back(); }
};

// At least one deal for each stage of each pipeline, the more the earlier the stage. The pipelines must outlive it.
std::vector<PlannedDeal> PlanDeals(const Pipelines& pipelines, uint64_t seed, int deals);

// How a deal comes to the stage, which must be the pipeline's own: through the open stages before it but those beside
// the way. A deal that is lost does not get through all of them.
std::vector<const crm::v1::Stage*> WayTo(const crm::v1::Pipeline& pipeline, const crm::v1::Stage& stage,
                                         std::size_t stages_before_loss);

}  // namespace voronka::demo
