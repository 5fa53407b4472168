#include <chrono>

#include "tests/notifier/push/vendors/vendors_fixture.h"

namespace voronka::notifier {
namespace {

using namespace std::chrono_literals;
using ::testing::HasSubstr;
using testing::Json;

class FcmPushes : public Vendors {
 protected:
  // The service gives tokens as the word says: see services/fcm.mjs.
  void UseAccount(const std::string& word) {
    servers_.MakeAccount(word);
    services_->Renew();
  }
};

TEST_F(FcmPushes, CarryTheMessageAsDataAlone) {
  Push push = PushTo(v1::VENDOR_FCM, "status-200");
  auto& button = *push.message.add_buttons();
  button.set_action(v1::PushMessage::ACTION_TAKE);
  button.set_title("Взять");
  EXPECT_EQ(Send(push).outcome, Outcome::kAccepted);
  const Json received = Received("fcm");
  EXPECT_EQ(received["path"], "/v1/projects/voronka/messages:send");
  EXPECT_EQ(received["isValid"], true);
  Json message = received["message"];
  EXPECT_EQ(Json::parse(message["data"]["buttons"].get<std::string>()),
            (Json{{{"action", "ACTION_TAKE"}, {"title", "Взять"}}}));
  message["data"].erase("buttons");
  message["android"].erase("ttl");
  EXPECT_EQ(message, (Json{{"token", "status-200"},
                           {"data",
                            {{"notificationId", "42"},
                             {"occurrence", "1"},
                             {"kind", "KIND_OFFER"},
                             {"text", "Вам новая заявка: сделка #7"},
                             {"dealId", "7"},
                             {"sound", "true"}}},
                           {"android", {{"priority", "HIGH"}, {"collapse_key", "bjQyLTE"}}}}));
}

TEST_F(FcmPushes, SayHowLongAndHowUrgently) {
  Push push = PushTo(v1::VENDOR_FCM, "status-200");
  push.urgency = v1::KindPreference::URGENCY_LOW;
  push.expire = clock_.NowMicros() - 1;
  Send(push);
  const Json android = Received("fcm")["message"]["android"];
  EXPECT_EQ(android["priority"], "NORMAL");
  EXPECT_EQ(android["ttl"], "0s");
}

TEST_F(FcmPushes, ThatAreTooLongAreShortened) {
  Push push = PushTo(v1::VENDOR_FCM, "status-200");
  push.message.set_text(std::string(5'000, '"'));
  EXPECT_EQ(Send(push).outcome, Outcome::kAccepted);
  EXPECT_LE(Received("fcm")["message"]["data"].dump().size(), 4096u);
}

TEST_F(FcmPushes, TakeEachAnswerForWhatItMeans) {
  const PushAnswer gone = Send(v1::VENDOR_FCM, "status-404");
  EXPECT_EQ(gone.outcome, Outcome::kGone);
  EXPECT_EQ(gone.detail, "status 404: UNREGISTERED");
  const PushAnswer refused = Send(v1::VENDOR_FCM, "status-400");
  EXPECT_EQ(refused.outcome, Outcome::kRefused);
  EXPECT_EQ(refused.detail, "status 400: INVALID_ARGUMENT");
  EXPECT_EQ(Send(v1::VENDOR_FCM, "status-403").outcome, Outcome::kRefused);
  EXPECT_EQ(Send(v1::VENDOR_FCM, "status-503").outcome, Outcome::kLater);
  const PushAnswer quota = Send(v1::VENDOR_FCM, "wait-60");
  EXPECT_EQ(quota.outcome, Outcome::kLater);
  EXPECT_EQ(quota.retry_after, 60s);
  EXPECT_EQ(quota.detail, "status 429: QUOTA_EXCEEDED");
}

TEST_F(FcmPushes, BelieveNobodyElseWhoAnswers) {
  EXPECT_EQ(Send(v1::VENDOR_FCM, "nonsense").outcome, Outcome::kLater);
  EXPECT_EQ(Send(v1::VENDOR_FCM, "endless-200").outcome, Outcome::kLater);
  EXPECT_EQ(Send(v1::VENDOR_FCM, "garbage").outcome, Outcome::kLater);
}

TEST_F(FcmPushes, ShareOneTokenAndItsRequest) {
  std::vector<Answers> answers;
  for (int i = 0; i < 50; ++i) answers.push_back(Start(PushTo(v1::VENDOR_FCM, "status-200")));
  for (auto& answer : answers) EXPECT_EQ(answer.get().outcome, Outcome::kAccepted);
  EXPECT_EQ(Received("token")["audience"], "http://" + servers_.address("fcm") + "/token");
  EXPECT_EQ(servers_.Received("fcm").size(), 50u);
}

TEST_F(FcmPushes, GetAnotherTokenBeforeTheFormerEnds) {
  UseAccount("short-5");
  Send(v1::VENDOR_FCM, "status-200");
  std::this_thread::sleep_for(4'200ms);
  // Sent with the former token, which ends soon.
  Send(v1::VENDOR_FCM, "status-200");
  EXPECT_TRUE(testing::Eventually([this] { return servers_.Received("token").size() == 2; }));
  Send(v1::VENDOR_FCM, "status-200");
  const auto received = servers_.Received("fcm");
  ASSERT_EQ(received.size(), 3u);
  EXPECT_EQ(received[0]["token"], received[1]["token"]);
  EXPECT_NE(received[1]["token"], received[2]["token"]);
}

TEST_F(FcmPushes, GetAnotherTokenOnceIfTheFormerIsRefused) {
  Send(v1::VENDOR_FCM, "once");
  EXPECT_EQ(Send(v1::VENDOR_FCM, "status-200").outcome, Outcome::kAccepted);
  EXPECT_EQ(servers_.Received("token").size(), 2u);
}

TEST_F(FcmPushes, GiveUpIfEveryTokenIsRefused) {
  UseAccount("lying");
  const PushAnswer answer = Send(v1::VENDOR_FCM, "status-200");
  EXPECT_EQ(answer.outcome, Outcome::kRefused);
  EXPECT_THAT(answer.detail, HasSubstr("status 401"));
  EXPECT_EQ(servers_.Received("fcm").size(), 2u);
}

TEST_F(FcmPushes, WaitAWhileIfThereIsNoToken) {
  UseAccount("status-400");
  const PushAnswer first = Send(v1::VENDOR_FCM, "status-200");
  EXPECT_EQ(first.outcome, Outcome::kLater);
  EXPECT_EQ(first.detail, "no access token: status 400: invalid_grant");
  EXPECT_EQ(first.trouble, v1::PushIntent::TROUBLE_KEYS);
  EXPECT_EQ(first.retry_after, 5s);
  EXPECT_EQ(Send(v1::VENDOR_FCM, "status-200").outcome, Outcome::kLater);
  EXPECT_EQ(servers_.Received("token").size(), 1u);
  EXPECT_TRUE(servers_.Received("fcm").empty());
}

TEST_F(FcmPushes, BelieveNoNonsenseForAToken) {
  for (const std::string word : {"nonsense", "endless-200", "short-0"}) {
    Open(Configuration());
    UseAccount(word);
    const PushAnswer answer = Send(v1::VENDOR_FCM, "status-200");
    EXPECT_EQ(answer.outcome, Outcome::kLater) << word;
    EXPECT_THAT(answer.detail, HasSubstr("no access token")) << word;
  }
}

TEST_F(FcmPushes, AreSentForAnotherAccountOnceItIsThere) {
  Send(v1::VENDOR_FCM, "status-200");
  servers_.MakeAccount();
  EXPECT_EQ(Send(v1::VENDOR_FCM, "status-200").outcome, Outcome::kAccepted);
  services_->Renew();
  EXPECT_EQ(Send(v1::VENDOR_FCM, "status-200").outcome, Outcome::kAccepted);
  const auto received = servers_.Received("fcm");
  EXPECT_EQ(received[0]["token"], received[1]["token"]);
  EXPECT_NE(received[1]["token"], received[2]["token"]);
}

}  // namespace
}  // namespace voronka::notifier
