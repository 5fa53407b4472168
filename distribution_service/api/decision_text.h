#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "foundation/rpc/requests/error.h"
#include "voronka/crm/v1/pipeline.pb.h"
#include "voronka/distribution/v1/offer.pb.h"

namespace voronka::distribution {

// What the texts of decisions call by name. What is missing is called by its number or key.
struct KnownNames {
  std::map<int64_t, std::string> people;
  std::vector<crm::v1::Pipeline> pipelines;
};

// What was decided and why, in one sentence or two.
rpc::Text TextOf(const v1::Decision& decision, const KnownNames& names);

}  // namespace voronka::distribution
