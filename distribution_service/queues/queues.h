#pragma once

#include <optional>
#include <string>
#include <vector>

#include "foundation/rpc/session.h"
#include "voronka/distribution/v1/rows.pb.h"

namespace voronka::distribution {

// The table `queues` of the session's account. Whoever takes a turn holds the queue's row.
class Queues {
 public:
  explicit Queues(rpc::Session& session) : session_(session) {}

  // Throw NOT_FOUND.
  v1::QueueRow Get(int64_t queue_id);
  v1::QueueRow GetLocked(int64_t queue_id);

  std::optional<v1::QueueRow> Lock(int64_t queue_id);
  std::optional<v1::QueueRow> LockOfStage(const std::string& pipeline, const std::string& stage);
  // By id, beyond `after`.
  std::vector<v1::QueueRow> List(int64_t after, int limit);

  // Throws ALREADY_EXISTS where the stage has a queue.
  void Insert(const v1::QueueRow& queue);
  void Save(const v1::QueueRow& queue);

  // Every account that has a queue.
  static std::vector<int64_t> Accounts(storage::Connection& db);

 private:
  std::optional<v1::QueueRow> Find(int64_t queue_id);

  rpc::Session& session_;
};

}  // namespace voronka::distribution
