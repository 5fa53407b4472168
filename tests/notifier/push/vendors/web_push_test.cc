#include <chrono>

#include "foundation/rpc/requests/error.h"
#include "foundation/security/base64url.h"
#include "tests/notifier/push/vendors/vendors_fixture.h"

namespace voronka::notifier {
namespace {

using namespace std::chrono_literals;
using ::testing::AllOf;
using ::testing::EndsWith;
using ::testing::Ge;
using ::testing::HasSubstr;
using testing::Json;
using ::testing::Le;

using WebPushes = Vendors;

TEST_F(WebPushes, AreSignedAndReadByTheBrowserAlone) {
  EXPECT_EQ(Send(v1::VENDOR_WEB_PUSH, "status-201").outcome, Outcome::kAccepted);
  const Json received = Received("web_push");
  EXPECT_EQ(received["key"], security::EncodeBase64Url(services_->ApplicationServerKey()));
  EXPECT_EQ(received["contact"], "mailto:admin@example.com");
  EXPECT_EQ(received["message"], (Json{{"notificationId", "42"},
                                       {"occurrence", 1},
                                       {"kind", "KIND_OFFER"},
                                       {"text", "Вам новая заявка: сделка #7"},
                                       {"dealId", "7"},
                                       {"sound", true}}));
}

TEST_F(WebPushes, SayHowLongAndHowUrgently) {
  Send(v1::VENDOR_WEB_PUSH, "status-201");
  const Json received = Received("web_push");
  EXPECT_THAT(std::stoi(received["ttl"].get<std::string>()), AllOf(Ge(295), Le(300)));
  EXPECT_EQ(received["urgency"], "high");
  EXPECT_EQ(received["topic"], "bjQyLTE");
}

TEST_F(WebPushes, AreAllOfTheSameLength) {
  Push longer = PushTo(v1::VENDOR_UNIFIED_PUSH, "status-201");
  longer.message.set_text(longer.message.text() + ", взять до 12:05");
  Send(v1::VENDOR_WEB_PUSH, "status-201");
  Send(longer);
  const auto received = servers_.Received("web_push");
  ASSERT_EQ(received.size(), 2u);
  EXPECT_EQ(received[0]["size"], received[1]["size"]);
}

TEST_F(WebPushes, ThatAreTooLongAreShortened) {
  Push push = PushTo(v1::VENDOR_WEB_PUSH, "status-201");
  for (int i = 0; i < 1'000; ++i) push.message.mutable_text()->append("Заявка ");
  EXPECT_EQ(Send(push).outcome, Outcome::kAccepted);
  const Json received = Received("web_push");
  EXPECT_EQ(received["size"], 4096);
  EXPECT_THAT(received["message"]["text"].get<std::string>(), EndsWith("…"));
}

TEST_F(WebPushes, TakeEachStatusForWhatItMeans) {
  EXPECT_EQ(Send(v1::VENDOR_WEB_PUSH, "status-200").outcome, Outcome::kAccepted);
  EXPECT_EQ(Send(v1::VENDOR_WEB_PUSH, "status-202").outcome, Outcome::kAccepted);
  EXPECT_EQ(Send(v1::VENDOR_WEB_PUSH, "status-404").outcome, Outcome::kGone);
  EXPECT_EQ(Send(v1::VENDOR_WEB_PUSH, "status-410").outcome, Outcome::kGone);
  for (const std::string status : {"400", "401", "403", "413"}) {
    const PushAnswer answer = Send(v1::VENDOR_WEB_PUSH, "status-" + status);
    EXPECT_EQ(answer.outcome, Outcome::kRefused);
    EXPECT_EQ(answer.detail, "status " + status);
  }
  for (const std::string status : {"500", "502", "503"}) {
    EXPECT_EQ(Send(v1::VENDOR_WEB_PUSH, "status-" + status).outcome, Outcome::kLater) << status;
  }
}

TEST_F(WebPushes, WaitAsLongAsTheServiceAsks) {
  const PushAnswer seconds = Send(v1::VENDOR_WEB_PUSH, "wait-7");
  EXPECT_EQ(seconds.outcome, Outcome::kLater);
  EXPECT_EQ(seconds.retry_after, 7s);
  const PushAnswer date = Send(v1::VENDOR_WEB_PUSH, "until");
  EXPECT_EQ(date.outcome, Outcome::kLater);
  ASSERT_TRUE(date.retry_after);
  EXPECT_THAT(*date.retry_after, AllOf(Ge(110s), Le(120s)));
  EXPECT_EQ(Send(v1::VENDOR_WEB_PUSH, "wait-999999999999").retry_after, 24h);
  EXPECT_FALSE(Send(v1::VENDOR_WEB_PUSH, "wait-soon").retry_after);
}

TEST_F(WebPushes, FollowNoRedirect) {
  const std::string address = servers_.address("webPush");
  const PushAnswer answer =
      Send(v1::VENDOR_WEB_PUSH, "redirect" + address.substr(address.find(':')).replace(0, 1, "-"));
  EXPECT_EQ(answer.outcome, Outcome::kRefused);
  EXPECT_EQ(answer.detail, "status 307");
  EXPECT_EQ(servers_.Received("web_push").size(), 1u);
}

TEST_F(WebPushes, SurviveWhateverIsAnswered) {
  const auto start = std::chrono::steady_clock::now();
  EXPECT_EQ(Send(v1::VENDOR_WEB_PUSH, "endless-201").outcome, Outcome::kAccepted);
  EXPECT_EQ(Send(v1::VENDOR_WEB_PUSH, "endless-503").outcome, Outcome::kLater);
  const PushAnswer refused = Send(v1::VENDOR_WEB_PUSH, "endless-403");
  EXPECT_EQ(refused.outcome, Outcome::kRefused);
  EXPECT_THAT(refused.detail, HasSubstr("status 403: aaa"));
  EXPECT_LE(refused.detail.size(), 300u);
  // Nobody waits for an end that does not come.
  EXPECT_LT(std::chrono::steady_clock::now() - start, 8s);
  for (const std::string word : {"headers", "garbage", "close"}) {
    const PushAnswer answer = Send(v1::VENDOR_WEB_PUSH, word);
    EXPECT_EQ(answer.outcome, Outcome::kLater) << word;
    EXPECT_NE(answer.detail, "") << word;
  }
}

TEST_F(WebPushes, ReuseTokensAndConnections) {
  for (int i = 0; i < 5; ++i) Send(v1::VENDOR_WEB_PUSH, "status-201");
  const auto received = servers_.Received("web_push");
  ASSERT_EQ(received.size(), 5u);
  for (const Json& each : received) {
    EXPECT_EQ(each["connection"], received[0]["connection"]);
    EXPECT_EQ(each["token"], received[0]["token"]);
  }
}

TEST_F(WebPushes, GoNowhereElse) {
  for (const std::string address :
       {"https://example.com/push", "http://127.0.0.1:1/push", "https://fcm.googleapis.com:8443/fcm/send/1",
        "https://user@fcm.googleapis.com/fcm/send/1", "ftp://fcm.googleapis.com/", "fcm.googleapis.com", ""}) {
    Push push = PushTo(v1::VENDOR_WEB_PUSH, "");
    push.device.set_address(address);
    EXPECT_EQ(Send(push).outcome, Outcome::kRefused) << address;
    EXPECT_THROW(services_->Check(push.device), rpc::Error) << address;
  }
}

TEST_F(WebPushes, AreSignedWithAnotherKeyOnceItIsThere) {
  const std::string former = services_->ApplicationServerKey();
  Send(v1::VENDOR_WEB_PUSH, "status-201");
  servers_.MakeKey("vapid");
  services_->Renew();
  EXPECT_NE(services_->ApplicationServerKey(), former);
  EXPECT_EQ(Send(v1::VENDOR_WEB_PUSH, "status-201").outcome, Outcome::kAccepted);
  EXPECT_EQ(servers_.Received("web_push")[1]["key"], security::EncodeBase64Url(services_->ApplicationServerKey()));
}

TEST_F(WebPushes, KeepTheirKeyWhenItsFileIsBroken) {
  const std::string former = services_->ApplicationServerKey();
  for (const std::string broken : {"", "no key", "-----BEGIN PRIVATE KEY-----\n"}) {
    servers_.Write("vapid.key", broken);
    services_->Renew();
    EXPECT_EQ(services_->ApplicationServerKey(), former);
    EXPECT_EQ(Send(v1::VENDOR_WEB_PUSH, "status-201").outcome, Outcome::kAccepted);
  }
  servers_.MakeKey("vapid");
  services_->Renew();
  EXPECT_NE(services_->ApplicationServerKey(), former);
}

}  // namespace
}  // namespace voronka::notifier
