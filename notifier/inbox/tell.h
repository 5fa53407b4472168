#pragma once

#include "foundation/rpc/session.h"
#include "notifier/inbox/news.h"

namespace voronka::notifier {

// Puts the news into the user's inbox, in the user's words, once. A disabled user is told nothing.
void Tell(rpc::Session& session, const News& news);

}  // namespace voronka::notifier
