#include "foundation/rpc/session.h"

#include <stdexcept>

namespace voronka::rpc {

storage::Transaction& Session::writing() {
  if (transaction_ == nullptr) throw std::logic_error(origin.cause + " writes, but is declared to only read");
  return *transaction_;
}

void Session::Announce(Announcement announcement) {
  if (!announcements_) announcements_ = Announcing();
  announcements_->push_back(std::move(announcement));
}

std::shared_ptr<std::vector<Announcement>> Session::Announcing() {
  auto* sink = surroundings_.events;
  if (sink == nullptr) throw std::logic_error("this service has no event log");
  auto list = std::make_shared<std::vector<Announcement>>();
  writing().LastBeforeCommit([sink, list, &connection = db] { sink->Write(connection, *list); });
  writing().AfterCommit([sink] { sink->Committed(); });
  return list;
}

void Session::FailAfterCommit(Error error) {
  writing();
  failure_ = std::move(error);
}

}  // namespace voronka::rpc
