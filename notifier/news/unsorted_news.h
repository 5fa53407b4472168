#pragma once

#include <cstdint>

#include "notifier/news/news.h"
#include "voronka/crm/v1/deal.pb.h"

namespace voronka::notifier {

// For whoever leads sales. `at`: the moment that it is meant for. A deal that was returned and waits anew is told of
// anew.

// Nobody has sorted the inquiry in time.
News NewsOfUnsorted(const crm::v1::Deal& deal, int64_t at);
// Every manager has hidden it.
News NewsOfHiddenByAll(const crm::v1::Deal& deal, int64_t at);

}  // namespace voronka::notifier
