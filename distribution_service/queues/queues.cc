#include "distribution_service/queues/queues.h"

#include <google/protobuf/util/time_util.h>

#include "foundation/rpc/requests/error.h"
#include "foundation/storage/errors.h"

namespace voronka::distribution {
namespace {

using google::protobuf::util::TimeUtil;
using v1::EndedQueue;
using v1::QueueRow;

QueueRow Existing(std::optional<QueueRow> queue, int64_t queue_id) {
  if (!queue) throw rpc::NotFound("queue", queue_id);
  return std::move(*queue);
}

}  // namespace

QueueRow Queues::Get(int64_t queue_id) { return Existing(Find(queue_id), queue_id); }

std::optional<QueueRow> Queues::Find(int64_t queue_id) {
  return session_.db.SelectOne<QueueRow>("SELECT {columns} FROM queues WHERE account_id = ? AND id = ?",
                                         session_.account_id(), queue_id);
}

std::optional<QueueRow> Queues::Lock(int64_t queue_id) {
  const auto queue = Find(queue_id);
  // Everybody locks by the same index. A lock by id would hold the row and then, to write it, wait for the index entry
  // that is held by somebody who waits for the row.
  if (!queue) return std::nullopt;
  auto locked = LockOfStage(queue->pipeline(), queue->stage());
  // The stage may have another queue by now.
  return locked && locked->id() == queue_id ? locked : std::nullopt;
}

std::optional<QueueRow> Queues::LockOfStage(const std::string& pipeline, const std::string& stage) {
  return session_.db.SelectOne<QueueRow>(
      "SELECT {columns} FROM queues WHERE account_id = ? AND pipeline = ? AND stage = ? FOR UPDATE",
      session_.account_id(), pipeline, stage);
}

int64_t Queues::IdOfStage(const std::string& pipeline, const std::string& stage) {
  const auto rows = session_.db.Query("SELECT id FROM queues WHERE account_id = ? AND pipeline = ? AND stage = ?",
                                      session_.account_id(), pipeline, stage);
  return rows.empty() ? 0 : rows[0].Int(0);
}

std::vector<QueueRow> Queues::List(int64_t after, int limit) {
  return session_.db.Select<QueueRow>(
      "SELECT {columns} FROM queues WHERE account_id = ? AND id > ? ORDER BY id LIMIT ?", session_.account_id(), after,
      limit);
}

void Queues::Insert(const QueueRow& queue) {
  try {
    session_.db.Insert("queues", {{"account_id", session_.account_id()}}, queue);
  } catch (const storage::DuplicateKey& error) {
    throw storage::Retryable(error.code(), "another transaction has taken over a queue of this stage");
  }
}

void Queues::Save(const QueueRow& queue) {
  session_.db.Update("queues", queue, "WHERE account_id = ? AND id = ?", session_.account_id(), queue.id());
}

void Queues::End(const QueueRow& queue) {
  EndedQueue ended;
  ended.set_id(queue.id());
  ended.set_pipeline(queue.pipeline());
  ended.set_stage(queue.stage());
  *ended.mutable_escalate_to() = queue.escalate_to();
  *ended.mutable_end_time() = TimeUtil::MicrosecondsToTimestamp(session_.Now());
  session_.db.Insert("ended_queues", {{"account_id", session_.account_id()}}, ended);
  session_.db.Execute("DELETE FROM queues WHERE account_id = ? AND id = ?", session_.account_id(), queue.id());
}

bool Queues::HasEnded(int64_t queue_id, int64_t since) {
  return !session_.db
              .Query("SELECT id FROM ended_queues WHERE account_id = ? AND id = ? AND end_time >= ? LOCK IN SHARE MODE",
                     session_.account_id(), queue_id, since)
              .empty();
}

void Queues::ForgetEnd(int64_t queue_id) {
  session_.db.Execute("DELETE FROM ended_queues WHERE account_id = ? AND id = ?", session_.account_id(), queue_id);
}

std::optional<QueueRow> Queues::EscalationOf(int64_t queue_id) {
  if (auto queue = Find(queue_id)) return queue;
  const auto ended = session_.db.SelectOne<EndedQueue>(
      "SELECT {columns} FROM ended_queues WHERE account_id = ? AND id = ?", session_.account_id(), queue_id);
  if (!ended) return std::nullopt;
  QueueRow queue;
  queue.set_id(ended->id());
  *queue.mutable_escalate_to() = ended->escalate_to();
  return queue;
}

std::vector<int64_t> Queues::Accounts(storage::Connection& db) {
  std::vector<int64_t> accounts;
  for (const auto& row : db.Query("SELECT DISTINCT account_id FROM queues")) accounts.push_back(row.Int(0));
  return accounts;
}

}  // namespace voronka::distribution
