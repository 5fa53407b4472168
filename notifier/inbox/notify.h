#pragma once

#include "foundation/rpc/calls/session.h"
#include "notifier/news/news.h"

namespace voronka::notifier {

// Puts the news into the user's inbox, in their language, once. A user who is not active gets nothing: if somebody has
// to act, their stand-in is notified instead.
void Notify(rpc::Session& session, const News& news);

}  // namespace voronka::notifier
