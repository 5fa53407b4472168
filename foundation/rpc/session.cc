#include "foundation/rpc/session.h"

#include <stdexcept>

namespace voronka::rpc {

storage::Transaction& Session::writing() {
  if (transaction_ == nullptr) throw std::logic_error(origin.cause + " writes, but is declared to only read");
  return *transaction_;
}

void Session::Announce(Announcement announcement) {
  if (!announcements_) {
    announcements_ = std::make_shared<std::vector<Announcement>>();
    auto* sink = surroundings_.events;
    if (sink == nullptr) throw std::logic_error("this service has no event log");
    writing().BeforeCommit([sink, list = announcements_, &connection = db] { sink->Write(connection, *list); });
    writing().AfterCommit([sink] { sink->Committed(); });
  }
  announcements_->push_back(std::move(announcement));
}

}  // namespace voronka::rpc
