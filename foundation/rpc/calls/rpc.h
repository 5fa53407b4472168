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
#include "foundation/tracing/tracer.h"

namespace voronka::rpc {

class RequestKey;

// The single entry point of every method. It checks who calls, whether they may, whether the request is well formed,
// and whether there is time and room. Then a worker runs one transaction: the body, the answer under its request_id,
// the events, commit. Exceptions are caught only here.
class Rpc {
 public:
  using Body = std::function<void(Session&)>;

  Rpc(const SessionContext& session_context, storage::Workers& workers, Authentication& authentication,
      tracing::Tracer& tracer, process::Log& log, process::Metrics& metrics)
      : session_context_(session_context),
        workers_(workers),
        authentication_(authentication),
        tracer_(tracer),
        log_(log),
        metrics_(metrics),
        overloaded_(metrics.Counter("calls_overloaded_total", "Calls refused because too many waited.")) {}

  // `body` touches only the session and the response; it may run more than once. `ahead`, if there is one, runs before
  // the transaction and changes nothing; its error is the call's.
  grpc::ServerUnaryReactor* Run(grpc::CallbackServerContext* context, const google::protobuf::Message* request,
                                google::protobuf::Message* response, Body body, Body ahead = {});

  // For streams: checks the rights and the request as Run does. Throws Error; `caller` then holds as much as is known
  // about who calls.
  void Admit(const grpc::CallbackServerContext& context, const google::protobuf::Message& request, Caller& caller);

 private:
  struct Call;

  std::shared_ptr<Call> Begin(grpc::CallbackServerContext* context, const google::protobuf::Message* request,
                              google::protobuf::Message* response, Body body, Body ahead);
  void Enqueue(const std::shared_ptr<Call>& call);
  void Perform(Call& call, storage::Connection& db);
  void Read(Call& call, storage::Connection& db);
  void Write(Call& call, storage::Connection& db);
  void LookAhead(Call& call, storage::Connection& db);
  // `key` is null if a retry has no effect to repeat.
  void Transact(Call& call, storage::Connection& db, const RequestKey* key);
  // Throws UNAUTHENTICATED if the caller has lost the role that the method requires.
  void ConfirmRights(const Call& call, Session& session);
  void Finish(Call& call, const std::exception_ptr& thrown);
  void Report(const Call& call, const std::string& code, const std::string& hidden);
  static void EndTrace(const Call& call, const std::string& code);

  const SessionContext& session_context_;
  storage::Workers& workers_;
  Authentication& authentication_;
  tracing::Tracer& tracer_;
  process::Log& log_;
  process::Metrics& metrics_;
  prometheus::Counter& overloaded_;
};

}  // namespace voronka::rpc
