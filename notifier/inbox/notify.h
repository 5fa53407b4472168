#pragma once

#include "foundation/rpc/session.h"
#include "notifier/news/news.h"

namespace voronka::notifier {

// Puts the news into the user's inbox, in the user's words, once. A disabled user is told nothing: what somebody has to
// act on, who stands in for them is told instead.
void Tell(rpc::Session& session, const News& news);

}  // namespace voronka::notifier
