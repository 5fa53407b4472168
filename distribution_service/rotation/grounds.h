#pragma once

#include "voronka/distribution/v1/offer.pb.h"

namespace voronka::distribution {

// Grounds that need nothing more.
inline v1::Grounds Because(v1::Grounds::Why why) {
  v1::Grounds grounds;
  grounds.set_why(why);
  return grounds;
}

}  // namespace voronka::distribution
