#include "demo/day/day.h"

#include <algorithm>

namespace voronka::demo {

std::string Day::StageName(std::string_view pipeline, std::string_view stage) const {
  const auto there = std::ranges::find(pipelines, pipeline, &crm::v1::Pipeline::key);
  if (there == pipelines.end()) return std::string(stage);
  const auto found = std::ranges::find(there->stages(), stage, &crm::v1::Stage::key);
  return found == there->stages().end() ? std::string(stage) : found->name();
}

}  // namespace voronka::demo
