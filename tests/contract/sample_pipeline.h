#pragma once

#include <string>

#include "voronka/crm/v1/pipeline.pb.h"

namespace voronka::testing {

// With the fewest stages that a pipeline may have. Its parts depend on each other, as no descriptor tells.
crm::v1::Pipeline SamplePipeline(const std::string& key);

}  // namespace voronka::testing
