#pragma once

#include <string>

#include "voronka/crm/v1/pipeline.pb.h"

namespace voronka::testing {

// With the fewest stages allowed. Its parts depend on each other in ways that no descriptor describes.
crm::v1::Pipeline SamplePipeline(const std::string& key);

}  // namespace voronka::testing
