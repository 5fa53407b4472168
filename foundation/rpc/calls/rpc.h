#pragma once

#include <google/protobuf/message.h>
#include <grpcpp/server_context.h>
#include <grpcpp/support/server_callback.h>

#include <functional>

#include "foundation/process/log.h"
#include "foundation/process/metrics.h"
#include "foundation/rpc/calls/authentication.h"
#include "foundation/rpc/calls/session.h"
#include "foundation/storage/workers.h"

namespace voronka::rpc {

class RequestKey;

// The one way into every method: who calls, may they, is the request well formed, is there time and room; then on a
// worker, in one transaction: the body, the answer under its request_id, the events, commit. The only place that
// catches.
class Rpc {
 public:
  using Body = std::function<void(Session&)>;

  Rpc(const Surroundings& surroundings, storage::Workers& workers, Authentication& authentication, process::Log& log,
      process::Metrics& metrics)
      : surroundings_(surroundings), workers_(workers), authentication_(authentication), log_(log), metrics_(metrics) {}

  // `body` touches the session and the response alone; it may run more than once.
  grpc::ServerUnaryReactor* Run(grpc::CallbackServerContext* context, const google::protobuf::Message* request,
                                google::protobuf::Message* response, Body body);

  // For streams: the right and the request are checked as in Run. Throws Error; `caller` is then who calls as far as
  // that is known.
  void Admit(const grpc::CallbackServerContext& context, const google::protobuf::Message& request, Caller& caller);

 private:
  struct Call;

  static std::shared_ptr<Call> Begin(grpc::CallbackServerContext* context, const google::protobuf::Message* request,
                                     google::protobuf::Message* response, Body body);
  void Enqueue(const std::shared_ptr<Call>& call);
  void Perform(Call& call, storage::Connection& db);
  void Read(Call& call, storage::Connection& db);
  void Write(Call& call, storage::Connection& db);
  // `key` is null where a repeat has nothing to double.
  void Transact(Call& call, storage::Connection& db, const RequestKey* key);
  // Throws UNAUTHENTICATED where the caller has lost the role that the method asks for.
  void ConfirmRights(const Call& call, Session& session);
  void Finish(Call& call, const std::exception_ptr& thrown);
  void Report(const Call& call, const std::string& code, const std::string& hidden);

  const Surroundings& surroundings_;
  storage::Workers& workers_;
  Authentication& authentication_;
  process::Log& log_;
  process::Metrics& metrics_;
};

}  // namespace voronka::rpc
