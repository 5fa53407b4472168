#pragma once

#include "notifier/kinds/kinds.h"
#include "voronka/notifier/v1/preference.pb.h"

namespace voronka::notifier {

// Those of a user who has chosen none.
v1::QuietHours UsualQuietHours();
v1::KindPreference UsualPreference(const Kind& kind);

}  // namespace voronka::notifier
