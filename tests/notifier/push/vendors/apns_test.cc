#include <chrono>

#include "tests/notifier/push/vendors/vendors_fixture.h"

namespace voronka::notifier {
namespace {

using namespace std::chrono_literals;
using ::testing::HasSubstr;
using testing::Json;

using ApnsPushes = Vendors;

TEST_F(ApnsPushes, ShowTheMessage) {
  const Push push = PushTo(v1::VENDOR_APNS, "status-200");
  EXPECT_EQ(Send(push).outcome, Outcome::kAccepted);
  const Json received = Received("apns");
  EXPECT_EQ(received["path"], "/3/device/" + Hex("status-200"));
  EXPECT_EQ(received["key"], "KEY1234567");
  EXPECT_EQ(received["team"], "TEAM123456");
  EXPECT_EQ(received["headers"], (Json{{"apns-topic", "com.example.voronka"},
                                       {"apns-push-type", "alert"},
                                       {"apns-priority", "10"},
                                       {"apns-expiration", std::to_string(push.expire / 1'000'000)},
                                       {"apns-collapse-id", "bjQyLTE"}}));
  EXPECT_EQ(received["message"], (Json{{"aps",
                                        {{"alert", {{"body", "Вам новая заявка: сделка #7"}}},
                                         {"category", "KIND_OFFER"},
                                         {"mutable-content", 1},
                                         {"sound", "default"},
                                         {"thread-id", "deal-7"}}},
                                       {"notificationId", "42"},
                                       {"occurrence", 1},
                                       {"kind", "KIND_OFFER"},
                                       {"text", "Вам новая заявка: сделка #7"},
                                       {"dealId", "7"},
                                       {"sound", true}}));
}

TEST_F(ApnsPushes, ThatCloseShowNothing) {
  Push push = PushTo(v1::VENDOR_APNS, "status-200");
  push.message.clear_text();
  push.message.clear_sound();
  push.message.set_close(true);
  Send(push);
  const Json received = Received("apns");
  EXPECT_EQ(received["message"]["aps"], (Json{{"content-available", 1}}));
  EXPECT_EQ(received["message"]["close"], true);
  EXPECT_EQ(received["headers"]["apns-push-type"], "background");
  EXPECT_EQ(received["headers"]["apns-priority"], "5");
}

TEST_F(ApnsPushes, SayHowUrgently) {
  using v1::KindPreference;
  for (const auto urgency : {KindPreference::URGENCY_LOW, KindPreference::URGENCY_NORMAL}) {
    Push push = PushTo(v1::VENDOR_APNS, "status-200");
    push.urgency = urgency;
    Send(push);
  }
  const auto received = servers_.Received("apns");
  EXPECT_EQ(received[0]["headers"]["apns-priority"], "1");
  EXPECT_EQ(received[1]["headers"]["apns-priority"], "5");
}

TEST_F(ApnsPushes, ThatAreTooLongAreShortened) {
  Push push = PushTo(v1::VENDOR_APNS, "status-200");
  for (int i = 0; i < 1'000; ++i) push.message.mutable_text()->append("Заявка ");
  EXPECT_EQ(Send(push).outcome, Outcome::kAccepted);
  EXPECT_LE(Received("apns")["size"], 4096);
}

TEST_F(ApnsPushes, TakeEachAnswerForWhatItMeans) {
  const PushAnswer gone = Send(v1::VENDOR_APNS, "apns-410-Unregistered");
  EXPECT_EQ(gone.outcome, Outcome::kGone);
  EXPECT_EQ(gone.detail, "status 410: Unregistered");
  EXPECT_EQ(Send(v1::VENDOR_APNS, "apns-400-BadDeviceToken").outcome, Outcome::kGone);
  const PushAnswer refused = Send(v1::VENDOR_APNS, "apns-400-BadTopic");
  EXPECT_EQ(refused.outcome, Outcome::kRefused);
  EXPECT_EQ(refused.detail, "status 400: BadTopic");
  EXPECT_EQ(Send(v1::VENDOR_APNS, "apns-429-TooManyRequests").outcome, Outcome::kLater);
  EXPECT_EQ(Send(v1::VENDOR_APNS, "apns-503-Shutdown").outcome, Outcome::kLater);
  EXPECT_EQ(Send(v1::VENDOR_APNS, "wait-9").retry_after, 9s);
  EXPECT_EQ(Send(v1::VENDOR_APNS, "endless-503").outcome, Outcome::kLater);
}

TEST_F(ApnsPushes, ShareAConnectionAndAToken) {
  EXPECT_EQ(Send(v1::VENDOR_APNS, "status-200").outcome, Outcome::kAccepted);
  std::vector<Answers> answers;
  for (int i = 0; i < 100; ++i) answers.push_back(Start(PushTo(v1::VENDOR_APNS, "slow-100")));
  for (auto& answer : answers) EXPECT_EQ(answer.get().outcome, Outcome::kAccepted);
  const auto received = servers_.Received("apns");
  for (const Json& each : received) {
    EXPECT_EQ(each["connection"], received[0]["connection"]);
    EXPECT_EQ(each["token"], received[0]["token"]);
  }
}

TEST_F(ApnsPushes, GetAnotherTokenWhenTheFormerIsTooOld) {
  EXPECT_EQ(Send(v1::VENDOR_APNS, "apns-403-ExpiredProviderToken").outcome, Outcome::kLater);
  // ECDSA signs the same text differently each time.
  EXPECT_EQ(Send(v1::VENDOR_APNS, "status-200").outcome, Outcome::kAccepted);
  const auto received = servers_.Received("apns");
  EXPECT_NE(received[0]["token"], received[1]["token"]);
}

TEST_F(ApnsPushes, AreSignedWithAnotherKeyOnceItIsThere) {
  EXPECT_EQ(Send(v1::VENDOR_APNS, "status-200").outcome, Outcome::kAccepted);
  servers_.MakeKey("apple");
  const PushAnswer former = Send(v1::VENDOR_APNS, "status-200");
  EXPECT_EQ(former.outcome, Outcome::kRefused);
  EXPECT_EQ(former.detail, "status 403: InvalidProviderToken");
  services_->Renew();
  EXPECT_EQ(Send(v1::VENDOR_APNS, "status-200").outcome, Outcome::kAccepted);
}

TEST_F(ApnsPushes, GoOnlyToWhoIsCertified) {
  config::v1::Push configuration = Configuration();
  configuration.mutable_apns()->clear_ca_file();
  Open(configuration);
  const PushAnswer answer = Send(v1::VENDOR_APNS, "status-200");
  EXPECT_EQ(answer.outcome, Outcome::kLater);
  EXPECT_THAT(answer.detail, HasSubstr("SSL"));
  EXPECT_EQ(answer.trouble, v1::PushIntent::TROUBLE_TLS);
  EXPECT_TRUE(servers_.Received("apns").empty());
}

}  // namespace
}  // namespace voronka::notifier
