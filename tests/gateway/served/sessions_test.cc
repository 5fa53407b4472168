#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "tests/gateway/served/premises.h"
#include "tests/gateway/served/script.h"
#include "tests/support/authenticator_app.h"
#include "tests/support/eventually.h"
#include "voronka/crm/v1/user.pb.h"

namespace voronka::testing {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;

// A browser at the gateway, with the address that the proxy reports. It keeps the cookie.
class Browser {
 public:
  explicit Browser(std::string client_address) : client_address_(std::move(client_address)) {}

  HttpAnswer Post(const std::string& action, const Json& body = Json::object(), const std::string& origin = {}) {
    HttpHeaders headers = {{"content-type", "application/json"}, {"x-forwarded-for", client_address_}};
    if (!cookie_.empty()) headers.emplace("cookie", "theme=dark; " + cookie_ + (device_.empty() ? "" : "; " + device_));
    if (!origin.empty()) headers.emplace("origin", origin);
    const HttpAnswer answer =
        http_.Ask({.path = "/session/" + action, .headers = std::move(headers), .body = body.dump()});
    for (const auto& [name, set] : answer.headers) {
      if (name != "set-cookie") continue;
      const std::string cookie = set.substr(0, set.find(';'));
      (cookie.starts_with("voronka_device=") ? device_ : cookie_) = cookie;
    }
    return answer;
  }

  HttpAnswer LogIn(const std::string& password = Account::kPassword, const std::string& person = "manager-1") {
    return Post("login", {{"login", SharedPremises().account.LoginOf(person)}, {"password", password}});
  }

  const std::string& cookie() const { return cookie_; }
  const std::string& device() const { return device_; }
  void set_cookie(std::string cookie) { cookie_ = std::move(cookie); }

 private:
  const std::string client_address_;
  HttpClient http_{SharedPremises().system.gateway().address()};
  std::string cookie_;
  std::string device_;
};

class Sessions : public ::testing::Test {
 protected:
  static std::string NextAddress() {
    static int number = 0;
    return "198.51.100." + std::to_string(++number);
  }

  Browser browser_{NextAddress()};
};

TEST_F(Sessions, HideTheRefreshTokenFromThePage) {
  const HttpAnswer answer = browser_.LogIn();

  ASSERT_EQ(answer.status, 200) << answer.body;
  EXPECT_TRUE(Json::parse(answer.body).contains("accessToken"));
  EXPECT_FALSE(Json::parse(answer.body).contains("refreshToken"));
  EXPECT_FALSE(Json::parse(answer.body).contains("deviceToken"));
  EXPECT_THAT(answer.header("set-cookie"),
              AllOf(HasSubstr("; HttpOnly"), HasSubstr("; SameSite=Strict"), HasSubstr("; Path=/session")));
  EXPECT_THAT(answer.header("set-cookie"), Not(HasSubstr("Secure"))) << "it would not be kept on http";
  EXPECT_EQ(answer.header("cache-control"), "no-store");
}

TEST_F(Sessions, AreRefreshedByTheCookieWhichChanges) {
  browser_.LogIn();
  const std::string first = browser_.cookie();

  const HttpAnswer answer = browser_.Post("refresh");

  ASSERT_EQ(answer.status, 200) << answer.body;
  EXPECT_TRUE(Json::parse(answer.body).contains("accessToken"));
  EXPECT_NE(browser_.cookie(), first);
}

TEST_F(Sessions, AreRefreshedByThePreviousCookieForAWhile) {
  browser_.LogIn();
  const std::string first = browser_.cookie();
  browser_.Post("refresh");
  const std::string second = browser_.cookie();

  browser_.set_cookie(first);

  EXPECT_EQ(browser_.Post("refresh").status, 200) << "another tab, or a lost answer";
  EXPECT_EQ(browser_.cookie(), second) << "two tabs would end each other's session";
}

TEST_F(Sessions, DoNotExistWithoutTheCookie) {
  EXPECT_EQ(browser_.Post("refresh").status, 401);
  browser_.set_cookie("voronka_refresh=7.garbage");
  const HttpAnswer answer = browser_.Post("refresh");
  EXPECT_EQ(answer.status, 401);
  EXPECT_THAT(answer.header("set-cookie"), HasSubstr("Max-Age=0"));
}

TEST_F(Sessions, EndWithALogout) {
  browser_.LogIn();
  const std::string cookie = browser_.cookie();

  EXPECT_EQ(browser_.Post("logout").status, 200);

  EXPECT_EQ(browser_.cookie(), "voronka_refresh=");
  browser_.set_cookie(cookie);
  EXPECT_EQ(browser_.Post("refresh").status, 401);
}

TEST_F(Sessions, EndEverywhereIfAsked) {
  Browser other(NextAddress());
  other.LogIn();
  browser_.LogIn();

  EXPECT_EQ(browser_.Post("logout", {{"everywhere", true}}).status, 200);

  EXPECT_EQ(other.Post("refresh").status, 401);
}

TEST_F(Sessions, AreNotAvailableToPagesOfOtherOrigins) {
  browser_.LogIn();
  for (const std::string origin : {"https://evil.example", "null", "http://127.0.0.1"}) {
    EXPECT_EQ(browser_.Post("refresh", Json::object(), origin).status, 403) << origin;
    EXPECT_EQ(browser_.Post("logout", Json::object(), origin).status, 403) << origin;
  }
  EXPECT_EQ(browser_.Post("refresh", Json::object(), Premises::kForeignOrigin).status, 200);
  const std::string own = "http://" + SharedPremises().system.gateway().address();
  EXPECT_EQ(browser_.Post("refresh", Json::object(), own).status, 200);
}

TEST_F(Sessions, SayWhatIsWrongWithALogin) {
  EXPECT_EQ(browser_.LogIn("wrong").status, 401);
  EXPECT_EQ(browser_.Post("login", Json::array()).status, 400);
  EXPECT_EQ(browser_.Post("login", {{"login", 7}, {"password", Json::object()}}).status, 400);
  EXPECT_EQ(browser_.Post("nothing").status, 404);
}

TEST_F(Sessions, StartWithACodeForWhoeverHasASecondFactor) {
  Account& account = SharedPremises().account;
  const auto now = [] { return SharedPremises().system.clock().NowMicros(); };
  crm::v1::BeginTotpRequest begin;
  begin.set_password(Account::kPassword);
  const AuthenticatorApp app(account.director().Call<crm::v1::BeginTotpResponse>(begin).secret());
  crm::v1::ConfirmTotpRequest confirm;
  confirm.set_code(app.CodeAt(now()));
  account.director().Call<crm::v1::ConfirmTotpResponse>(confirm);
  Json login = {{"login", account.LoginOf("director")}, {"password", Account::kPassword}};

  const HttpAnswer asked = browser_.Post("login", login);
  // The code of now has been used; the next one is taken for a clock that is ahead.
  login["code"] = app.CodeAt(now(), 1);
  const HttpAnswer answer = browser_.Post("login", login);

  EXPECT_EQ(asked.status, 401);
  EXPECT_THAT(asked.body, HasSubstr("CODE_REQUIRED"));
  EXPECT_EQ(answer.status, 200) << answer.body;
  crm::v1::RemoveTotpRequest remove;
  remove.set_user_id(account.director_id());
  account.admin().Call<crm::v1::User>(remove);
}

TEST_F(Sessions, AreRateLimitedPerAddressAgainstGuessing) {
  HttpAnswer last;
  for (int i = 0; i < 60 && last.status != 429; ++i)
    last = browser_.Post("login", {{"login", "nobody-" + std::to_string(i)}, {"password", "guess"}});

  EXPECT_EQ(last.status, 429);
  EXPECT_GT(std::stoi(last.header("retry-after")), 0);
  EXPECT_EQ(Browser(NextAddress()).LogIn().status, 200) << "who comes from elsewhere is held up too";
}

TEST_F(Sessions, StartAtOnceForAWholeOfficeAtOneAddress) {
  for (int i = 0; i < 60; ++i) ASSERT_EQ(browser_.LogIn().status, 200) << i;
}

TEST_F(Sessions, LimitGuessesAtOnePersonWithoutLockingOutOthers) {
  HttpAnswer last;
  for (int i = 0; i < 20 && last.status != 429; ++i) last = browser_.LogIn("guess", "manager-2");

  EXPECT_EQ(last.status, 429) << last.body;
  EXPECT_GT(std::stoi(last.header("retry-after")), 60);
  EXPECT_EQ(Browser(NextAddress()).LogIn(Account::kPassword, "manager-2").status, 200);
}

TEST_F(Sessions, LeaveABrowserKnownWhenTheyEnd) {
  browser_.LogIn();
  const std::string device = browser_.device();
  ASSERT_FALSE(device.empty());

  browser_.Post("logout");
  EXPECT_EQ(browser_.LogIn().status, 200);

  EXPECT_EQ(browser_.device(), device) << "it is the same as before";
}

TEST_F(Sessions, LeaveNoTokenInTheLogs) {
  const std::string token = Json::parse(browser_.LogIn().body).at("accessToken");
  const std::string refresh = browser_.cookie().substr(browser_.cookie().find('=') + 1);
  HttpClient http(SharedPremises().system.gateway().address());
  http.Ask(
      {.verb = "GET", .path = "/nothing?access_token=" + token, .headers = {{"authorization", "Bearer " + token}}});

  // A line is written after the answer is sent.
  std::string log;
  EXPECT_TRUE(Eventually([&] {
    log = SharedPremises().system.gateway().LogTail();
    return log.find("path=/nothing ") != std::string::npos;
  }));
  EXPECT_THAT(log, AllOf(Not(HasSubstr(token.substr(0, 20))), Not(HasSubstr(refresh)),
                         Not(HasSubstr(browser_.device().substr(browser_.device().find('=') + 1))),
                         Not(HasSubstr(Account::kPassword))));
}

}  // namespace
}  // namespace voronka::testing
