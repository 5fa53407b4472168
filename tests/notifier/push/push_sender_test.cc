#include "notifier/push/push_sender.h"

#include <map>

#include "tests/notifier/push/push_office.h"

namespace voronka::notifier {
namespace {

using google::protobuf::util::TimeUtil;
using ::testing::Each;
using ::testing::Field;
using ::testing::IsEmpty;
using ::testing::SizeIs;
using v1::PushIntent;
using Outcome = PushAnswer::Outcome;

class Sender : public PushOffice {
 protected:
  static int64_t Micros(const google::protobuf::Timestamp& time) { return TimeUtil::TimestampToMicroseconds(time); }

  // How often each notification was sent to each device.
  static std::map<std::pair<int64_t, int64_t>, int> SentTimes(const ToldPushService& service) {
    std::map<std::pair<int64_t, int64_t>, int> times;
    for (const auto& push : service.Received()) ++times[{push.message.notification_id(), push.device.id()}];
    return times;
  }
  bool IsAnswered(const std::string& detail) {
    const auto pushes = Pushes();
    return std::ranges::all_of(pushes, [&](const auto& push) { return push.detail() == detail; });
  }
  // As the senders see it.
  void Pass(int64_t micros, PushSender& sender) {
    Advance(micros);
    sender.Wake();
  }
};

TEST_F(Sender, HandsOverWhatThePushServiceNeeds) {
  ToldPushService service(ToldPushService::Always({.outcome = Outcome::kAccepted, .detail = "status 201"}));
  Prefer([](auto& preference) { preference.set_urgency(v1::KindPreference::URGENCY_HIGH); },
         v1::Notification::KIND_CLIENT_WROTE);
  TellAnna(1);
  const auto sender = NewSender(service);
  WaitUntilAllAre(PushIntent::STATE_ACCEPTED);
  const auto push = service.Received().at(0);
  EXPECT_EQ(push.device.vendor(), v1::VENDOR_WEB_PUSH);
  EXPECT_EQ(push.device.address(), RegisteredBrowser(push.device.id(), 0).address());
  EXPECT_EQ(push.device.public_key(), RegisteredBrowser(push.device.id(), 0).public_key());
  EXPECT_EQ(push.device.auth_secret(), RegisteredBrowser(push.device.id(), 0).auth_secret());
  EXPECT_EQ(push.urgency, v1::KindPreference::URGENCY_HIGH);
  EXPECT_EQ(push.expire, Micros(Pushes()[0].expire_time()));
  EXPECT_EQ(push.collapse_key, std::to_string(AnnasOnly().id()) + "-1");
  const auto row = Pushes()[0];
  EXPECT_EQ(row.attempts(), 1);
  EXPECT_EQ(row.detail(), "status 201");
  EXPECT_TRUE(row.has_answer_time());
}

TEST_F(Sender, SendsEachPushOnceWhateverManyReplicas) {
  ToldPushService service;
  constexpr int kNews = 200;
  for (int number = 1; number <= kNews / 2; ++number) TellAnna(number);
  const auto one = NewSender(service);
  const auto two = NewSender(service);
  for (int number = kNews / 2 + 1; number <= kNews; ++number) TellAnna(number);
  WaitUntilAllAre(PushIntent::STATE_ACCEPTED);
  const auto times = SentTimes(service);
  EXPECT_THAT(times, SizeIs(2 * kNews));
  for (const auto& [push, count] : times) EXPECT_EQ(count, 1) << push.first;
}

TEST_F(Sender, IsReplacedWithinHalfAMinuteIfItDies) {
  ToldPushService silent(ToldPushService::Ignore);
  TellAnna(1);
  auto dies = NewSender(silent);
  ASSERT_TRUE(Eventually([&] { return silent.Received().size() == 2; }));
  ToldPushService service;
  const auto lives = NewSender(service);
  Pass(15 * kSecond, *lives);
  std::this_thread::sleep_for(std::chrono::milliseconds(100));
  EXPECT_THAT(service.Received(), IsEmpty());
  Pass(15 * kSecond, *lives);
  WaitUntilAllAre(PushIntent::STATE_ACCEPTED);
  EXPECT_THAT(service.Received(), SizeIs(2));
  EXPECT_EQ(Pushes()[0].attempts(), 2);
}

TEST_F(Sender, HearsALateAnswerInVainOnceAnotherHasThePush) {
  std::vector<std::function<void(const PushAnswer&)>> late;
  PushSender slow(
      replica_.host.configuration.database(), clock_, replica_.host.random,
      [&](const Push&, std::function<void(const PushAnswer&)> answered) { late.push_back(std::move(answered)); },
      replica_.host.log, replica_.host.metrics);
  Devices(replica_.db, kAccount).Remove(kAnna, kPhone);
  TellAnna(1);
  slow.Start();
  ASSERT_TRUE(Eventually([&] { return Pushes()[0].attempts() == 1; }));
  ToldPushService service(ToldPushService::Ignore);
  const auto other = NewSender(service);
  Pass(31 * kSecond, *other);
  ASSERT_TRUE(Eventually([&] { return Pushes()[0].attempts() == 2; }));
  slow.Stop();
  for (const auto& answered : late) answered({Outcome::kRefused});
  EXPECT_EQ(Pushes()[0].state(), PushIntent::STATE_PENDING);
}

TEST_F(Sender, HoldsBackInQuietHoursWhatItSendsAgain) {
  constexpr int kDay = 1440;
  // In Moscow.
  const int minute = static_cast<int>(Now() / kMinute + 180) % kDay;
  ChangePreferences([minute](v1::Preferences& preferences) {
    auto& hours = *preferences.mutable_quiet_hours();
    hours.set_enabled(true);
    hours.set_from_minute((minute + 30) % kDay);
    hours.set_until_minute((minute + 60) % kDay);
  });
  std::atomic<bool> is_up = false;
  ToldPushService service([&](const Push&) {
    return is_up ? PushAnswer{Outcome::kAccepted} : PushAnswer{Outcome::kLater, std::chrono::minutes(10), "status 503"};
  });
  TellAnna(1);
  const auto sender = NewSender(service);
  ASSERT_TRUE(Eventually([&] { return IsAnswered("status 503"); }));
  is_up = true;
  Pass(40 * kMinute, *sender);
  ASSERT_TRUE(Eventually([&] {
    return std::ranges::all_of(
        Pushes(), [](const auto& push) { return Micros(push.due_time()) > Micros(push.create_time()) + 50 * kMinute; });
  }));
  EXPECT_THAT(service.Received(), SizeIs(2));
  Pass(25 * kMinute, *sender);
  WaitUntilAllAre(PushIntent::STATE_ACCEPTED);
}

TEST_F(Sender, RemovesADeviceThatIsGone) {
  ToldPushService service([](const Push& push) {
    return PushAnswer{push.device.id() == kPhone ? Outcome::kGone : Outcome::kAccepted, {}, "status"};
  });
  TellAnna(1);
  const auto sender = NewSender(service);
  ASSERT_TRUE(Eventually([&] { return Devices(replica_.db, kAccount).Of(kAnna).size() == 1; }));
  EXPECT_EQ(Devices(replica_.db, kAccount).Of(kAnna)[0].id(), kBrowser);
  TellAnna(2);
  EXPECT_THAT(Pushes(), SizeIs(3));
}

TEST_F(Sender, KeepsADeviceThatHasGotANewAddressSince) {
  Devices devices(replica_.db, kAccount);
  const auto old = devices.Of(kAnna)[0];
  auto moved = old;
  moved.set_address("https://fcm.googleapis.com/fcm/send/another");
  devices.Put(kAnna, moved);
  devices.RemoveGone(old);
  EXPECT_THAT(devices.Of(kAnna), SizeIs(2));
  devices.RemoveGone(moved);
  EXPECT_THAT(devices.Of(kAnna), SizeIs(1));
}

TEST_F(Sender, TellsWhatADeviceRefusesUntilItAccepts) {
  ToldPushService service(ToldPushService::Always(
      {.outcome = Outcome::kRefused, .detail = "status 403", .trouble = PushIntent::TROUBLE_KEYS}));
  TellAnna(1);
  const auto sender = NewSender(service);
  WaitUntilAllAre(PushIntent::STATE_REFUSED);
  Devices devices(replica_.db, kAccount);
  ASSERT_TRUE(Eventually([&] { return devices.RefusalsOf(kAnna).size() == 2; }));
  EXPECT_EQ(devices.RefusalsOf(kAnna).at(kPhone), (Refusal{PushIntent::TROUBLE_KEYS, "status 403"}));
  EXPECT_EQ(Pushes()[0].trouble(), PushIntent::TROUBLE_KEYS);
  service.Become(ToldPushService::Accept);
  TellAnna(2);
  EXPECT_TRUE(Eventually([&] { return devices.RefusalsOf(kAnna).empty(); }));
}

TEST_F(Sender, TellsThatAPushServiceCannotBeReached) {
  ToldPushService service(ToldPushService::Always({.outcome = Outcome::kLater, .detail = "connection refused"}));
  TellAnna(1);
  const auto sender = NewSender(service);
  Devices devices(replica_.db, kAccount);
  for (size_t attempt = 1; attempt <= 4; ++attempt) {
    EXPECT_THAT(devices.RefusalsOf(kAnna), IsEmpty());
    ASSERT_TRUE(
        Eventually([&] { return service.Received().size() == 2 * attempt && IsAnswered("connection refused"); }));
    Pass(10 * kSecond, *sender);
  }
  ASSERT_TRUE(Eventually([&] { return devices.RefusalsOf(kAnna).size() == 2; }));
  EXPECT_EQ(devices.RefusalsOf(kAnna).at(kPhone).detail, "connection refused");
  service.Become(ToldPushService::Accept);
  Pass(5 * kMinute, *sender);
  EXPECT_TRUE(Eventually([&] { return devices.RefusalsOf(kAnna).empty(); }));
}

TEST_F(Sender, WaitsAsLongAsThePushServiceAsks) {
  ToldPushService service(
      ToldPushService::Always({.outcome = Outcome::kLater, .retry_after = std::chrono::seconds(100)}));
  TellAnna(1);
  const auto sender = NewSender(service);
  ASSERT_TRUE(Eventually([&] { return Pushes()[1].has_answer_time() && Pushes()[0].has_answer_time(); }));
  EXPECT_EQ(Pushes()[0].next_time().seconds(), Pushes()[0].answer_time().seconds() + 100);
  service.Become(ToldPushService::Accept);
  Pass(50 * kSecond, *sender);
  std::this_thread::sleep_for(std::chrono::milliseconds(100));
  EXPECT_THAT(service.Received(), SizeIs(2));
  Pass(50 * kSecond, *sender);
  WaitUntilAllAre(PushIntent::STATE_ACCEPTED);
  EXPECT_EQ(Pushes()[0].attempts(), 2);
}

TEST_F(Sender, SendsWhatWasDueInAnHourOfAPushServicesAbsenceOnceItIsBack) {
  ToldPushService service(ToldPushService::Always({.outcome = Outcome::kLater, .detail = "status 503"}));
  TellAnna(1);
  const auto sender = NewSender(service);
  for (int minute = 0; minute < 60; ++minute) {
    Pass(kMinute, *sender);
    std::this_thread::sleep_for(std::chrono::milliseconds(10));
  }
  EXPECT_LT(service.Received().size(), 2 * 60);
  service.Become(ToldPushService::Accept);
  const size_t before = service.Received().size();
  Pass(5 * kMinute, *sender);
  WaitUntilAllAre(PushIntent::STATE_ACCEPTED);
  EXPECT_EQ(service.Received().size(), before + 2);
}

TEST_F(Sender, GivesUpAtTheEndOfAPushsLife) {
  ToldPushService service;
  TellAnna(1);
  Advance(25 * 60 * kMinute);
  const auto sender = NewSender(service);
  WaitUntilAllAre(PushIntent::STATE_EXPIRED);
  EXPECT_THAT(service.Received(), IsEmpty());
}

TEST_F(Sender, SendsNothingBeforeItIsDue) {
  ToldPushService service;
  TellAnna(1);
  const int64_t due = clock_.NowMicros() + 60 * kMinute;
  replica_.db.Execute("UPDATE pushes SET due_time = ?, next_time = ?", due, due);
  const auto sender = NewSender(service);
  Pass(59 * kMinute, *sender);
  std::this_thread::sleep_for(std::chrono::milliseconds(100));
  EXPECT_THAT(service.Received(), IsEmpty());
  Pass(kMinute, *sender);
  WaitUntilAllAre(PushIntent::STATE_ACCEPTED);
}

TEST_F(Sender, DropsWhatADeviceThatWasRemovedWouldHaveGot) {
  ToldPushService service;
  TellAnna(1);
  Devices(replica_.db, kAccount).TakeOfUser(kAnna);
  const auto sender = NewSender(service);
  WaitUntilAllAre(PushIntent::STATE_CANCELLED);
  EXPECT_THAT(service.Received(), IsEmpty());
}

TEST_F(Sender, LetsNobodyWaitForASlowPushService) {
  auto at_slow = RegisteredBrowser(31, Now());
  at_slow.set_address("https://updates.push.services.mozilla.com/31");
  Devices(replica_.db, kAccount).Put(kBoris, at_slow);
  ToldPushService service(
      [](const Push& push) { return push.device.id() == 31 ? std::nullopt : ToldPushService::Accept(push); });
  for (size_t number = 1; number <= Routes::kRoom + 100; ++number) {
    replica_.TellUser(kAccount, kBoris, static_cast<int>(number));
  }
  TellAnna(1);
  const auto sender = NewSender(service);
  ASSERT_TRUE(Eventually([&] {
    return replica_.db
               .Query("SELECT COUNT(*) FROM pushes WHERE user_id = ? AND state = ?", kAnna, PushIntent::STATE_ACCEPTED)
               .at(0)
               .Int(0) == 2;
  }));
  EXPECT_LE(service.Received().size(), Routes::kRoom + 2);
}

TEST_F(Sender, LeavesWhatWasCancelledMeanwhileCancelled) {
  ToldPushService service(ToldPushService::Always({.outcome = Outcome::kLater, .detail = "status 503"}));
  TellAnna(1);
  const auto sender = NewSender(service);
  ASSERT_TRUE(Eventually([&] { return IsAnswered("status 503"); }));
  service.Become(ToldPushService::Accept);
  const int64_t id = AnnasOnly().id();
  AcknowledgeAt(99, id);
  Pass(kMinute, *sender);
  ASSERT_TRUE(Eventually([&] { return service.Received().size() == 4; }));
  EXPECT_THAT(ClosedDevices(), SizeIs(2));
  for (const auto& push : Pushes()) {
    if (push.purpose() == PushIntent::PURPOSE_RING) {
      EXPECT_EQ(push.state(), PushIntent::STATE_CANCELLED);
    }
  }
}

TEST_F(Sender, NotesTheAnswersThatComeWhileItStops) {
  std::mutex mutex;
  std::vector<std::function<void(const PushAnswer&)>> waiting;
  PushSender sender(
      replica_.host.configuration.database(), clock_, replica_.host.random,
      [&](const Push&, std::function<void(const PushAnswer&)> answered) {
        const std::lock_guard lock(mutex);
        waiting.push_back(std::move(answered));
      },
      replica_.host.log, replica_.host.metrics);
  TellAnna(1);
  sender.Start();
  ASSERT_TRUE(Eventually([&] {
    const std::lock_guard lock(mutex);
    return waiting.size() == 2;
  }));
  std::jthread answers([&] {
    std::this_thread::sleep_for(std::chrono::milliseconds(300));
    for (const auto& answered : waiting) answered({Outcome::kAccepted});
  });
  sender.Stop();
  EXPECT_TRUE(AllAre(PushIntent::STATE_ACCEPTED));
}

TEST_F(Sender, IsWokenRatherThanWaitingForItsNextLook) {
  ToldPushService service;
  const auto sender = NewSender(service);
  std::this_thread::sleep_for(std::chrono::milliseconds(200));
  const auto begin = std::chrono::steady_clock::now();
  TellAnna(1);
  sender->Wake();
  ASSERT_TRUE(Eventually([&] { return service.Received().size() == 2; }));
  EXPECT_LT(std::chrono::steady_clock::now() - begin, std::chrono::milliseconds(600));
}

}  // namespace
}  // namespace voronka::notifier
