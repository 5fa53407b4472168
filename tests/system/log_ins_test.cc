#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>

#include "client/methods.h"
#include "tests/support/account.h"
#include "tests/support/http_client.h"
#include "voronka/crm/v1/session.grpc.pb.h"

namespace voronka::testing {
namespace {

using namespace std::chrono_literals;
using crm::v1::LoginResponse;

config::v1::Gateway Gateway() {
  config::v1::Gateway gateway;
  // So that a browser may come from any address.
  gateway.add_trusted_proxies("127.0.0.1");
  return gateway;
}

// Somebody who logs in by every available path, whatever address they claim.
class LogIns : public ::testing::Test {
 protected:
  static void SetUpTestSuite() { system = std::make_unique<System>(System::Options{.gateway = Gateway()}); }
  static void TearDownTestSuite() { system.reset(); }

  // The results, by reason or `OK`.
  using Outcomes = std::map<std::string, int>;

  struct Wanted {
    std::string login;
    std::string password = "a guess";
    // As the proxy reports it.
    std::string address = "127.0.0.1";
  };

  static std::string Body(const Wanted& wanted) {
    return fmt::format(R"({{"login": "{}", "password": "{}"}})", wanted.login, wanted.password);
  }
  static HttpAnswer Post(const std::string& path, const Wanted& wanted, const std::string& cookie = {}) {
    HttpHeaders headers = {{"content-type", "application/json"},
                           {"x-forwarded-for", wanted.address},
                           {"voronka-client-address", fmt::format("203.0.113.{}", ++claimed)},
                           {"voronka-gateway-authorization", "Bearer x.y.z"}};
    if (!cookie.empty()) headers.emplace("cookie", cookie);
    return HttpClient(system->gateway().address())
        .Ask({.path = path, .headers = std::move(headers), .body = Body(wanted)});
  }
  static std::string OutcomeOf(const HttpAnswer& answer) {
    for (const char* reason : {"WRONG_LOGIN", "TOO_MANY_LOGINS", "TOO_MANY_ATTEMPTS"}) {
      if (answer.body.find(reason) != std::string::npos) return reason;
    }
    return answer.status == 200 ? "OK" : fmt::format("{}: {}", answer.status, answer.body);
  }

  static std::string InABrowser(const Wanted& wanted) { return OutcomeOf(Post("/session/login", wanted)); }
  static std::string ByConnect(const Wanted& wanted) {
    return OutcomeOf(Post("/voronka.crm.v1.SessionService/Login", wanted));
  }
  static std::string ByGrpc(const Wanted& wanted) {
    crm::v1::LoginRequest request;
    request.set_login(wanted.login);
    request.set_password(wanted.password);
    const auto stub =
        crm::v1::SessionService::NewStub(system->channels().For(client::MethodTaking(*request.descriptor())));
    grpc::ClientContext context;
    for (const char* name : {"x-forwarded-for", "voronka-client-address"}) {
      context.AddMetadata(name, fmt::format("203.0.113.{}", ++claimed));
    }
    LoginResponse response;
    const auto status = stub->Login(&context, request, &response);
    if (status.ok()) return "OK";
    return client::CallFailed(client::MethodTaking(*request.descriptor()), status).reason();
  }

  static Outcomes Sprayed(int times, std::string (*log_in)(const Wanted&)) {
    Outcomes outcomes;
    for (int i = 0; i < times; ++i) ++outcomes[log_in({.login = fmt::format("person-{}@spray", ++sprayed)})];
    return outcomes;
  }

  static inline std::unique_ptr<System> system;
  static inline int claimed = 0;
  static inline int sprayed = 0;
  Account account_{*system, 1, 5min};
};

TEST_F(LogIns, OfAWholeOfficeAtNineOClockSucceed) {
  for (int i = 0; i < 40; ++i) {
    ASSERT_EQ(InABrowser({account_.LoginOf("head"), Account::kPassword, "198.51.100.2"}), "OK") << i;
  }
}

TEST_F(LogIns, OfTheOwnerAreNotBlockedByAStrangerWhoGuesses) {
  const std::string login = account_.LoginOf("head");
  Outcomes guesses;
  for (int i = 0; i < 12; ++i) ++guesses[ByConnect({.login = login, .address = "198.51.100.3"})];
  EXPECT_EQ(guesses, (Outcomes{{"WRONG_LOGIN", 10}, {"TOO_MANY_LOGINS", 2}}));
  EXPECT_EQ(ByConnect({login, Account::kPassword, "198.51.100.3"}), "TOO_MANY_LOGINS");
  EXPECT_EQ(ByConnect({login, Account::kPassword, "198.51.100.4"}), "OK");
}

TEST_F(LogIns, OnAKnownBrowserAreNotBlockedByStrangersAtTheSameAddress) {
  const Wanted owner{account_.LoginOf("head"), Account::kPassword, "198.51.100.5"};
  const HttpAnswer first = Post("/session/login", owner);
  ASSERT_EQ(first.status, 200) << first.body;
  EXPECT_EQ(first.body.find("deviceToken"), std::string::npos);
  std::string cookie;
  for (const auto& [name, value] : first.headers) {
    if (name != "set-cookie" || !value.starts_with("voronka_device=")) continue;
    cookie = value.substr(0, value.find(';'));
    EXPECT_THAT(value, ::testing::AllOf(::testing::HasSubstr("; HttpOnly"), ::testing::HasSubstr("; Path=/session")));
  }
  ASSERT_FALSE(cookie.empty());
  for (int i = 0; i < 12; ++i) InABrowser({.login = owner.login, .address = owner.address});
  EXPECT_EQ(InABrowser(owner), "TOO_MANY_LOGINS");
  EXPECT_EQ(OutcomeOf(Post("/session/login", owner, cookie)), "OK");
}

// Must be last: it uses up the limit of the address from which accounts are created.
TEST_F(LogIns, ThatSprayPasswordsAreBlockedOnEveryPath) {
  Outcomes in_browsers = Sprayed(34, &InABrowser);
  EXPECT_EQ(in_browsers["WRONG_LOGIN"], 30);
  EXPECT_EQ(in_browsers["TOO_MANY_ATTEMPTS"], 4);
  EXPECT_EQ(Sprayed(33, &ByConnect), (Outcomes{{"TOO_MANY_ATTEMPTS", 33}}));
  EXPECT_EQ(Sprayed(33, &ByGrpc), (Outcomes{{"TOO_MANY_ATTEMPTS", 33}}));

  const HttpAnswer answer = Post("/session/login", {.login = "person@spray"});
  EXPECT_EQ(answer.status, 429);
  EXPECT_GT(std::stoi(answer.header("retry-after")), 0);
  EXPECT_EQ(InABrowser({account_.LoginOf("head"), Account::kPassword, "198.51.100.1"}), "OK")
      << "who comes from elsewhere is held up too";
}

}  // namespace
}  // namespace voronka::testing
