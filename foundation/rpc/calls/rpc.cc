#include "foundation/rpc/calls/rpc.h"

#include <chrono>
#include <optional>
#include <stdexcept>

#include "foundation/process/fault_points.h"
#include "foundation/rpc/calls/call_report.h"
#include "foundation/rpc/calls/code_name.h"
#include "foundation/rpc/calls/lines.h"
#include "foundation/rpc/calls/request_keys.h"
#include "foundation/rpc/calls/status.h"
#include "foundation/rpc/requests/validation.h"
#include "foundation/storage/durable_reading.h"
#include "foundation/tracing/call_trace.h"

namespace voronka::rpc {
namespace {

using google::protobuf::Message;
using Clock = std::chrono::system_clock;

constexpr std::chrono::seconds kDefaultTimeout(10);

void CheckValid(const Message& request) {
  Violations violations;
  Validate(request, violations);
  violations.ThrowIfAny();
}

Error Overloaded() {
  Error error(Code::kResourceExhausted, {"OVERLOADED",
                                         "",
                                         {"The service is overloaded; repeat with the same request_id.",
                                          "Сервис перегружен; повторите с тем же request_id."}});
  return error.RetryAfter(std::chrono::milliseconds(200));
}

storage::Line LineOf(const MethodPolicy& policy, const Caller& caller) {
  if (policy.access.public_()) return PublicLine(policy.name);
  if (caller.account_id == 0) return AccountlessLine(policy.name);
  return policy.writes ? WritesOf(caller.account_id) : ReadsOf(caller.account_id);
}

// The answer depends on what other transactions wrote: it must not be sent before that is durable.
void MakeAnswerDurable(storage::Connection& db) {
  if (process::Broken(process::Fault::kUndurableAnswer)) return;
  storage::MakeReadingDurable(db);
}

// The others say that the caller asked for what may not be.
bool IsOurFault(const std::string& code) {
  return code == "INTERNAL" || code == "UNAVAILABLE" || code == "DEADLINE_EXCEEDED";
}

Error TooLate() {
  return Error(Code::kDeadlineExceeded,
               {"DEADLINE_EXCEEDED", "", {"The call's deadline has passed.", "Время вызова истекло."}});
}

}  // namespace

struct Rpc::Call {
  const grpc::CallbackServerContext* context;
  grpc::ServerUnaryReactor* reactor;
  const MethodPolicy& policy;
  const Message* request;
  Message* response;
  Body body;
  // Empty: there is none.
  Body ahead;
  std::chrono::steady_clock::time_point begin;
  Clock::time_point deadline;
  Origin origin;
  tracing::CallTrace trace;
  Caller caller;

  // Throws once nobody waits for the answer any more.
  void CheckTime() const {
    if (Clock::now() >= deadline || context->IsCancelled()) throw TooLate();
  }
};

grpc::ServerUnaryReactor* Rpc::Run(grpc::CallbackServerContext* context, const Message* request, Message* response,
                                   Body body, Body ahead) {
  const auto call = Begin(context, request, response, std::move(body), std::move(ahead));
  const process::TraceScope scope(call->trace.trace());
  try {
    call->caller.locale = LocaleOf(*context);
    call->caller = authentication_.Identify(*context, call->policy);
    call->policy.CheckMayCall(call->caller);
    CheckValid(*request);
    Enqueue(call);
  } catch (...) {
    Finish(*call, std::current_exception());
  }
  return call->reactor;
}

void Rpc::Admit(const grpc::CallbackServerContext& context, const Message& request, Caller& caller) {
  const auto& policy = MethodPolicy::OfRequest(*request.GetDescriptor());
  caller.locale = LocaleOf(context);
  caller = authentication_.Identify(context, policy);
  policy.CheckMayCall(caller);
  CheckValid(request);
}

std::shared_ptr<Rpc::Call> Rpc::Begin(grpc::CallbackServerContext* context, const Message* request, Message* response,
                                      Body body, Body ahead) {
  const auto& policy = MethodPolicy::OfRequest(*request->GetDescriptor());
  const auto deadline = std::min(context->deadline(), Clock::now() + std::chrono::hours(1));
  const bool named = context->deadline() != Clock::time_point::max();
  return std::make_shared<Call>(Call{context,
                                     context->DefaultReactor(),
                                     policy,
                                     request,
                                     response,
                                     std::move(body),
                                     std::move(ahead),
                                     std::chrono::steady_clock::now(),
                                     named ? deadline : Clock::now() + kDefaultTimeout,
                                     Origin{policy.RequestIdOf(*request), policy.name},
                                     tracing::CallTrace(tracer_, TraceParentOf(*context)),
                                     {}});
}

void Rpc::Enqueue(const std::shared_ptr<Call>& call) {
  workers_.Submit(
      LineOf(call->policy, call->caller),
      [this, call](storage::Connection& db) {
        const process::TraceScope scope(call->trace.trace());
        try {
          Perform(*call, db);
          Finish(*call, nullptr);
        } catch (...) {
          Finish(*call, std::current_exception());
        }
      },
      [this, call] {
        const process::TraceScope scope(call->trace.trace());
        overloaded_.Increment();
        Finish(*call, std::make_exception_ptr(Overloaded()));
      });
}

void Rpc::Perform(Call& call, storage::Connection& db) {
  call.CheckTime();
  call.policy.writes ? Write(call, db) : Read(call, db);
  if (session_context_.veil != nullptr) session_context_.veil->Hide(db, call.caller, *call.response);
}

void Rpc::Read(Call& call, storage::Connection& db) {
  call.response->Clear();
  const storage::Connection::ReadingOnly reading_only(db);
  Session session(session_context_, db, call.caller, call.origin);
  call.body(session);
}

void Rpc::Write(Call& call, storage::Connection& db) {
  std::optional<RequestKey> key;
  if (call.policy.request_id != nullptr) key.emplace(call.caller, call.policy, *call.request);
  try {
    if (call.ahead) LookAhead(call, db);
    Transact(call, db, key ? &*key : nullptr);
    if (!db.has_changed()) MakeAnswerDurable(db);
  } catch (const Error&) {
    // The request may be refused now because it has already been done.
    const bool was_done = key && key->Recall(db, *call.response);
    MakeAnswerDurable(db);
    if (!was_done) throw;
  }
}

void Rpc::LookAhead(Call& call, storage::Connection& db) {
  const storage::Connection::ReadingOnly reading_only(db);
  Session session(session_context_, db, call.caller, call.origin);
  call.ahead(session);
}

void Rpc::Transact(Call& call, storage::Connection& db, const RequestKey* key) {
  std::optional<Error> failure;
  storage::RunTransaction(db, [&](storage::Transaction& transaction) {
    call.CheckTime();
    call.response->Clear();
    Session session(session_context_, transaction, call.caller, call.origin);
    ConfirmRights(call, session);
    call.body(session);
    failure = session.failure();
    if (key == nullptr) return;
    if (failure) throw std::logic_error(call.policy.name + " takes a request_id and cannot fail after commit");
    key->Keep(session, *call.response);
    process::Pass(process::KillPoint::kAnswerStored);
  });
  process::Pass(process::KillPoint::kBeforeAnswer);
  if (failure) throw Error(*failure);
}

void Rpc::ConfirmRights(const Call& call, Session& session) {
  if (!call.policy.guarded || call.caller.IsService() || session_context_.rights == nullptr) return;
  if (!session_context_.rights->AreStillValid(session)) throw TokenInvalid();
}

void Rpc::Finish(Call& call, const std::exception_ptr& thrown) {
  if (!thrown) {
    Report(call, "OK", "");
    return call.reactor->Finish(grpc::Status::OK);
  }
  std::string hidden;
  const Error error = AsError(thrown, &hidden);
  Report(call, CodeName(error.code()), hidden);
  call.response->Clear();
  call.reactor->Finish(ToStatus(error, call.caller.locale));
}

void Rpc::Report(const Call& call, const std::string& code, const std::string& hidden) {
  const std::chrono::duration<double> took = std::chrono::steady_clock::now() - call.begin;
  metrics_.CountCall(call.policy.name, code, took.count());
  EndTrace(call, code);
  if (code == "OK") return;
  LogFailure(log_, {call.policy.name, call.caller, call.origin.request_id, code, took.count(), hidden});
}

void Rpc::EndTrace(const Call& call, const std::string& code) {
  if (!call.trace.is_sent()) return;
  process::EndedSpan span{.name = call.policy.name,
                          .attributes = {{"rpc.system", "grpc"},
                                         {"rpc.grpc.status", code},
                                         {"voronka.account", std::to_string(call.caller.account_id)},
                                         {"voronka.request_id", call.origin.request_id}}};
  if (IsOurFault(code)) span.error = code;
  call.trace.End(std::move(span));
}

}  // namespace voronka::rpc
