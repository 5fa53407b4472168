#include "notifier/push/vendors/fcm.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>
#include <utility>

#include "foundation/rpc/requests/text_checks.h"
#include "notifier/push/vendors/answer_json.h"
#include "notifier/push/vendors/fcm_message.h"
#include "notifier/push/vendors/push_payload.h"
#include "notifier/push/vendors/vendor_answer.h"

namespace voronka::notifier {
namespace {

using enum PushAnswer::Outcome;

// Of the data of one message.
constexpr size_t kLongestFcm = 4096;
constexpr int kUnauthorized = 401;
constexpr char kGoogle[] = "https://fcm.googleapis.com";

// As in `{"error": {"status": "NOT_FOUND", "details": [{"errorCode": "UNREGISTERED"}]}}`. Empty: it says none.
std::string ErrorCode(const nlohmann::json& answer) {
  const nlohmann::json::json_pointer details("/error/details");
  if (answer.contains(details)) {
    for (const auto& detail : answer.at(details)) {
      if (std::string code = TextAt(detail, "/errorCode"); !code.empty()) return code;
    }
  }
  return TextAt(answer, "/error/status");
}

PushAnswer AnswerOfFcm(const HttpAnswer& answer) {
  const auto json = ParseAnswer(answer.body);
  const std::string code = ErrorCode(json);
  if (code == "UNREGISTERED") return Answer(kGone, answer, code);
  const PushAnswer by_status = AnswerByStatus(answer, code);
  // Somebody else answers in place of the service.
  if (by_status.outcome == kAccepted && TextAt(json, "/name").empty()) return Answer(kLater, answer, "no message name");
  return by_status;
}

}  // namespace

Fcm::Fcm(const config::v1::Fcm& configuration, const process::Clock& clock, process::Log& log, PushHttp& http)
    : endpoint_(VendorEndpoint::Of(configuration.endpoint(), kGoogle)),
      clock_(clock),
      http_(http),
      account_(configuration.service_account_file(), FcmAccount::FromFile),
      access_(account_, clock, log, http) {}

void Fcm::Check(const v1::Device& device, rpc::Violations& violations) const {
  violations.AddUnless(!device.address().empty() && rpc::IsAllShown(device.address()), "ADDRESS_NOT_ALLOWED",
                       "device.address",
                       {"It is not a registration token of Firebase.", "Это не регистрационный токен Firebase."});
}

void Fcm::Send(Push push, PushAnswered answered) {
  const auto data = WriteWithin(kLongestFcm, push.message, FcmData);
  if (!data) return answered(TooLong());
  SendWithToken({FcmMessage(push, *data, clock_.NowMicros()), std::move(answered)}, true);
}

void Fcm::SendWithToken(Message message, bool may_retry) {
  access_.With([this, message = std::move(message), may_retry](const FcmAccess::Grant& grant) {
    grant.token.empty() ? message.answered(grant.refusal) : Ask(grant, message, may_retry);
  });
}

void Fcm::Ask(const FcmAccess::Grant& grant, Message message, bool may_retry) {
  HttpRequest request{.url = fmt::format("{}/v1/projects/{}/messages:send", endpoint_.url, grant.account->project),
                      .headers = {"authorization: Bearer " + grant.token, "content-type: application/json"},
                      .body = message.body,
                      .may_be_private = endpoint_.may_be_private};
  const auto read = [this, token = grant.token, message = std::move(message), may_retry](const HttpAnswer& answer) {
    if (answer.status != kUnauthorized) return message.answered(AnswerOfFcm(answer));
    access_.Drop(token);
    may_retry ? SendWithToken(message, false) : message.answered(AnswerOfFcm(answer));
  };
  http_.Ask(std::move(request), read);
}

}  // namespace voronka::notifier
