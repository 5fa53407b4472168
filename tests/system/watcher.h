#pragma once

#include <cstdint>
#include <mutex>
#include <string>
#include <vector>

#include "tests/support/follower.h"
#include "voronka/crm/v1/event.pb.h"

namespace voronka::testing {

// Follows one partition of the event log, as one of many watchers.
class Watcher {
 public:
  using Stream = Follower<crm::v1::WatchRequest, crm::v1::WatchResponse>;

  Watcher(std::vector<std::shared_ptr<grpc::Channel>> replicas, client::Metadata credentials, int partition);

  // The last event that has arrived.
  int64_t offset() const;
  // Where an event was not the next one. Empty: nowhere.
  std::string Irregularities() const;
  std::vector<Stream::Life> lives() const { return stream_.lives(); }

 private:
  void Take(const crm::v1::WatchResponse& response, crm::v1::WatchRequest& next);

  mutable std::mutex mutex_;
  int64_t offset_ = 0;
  std::string irregularities_;
  // The last member, because it uses the others.
  Stream stream_;
};

}  // namespace voronka::testing
