#include "foundation/rpc/request_keys.h"

#include <google/protobuf/io/coded_stream.h>
#include <google/protobuf/io/zero_copy_stream_impl_lite.h>

#include <chrono>
#include <memory>

#include "foundation/process/message_walk.h"
#include "foundation/rpc/error.h"
#include "foundation/security/secret.h"
#include "foundation/storage/errors.h"
#include "voronka/options/v1/field.pb.h"

namespace voronka::rpc {
namespace {

using google::protobuf::Message;
using storage::Bytes;

constexpr int64_t kKept = std::chrono::microseconds(std::chrono::hours(72)).count();

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

}  // namespace

RequestKey::RequestKey(Session& session, const MethodPolicy& policy, const Message& request)
    : session_(session),
      method_(policy.name),
      caller_(session.caller.Name()),
      request_id_(session.origin.request_id),
      request_hash_(Hash(request)) {}

bool RequestKey::Claim(Message& response) {
  try {
    session_.db.Execute(
        "INSERT INTO requests (account_id, caller, method, request_id, request_hash, response, create_time) "
        "VALUES (?, ?, ?, ?, ?, NULL, ?)",
        session_.account_id(), caller_, method_, request_id_, Bytes{request_hash_}, session_.Now());
    return false;
  } catch (const storage::DuplicateKey&) {
  }
  const auto rows = session_.db.Query(
      "SELECT request_hash, response FROM requests "
      "WHERE account_id = ? AND caller = ? AND method = ? AND request_id = ?",
      session_.account_id(), caller_, method_, request_id_);
  if (rows.empty()) throw storage::Retryable(0, "the request was forgotten at this moment");
  if (rows[0].Text(0) != request_hash_) throw Reused();
  response.ParseFromString(rows[0].Text(1));
  return true;
}

void RequestKey::Keep(const Message& response) {
  session_.db.Execute(
      "UPDATE requests SET response = ? WHERE account_id = ? AND caller = ? AND method = ? AND request_id = ?",
      Bytes{WithoutSecrets(response)->SerializeAsString()}, session_.account_id(), caller_, method_, request_id_);
}

int64_t RequestKey::Forget(storage::Connection& db, int64_t now, int limit) {
  return db.Execute("DELETE FROM requests WHERE create_time < ? LIMIT ?", now - kKept, limit);
}

}  // namespace voronka::rpc
