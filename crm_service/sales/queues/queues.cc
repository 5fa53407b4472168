#include "crm_service/sales/queues/queues.h"

#include <google/protobuf/util/time_util.h>

#include <utility>

#include "crm_service/log/events/record.h"
#include "crm_service/people/accounts/accounts.h"
#include "foundation/rpc/requests/error.h"
#include "foundation/storage/errors.h"
#include "foundation/storage/stored_message.h"

namespace voronka::crm {

using google::protobuf::util::TimeUtil;
using storage::Bytes;
using v1::Queue;

namespace {

Queue ExistingQueue(std::optional<Queue> found, int64_t id) {
  if (!found) throw rpc::NotFound("queue", id);
  return *std::move(found);
}

}  // namespace

Queue Queues::Get(int64_t id) { return ExistingQueue(Find(id), id); }

Queue Queues::Lock(int64_t id) {
  Accounts(session_).Lock();
  return ExistingQueue(Find(id, " FOR UPDATE"), id);
}

bool Queues::HasOf(const std::string& pipeline, const std::string& stage) {
  return !session_.db
              .Query("SELECT 1 FROM queues WHERE account_id = ? AND pipeline = ? AND stage = ?", session_.account_id(),
                     pipeline, stage)
              .empty();
}

std::vector<Queue> Queues::After(int64_t id) {
  std::vector<Queue> queues;
  for (const auto& row : session_.db.Query("SELECT definition FROM queues WHERE account_id = ? AND id > ? ORDER BY id",
                                           session_.account_id(), id)) {
    queues.push_back(storage::Stored<Queue>(row.Text(0)));
  }
  return queues;
}

Queue Queues::Add(Queue queue) {
  Accounts(session_).Lock();
  queue.set_id(session_.NextId("queue"));
  *queue.mutable_create_time() = TimeUtil::MicrosecondsToTimestamp(session_.Now());
  queue.set_etag(1);
  Insert(queue);
  RecordChange(session_, session_.account_id(), nullptr, queue);
  return queue;
}

Queue Queues::Save(const Queue& before, Queue after) {
  after.set_etag(before.etag() + 1);
  session_.db.Execute("UPDATE queues SET definition = ? WHERE account_id = ? AND id = ?",
                      Bytes{after.SerializeAsString()}, session_.account_id(), after.id());
  RecordChange(session_, session_.account_id(), &before, after);
  return after;
}

void Queues::Remove(const Queue& last) {
  session_.db.Execute("DELETE FROM queues WHERE account_id = ? AND id = ?", session_.account_id(), last.id());
  RecordDeletion(session_, session_.account_id(), last);
}

// What has gone left its last state to the versions of the configuration.
bool Queues::WasKnown(int64_t id) {
  return Find(id) || !session_.db
                          .Query(
                              "SELECT version FROM configuration_changes WHERE account_id = ? AND resource = "
                              "'queue' AND resource_id = ? LIMIT 1",
                              session_.account_id(), id)
                          .empty();
}

void Queues::Adopt(const Queue& queue) { Insert(queue); }

std::optional<Queue> Queues::Find(int64_t id, const std::string& locking) {
  const auto rows = session_.db.Query("SELECT definition FROM queues WHERE account_id = ? AND id = ?" + locking,
                                      session_.account_id(), id);
  if (rows.empty()) return std::nullopt;
  return storage::Stored<Queue>(rows[0].Text(0));
}

void Queues::Insert(const Queue& queue) {
  try {
    session_.db.Execute("INSERT INTO queues (account_id, id, pipeline, stage, definition) VALUES (?, ?, ?, ?, ?)",
                        session_.account_id(), queue.id(), queue.pipeline(), queue.stage(),
                        Bytes{queue.SerializeAsString()});
  } catch (const storage::DuplicateKey&) {
    throw rpc::Error(rpc::Code::kAlreadyExists,
                     {"QUEUE_EXISTS", "queue.stage", {"This stage has a queue.", "У этого этапа уже есть очередь."}});
  }
}

}  // namespace voronka::crm
