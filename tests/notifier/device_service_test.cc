#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "notifier/devices/devices.h"
#include "tests/notifier/eventually.h"
#include "tests/notifier/people.h"
#include "tests/notifier/proto_text.h"
#include "tests/notifier/push/browsers.h"
#include "tests/notifier/push/told_push_service.h"
#include "tests/notifier/served_replica.h"
#include "tests/support/changes.h"
#include "voronka/crm/v1/session.pb.h"
#include "voronka/crm/v1/user.pb.h"

namespace voronka::notifier {
namespace {

using client::CallFailed;
using grpc::StatusCode;
using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::Field;
using ::testing::IsEmpty;
using ::testing::Property;
using ::testing::SizeIs;
using v1::Device;

constexpr int64_t kPhone = 22;
constexpr int64_t kDayMicros = 86'400'000'000;

template <class Call>
CallFailed Failure(Call call) {
  try {
    call();
  } catch (const CallFailed& failure) {
    return failure;
  }
  throw std::logic_error("the call did not fail");
}

class DeviceServiceTest : public ::testing::Test {
 protected:
  static Device Register(client::Client& caller, const Device& device) {
    v1::RegisterDeviceRequest request;
    *request.mutable_device() = device;
    return caller.Call<Device>(request);
  }
  static std::vector<Device> Listed(client::Client& caller) {
    const auto response = caller.Call<v1::ListDevicesResponse>(v1::ListDevicesRequest());
    return {response.devices().begin(), response.devices().end()};
  }
  static std::vector<int64_t> SessionsOf(client::Client& caller) {
    std::vector<int64_t> sessions;
    for (const auto& device : Listed(caller)) sessions.push_back(device.session_id());
    return sessions;
  }
  static void Remove(client::Client& caller, int64_t id) {
    v1::RemoveDeviceRequest request;
    request.set_device_id(id);
    caller.Call<google::protobuf::Empty>(request);
  }
  // The number of its notification.
  static int64_t Test(client::Client& caller, int64_t id) {
    v1::TestDeviceRequest request;
    request.set_device_id(id);
    return caller.Call<v1::TestDeviceResponse>(request).notification_id();
  }
  static std::vector<v1::DeliveryStep::Kind> StepsOf(client::Client& caller, int64_t notification_id) {
    v1::ExplainDeliveryRequest request;
    request.set_notification_id(notification_id);
    std::vector<v1::DeliveryStep::Kind> kinds;
    const auto explained = caller.Call<v1::ExplainDeliveryResponse>(request);
    for (const auto& step : explained.steps()) kinds.push_back(step.kind());
    return kinds;
  }
  static void ReportShown(client::Client& caller, int64_t notification_id) {
    v1::ReportShownRequest request;
    request.add_notifications()->set_notification_id(notification_id);
    caller.Call<google::protobuf::Empty>(request);
  }
  int64_t DeviceRows() { return served_.replica.db.Query("SELECT COUNT(*) FROM devices").at(0).Int(0); }
  void EndSession(int64_t session_id) {
    crm::v1::Session session;
    session.set_id(session_id);
    served_.replica.Deliver(testing::Changed(kAccount, session, session, crm::v1::ResourceChange::KIND_DELETED));
  }
  int64_t Now() { return served_.replica.host.clock.NowMicros(); }

  Installation installation_;
  ToldPushService service_;
  ServedReplica served_{installation_, service_.Door()};
  client::Client anna_ = served_.ClientOf(kAccount, kAnna);
  client::Client annas_phone_ = served_.ClientOf(kAccount, kAnna, kPhone);
  client::Client boris_ = served_.ClientOf(kAccount, kBoris);
};

TEST_F(DeviceServiceTest, SaysWhatABrowserNeedsToSubscribe) {
  const auto settings = anna_.Call<v1::PushSettings>(v1::GetPushSettingsRequest());
  EXPECT_THAT(settings.vendors(), ElementsAre(v1::VENDOR_WEB_PUSH, v1::VENDOR_UNIFIED_PUSH));
  EXPECT_THAT(settings.application_server_key(), SizeIs(65));
}

TEST_F(DeviceServiceTest, ListsTheCallersDevicesWithoutTheirSecrets) {
  Register(anna_, Browser("a"));
  Register(annas_phone_, Browser("b"));
  Register(boris_, Browser("c"));
  EXPECT_THAT(SessionsOf(anna_), ElementsAre(kPhone, kAnna));
  const auto device = Listed(anna_)[0];
  EXPECT_EQ(device.name(), "Chrome, Windows");
  EXPECT_EQ(device.vendor(), v1::VENDOR_WEB_PUSH);
  EXPECT_EQ(device.address() + device.public_key() + device.auth_secret(), "");
  EXPECT_EQ(device.problem(), "");
  EXPECT_TRUE(device.has_seen_time());
}

TEST_F(DeviceServiceTest, RegistersASessionsDeviceInPlaceOfItsFormerOne) {
  const auto first = Register(anna_, Browser("a"));
  auto renamed = Browser("b");
  renamed.set_name("Firefox, Linux");
  const auto second = Register(anna_, renamed);
  EXPECT_EQ(second.id(), first.id());
  ASSERT_THAT(Listed(anna_), SizeIs(1));
  EXPECT_EQ(Listed(anna_)[0].name(), "Firefox, Linux");
}

TEST_F(DeviceServiceTest, GivesAnAddressToWhoeverRegisteredItLast) {
  auto in_another_account = served_.ClientOf(kOtherAccount, kBoris);
  Register(anna_, Browser("shared"));
  Register(boris_, Browser("shared"));
  EXPECT_THAT(Listed(anna_), IsEmpty());
  Register(in_another_account, Browser("shared"));
  EXPECT_THAT(Listed(boris_), IsEmpty());
  EXPECT_THAT(Listed(in_another_account), SizeIs(1));
}

TEST_F(DeviceServiceTest, GivesAnAddressToOneOfThoseWhoRegisterItTogether) {
  std::vector<client::Client> callers;
  for (int64_t session = 100; session < 110; ++session) callers.push_back(served_.ClientOf(kAccount, kAnna, session));
  std::vector<std::jthread> calls;
  for (auto& caller : callers) calls.emplace_back([&caller] { Register(caller, Browser("shared")); });
  calls.clear();
  EXPECT_THAT(Listed(anna_), SizeIs(1));
}

TEST_F(DeviceServiceTest, RefusesAnAddressThatIsNotAPushServices) {
  auto elsewhere = Browser("a");
  elsewhere.set_address("https://attacker.example/push");
  EXPECT_EQ(Failure([&] { Register(anna_, elsewhere); }).reason(), "ADDRESS_NOT_ALLOWED");
  EXPECT_THAT(Listed(anna_), IsEmpty());
}

TEST_F(DeviceServiceTest, RefusesAVendorWithoutKeys) {
  auto phone = Browser("a");
  phone.set_vendor(v1::VENDOR_FCM);
  const auto refused = Failure([&] { Register(anna_, phone); });
  EXPECT_EQ(refused.code(), StatusCode::FAILED_PRECONDITION);
  EXPECT_EQ(refused.reason(), "VENDOR_OFF");
}

TEST_F(DeviceServiceTest, RemovesOnlyTheCallersOwn) {
  const auto device = Register(anna_, Browser("a"));
  EXPECT_EQ(Failure([&] { Remove(boris_, device.id()); }).code(), StatusCode::NOT_FOUND);
  EXPECT_THAT(Listed(anna_), SizeIs(1));
  Remove(anna_, device.id());
  EXPECT_THAT(Listed(anna_), IsEmpty());
  EXPECT_EQ(Failure([&] { Remove(anna_, device.id()); }).code(), StatusCode::NOT_FOUND);
}

TEST_F(DeviceServiceTest, LosesADeviceWithItsSession) {
  Register(anna_, Browser("a"));
  Register(annas_phone_, Browser("b"));
  EndSession(kPhone);
  EXPECT_THAT(SessionsOf(anna_), ElementsAre(kAnna));
}

// The next to hold it must not read what it shows.
TEST_F(DeviceServiceTest, TakesAwayWhatTheDeviceOfAnEndedSessionShows) {
  Register(annas_phone_, Browser("b"));
  EndSession(kPhone);
  ASSERT_TRUE(Eventually([&] { return !service_.Received().empty(); }));
  const auto push = service_.Received().at(0);
  EXPECT_TRUE(push.message.signed_out());
  EXPECT_EQ(push.message.session_id(), kPhone);
  EXPECT_EQ(push.message.text(), "Сеанс на этом устройстве завершён. Войдите, чтобы снова получать уведомления");
  EXPECT_TRUE(Eventually([&] { return DeviceRows() == 0; }));
}

TEST_F(DeviceServiceTest, RingsNoMoreWhereTheSessionHasEnded) {
  service_.Become(ToldPushService::Always({.outcome = PushAnswer::Outcome::kLater}));
  Register(annas_phone_, Browser("b"));
  served_.replica.TellUser(kAccount, kAnna, 1);
  ASSERT_TRUE(Eventually([&] { return !service_.Received().empty(); }));
  EndSession(kPhone);
  service_.Become(ToldPushService::Accept);
  served_.replica.TellUser(kAccount, kAnna, 2);
  ASSERT_TRUE(Eventually([&] { return DeviceRows() == 0; }));
  EXPECT_THAT(service_.Received(), Contains(Field(&Push::message, Property(&v1::PushMessage::signed_out, true))));
  EXPECT_TRUE(service_.Received().back().message.signed_out());
}

// Whoever logs in there has the browser now.
TEST_F(DeviceServiceTest, SignsOutNobodyAtAnAddressThatIsAnothersNow) {
  service_.Become(ToldPushService::Always({.outcome = PushAnswer::Outcome::kLater}));
  Register(annas_phone_, Browser("b"));
  EndSession(kPhone);
  Register(boris_, Browser("b"));
  EXPECT_EQ(DeviceRows(), 1);
  EXPECT_THAT(Listed(boris_), SizeIs(1));
}

// Another replica has the news, and this one does not know it yet.
TEST_F(DeviceServiceTest, RegistersNothingForASessionThatHasJustEnded) {
  Replica other(installation_);
  crm::v1::Session session;
  session.set_id(kPhone);
  other.Deliver(testing::Changed(kAccount, session, session, crm::v1::ResourceChange::KIND_DELETED));
  EXPECT_EQ(Failure([&] { Register(annas_phone_, Browser("b")); }).code(), StatusCode::UNAUTHENTICATED);
  EXPECT_THAT(Listed(anna_), IsEmpty());
}

TEST_F(DeviceServiceTest, LosesTheDevicesOfAUserWhoIsDisabled) {
  Register(anna_, Browser("a"));
  Register(boris_, Browser("b"));
  served_.replica.Deliver(testing::Changed(kAccount,
                                           Proto<crm::v1::User>("id: 2 state: STATE_ACTIVE role: ROLE_MANAGER"),
                                           Proto<crm::v1::User>("id: 2 state: STATE_DISABLED role: ROLE_MANAGER")));
  Devices devices(served_.replica.db, kAccount);
  EXPECT_THAT(devices.Of(kAnna), IsEmpty());
  EXPECT_THAT(devices.Of(kBoris), SizeIs(1));
}

TEST_F(DeviceServiceTest, HasRoomForFifty) {
  Devices devices(served_.replica.db, kAccount);
  for (int64_t id = 1'000; id < 1'000 + kMostDevices - 1; ++id) devices.Put(kAnna, RegisteredBrowser(id, Now()));
  Register(anna_, Browser("a"));
  EXPECT_EQ(Failure([&] { Register(annas_phone_, Browser("b")); }).reason(), "TOO_MANY_DEVICES");
  Register(anna_, Browser("c"));
  EXPECT_THAT(Listed(anna_), SizeIs(kMostDevices));
}

TEST_F(DeviceServiceTest, ForgetsWhatWasNotSeenForAMonth) {
  Register(anna_, Browser("a"));
  auto& db = served_.replica.db;
  Devices::ForgetUnseen(db, Now() + 30 * kDayMicros);
  EXPECT_THAT(Listed(anna_), SizeIs(1));
  Devices::ForgetUnseen(db, Now() + 32 * kDayMicros);
  EXPECT_THAT(Listed(anna_), IsEmpty());
}

TEST_F(DeviceServiceTest, SeesADeviceWhoseUserAnswers) {
  Register(anna_, Browser("a"));
  auto& db = served_.replica.db;
  db.Execute("UPDATE devices SET seen_time = seen_time - ?", kDayMicros);
  served_.replica.TellUser(kAccount, kAnna, 1);
  v1::AcknowledgeNotificationRequest request;
  request.set_notification_id(served_.replica.InboxOf(kAccount, kAnna)[0].id());
  anna_.Call<v1::Notification>(request);
  EXPECT_GT(Listed(anna_)[0].seen_time().seconds(), Now() / 1'000'000 - 3'600);
}

TEST_F(DeviceServiceTest, TellsAProblemInTheCallersLanguage) {
  const auto device = Register(anna_, Browser("a"));
  Devices(served_.replica.db, kAccount).SetRefusal(device.id(), {v1::PushIntent::TROUBLE_KEYS, "status 403"});
  EXPECT_EQ(Listed(anna_)[0].problem(), "Уведомления не доходят: служба уведомлений не признаёт ключи этого сервера");
}

TEST_F(DeviceServiceTest, TestsOneDeviceAtOnceWithoutTheInbox) {
  Register(anna_, Browser("a"));
  const auto phone = Register(annas_phone_, Browser("b"));
  Test(anna_, phone.id());
  ASSERT_TRUE(Eventually([&] { return !service_.Received().empty(); }, std::chrono::milliseconds(900)));
  const auto push = service_.Received().at(0);
  EXPECT_EQ(push.device.id(), phone.id());
  EXPECT_EQ(push.message.kind(), v1::Notification::KIND_TEST);
  EXPECT_EQ(push.message.text(), "Уведомления приходят на это устройство");
  EXPECT_TRUE(push.message.sound());
  EXPECT_THAT(served_.replica.InboxOf(kAccount, kAnna), IsEmpty());
  EXPECT_EQ(Failure([&] { Test(boris_, phone.id()); }).code(), StatusCode::NOT_FOUND);
}

TEST_F(DeviceServiceTest, TellsWhatBecomesOfATest) {
  const auto phone = Register(annas_phone_, Browser("b"));
  const int64_t test = Test(anna_, phone.id());
  ASSERT_TRUE(Eventually([&] { return StepsOf(anna_, test) == std::vector{v1::DeliveryStep::KIND_PUSHED}; }));
  ReportShown(annas_phone_, test);
  EXPECT_THAT(StepsOf(anna_, test), ElementsAre(v1::DeliveryStep::KIND_PUSHED, v1::DeliveryStep::KIND_SHOWN));
  EXPECT_EQ(Failure([&] { StepsOf(boris_, test); }).code(), StatusCode::NOT_FOUND);
}

TEST_F(DeviceServiceTest, TestsTenTimesAMinute) {
  const auto device = Register(anna_, Browser("a"));
  const auto phone = Register(annas_phone_, Browser("b"));
  for (int i = 0; i < 10; ++i) Test(anna_, i % 2 == 0 ? device.id() : phone.id());
  EXPECT_EQ(Failure([&] { Test(annas_phone_, phone.id()); }).reason(), "TOO_MANY_TESTS");
  served_.replica.db.Execute("UPDATE pushes SET create_time = create_time - 61000000");
  EXPECT_GT(Test(anna_, phone.id()), 0);
}

TEST_F(DeviceServiceTest, NamesADeviceVisibly) {
  auto browser = Browser("a");
  browser.set_name("Chrome\u202E \u200B swodniW");
  EXPECT_EQ(Register(anna_, browser).name(), "Chrome swodniW");
}

TEST_F(DeviceServiceTest, PushesWhatIsToldRightAfterTheCommit) {
  Register(anna_, Browser("a"));
  std::this_thread::sleep_for(std::chrono::milliseconds(100));
  const auto begin = std::chrono::steady_clock::now();
  served_.replica.TellUser(kAccount, kAnna, 1);
  ASSERT_TRUE(Eventually([&] { return !service_.Received().empty(); }));
  EXPECT_LT(std::chrono::steady_clock::now() - begin, std::chrono::milliseconds(500));
}

}  // namespace
}  // namespace voronka::notifier
