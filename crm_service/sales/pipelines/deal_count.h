#pragma once

#include <cstdint>

#include "foundation/rpc/requests/error.h"

namespace voronka::crm {

// "3 deals, all closed", "3 deals: 2 open and 1 closed"; «3 сделки, все закрыты».
rpc::Text DealCount(int64_t open, int64_t closed);

}  // namespace voronka::crm
