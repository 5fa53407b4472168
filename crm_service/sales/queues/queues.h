#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "foundation/rpc/calls/session.h"
#include "voronka/crm/v1/queue.pb.h"

namespace voronka::crm {

// The table `queues`. Each queue is serialised into one column. Whoever changes one has the account's lock, as for
// every change of the configuration.
class Queues {
 public:
  explicit Queues(rpc::Session& session) : session_(session) {}

  // Throw NOT_FOUND.
  v1::Queue Get(int64_t id);
  v1::Queue Lock(int64_t id);
  bool HasOf(const std::string& pipeline, const std::string& stage);
  // Those with a larger id, in order of id.
  std::vector<v1::Queue> After(int64_t id);

  // Assigns id, creation time and etag. Throws ALREADY_EXISTS (QUEUE_EXISTS) if the stage has a queue.
  v1::Queue Add(v1::Queue queue);
  // `before` must be locked.
  v1::Queue Save(const v1::Queue& before, v1::Queue after);
  // `last` must be locked.
  void Remove(const v1::Queue& last);

  // A queue with this id is here, or was.
  bool WasKnown(int64_t id);
  // Stores a queue that has been there all along, as it is: that is no change, and makes no version.
  void Adopt(const v1::Queue& queue);

 private:
  std::optional<v1::Queue> Find(int64_t id, const std::string& locking = "");
  void Insert(const v1::Queue& queue);

  rpc::Session& session_;
};

}  // namespace voronka::crm
