#include "notifier/explanations/delivery_story.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/notifier/people.h"
#include "tests/notifier/proto_text.h"

namespace voronka::notifier {
namespace {

using ::testing::ElementsAre;
using v1::DeliveryRecord;
using v1::DeliveryStep;
using v1::PushIntent;

// 1970-01-02 12:00 UTC.
constexpr int64_t kMade = 36 * 60 * kMinute;

// A notification that was made at 12:00 UTC and explained half an hour later, unless a test says otherwise.
class DeliveryStory : public ::testing::Test {
 protected:
  DeliveryStory() {
    facts_.notification = Proto<v1::Notification>("id: 5 kind: KIND_OFFER occurrence: 1");
    *facts_.notification.mutable_create_time() = Timestamp(kMade);
  }

  void Happened(DeliveryStep::Kind kind, int64_t at, int32_t occurrence = 1) {
    facts_.records.push_back(Record(kind, at, occurrence));
  }
  void SnoozedAt(int64_t at, int64_t until, int32_t occurrence = 1) {
    auto record = Record(DeliveryStep::KIND_SNOOZED, at, occurrence);
    *record.mutable_snooze_time() = Timestamp(until);
    facts_.records.push_back(record);
  }
  // As if every screen had it, to leave that out of the story.
  void Streamed() { Happened(DeliveryStep::KIND_STREAMED, kMade); }

  // A push to a phone that was due at once and for ten minutes.
  PushIntent& Pushed(PushIntent::State state) {
    facts_.to_be_pushed = true;
    auto& push = facts_.pushes.emplace_back(Proto<PushIntent>("device_name: 'Pixel 8' occurrence: 1 attempts: 1"));
    push.set_state(state);
    *push.mutable_create_time() = Timestamp(kMade);
    *push.mutable_due_time() = push.create_time();
    *push.mutable_expire_time() = Timestamp(kMade + 10 * kMinute);
    return push;
  }
  static void Answer(PushIntent& push, int64_t at, PushIntent::Trouble trouble = PushIntent::TROUBLE_UNSPECIFIED,
                     const std::string& detail = "") {
    *push.mutable_answer_time() = Timestamp(at);
    push.set_trouble(trouble);
    push.set_detail(detail);
  }

  std::vector<std::string> Told(const std::string& locale = "ru") {
    listener_.locale = locale;
    std::vector<std::string> told;
    for (const auto& step : StoryOf(facts_, listener_)) told.push_back(step.text());
    return told;
  }
  DeliveryStep LastStep() { return StoryOf(facts_, listener_).back(); }

  DeliveryFacts facts_;
  Listener listener_{
      .locale = "ru", .zone = cctz::fixed_time_zone(cctz::seconds(3 * 3600)), .now = kMade + 30 * kMinute};

 private:
  static DeliveryRecord Record(DeliveryStep::Kind kind, int64_t at, int32_t occurrence) {
    DeliveryRecord record;
    record.set_kind(kind);
    record.set_occurrence(occurrence);
    *record.mutable_time() = Timestamp(at);
    if (kind != DeliveryStep::KIND_SETTLED) record.set_device("Chrome, Windows");
    return record;
  }
};

TEST_F(DeliveryStory, TellsAllOfTheWayInOrder) {
  Happened(DeliveryStep::KIND_SEEN, kMade + 4 * kSecond);
  Happened(DeliveryStep::KIND_SHOWN, kMade + 3 * kSecond);
  Happened(DeliveryStep::KIND_STREAMED, kMade + 2 * kSecond);
  Answer(Pushed(PushIntent::STATE_ACCEPTED), kMade + kSecond);
  EXPECT_THAT(Told(), ElementsAre("Положено во входящие", "Служба уведомлений приняла push для «Pixel 8»",
                                  "Отправлено на открытый экран «Chrome, Windows»", "Показано на «Chrome, Windows»",
                                  "Прочитано на «Chrome, Windows»"));
  EXPECT_THAT(Told("en"), ElementsAre("Put into the inbox", "The push service has accepted the push to “Pixel 8”",
                                      "Sent to an open screen on “Chrome, Windows”", "Shown on “Chrome, Windows”",
                                      "Read on “Chrome, Windows”"));
}

TEST_F(DeliveryStory, SaysWhenAndOnWhichDevice) {
  Streamed();
  Happened(DeliveryStep::KIND_SEEN, kMade + 4 * kSecond);
  EXPECT_EQ(LastStep().kind(), DeliveryStep::KIND_SEEN);
  EXPECT_EQ(LastStep().time(), Timestamp(kMade + 4 * kSecond));
  EXPECT_EQ(LastStep().device(), "Chrome, Windows");
}

TEST_F(DeliveryStory, SaysThatNoScreenWasOpen) {
  EXPECT_THAT(Told(), ElementsAre("Положено во входящие", "На открытые экраны не отправлялось"));
  EXPECT_EQ(LastStep().kind(), DeliveryStep::KIND_HELD_BACK);
}

// What was streamed is noted with some delay.
TEST_F(DeliveryStory, DoesNotSayAtOnceThatNoScreenWasOpen) {
  listener_.now = kMade + kSecond;
  EXPECT_THAT(Told(), ElementsAre("Положено во входящие"));
}

TEST_F(DeliveryStory, SaysThatThereAreNoDevices) {
  Streamed();
  facts_.to_be_pushed = true;
  EXPECT_THAT(LastStep().text(), "Push не отправлялся: нет устройств");
  EXPECT_EQ(LastStep().kind(), DeliveryStep::KIND_HELD_BACK);
}

TEST_F(DeliveryStory, SaysThatPushesAreOff) {
  Streamed();
  facts_.to_be_pushed = false;
  EXPECT_THAT(LastStep().text(), "Push не отправлялся: в настройках он выключен для таких уведомлений");
}

TEST_F(DeliveryStory, SaysNothingOfPushesThatTheReleaseBeforeDidNotKnow) {
  Streamed();
  EXPECT_EQ(Told().size(), 2);
}

TEST_F(DeliveryStory, SaysUntilWhenQuietHoursHoldAPushBack) {
  Streamed();
  auto& push = Pushed(PushIntent::STATE_PENDING);
  push.set_attempts(0);
  *push.mutable_due_time() = Timestamp(kMade + 60 * kMinute);
  // The user's zone is three hours ahead.
  EXPECT_EQ(LastStep().text(), "Тихие часы до 16:00: push для «Pixel 8» подождёт");
  EXPECT_EQ(LastStep().kind(), DeliveryStep::KIND_HELD_BACK);
  EXPECT_EQ(LastStep().time(), Timestamp(kMade));
  EXPECT_EQ(LastStep().device(), "Pixel 8");
}

TEST_F(DeliveryStory, SaysThatAPushHasNotBeenSent) {
  Streamed();
  Pushed(PushIntent::STATE_PENDING).set_attempts(0);
  EXPECT_EQ(LastStep().text(), "Push для «Pixel 8» ещё не отправлен");
  EXPECT_EQ(LastStep().kind(), DeliveryStep::KIND_DELAYED);
}

TEST_F(DeliveryStory, SaysThatThePushServiceHasNotAnswered) {
  Streamed();
  Pushed(PushIntent::STATE_PENDING);
  EXPECT_EQ(LastStep().text(), "Push для «Pixel 8» отправлен, служба уведомлений ещё не ответила");
  EXPECT_EQ(LastStep().kind(), DeliveryStep::KIND_DELAYED);
}

TEST_F(DeliveryStory, SaysWhenAPushIsTriedAgain) {
  Streamed();
  auto& push = Pushed(PushIntent::STATE_PENDING);
  Answer(push, kMade + kSecond, PushIntent::TROUBLE_BUSY, "status 503");
  *push.mutable_next_time() = Timestamp(kMade + 40 * kMinute);
  EXPECT_EQ(LastStep().text(),
            "Push для «Pixel 8» пока не принят (служба уведомлений перегружена или временно не работает); следующая "
            "попытка в 15:40");
  EXPECT_EQ(LastStep().kind(), DeliveryStep::KIND_DELAYED);
  EXPECT_EQ(LastStep().time(), Timestamp(kMade + kSecond));
}

TEST_F(DeliveryStory, SaysWhyAPushWasRefused) {
  Streamed();
  Answer(Pushed(PushIntent::STATE_REFUSED), kMade + kSecond, PushIntent::TROUBLE_GONE, "status 410");
  EXPECT_EQ(LastStep().text(), "Push для «Pixel 8» не принят (служба уведомлений больше не знает это устройство)");
  EXPECT_EQ(LastStep().kind(), DeliveryStep::KIND_REFUSED);
}

TEST_F(DeliveryStory, SaysThatAPushWasTooLate) {
  Streamed();
  Answer(Pushed(PushIntent::STATE_EXPIRED), kMade + kSecond, PushIntent::TROUBLE_UNREACHABLE,
         "Couldn't connect to server");
  EXPECT_EQ(LastStep().text(),
            "Push для «Pixel 8» не принят вовремя: он был нужен до 15:10 (нет связи со службой уведомлений)");
  EXPECT_EQ(LastStep().kind(), DeliveryStep::KIND_GIVEN_UP);
  EXPECT_EQ(LastStep().time(), Timestamp(kMade + 10 * kMinute));
}

TEST_F(DeliveryStory, SaysInDetailToAdminsAlone) {
  Streamed();
  Answer(Pushed(PushIntent::STATE_REFUSED), kMade + kSecond, PushIntent::TROUBLE_REFUSED, "status 400: TooNice");
  listener_.role = options::v1::ROLE_DIRECTOR;
  EXPECT_EQ(LastStep().text(), "Push для «Pixel 8» не принят (служба уведомлений отказала)");
  listener_.role = options::v1::ROLE_ADMIN;
  EXPECT_EQ(LastStep().text(),
            "Push для «Pixel 8» не принят (служба уведомлений отказала; подробно: status 400: TooNice)");
  listener_.locale = "en";
  EXPECT_EQ(LastStep().text(),
            "The push to “Pixel 8” was not taken (the push service has refused; in detail: status 400: TooNice)");
}

// Its push service asked to wait for longer than it would have lived.
TEST_F(DeliveryStory, DatesNothingAhead) {
  Streamed();
  listener_.now = kMade + kMinute;
  Answer(Pushed(PushIntent::STATE_EXPIRED), kMade + kSecond, PushIntent::TROUBLE_BUSY, "status 429");
  EXPECT_EQ(LastStep().time(), Timestamp(kMade + kSecond));
  facts_.pushes.clear();
  *Pushed(PushIntent::STATE_CANCELLED).mutable_due_time() = Timestamp(kMade + 10 * kMinute);
  EXPECT_EQ(LastStep().time(), Timestamp(listener_.now));
}

TEST_F(DeliveryStory, SaysThatALaterOneCame) {
  facts_.notification.set_kind(v1::Notification::KIND_TASK_REMINDER);
  Streamed();
  Happened(DeliveryStep::KIND_REPLACED, kMade + kSecond);
  EXPECT_EQ(LastStep().text(), "Закрыто само: пришло более позднее о той же задаче");
}

TEST_F(DeliveryStory, SaysWhatATaskWasSettledBy) {
  facts_.notification.set_kind(v1::Notification::KIND_TASK_REMINDER);
  Streamed();
  Happened(DeliveryStep::KIND_SETTLED, kMade + kSecond);
  EXPECT_EQ(LastStep().text(), "Закрыто само: задачу выполнили, перенесли или передали");
}

TEST_F(DeliveryStory, OfATestIsThatOfItsPush) {
  facts_.in_inbox = false;
  Answer(Pushed(PushIntent::STATE_ACCEPTED), kMade + kSecond);
  EXPECT_THAT(Told(), ElementsAre("Служба уведомлений приняла push для «Pixel 8»"));
}

TEST_F(DeliveryStory, SaysThatAPushWasNotNeededOnceItWasRead) {
  Streamed();
  Happened(DeliveryStep::KIND_SEEN, kMade + 4 * kSecond);
  Pushed(PushIntent::STATE_CANCELLED);
  EXPECT_EQ(LastStep().text(), "Push для «Pixel 8» не понадобился");
  EXPECT_EQ(LastStep().kind(), DeliveryStep::KIND_GIVEN_UP);
  EXPECT_EQ(LastStep().time(), Timestamp(kMade + 4 * kSecond));
}

TEST_F(DeliveryStory, SaysThatItWasSettledByItself) {
  Streamed();
  Happened(DeliveryStep::KIND_SETTLED, kMade + kSecond);
  EXPECT_EQ(LastStep().text(), "Закрыто само: заявку взяли, отклонили или время вышло");
  EXPECT_EQ(LastStep().device(), "");
}

TEST_F(DeliveryStory, SaysUntilWhenItIsSnoozed) {
  Streamed();
  SnoozedAt(kMade + kSecond, kMade + 60 * kMinute);
  EXPECT_EQ(LastStep().text(), "Отложено на «Chrome, Windows» до 16:00");
  EXPECT_EQ(LastStep().time(), Timestamp(kMade + kSecond));
}

// It was streamed the first time, but not the second.
TEST_F(DeliveryStory, SaysWhatBecameOfItWhenItCameAgain) {
  facts_.notification.set_occurrence(2);
  Streamed();
  SnoozedAt(kMade + kSecond, kMade + 10 * kMinute);
  facts_.to_be_pushed = true;
  Answer(Pushed(PushIntent::STATE_ACCEPTED), kMade);
  EXPECT_THAT(Told(),
              ElementsAre("Положено во входящие", "Отправлено на открытый экран «Chrome, Windows»",
                          "Служба уведомлений приняла push для «Pixel 8»", "Отложено на «Chrome, Windows» до 15:10",
                          "Снова во входящих: отложенное время настало", "На открытые экраны не отправлялось",
                          "Push не отправлялся: нет устройств"));
}

TEST_F(DeliveryStory, NamesNoDeviceThatHasNoName) {
  Happened(DeliveryStep::KIND_STREAMED, kMade);
  facts_.records[0].clear_device();
  EXPECT_THAT(Told(), ElementsAre("Положено во входящие", "Отправлено на открытый экран"));
}

TEST_F(DeliveryStory, LetsNoDevicesNameTurnTheSentenceRound) {
  Streamed();
  facts_.records[0].set_device("\u202Eкод");
  EXPECT_EQ(LastStep().text(), "Отправлено на открытый экран «код»");
}

}  // namespace
}  // namespace voronka::notifier
