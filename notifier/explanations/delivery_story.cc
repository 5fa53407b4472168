#include "notifier/explanations/delivery_story.h"

#include <google/protobuf/util/time_util.h>

#include <algorithm>
#include <chrono>

#include "notifier/devices/trouble_text.h"
#include "notifier/explanations/delivery_texts.h"
#include "notifier/inbox/wall_clock.h"

namespace voronka::notifier {
namespace {

using google::protobuf::Timestamp;
using google::protobuf::util::TimeUtil;
using v1::DeliveryRecord;
using v1::DeliveryStep;
using v1::PushIntent;

// What was streamed is known a second later.
constexpr int64_t kNotedWithin = std::chrono::microseconds(std::chrono::seconds(3)).count();

class Story {
 public:
  Story(const DeliveryFacts& facts, const Listener& listener) : facts_(facts), listener_(listener) {}

  std::vector<DeliveryStep> Told() {
    if (facts_.in_inbox) TellMade();
    for (const auto& record : facts_.records) TellRecord(record);
    if (facts_.in_inbox) TellWhetherStreamed();
    TellWhyNotPushed();
    for (const auto& push : facts_.pushes) TellPush(push);
    std::ranges::stable_sort(steps_, {},
                             [](const auto& step) { return TimeUtil::TimestampToMicroseconds(step.time()); });
    return std::move(steps_);
  }

 private:
  void Tell(DeliveryStep::Kind kind, const Timestamp& time, const Words& words, Details details = {}) {
    auto& step = steps_.emplace_back();
    step.set_kind(kind);
    *step.mutable_time() = time;
    step.set_device(details.device);
    step.set_text(TellingText(words, listener_.locale, details));
  }

  std::string Moment(const Timestamp& time) const {
    return MomentText(TimeUtil::TimestampToMicroseconds(time), listener_.now, listener_.zone, listener_.locale);
  }

  // Each time that it was snoozed but the last, if it is snoozed now, it has come again.
  void TellMade() {
    Tell(DeliveryStep::KIND_MADE, facts_.notification.create_time(), telling::kMade);
    for (const auto& record : facts_.records) {
      if (record.kind() == DeliveryStep::KIND_SNOOZED && record.occurrence() < facts_.notification.occurrence()) {
        Tell(DeliveryStep::KIND_MADE, record.snooze_time(), telling::kMadeAgain);
      }
    }
  }

  void TellRecord(const DeliveryRecord& record) {
    const Details details{.device = record.device(), .until = Moment(record.snooze_time())};
    Tell(record.kind(), record.time(), WordsFor(record.kind()), details);
  }

  const Words& WordsFor(DeliveryStep::Kind kind) const {
    switch (kind) {
      case DeliveryStep::KIND_STREAMED:
        return telling::kStreamed;
      case DeliveryStep::KIND_SHOWN:
        return telling::kShown;
      case DeliveryStep::KIND_SNOOZED:
        return telling::kSnoozed;
      case DeliveryStep::KIND_SETTLED:
        return WordsForEnd(KindOf(facts_.notification.kind()).ends_with);
      case DeliveryStep::KIND_REPLACED:
        return telling::kReplaced;
      default:
        return telling::kSeen;
    }
  }

  static const Words& WordsForEnd(EndsWith end) {
    switch (end) {
      case EndsWith::kOffer:
        return telling::kOfferOver;
      case EndsWith::kTask:
        return telling::kTaskOver;
      case EndsWith::kOwnership:
        return telling::kOwnershipOver;
      case EndsWith::kApproval:
        return telling::kApprovalOver;
      case EndsWith::kNothing:
        break;
    }
    return telling::kSettled;
  }

  // When it was made, or shown again the last time.
  Timestamp LastShown() const {
    Timestamp last = facts_.notification.create_time();
    for (const auto& step : steps_) {
      if (step.kind() == DeliveryStep::KIND_MADE) last = std::max(last, step.time());
    }
    return last;
  }

  void TellWhetherStreamed() {
    const auto last = LastShown();
    if (TimeUtil::TimestampToMicroseconds(last) + kNotedWithin > listener_.now) return;
    const bool streamed = std::ranges::any_of(facts_.records, [&](const auto& record) {
      return record.kind() == DeliveryStep::KIND_STREAMED && IsLast(record.occurrence());
    });
    if (!streamed) Tell(DeliveryStep::KIND_HELD_BACK, last, telling::kNotStreamed);
  }

  void TellWhyNotPushed() {
    if (!facts_.to_be_pushed) return;
    if (std::ranges::any_of(facts_.pushes, [&](const auto& push) { return IsLast(push.occurrence()); })) return;
    Tell(DeliveryStep::KIND_HELD_BACK, LastShown(), *facts_.to_be_pushed ? telling::kNoDevices : telling::kPushOff);
  }

  bool IsLast(int32_t occurrence) const { return occurrence == facts_.notification.occurrence(); }

  void TellPush(const PushIntent& push) {
    if (push.create_time() < push.due_time()) {
      Tell(DeliveryStep::KIND_HELD_BACK, push.create_time(), telling::kQuietHours,
           {.device = push.device_name(), .until = Moment(push.due_time())});
    }
    switch (push.state()) {
      case PushIntent::STATE_ACCEPTED:
        return Tell(DeliveryStep::KIND_PUSHED, push.answer_time(), telling::kPushed, {.device = push.device_name()});
      case PushIntent::STATE_REFUSED:
        return Tell(DeliveryStep::KIND_REFUSED, push.answer_time(), telling::kRefused,
                    {.device = push.device_name(), .why = WhyNot(push)});
      case PushIntent::STATE_EXPIRED:
        return Tell(DeliveryStep::KIND_GIVEN_UP, WhenGivenUp(push), telling::kExpired,
                    {.device = push.device_name(), .until = Moment(push.expire_time()), .why = WhyNot(push)});
      case PushIntent::STATE_CANCELLED:
        return Tell(DeliveryStep::KIND_GIVEN_UP, EndOf(push), telling::kCancelled, {.device = push.device_name()});
      default:
        return TellPending(push);
    }
  }

  void TellPending(const PushIntent& push) {
    if (TimeUtil::TimestampToMicroseconds(push.due_time()) > listener_.now) return;
    if (push.has_answer_time()) {
      Tell(DeliveryStep::KIND_DELAYED, push.answer_time(), telling::kPutOff,
           {.device = push.device_name(), .until = Moment(push.next_time()), .why = WhyNot(push)});
    } else {
      Tell(DeliveryStep::KIND_DELAYED, push.due_time(),
           push.attempts() == 0 ? telling::kNotPushedYet : telling::kNotAnsweredYet, {.device = push.device_name()});
    }
  }

  std::string WhyNot(const PushIntent& push) const {
    return TroubleText({push.trouble(), push.detail()}, listener_.locale, listener_.role);
  }

  // When its life was over; before that if its push service asked for more time than was left.
  Timestamp WhenGivenUp(const PushIntent& push) const {
    const bool is_over = TimeUtil::TimestampToMicroseconds(push.expire_time()) <= listener_.now;
    return is_over ? push.expire_time() : push.answer_time();
  }

  // When the user answered the notification, or it was settled. If neither happened, its device was removed, nobody
  // knows when.
  Timestamp EndOf(const PushIntent& push) const {
    for (const auto& record : facts_.records) {
      const bool ends = record.kind() != DeliveryStep::KIND_STREAMED && record.kind() != DeliveryStep::KIND_SHOWN;
      if (ends && record.occurrence() == push.occurrence()) return record.time();
    }
    return std::min(push.due_time(), TimeUtil::MicrosecondsToTimestamp(listener_.now));
  }

  const DeliveryFacts& facts_;
  const Listener& listener_;
  std::vector<DeliveryStep> steps_;
};

}  // namespace

std::vector<DeliveryStep> StoryOf(const DeliveryFacts& facts, const Listener& listener) {
  return Story(facts, listener).Told();
}

}  // namespace voronka::notifier
