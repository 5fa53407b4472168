#pragma once

#include <optional>
#include <string>
#include <vector>

#include "foundation/rpc/calls/session.h"
#include "voronka/distribution/v1/rows.pb.h"

namespace voronka::distribution {

// The tables `queues` and `ended_queues` of the session's account. A turn is taken under a lock of the queue's row.
class Queues {
 public:
  explicit Queues(rpc::Session& session) : session_(session) {}

  // Throws NOT_FOUND.
  v1::QueueRow Get(int64_t queue_id);
  std::optional<v1::QueueRow> Lock(int64_t queue_id);
  std::optional<v1::QueueRow> LockOfStage(const std::string& pipeline, const std::string& stage);
  // As committed, not locked; 0: the stage has none.
  int64_t IdOfStage(const std::string& pipeline, const std::string& stage);
  // By id, beyond `after`.
  std::vector<v1::QueueRow> List(int64_t after, int limit);

  // Throws storage::Retryable if the stage has a queue by now.
  void Insert(const v1::QueueRow& queue);
  void Save(const v1::QueueRow& queue);
  // Nothing new is offered from it; its escalation is kept for the deals that come back. The row is locked.
  void End(const v1::QueueRow& queue);
  // At `since`, in microseconds, or later, as committed by now. Later, another may have the id: after a restore of the
  // system of record.
  bool HasEnded(int64_t queue_id, int64_t since);
  // The queue is there again, or another has its id.
  void ForgetEnd(int64_t queue_id);
  // A queue, which may have ended, as far as it escalates the deals that come back to it: without members.
  std::optional<v1::QueueRow> EscalationOf(int64_t queue_id);

  // Every account that has a queue.
  static std::vector<int64_t> Accounts(storage::Connection& db);

 private:
  std::optional<v1::QueueRow> Find(int64_t queue_id);

  rpc::Session& session_;
};

}  // namespace voronka::distribution
