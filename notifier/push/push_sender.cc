#include "notifier/push/push_sender.h"

#include <fmt/format.h>
#include <google/protobuf/util/time_util.h>

#include <algorithm>
#include <chrono>
#include <exception>
#include <iterator>
#include <utility>

#include "foundation/process/fault_points.h"
#include "notifier/devices/devices.h"
#include "notifier/push/quiet_hours.h"

namespace voronka::notifier {
namespace {

using google::protobuf::util::TimeUtil;
using process::Broken;
using process::Fault;
using std::chrono::microseconds;
using std::chrono::milliseconds;
using std::chrono::seconds;
using v1::PushIntent;
using Outcome = PushAnswer::Outcome;

// Longer than a push service may take to answer.
constexpr microseconds kLease = seconds(30);
constexpr microseconds kSweepInterval = seconds(1);
// Commits that wake the sender one after another share a round.
constexpr milliseconds kShortestRound(5);
constexpr seconds kPatienceAtStop(5);
constexpr int kAtOnce = 256;
// The fourth attempt comes 7 s after the first: a push service that is only slow has answered by then.
constexpr int kTroubledAfter = 4;

// A close replaces its ring while neither has arrived.
std::string CollapseKeyOf(const v1::PushMessage& message) {
  return fmt::format("{}-{}", message.notification_id(), message.occurrence());
}

Push PushOf(const AddressedPush& addressed) {
  const auto& intent = addressed.intent;
  return {.device = *addressed.device,
          .message = intent.message(),
          .expire = TimeUtil::TimestampToMicroseconds(intent.expire_time()),
          .urgency = intent.urgency(),
          .collapse_key = CollapseKeyOf(intent.message())};
}

// Removes the pushes for which it holds, and returns them.
template <class Condition>
std::vector<AddressedPush> TakeWhere(std::vector<AddressedPush>& due, Condition holds) {
  std::vector<AddressedPush> taken;
  std::vector<AddressedPush> left;
  for (auto& push : due) (holds(push) ? taken : left).push_back(std::move(push));
  due = std::move(left);
  return taken;
}

}  // namespace

PushSender::PushSender(const config::v1::Database& database, const process::Clock& clock, process::Random& random,
                       Send send, process::Log& log, process::Metrics& metrics)
    : db_(database), clock_(clock), random_(random), send_(std::move(send)), log_(log), report_(metrics) {}

void PushSender::Start() {
  thread_ = std::thread([this] { Loop(); });
}

void PushSender::Stop() {
  {
    const std::lock_guard lock(mailbox_->mutex);
    mailbox_->stopping = true;
  }
  mailbox_->changed.notify_all();
  if (thread_.joinable()) thread_.join();
}

void PushSender::Wake() {
  {
    const std::lock_guard lock(mailbox_->mutex);
    mailbox_->woken = true;
  }
  mailbox_->changed.notify_all();
}

void PushSender::Loop() {
  std::unique_lock lock(mailbox_->mutex);
  while (!mailbox_->stopping) {
    mailbox_->woken = false;
    lock.unlock();
    const auto begin = std::chrono::steady_clock::now();
    const auto pause = TryRound();
    std::this_thread::sleep_until(begin + kShortestRound);
    lock.lock();
    mailbox_->changed.wait_for(lock, pause, [this] { return mailbox_->woken || mailbox_->stopping; });
  }
  lock.unlock();
  AwaitAnswers();
}

microseconds PushSender::TryRound() try { return Round(); } catch (const std::exception& error) {
  log_.Warning("cannot send what is due to be pushed", {{"error", error.what()}});
  return kSweepInterval;
}

microseconds PushSender::Round() {
  TakeAnswers();
  WriteAnswers();
  Pushes pushes(db_);
  const int64_t now = clock_.NowMicros();
  bool more = false;
  auto due = Due(now, more);
  if (!due.empty()) {
    process::Pass(process::KillPoint::kPushesFound);
    const auto claim = static_cast<int64_t>(random_.Uint64() >> 1);
    pushes.Claim(due, claim, now, now + kLease.count());
    process::Pass(process::KillPoint::kPushClaimed);
    if (Broken(Fault::kUnansweredPush)) pushes.GiveUp(due, PushIntent::STATE_ACCEPTED);
    for (auto& push : due) HandOver(std::move(push));
  }
  if (more) return microseconds(0);
  const auto next = pushes.NextDue();
  return next ? std::clamp(microseconds(*next - clock_.NowMicros()), microseconds(0), kSweepInterval) : kSweepInterval;
}

// Those that can be sent.
std::vector<AddressedPush> PushSender::Due(int64_t now, bool& more) {
  Pushes pushes(db_);
  auto due = pushes.Due(now, kAtOnce);
  more = std::ssize(due) == kAtOnce;
  report_.Swept(due.empty() ? nullptr : &due.front().intent, now);
  const auto expired =
      TakeWhere(due, [now](const auto& push) { return IsTooLate(push.intent, now) && !Broken(Fault::kExpiredPush); });
  pushes.GiveUp(expired, PushIntent::STATE_EXPIRED);
  report_.Expired(static_cast<int>(expired.size()));
  pushes.GiveUp(TakeWhere(due, [](const auto& push) { return !push.device; }), PushIntent::STATE_CANCELLED);
  HoldBackInQuietHours(due, now);
  PutOffFull(due, now);
  return due;
}

// They may have begun since it was made: its push service was down, or no replica was there.
void PushSender::HoldBackInQuietHours(std::vector<AddressedPush>& due, int64_t now) {
  std::map<int64_t, std::vector<AddressedPush>> by_end;
  for (auto& push : TakeWhere(due, [now](const auto& push) { return AfterQuietHours(push.intent, now) > now; })) {
    by_end[AfterQuietHours(push.intent, now)].push_back(std::move(push));
  }
  for (const auto& [end, held_back] : by_end) Pushes(db_).HoldBack(held_back, end);
}

void PushSender::PutOffFull(std::vector<AddressedPush>& due, int64_t now) {
  std::map<std::string, size_t> count;
  auto full = TakeWhere(due, [&](const auto& push) {
    const auto route = RouteOf(*push.device);
    return ++count[route] > routes_.RoomOf(route);
  });
  std::map<std::string, std::vector<AddressedPush>> by_route;
  for (auto& push : full) by_route[RouteOf(*push.device)].push_back(std::move(push));
  for (const auto& [route, pushes] : by_route) Pushes(db_).PutOff(pushes, routes_.RetryTime(route, now));
}

void PushSender::HandOver(AddressedPush push) {
  const int64_t now = clock_.NowMicros();
  report_.Handed(push.intent, now);
  auto handed = PushOf(push);
  Sent sent{std::move(push), RouteOf(handed.device), now};
  routes_.Sent(sent.route, now);
  send_(std::move(handed), [mailbox = mailbox_, sent = std::move(sent)](const PushAnswer& answer) {
    {
      const std::lock_guard lock(mailbox->mutex);
      mailbox->answers.push_back({sent, answer});
      mailbox->woken = true;
    }
    mailbox->changed.notify_all();
  });
}

void PushSender::AwaitAnswers() {
  const auto give_up = std::chrono::steady_clock::now() + kPatienceAtStop;
  try {
    TakeAnswers();
    while (!routes_.IsIdle()) {
      std::unique_lock lock(mailbox_->mutex);
      if (!mailbox_->changed.wait_until(lock, give_up, [this] { return !mailbox_->answers.empty(); })) break;
      lock.unlock();
      TakeAnswers();
    }
    WriteAnswers();
  } catch (const std::exception& error) {
    log_.Warning("cannot note what was pushed; it is pushed again", {{"error", error.what()}});
  }
}

void PushSender::TakeAnswers() {
  std::vector<Answered> answers;
  {
    const std::lock_guard lock(mailbox_->mutex);
    answers.swap(mailbox_->answers);
  }
  for (const auto& [sent, answer] : answers) routes_.Answered(sent.route, sent.at);
  std::ranges::move(answers, std::back_inserter(answered_));
}

void PushSender::WriteAnswers() {
  if (answered_.empty()) return;
  process::Pass(process::KillPoint::kPushAnswered);
  const int64_t now = clock_.NowMicros();
  std::map<Verdict, std::vector<const PushIntent*>> by_verdict;
  for (const auto& [sent, answer] : answered_) {
    by_verdict[VerdictOn(sent.push.intent, answer, now)].push_back(&sent.push.intent);
  }
  for (const auto& [verdict, intents] : by_verdict) {
    Pushes(db_).Answer(intents, verdict, now);
    if (verdict.state == PushIntent::STATE_EXPIRED) report_.Expired(static_cast<int>(intents.size()));
  }
  for (const auto& answered : answered_) WriteToDevice(answered);
  answered_.clear();
}

void PushSender::WriteToDevice(const Answered& answered) {
  const auto& [intent, device, refusal] = answered.sent.push;
  Devices devices(db_, intent.account_id());
  const auto& answer = answered.answer;
  if (answer.outcome == Outcome::kGone) return devices.RemoveGone(*device);
  const bool is_later = answer.outcome == Outcome::kLater;
  if (intent.purpose() == PushIntent::PURPOSE_SIGN_OUT) {
    if (!is_later) devices.RemoveTaken(device->id());
    return;
  }
  if (is_later && intent.attempts() < kTroubledAfter) return;
  const auto now_refused = answer.outcome == Outcome::kAccepted ? Refusal() : Refusal{answer.trouble, answer.detail};
  if (now_refused != refusal) devices.SetRefusal(device->id(), now_refused);
}

}  // namespace voronka::notifier
