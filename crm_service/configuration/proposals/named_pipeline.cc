#include "crm_service/configuration/proposals/named_pipeline.h"

#include <algorithm>

namespace voronka::crm {

using v1::Pipeline;

const Pipeline* PipelineNamed(const std::vector<Pipeline>& pipelines, const std::string& key) {
  const auto found = std::ranges::find(pipelines, key, &Pipeline::key);
  return found == pipelines.end() ? nullptr : &*found;
}

std::optional<Pipeline> FindPipeline(const std::vector<Pipeline>& pipelines, const std::string& key) {
  const auto* found = PipelineNamed(pipelines, key);
  return found == nullptr ? std::nullopt : std::optional(*found);
}

}  // namespace voronka::crm
