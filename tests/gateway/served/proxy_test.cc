#include "tests/gateway/served/proxy.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>
#include <fstream>

#include "client/user_session.h"
#include "tests/gateway/served/curl.h"
#include "tests/gateway/served/premises.h"
#include "tests/gateway/served/script.h"
#include "tests/support/eventually.h"
#include "tests/support/janitor.h"
#include "voronka/crm/v1/deal.pb.h"
#include "voronka/notifier/v1/notification.pb.h"

namespace voronka::testing {
namespace {

using namespace std::chrono_literals;
using ::testing::HasSubstr;

// A message as gRPC sends it: uncompressed, with this length.
std::string Framed(const std::string& message) {
  std::string frame(1, '\0');
  for (const int shift : {24, 16, 8, 0}) frame += static_cast<char>(message.size() >> shift);
  return frame + message;
}

// The public entrance of the whole system.
class PublicDoor : public ::testing::Test {
 protected:
  static void SetUpTestSuite() { proxy = std::make_unique<Proxy>(SharedPremises().system); }
  static void TearDownTestSuite() { proxy.reset(); }

  std::unique_ptr<client::Client> NativeClient() const {
    const auto& clock = SharedPremises().system.clock();
    auto session = client::UserSession::LogIn(proxy->channels(), clock, account_.LoginOf("manager-0"),
                                              Account::kPassword, "mobile");
    return std::make_unique<client::Client>(proxy->channels(), std::move(session));
  }

  std::string LogInBody() const {
    return Json{{"login", account_.LoginOf("manager-0")}, {"password", Account::kPassword}}.dump();
  }

  // Logs in with a wrong password from one of this machine's addresses, and claims to come from elsewhere.
  std::string GuessNatively(const std::string& from) const {
    crm::v1::LoginRequest request;
    request.set_login(account_.LoginOf("manager-2"));
    request.set_password("a guess");
    const Janitor janitor;
    const std::string file = janitor.folder() / "request";
    std::ofstream(file, std::ios::binary) << Framed(request.SerializeAsString());
    static int guesses = 0;
    const std::string elsewhere = "203.0.113." + std::to_string(++guesses);
    return browser_
        .Get("/voronka.crm.v1.SessionService/Login",
             {"--header", "content-type: application/grpc", "--header", "te: trailers", "--header",
              "x-forwarded-for: " + elsewhere, "--header", "voronka-client-address: " + elsewhere, "--interface", from,
              "--data-binary", "@" + file})
        .text;
  }

  static inline std::unique_ptr<Proxy> proxy;
  Account& account_ = SharedPremises().account;
  const Curl browser_{proxy->address(), proxy->ca_file()};
};

TEST_F(PublicDoor, SpeaksHttp2IfTheClientCanElseHttp1) {
  EXPECT_EQ(browser_.Get("/healthz").version, "2");
  const auto old = browser_.Get("/healthz", {"--http1.1"});
  EXPECT_EQ(old.version, "1.1");
  EXPECT_EQ(old.status, 200);
}

TEST_F(PublicDoor, AcceptsOnlyTls12AndNewer) {
  EXPECT_EQ(browser_.Get("/healthz", {"--tls-max", "1.2"}).status, 200);
  EXPECT_EQ(browser_.Get("/healthz", {"--tlsv1.0", "--tls-max", "1.1", "--ciphers", "ALL:@SECLEVEL=0"}).status, 0);
}

TEST_F(PublicDoor, LetsABrowserLogInWithASecureCookie) {
  const auto answer =
      browser_.PostJson("/session/login", LogInBody(), {"--header", "origin: https://" + proxy->address()});

  EXPECT_EQ(answer.status, 200) << answer.text;
  EXPECT_THAT(answer.text, HasSubstr("; Secure"));
  EXPECT_THAT(answer.text, HasSubstr("strict-transport-security: max-age="));
}

TEST_F(PublicDoor, PassesJsonCallsToTheGateway) {
  const auto answer = browser_.PostJson("/voronka.crm.v1.DealService/GetDeal", R"({"dealId": "1"})");

  EXPECT_EQ(answer.status, 401);
  EXPECT_THAT(answer.text, HasSubstr(R"("code":"unauthenticated")"));
}

TEST_F(PublicDoor, PassesNativeCallsWithMetadataAndErrorDetails) {
  const auto anna = NativeClient();
  crm::v1::CreateDealRequest create;
  create.mutable_deal()->set_pipeline("first_sales");
  create.mutable_deal()->set_name("Кабель");
  EXPECT_EQ(anna->Call<crm::v1::Deal>(create).name(), "Кабель");

  crm::v1::GetDealRequest get;
  get.set_deal_id(999'999);
  anna->SetLocale("ru");
  try {
    anna->Call<crm::v1::Deal>(get);
    ADD_FAILURE() << "there is such a deal";
  } catch (const client::CallFailed& failure) {
    EXPECT_EQ(failure.code(), grpc::NOT_FOUND);
    EXPECT_EQ(failure.reason(), "NOT_FOUND");
    EXPECT_THAT(failure.message(), HasSubstr("999999"));
  }
}

TEST_F(PublicDoor, KeepsASilentNativeStreamOpen) {
  const auto anna = NativeClient();
  auto stream = anna->Open<notifier::v1::SubscribeResponse>(notifier::v1::SubscribeRequest());
  const auto first = stream.NextWithin(30s);
  ASSERT_TRUE(first && first->has_bookmark());

  const auto began = std::chrono::steady_clock::now();
  const auto next = stream.NextWithin(60s);

  ASSERT_TRUE(next) << "it was cut before it said that it lives";
  EXPECT_TRUE(next->has_bookmark());
  EXPECT_GT(std::chrono::steady_clock::now() - began, 15s);
}

TEST_F(PublicDoor, PassesTheClientsAddressAndIgnoresClaims) {
  browser_.Get("/through-the-door", {"--header", "x-forwarded-for: 203.0.113.7", "--interface", "127.0.0.9"});

  auto& gateway = SharedPremises().system.gateway();
  EXPECT_TRUE(Eventually([&] { return gateway.LogTail().find("/through-the-door") != std::string::npos; }));
  EXPECT_THAT(gateway.LogTail(), HasSubstr("client=127.0.0.9 method=GET path=/through-the-door"));
  EXPECT_TRUE(Eventually([&] { return proxy->LogTail().find("127.0.0.9") != std::string::npos; }));
}

TEST_F(PublicDoor, PassesTheAddressOfNativeClientsToTheServices) {
  for (int i = 0; i < 10; ++i) ASSERT_THAT(GuessNatively("127.0.0.9"), HasSubstr("grpc-status: 16")) << i;
  EXPECT_THAT(GuessNatively("127.0.0.9"), HasSubstr("grpc-status: 8"));
  EXPECT_THAT(GuessNatively("127.0.0.10"), HasSubstr("grpc-status: 16")) << "it is taken for the other";
}

TEST_F(PublicDoor, KeepsTheQueryOutOfTheLog) {
  browser_.Get("/asked?access_token=secret");

  EXPECT_TRUE(Eventually([&] { return proxy->LogTail().find("/asked") != std::string::npos; }));
  EXPECT_THAT(proxy->LogTail(), ::testing::Not(HasSubstr("secret")));
}

}  // namespace
}  // namespace voronka::testing
