#include "notifier/push/vendors/fcm_access.h"

#include <algorithm>
#include <chrono>
#include <nlohmann/json.hpp>
#include <utility>

#include "notifier/push/vendors/answer_json.h"
#include "notifier/push/vendors/vendor_answer.h"

namespace voronka::notifier {
namespace {

using std::chrono::microseconds;

constexpr microseconds kPause = std::chrono::seconds(5);
constexpr int64_t kLongestLifeSeconds = 86'400;

// 0: the answer does not say.
microseconds LifeOf(const nlohmann::json& answer) {
  const auto life = answer.is_object() ? answer.find("expires_in") : answer.end();
  if (life == answer.end() || !life->is_number_integer()) return microseconds(0);
  return std::chrono::seconds(std::clamp<int64_t>(life->get<int64_t>(), 0, kLongestLifeSeconds));
}

HttpRequest TokenRequest(const FcmAccount& account, int64_t now) {
  return {
      .url = account.token_url,
      .headers = {"content-type: application/x-www-form-urlencoded"},
      // None of its characters needs to be escaped.
      .body = "grant_type=urn%3Aietf%3Aparams%3Aoauth%3Agrant-type%3Ajwt-bearer&assertion=" + account.Assertion(now),
      .may_be_private = true};
}

}  // namespace

void FcmAccess::With(Use use) {
  if (grant_.account != file_.current() || !IsInTime()) grant_.token.clear();
  const bool has_token = !grant_.token.empty();
  if (!has_token || clock_.NowMicros() >= times_.renew) AskUnlessAsked();
  if (has_token || !is_asking_) return use(grant_);
  waiting_.push_back(std::move(use));
}

void FcmAccess::Drop(const std::string& token) {
  if (token == grant_.token) grant_.token.clear();
}

bool FcmAccess::IsInTime() const {
  const int64_t now = clock_.NowMicros();
  return times_.granted <= now && now < times_.end;
}

void FcmAccess::AskUnlessAsked() {
  const int64_t now = clock_.NowMicros();
  const bool is_pausing = now < pause_end_ && pause_end_ <= now + kPause.count();
  if (is_asking_ || is_pausing) return;
  is_asking_ = true;
  const Account account = file_.current();
  http_.Ask(TokenRequest(*account, now), [this, account](const HttpAnswer& answer) { Take(account, answer); });
}

void FcmAccess::Take(const Account& account, const HttpAnswer& answer) {
  is_asking_ = false;
  if (!Accept(account, answer)) Refuse(answer);
  for (const auto& use : std::exchange(waiting_, {})) use(grant_);
}

bool FcmAccess::Accept(const Account& account, const HttpAnswer& answer) {
  constexpr int kOk = 200;
  const auto json = ParseAnswer(answer.body);
  const std::string token = TextAt(json, "/access_token");
  const microseconds life = LifeOf(json);
  if (answer.status != kOk || token.empty() || life.count() == 0) return false;
  const int64_t now = clock_.NowMicros();
  grant_ = {account, token};
  times_ = {now, now + life.count() / 5 * 4, now + life.count() / 20 * 19};
  Note("");
  return true;
}

// A token that has not ended is still used.
void FcmAccess::Refuse(const HttpAnswer& answer) {
  pause_end_ = clock_.NowMicros() + kPause.count();
  PushAnswer refusal = Answer(PushAnswer::Outcome::kLater, answer, TextAt(ParseAnswer(answer.body), "/error"));
  refusal.detail = "no access token: " + refusal.detail;
  if (!refusal.retry_after) refusal.retry_after = kPause;
  if (refusal.trouble == v1::PushIntent::TROUBLE_REFUSED) refusal.trouble = v1::PushIntent::TROUBLE_KEYS;
  Note(refusal.detail);
  grant_.refusal = std::move(refusal);
}

void FcmAccess::Note(const std::string& failure) {
  if (std::exchange(is_failing_, !failure.empty()) == !failure.empty()) return;
  failure.empty() ? log_.Info("Google gives access tokens again")
                  : log_.Warning("Google gives no access token; pushes to Android wait", {{"reason", failure}});
}

}  // namespace voronka::notifier
