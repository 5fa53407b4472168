#include "notifier/push/vendors/vendor_answer.h"

#include <fmt/format.h>

#include <string>

namespace voronka::notifier {
namespace {

using enum PushAnswer::Outcome;

constexpr size_t kLongestReason = 200;
constexpr int kRequestTimeout = 408;
constexpr int kTooManyRequests = 429;
constexpr int kFirstOfErrors = 400;
constexpr int kUnauthenticated = 401;
constexpr int kForbidden = 403;
constexpr int kContentTooLarge = 413;

bool IsOk(int status) { return status >= 200 && status <= 202; }
bool IsLater(int status) { return status == kRequestTimeout || status == kTooManyRequests || status >= 500; }

// A service, or who passes for one, may write anything.
std::string Readable(std::string_view reason) {
  std::string readable;
  for (const char byte : reason.substr(0, kLongestReason)) readable += byte >= ' ' && byte <= '~' ? byte : '?';
  return readable;
}

PushAnswer::Outcome OutcomeOf(int status) { return IsOk(status) ? kAccepted : IsLater(status) ? kLater : kRefused; }

v1::PushIntent::Trouble TroubleOf(PushAnswer::Outcome outcome, const HttpAnswer& answer) {
  if (outcome == kGone) return v1::PushIntent::TROUBLE_GONE;
  if (answer.status == 0) return answer.trouble;
  // Somebody else answers in place of the service.
  if (answer.status < kFirstOfErrors) return v1::PushIntent::TROUBLE_UNREACHABLE;
  if (IsLater(answer.status)) return v1::PushIntent::TROUBLE_BUSY;
  switch (answer.status) {
    case kUnauthenticated:
    case kForbidden:
      return v1::PushIntent::TROUBLE_KEYS;
    case kContentTooLarge:
      return v1::PushIntent::TROUBLE_TOO_LARGE;
    default:
      return v1::PushIntent::TROUBLE_REFUSED;
  }
}

}  // namespace

PushAnswer AnswerByStatus(const HttpAnswer& answer, std::string_view reason) {
  if (answer.is_private) {
    return {kRefused, {}, "the host is in a private network", v1::PushIntent::TROUBLE_NOT_ALLOWED};
  }
  if (answer.status == 0) return Answer(kLater, answer, {});
  return Answer(OutcomeOf(answer.status), answer, reason);
}

PushAnswer Answer(PushAnswer::Outcome outcome, const HttpAnswer& answer, std::string_view reason) {
  if (outcome == kAccepted) return {kAccepted};
  std::string detail = answer.status == 0 ? answer.failure : fmt::format("status {}", answer.status);
  if (!reason.empty()) detail += ": " + Readable(reason);
  return {outcome, outcome == kLater ? answer.retry_after : std::nullopt, detail, TroubleOf(outcome, answer)};
}

}  // namespace voronka::notifier
