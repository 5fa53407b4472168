#include "foundation/rpc/calls/session.h"

#include <stdexcept>

namespace voronka::rpc {

storage::Transaction& Session::writing() {
  if (transaction_ == nullptr) throw std::logic_error(origin.cause + " writes, but is declared to only read");
  return *transaction_;
}

void Session::Announce(Announcement announcement) {
  auto& announcements = writing().Common<std::vector<Announcement>>();
  if (announcements.empty()) {
    auto* sink = session_context_.events;
    if (sink == nullptr) throw std::logic_error("this service has no event log");
    writing().LastBeforeCommit([sink, &announcements, &connection = db] { sink->Write(connection, announcements); });
    writing().AfterCommit([sink, &announcements, &connection = db] { sink->Committed(connection, announcements); });
  }
  announcements.push_back(std::move(announcement));
}

void Session::FailAfterCommit(Error error) {
  writing();
  failure_ = std::move(error);
}

}  // namespace voronka::rpc
