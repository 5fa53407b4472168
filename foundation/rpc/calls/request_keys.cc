#include "foundation/rpc/calls/request_keys.h"

#include <google/protobuf/io/coded_stream.h>
#include <google/protobuf/io/zero_copy_stream_impl_lite.h>

#include <chrono>
#include <memory>

#include "foundation/process/fault_points.h"
#include "foundation/process/message_walk.h"
#include "foundation/rpc/requests/error.h"
#include "foundation/security/secret.h"
#include "foundation/storage/errors.h"
#include "foundation/storage/stored_message.h"
#include "voronka/options/v1/field.pb.h"

namespace voronka::rpc {
namespace {

using google::protobuf::Message;
using storage::Bytes;

constexpr int64_t kAnswerRetention = std::chrono::microseconds(std::chrono::hours(72)).count();

void ClearSecretsOf(Message& message) {
  const auto& type = *message.GetDescriptor();
  for (int i = 0; i < type.field_count(); ++i) {
    if (type.field(i)->options().GetExtension(options::v1::field).secret()) {
      message.GetReflection()->ClearField(&message, type.field(i));
    }
  }
}

std::unique_ptr<Message> WithoutSecrets(const Message& message) {
  std::unique_ptr<Message> copy(message.New());
  copy->CopyFrom(message);
  process::ForEachMessage(*copy, [](Message& part, const std::string&) { ClearSecretsOf(part); });
  return copy;
}

std::string Hash(const Message& request) {
  std::string bytes;
  {
    google::protobuf::io::StringOutputStream stream(&bytes);
    google::protobuf::io::CodedOutputStream output(&stream);
    output.SetSerializationDeterministic(true);
    WithoutSecrets(request)->SerializeToCodedStream(&output);
  }
  return security::Sha256(bytes);
}

Error Reused() {
  return Error(Code::kInvalidArgument, {"REQUEST_ID_REUSED",
                                        "request_id",
                                        {"This request_id belongs to another request.",
                                         "Этот request_id уже использован для другого запроса."}});
}

// Reaches a caller only if the stored answer is deleted at this very moment.
Error Answered() {
  return Error(Code::kAborted, {"REQUEST_ANSWERED",
                                "request_id",
                                {"This request has just been answered; repeat it.",
                                 "На этот запрос только что ответили; повторите его."}});
}

}  // namespace

RequestKey::RequestKey(const Caller& caller, const MethodPolicy& policy, const Message& request)
    : account_id_(caller.account_id),
      caller_(caller.Name()),
      method_(policy.name),
      request_id_(policy.RequestIdOf(request)),
      request_hash_(Hash(request)) {}

void RequestKey::Keep(Session& session, const Message& response) const {
  if (process::Broken(process::Fault::kRequestId)) return;
  try {
    session.db.Execute(
        "INSERT INTO requests (account_id, caller, method, request_id, request_hash, response, create_time) "
        "VALUES (?, ?, ?, ?, ?, ?, ?)",
        account_id_, caller_, method_, request_id_, Bytes{request_hash_},
        Bytes{WithoutSecrets(response)->SerializeAsString()}, session.Now());
  } catch (const storage::DuplicateKey&) {
    throw Answered();
  }
}

bool RequestKey::Recall(storage::Connection& db, Message& response) const {
  // A locking read waits for the row of a transaction that is still open.
  const auto rows = db.Query(
      "SELECT request_hash, response FROM requests "
      "WHERE account_id = ? AND caller = ? AND method = ? AND request_id = ? LOCK IN SHARE MODE",
      account_id_, caller_, method_, request_id_);
  if (rows.empty()) return false;
  if (rows[0].Text(0) != request_hash_) throw Reused();
  storage::ParseStored(rows[0].Text(1), "the kept answer of " + method_, response);
  return true;
}

int64_t RequestKey::Forget(storage::Connection& db, int64_t now, int limit) {
  return db.Execute("DELETE FROM requests WHERE create_time < ? LIMIT ?", now - kAnswerRetention, limit);
}

}  // namespace voronka::rpc
