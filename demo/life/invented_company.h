#pragma once

#include <cstdint>

#include "voronka/crm/v1/company.pb.h"

namespace voronka::demo {

// A company that does not exist. Two numbers are two companies, whatever the seed.
crm::v1::Company CompanyNumber(uint64_t seed, int number);

}  // namespace voronka::demo
