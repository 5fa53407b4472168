#pragma once

#include <optional>
#include <string>
#include <vector>

#include "voronka/crm/v1/pipeline.pb.h"

namespace voronka::crm {

// That of the configuration which has this key. Null: none.
const v1::Pipeline* PipelineNamed(const std::vector<v1::Pipeline>& pipelines, const std::string& key);
// The same, as the rules of forms and queues take it.
std::optional<v1::Pipeline> FindPipeline(const std::vector<v1::Pipeline>& pipelines, const std::string& key);

}  // namespace voronka::crm
