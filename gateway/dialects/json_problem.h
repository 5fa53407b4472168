#pragma once

#include <string>

#include "gateway/dialects/refusals.h"

namespace voronka::gateway {

// The refusal of JSON that is not the message it should be. `problem`: what protobuf says about it, one line of
// English. Names the field as other violations do, as `deal.amount.minor`, and says what belongs there.
Refused NotThisMessage(const std::string& problem);

}  // namespace voronka::gateway
