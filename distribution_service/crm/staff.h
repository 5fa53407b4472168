#pragma once

#include "distribution_service/rotation/turns.h"

namespace voronka::distribution {

// The people of an account.
struct Staff {
  Users all;
  // Those who are not disabled.
  Users active;
};

}  // namespace voronka::distribution
