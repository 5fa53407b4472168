#pragma once

#include <vector>

#include "foundation/rpc/calls/session.h"
#include "notifier/news/news.h"

namespace voronka::notifier {

// Puts each of the news into its user's inbox, in their language, once. A user who is not active gets nothing: if
// somebody has to act, their stand-in is notified instead.
void Notify(rpc::Session& session, const std::vector<News>& all);

}  // namespace voronka::notifier
