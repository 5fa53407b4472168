#pragma once

#include <optional>
#include <string>
#include <vector>

#include "foundation/rpc/session.h"
#include "voronka/distribution/v1/rows.pb.h"

namespace voronka::distribution {

// The tables `queues` and `ended_queues` of the session's account. Whoever takes a turn holds the queue's row.
class Queues {
 public:
  explicit Queues(rpc::Session& session) : session_(session) {}

  // Throw NOT_FOUND.
  v1::QueueRow Get(int64_t queue_id);
  v1::QueueRow GetLocked(int64_t queue_id);

  std::optional<v1::QueueRow> Lock(int64_t queue_id);
  std::optional<v1::QueueRow> LockOfStage(const std::string& pipeline, const std::string& stage);
  // Those of a pipeline, by id.
  std::vector<v1::QueueRow> OfPipeline(const std::string& pipeline);
  // By id, beyond `after`.
  std::vector<v1::QueueRow> List(int64_t after, int limit);

  // Throws ALREADY_EXISTS where the stage has a queue.
  void Insert(const v1::QueueRow& queue);
  void Save(const v1::QueueRow& queue);
  // Nothing new is offered from it; its escalation stays for what comes back. The row is locked.
  void End(const v1::QueueRow& queue);
  // What escalates the deals that come back from the offers of a queue, which may have ended: nobody is asked in turn.
  std::optional<v1::QueueRow> EscalationOf(int64_t queue_id);

  // Every account that has a queue.
  static std::vector<int64_t> Accounts(storage::Connection& db);

 private:
  std::optional<v1::QueueRow> Find(int64_t queue_id);

  rpc::Session& session_;
};

}  // namespace voronka::distribution
