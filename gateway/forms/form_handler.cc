#include "gateway/forms/form_handler.h"

#include "foundation/rpc/calls/status.h"
#include "gateway/forms/form_answers.h"
#include "gateway/forms/submission.h"
#include "gateway/http/client_address.h"
#include "gateway/http/language.h"

namespace voronka::gateway {
namespace {

using crm::v1::SubmitFormRequest;
using crm::v1::SubmitFormResponse;

Response FormsNeedPost() {
  Response response = PlainAnswer(http::status::method_not_allowed, "Forms are sent by POST.");
  response.head.headers.emplace_back("allow", "POST");
  return response;
}

Response AnswerTo(const Request& request, const Outcome<SubmitFormResponse>& outcome) {
  return outcome.status.ok() ? FormAccepted(request, outcome.response) : FormRefused(request, outcome.status);
}

// What became of a form, for the metric and the access log.
std::string NameOf(const SubmitFormRequest& submission, const Outcome<SubmitFormResponse>& outcome) {
  if (!outcome.status.ok()) return "refused";
  if (!submission.trap().empty()) return "trapped";
  if (outcome.response.repeated()) return "repeated";
  return outcome.response.inquiry_id() == 0 ? "probe" : "accepted";
}

}  // namespace

FormHandler::FormHandler(const client::ServiceClients& services, process::Metrics& metrics)
    : channels_(services.channels()), identity_(services.IdentityFor(0)), metrics_(metrics) {}

Task<> FormHandler::Handle(Exchange& exchange) {
  exchange.AddHeader("cache-control", "no-store");
  const Request& request = exchange.request();
  if (request.method() != http::verb::post) co_return co_await exchange.Answer(FormsNeedPost());
  SubmitFormRequest submission;
  const Submitted outcome = co_await Submit(exchange, submission);
  Count(exchange, submission, outcome);
  co_await exchange.Answer(AnswerTo(request, outcome));
}

grpc::Status FormHandler::Read(const Exchange& exchange, SubmitFormRequest& submission) {
  const Request& request = exchange.request();
  try {
    limits_.Take(FormKeyOf(request), SubscriberOf(exchange.client().address));
    submission = SubmissionOf(request, exchange.client(), LanguageOf(request));
    return grpc::Status::OK;
  } catch (const rpc::Error& error) {
    return rpc::ToStatus(error, LanguageOf(request));
  }
}

Task<FormHandler::Submitted> FormHandler::Submit(Exchange& exchange, SubmitFormRequest& submission) {
  Submitted refused;
  refused.status = Read(exchange, submission);
  if (!refused.status.ok()) co_return refused;
  client::Metadata metadata = identity_->Credentials();
  metadata.emplace_back("accept-language", LanguageOf(exchange.request()));
  co_return co_await CallService<SubmitFormResponse>(channels_, submission, std::move(metadata), exchange.executor());
}

void FormHandler::Count(Exchange& exchange, const SubmitFormRequest& submission, const Submitted& outcome) {
  std::string name = NameOf(submission, outcome);
  metrics_.Counter("forms_total", "Forms of sites, by what became of them.", {{"outcome", name}}).Increment();
  exchange.Note("form", std::move(name));
}

}  // namespace voronka::gateway
