#include "distribution_service/queues/queues.h"

#include "foundation/rpc/error.h"
#include "foundation/storage/errors.h"

namespace voronka::distribution {
namespace {

using v1::QueueRow;

QueueRow Existing(std::optional<QueueRow> queue, int64_t queue_id) {
  if (!queue) throw rpc::NotFound("queue", queue_id);
  return std::move(*queue);
}

}  // namespace

QueueRow Queues::Get(int64_t queue_id) { return Existing(Find(queue_id), queue_id); }

QueueRow Queues::GetLocked(int64_t queue_id) { return Existing(Lock(queue_id), queue_id); }

std::optional<QueueRow> Queues::Find(int64_t queue_id) {
  return session_.db.SelectOne<QueueRow>("SELECT {columns} FROM queues WHERE account_id = ? AND id = ?",
                                         session_.account_id(), queue_id);
}

std::optional<QueueRow> Queues::Lock(int64_t queue_id) {
  const auto queue = Find(queue_id);
  // By the one way to the lock: who took it by the id would hold the row and, to write it, wait for the index's entry
  // of somebody who waits for the row.
  return queue ? LockOfStage(queue->pipeline(), queue->stage()) : std::nullopt;
}

std::optional<QueueRow> Queues::LockOfStage(const std::string& pipeline, const std::string& stage) {
  return session_.db.SelectOne<QueueRow>(
      "SELECT {columns} FROM queues WHERE account_id = ? AND pipeline = ? AND stage = ? FOR UPDATE",
      session_.account_id(), pipeline, stage);
}

std::vector<QueueRow> Queues::List(int64_t after, int limit) {
  return session_.db.Select<QueueRow>(
      "SELECT {columns} FROM queues WHERE account_id = ? AND id > ? ORDER BY id LIMIT ?", session_.account_id(), after,
      limit);
}

void Queues::Insert(const QueueRow& queue) {
  try {
    session_.db.Insert("queues", {{"account_id", session_.account_id()}}, queue);
  } catch (const storage::DuplicateKey&) {
    throw rpc::Error(rpc::Code::kAlreadyExists,
                     {"QUEUE_EXISTS", "queue.stage", {"This stage has a queue.", "У этого этапа уже есть очередь."}});
  }
}

void Queues::Save(const QueueRow& queue) {
  session_.db.Update("queues", queue, "WHERE account_id = ? AND id = ?", session_.account_id(), queue.id());
}

std::vector<int64_t> Queues::Accounts(storage::Connection& db) {
  std::vector<int64_t> accounts;
  for (const auto& row : db.Query("SELECT DISTINCT account_id FROM queues")) accounts.push_back(row.Int(0));
  return accounts;
}

}  // namespace voronka::distribution
