#include "notifier/push/vendors/push_services.h"

#include <chrono>
#include <future>
#include <vector>

#include "foundation/process/configuration_error.h"
#include "foundation/rpc/requests/error.h"
#include "notifier/push/vendors/push_http.h"
#include "tests/notifier/push/vendors/vendors_fixture.h"

namespace voronka::notifier {
namespace {

using namespace std::chrono_literals;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::ThrowsMessage;

using Moment = std::chrono::steady_clock;

class PushServicesTest : public Vendors {
 protected:
  // The reasons for which nothing is sent to the device.
  std::vector<std::string> Reasons(const v1::Device& device) const {
    std::vector<std::string> reasons;
    try {
      services_->Check(device);
    } catch (const rpc::Error& error) {
      for (const auto& violation : error.violations()) reasons.push_back(violation.reason);
    }
    return reasons;
  }

  // Asks as a sender does, and says what is answered.
  static HttpAnswer Ask(HttpRequest request) {
    std::promise<HttpAnswer> promise;
    PushHttp http;
    http.Run([&] { http.Ask(request, [&](const HttpAnswer& answer) { promise.set_value(answer); }); });
    return promise.get_future().get();
  }
};

TEST_F(PushServicesTest, NamesTheVendorsThatAreConfigured) {
  EXPECT_THAT(services_->Configured(),
              ElementsAre(v1::VENDOR_WEB_PUSH, v1::VENDOR_FCM, v1::VENDOR_APNS, v1::VENDOR_UNIFIED_PUSH));
  EXPECT_EQ(services_->ApplicationServerKey().size(), 65u);
  Open({});
  EXPECT_THAT(services_->Configured(), IsEmpty());
  EXPECT_EQ(services_->ApplicationServerKey(), "");
}

TEST_F(PushServicesTest, RefuseVendorsThatAreNotConfigured) {
  config::v1::Push configuration = Configuration();
  configuration.clear_fcm();
  Open(configuration);
  EXPECT_THAT(Reasons(DeviceOf(v1::VENDOR_FCM, "status-200")), ElementsAre("VENDOR_OFF"));
  EXPECT_EQ(Send(v1::VENDOR_FCM, "status-200").outcome, Outcome::kRefused);
}

TEST_F(PushServicesTest, CheckDevices) {
  for (const auto vendor : {v1::VENDOR_WEB_PUSH, v1::VENDOR_UNIFIED_PUSH, v1::VENDOR_FCM, v1::VENDOR_APNS}) {
    EXPECT_THAT(Reasons(DeviceOf(vendor, "status-200")), IsEmpty());
  }
  v1::Device device = DeviceOf(v1::VENDOR_WEB_PUSH, "status-201");
  device.set_address("https://example.com/");
  device.clear_public_key();
  device.mutable_auth_secret()->pop_back();
  EXPECT_THAT(Reasons(device), ElementsAre("ADDRESS_NOT_ALLOWED", "REQUIRED", "KEY_INVALID"));
  device = DeviceOf(v1::VENDOR_FCM, "a token\n");
  EXPECT_THAT(Reasons(device), ElementsAre("ADDRESS_NOT_ALLOWED"));
  device = DeviceOf(v1::VENDOR_APNS, "");
  EXPECT_THAT(Reasons(device), ElementsAre("ADDRESS_NOT_ALLOWED"));
  device.set_address("../device/00");
  EXPECT_THAT(Reasons(device), ElementsAre("ADDRESS_NOT_ALLOWED"));
}

TEST_F(PushServicesTest, RefuseKeysThatAreNoPointsOfTheCurve) {
  v1::Device device = DeviceOf(v1::VENDOR_WEB_PUSH, "status-201");
  device.mutable_public_key()->back() ^= 1;
  EXPECT_THAT(Reasons(device), ElementsAre("KEY_INVALID"));
  // The form that says which of two points it is although it has both coordinates.
  device = DeviceOf(v1::VENDOR_WEB_PUSH, "status-201");
  device.mutable_public_key()->front() = static_cast<char>(6 | (device.public_key().back() & 1));
  EXPECT_THAT(Reasons(device), ElementsAre("KEY_INVALID"));
  device.set_public_key(std::string(65, '\0'));
  EXPECT_THAT(Reasons(device), ElementsAre("KEY_INVALID"));
}

TEST_F(PushServicesTest, DoNotStartWithKeysThatCannotBeUsed) {
  const auto with = [&](auto change) {
    config::v1::Push configuration = Configuration();
    change(configuration);
    return [this, configuration] { Open(configuration); };
  };
  const auto refuse = [](const std::string& what) {
    return ThrowsMessage<process::ConfigurationError>(HasSubstr(what));
  };
  EXPECT_THAT(with([&](auto& push) { push.mutable_web_push()->set_private_key_file("/nowhere"); }), refuse("/nowhere"));
  EXPECT_THAT(with([&](auto& push) { push.mutable_fcm()->set_service_account_file(servers_.File("apple.key")); }),
              refuse("not a service account"));
  std::filesystem::permissions(servers_.File("google.json"), std::filesystem::perms::others_read,
                               std::filesystem::perm_options::add);
  EXPECT_THAT(with([](auto&) {}), refuse("everybody may read"));
  servers_.MakeAccount();
  EXPECT_THAT(with([&](auto& push) { push.mutable_fcm()->set_endpoint("http://push.example.com"); }),
              refuse("push.fcm"));
  EXPECT_THAT(with([&](auto& push) { push.mutable_apns()->set_private_key_file(servers_.File("google.key")); }),
              refuse("push.apns"));
  EXPECT_THAT(with([&](auto& push) { push.mutable_apns()->set_ca_file("/nowhere"); }), refuse("/nowhere"));
}

TEST_F(PushServicesTest, TryLaterWhenNobodyListens) {
  config::v1::Push configuration = Configuration();
  configuration.mutable_web_push()->add_allowed_hosts("127.0.0.1:1");
  configuration.mutable_fcm()->set_endpoint("http://127.0.0.1:1");
  configuration.mutable_apns()->set_endpoint("https://127.0.0.1:1");
  Open(configuration);
  Push push = PushTo(v1::VENDOR_WEB_PUSH, "");
  push.device.set_address("http://127.0.0.1:1/push");
  for (const PushAnswer& answer :
       {Send(push), Send(v1::VENDOR_FCM, "status-200"), Send(v1::VENDOR_APNS, "status-200")}) {
    EXPECT_EQ(answer.outcome, Outcome::kLater);
    EXPECT_THAT(answer.detail, HasSubstr("connect"));
    EXPECT_EQ(answer.trouble, v1::PushIntent::TROUBLE_UNREACHABLE);
  }
}

TEST_F(PushServicesTest, ConnectToNoPrivateNetworkUnlessTheOperatorNamesTheHost) {
  const std::string port = servers_.address("webPush").substr(std::string_view("127.0.0.1:").size());
  for (const std::string host : {"127.0.0.1", "localhost"}) {
    const std::string url = "http://" + host + ":" + port + "/push/status-201";
    EXPECT_TRUE(Ask({.url = url}).is_private);
    EXPECT_EQ(servers_.Received("web_push").size(), 0u);
  }
  config::v1::Push configuration = Configuration();
  configuration.mutable_web_push()->add_allowed_hosts("localhost:" + port);
  Open(configuration);
  Push push = PushTo(v1::VENDOR_WEB_PUSH, "");
  push.device.set_address("http://localhost:" + port + "/push/status-201");
  EXPECT_EQ(Send(push).outcome, Outcome::kAccepted);
}

TEST_F(PushServicesTest, AreNotKeptUpByHostsThatHang) {
  config::v1::Push configuration = Configuration();
  const std::string neighbour = "localhost" + servers_.address("webPush").substr(std::string_view("127.0.0.1").size());
  configuration.mutable_web_push()->add_allowed_hosts(neighbour);
  configuration.mutable_web_push()->add_allowed_hosts(servers_.address("mute"));
  Open(configuration);
  Push mute = PushTo(v1::VENDOR_WEB_PUSH, "");
  mute.device.set_address("https://" + servers_.address("mute") + "/push");
  const auto start = Moment::now();
  std::vector<Answers> hanging;
  for (int i = 0; i < 40; ++i) hanging.push_back(Start(PushTo(v1::VENDOR_WEB_PUSH, "hang")));
  for (int i = 0; i < 40; ++i) hanging.push_back(Start(mute));
  hanging.push_back(Start(PushTo(v1::VENDOR_APNS, "hang")));
  ASSERT_TRUE(testing::Eventually([this] { return servers_.Received("web_push").size() >= 16; }));

  Push elsewhere = PushTo(v1::VENDOR_WEB_PUSH, "");
  elsewhere.device.set_address("http://" + neighbour + "/push/status-201");
  EXPECT_EQ(Send(elsewhere).outcome, Outcome::kAccepted);
  EXPECT_EQ(Send(v1::VENDOR_FCM, "status-200").outcome, Outcome::kAccepted);
  EXPECT_EQ(Send(v1::VENDOR_APNS, "status-200").outcome, Outcome::kAccepted);
  EXPECT_LT(Moment::now() - start, 8s);
  // The others to that host wait for their turn.
  EXPECT_EQ(servers_.Received("web_push").size(), 16u + 1u);

  for (auto& answer : hanging) EXPECT_EQ(answer.get().outcome, Outcome::kLater);
  EXPECT_GT(Moment::now() - start, 9s);
  EXPECT_LT(Moment::now() - start, 25s);
}

TEST_F(PushServicesTest, TellEverybodyWhoWaitsWhenTheyStop) {
  servers_.MakeAccount("hang");
  services_->Renew();
  std::vector<Answers> hanging;
  for (int i = 0; i < 40; ++i) hanging.push_back(Start(PushTo(v1::VENDOR_WEB_PUSH, "hang")));
  hanging.push_back(Start(PushTo(v1::VENDOR_FCM, "status-200")));
  hanging.push_back(Start(PushTo(v1::VENDOR_APNS, "hang")));
  ASSERT_TRUE(testing::Eventually([this] { return servers_.Received("apns").size() == 1; }));
  const auto start = Moment::now();
  hanging.push_back(Start(PushTo(v1::VENDOR_APNS, "status-200")));
  services_.reset();
  EXPECT_LT(Moment::now() - start, 3s);
  for (auto& answer : hanging) {
    ASSERT_EQ(answer.wait_for(0s), std::future_status::ready);
    EXPECT_EQ(answer.get().outcome, Outcome::kLater);
  }
}

TEST_F(PushServicesTest, CountWhatIsAnswered) {
  EXPECT_TRUE(Shows(R"(push_answers_total{outcome="refused",vendor="apns"} 0)"));
  Send(v1::VENDOR_WEB_PUSH, "status-201");
  Send(v1::VENDOR_WEB_PUSH, "status-201");
  Send(v1::VENDOR_WEB_PUSH, "status-410");
  EXPECT_TRUE(Shows(R"(push_answers_total{outcome="accepted",vendor="web_push"} 2)"));
  EXPECT_TRUE(Shows(R"(push_answers_total{outcome="gone",vendor="web_push"} 1)"));
  EXPECT_TRUE(Shows(R"(push_answer_seconds_count{vendor="web_push"} 3)"));
}

}  // namespace
}  // namespace voronka::notifier
