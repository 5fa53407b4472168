#pragma once

#include <cstdint>

#include "voronka/crm/v1/deal.pb.h"

namespace voronka::crm {

// A deal's epoch changes with its stage, its owner and its offer. A change that was decided by these is written only
// while the epoch is still the same.

// The epoch after a change.
int64_t NextEpoch(const v1::Deal& before, const v1::Deal& after);

// Throws ABORTED (STALE_EPOCH) unless the deal still has the epoch that the caller read. `read` 0: the caller accepts
// the deal as it is.
void CheckEpoch(int64_t read, const v1::Deal& deal);

// `changed_rows` is the result of an UPDATE conditional on the epoch. Throws ABORTED (STALE_EPOCH) unless it is 1.
void CheckEpochMatched(int64_t changed_rows);

}  // namespace voronka::crm
