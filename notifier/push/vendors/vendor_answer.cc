#include "notifier/push/vendors/vendor_answer.h"

#include <fmt/format.h>

#include <string>

namespace voronka::notifier {
namespace {

using enum PushAnswer::Outcome;

constexpr size_t kLongestReason = 200;
constexpr int kRequestTimeout = 408;
constexpr int kTooManyRequests = 429;

bool IsOk(int status) { return status >= 200 && status <= 202; }
bool IsLater(int status) { return status == kRequestTimeout || status == kTooManyRequests || status >= 500; }

// A service, or who passes for one, may write anything.
std::string Readable(std::string_view reason) {
  std::string readable;
  for (const char byte : reason.substr(0, kLongestReason)) readable += byte >= ' ' && byte <= '~' ? byte : '?';
  return readable;
}

PushAnswer::Outcome OutcomeOf(int status) { return IsOk(status) ? kAccepted : IsLater(status) ? kLater : kRefused; }

}  // namespace

PushAnswer AnswerByStatus(const HttpAnswer& answer, std::string_view reason) {
  if (answer.is_private) return {kRefused, {}, "the host is in a private network"};
  if (answer.status == 0) return Answer(kLater, answer, {});
  return Answer(OutcomeOf(answer.status), answer, reason);
}

PushAnswer Answer(PushAnswer::Outcome outcome, const HttpAnswer& answer, std::string_view reason) {
  if (outcome == kAccepted) return {kAccepted};
  std::string detail = answer.status == 0 ? answer.failure : fmt::format("status {}", answer.status);
  if (!reason.empty()) detail += ": " + Readable(reason);
  return {outcome, outcome == kLater ? answer.retry_after : std::nullopt, detail};
}

}  // namespace voronka::notifier
