#include "gateway/forms/form_handler.h"

#include <string>
#include <utility>

#include "client/call_failed.h"
#include "client/methods.h"
#include "foundation/rpc/calls/status.h"
#include "foundation/rpc/requests/error.h"
#include "gateway/forms/form_answers.h"
#include "gateway/forms/submission.h"
#include "gateway/http/language.h"
#include "gateway/rpc/metadata.h"

namespace voronka::gateway {
namespace {

using crm::v1::LookUpFormResponse;
using crm::v1::SubmitFormRequest;
using crm::v1::SubmitFormResponse;

using LookedUp = Outcome<LookUpFormResponse>;

Response FormsNeedPost() {
  Response response = PlainAnswer(http::status::method_not_allowed, "Forms are sent by POST.");
  response.head.headers.emplace_back("allow", "POST");
  return response;
}

Response AnswerTo(const Request& request, const Outcome<SubmitFormResponse>& outcome) {
  return outcome.status.ok() ? FormAccepted(request, outcome.response) : FormRefused(request, outcome.status);
}

rpc::Error TooMany(std::chrono::milliseconds wait) {
  rpc::Error error(rpc::Code::kResourceExhausted,
                   {"TOO_MANY_SUBMISSIONS",
                    "",
                    {"Too many forms were sent; wait a little and send it again.",
                     "Отправлено слишком много форм; подождите немного и отправьте ещё раз."}});
  return error.RetryAfter(wait);
}

void ThrowIf(const FormLimits::Wait& wait) {
  if (wait) throw TooMany(*wait);
}

// The error that the check throws.
template <class Check>
grpc::Status Checked(const Exchange& exchange, Check check) {
  try {
    check();
    return grpc::Status::OK;
  } catch (const rpc::Error& error) {
    return rpc::ToStatus(error, LanguageOf(exchange.request()));
  }
}

// Empty: the form was not refused, there is no such form, or it was not reached.
std::string ReasonOf(const grpc::Status& status) {
  const auto code = status.error_code();
  const bool is_refused = code == grpc::StatusCode::INVALID_ARGUMENT || code == grpc::StatusCode::FAILED_PRECONDITION ||
                          code == grpc::StatusCode::RESOURCE_EXHAUSTED;
  if (!is_refused) return "";
  return client::CallFailed(client::MethodTaking(*SubmitFormRequest::descriptor()), status).reason();
}

// What became of a form, for the metric and the access log.
std::string NameOf(const SubmitFormRequest& submission, const Outcome<SubmitFormResponse>& outcome) {
  if (!outcome.status.ok()) return "refused";
  if (!submission.trap().empty()) return "trapped";
  if (outcome.response.repeated()) return "repeated";
  return outcome.response.inquiry_id() == 0 ? "probe" : "accepted";
}

}  // namespace

FormHandler::FormHandler(client::ServiceClients& services, process::Networks servers, process::Metrics& metrics,
                         process::Log& log)
    : channels_(services.channels()),
      identity_(services.IdentityFor(0)),
      metrics_(metrics),
      limits_(std::move(servers)),
      refusals_(services, log) {}

Task<> FormHandler::Handle(Exchange& exchange) {
  exchange.AddHeader("cache-control", "no-store");
  const Request& request = exchange.request();
  if (request.method() != http::verb::post) co_return co_await exchange.Answer(FormsNeedPost());
  SubmitFormRequest submission;
  const Submitted outcome = co_await Submit(exchange, submission);
  Count(exchange, submission, outcome);
  co_await exchange.Answer(AnswerTo(request, outcome));
}

Task<grpc::Status> FormHandler::Admit(Exchange& exchange) {
  grpc::Status status = TakeFromAddress(exchange);
  if (status.error_code() == grpc::StatusCode::RESOURCE_EXHAUSTED) {
    const bool is_sent_by_servers = co_await IsSentByServers(exchange);
    if (is_sent_by_servers) status = grpc::Status::OK;
  }
  if (status.ok()) status = TakeInAll(exchange);
  co_return status;
}

grpc::Status FormHandler::TakeFromAddress(const Exchange& exchange) {
  return Checked(exchange,
                 [&] { ThrowIf(limits_.TakeFromAddress(FormKeyOf(exchange.request()), exchange.client().address)); });
}

grpc::Status FormHandler::TakeInAll(const Exchange& exchange) {
  return Checked(exchange, [&] { ThrowIf(limits_.TakeInAll(FormKeyOf(exchange.request()))); });
}

Task<bool> FormHandler::IsSentByServers(Exchange& exchange) {
  crm::v1::LookUpFormRequest request;
  request.set_key(FormKeyOf(exchange.request()));
  const auto known = senders_.AreServers(request.key(), KnownSenders::Clock::now());
  if (known) co_return *known;
  client::Metadata metadata = identity_->Credentials();
  PassTraceOn(exchange.request(), metadata);
  const LookedUp outcome =
      co_await CallService<LookUpFormResponse>(channels_, request, std::move(metadata), exchange.executor());
  const bool are_servers = outcome.response.sent_by_servers();
  if (outcome.status.ok()) senders_.Remember(request.key(), are_servers, KnownSenders::Clock::now());
  co_return are_servers;
}

grpc::Status FormHandler::Read(const Exchange& exchange, SubmitFormRequest& submission) {
  const Request& request = exchange.request();
  return Checked(exchange, [&] { submission = SubmissionOf(request, exchange.client(), LanguageOf(request)); });
}

Task<FormHandler::Submitted> FormHandler::Submit(Exchange& exchange, SubmitFormRequest& submission) {
  Submitted refused;
  refused.status = co_await Admit(exchange);
  if (refused.status.ok()) refused.status = Read(exchange, submission);
  if (!refused.status.ok()) co_return refused;
  client::Metadata metadata = identity_->Credentials();
  metadata.emplace_back("accept-language", LanguageOf(exchange.request()));
  PassTraceOn(exchange.request(), metadata);
  co_return co_await CallService<SubmitFormResponse>(channels_, submission, std::move(metadata), exchange.executor());
}

void FormHandler::Count(Exchange& exchange, const SubmitFormRequest& submission, const Submitted& outcome) {
  std::string name = NameOf(submission, outcome);
  if (const std::string reason = ReasonOf(outcome.status); !reason.empty()) {
    refusals_.Add(FormKeyOf(exchange.request()), reason);
  }
  metrics_.Counter("forms_total", "Forms of sites, by what became of them.", {{"outcome", name}}).Increment();
  exchange.Note("form", std::move(name));
}

}  // namespace voronka::gateway
