#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "foundation/security/demo_password.h"
#include "tests/support/configured_program.h"
#include "tests/support/free_port.h"
#include "tests/support/http_client.h"
#include "tests/support/system.h"
#include "voronka/crm/v1/account.pb.h"

namespace voronka::testing {
namespace {

using namespace std::chrono_literals;
using ::testing::HasSubstr;

constexpr int kWrongConfiguration = 78;

config::v1::Gateway BehindAProxy() {
  config::v1::Gateway gateway;
  gateway.add_trusted_proxies("127.0.0.1");
  return gateway;
}

// The demo account exists, and its password is known to everybody.
class PublicDemo : public ::testing::Test {
 protected:
  void SetUp() override {
    crm::v1::CreateAccountRequest request;
    request.mutable_account()->set_name("Demo");
    request.mutable_admin()->set_login(std::string(security::kDemoAdmin));
    request.mutable_admin()->set_display_name("Admin");
    request.mutable_admin()->set_role(options::v1::ROLE_ADMIN);
    request.set_password(std::string(security::kDemoPassword));
    system_.Operator()->Call<crm::v1::CreateAccountResponse>(request);
  }

  HttpAnswer LogIn(const std::string& path, const std::string& address) {
    return HttpClient(system_.gateway().address())
        .Ask({.path = path,
              .headers = {{"content-type", "application/json"}, {"x-forwarded-for", address}},
              .body = fmt::format(R"({{"login": "{}", "password": "{}"}})", security::kDemoAdmin,
                                  security::kDemoPassword)});
  }

  // A second gateway, with other settings. Returns how it ended; nothing if it serves.
  std::optional<int> EndOf(config::v1::Gateway gateway, std::string& log) {
    gateway.set_listen(FreeAddress());
    const auto endpoints = system_.endpoints();
    gateway.mutable_crm()->set_address(endpoints.addresses.at("crm"));
    gateway.mutable_distribution()->set_address(endpoints.addresses.at("distribution"));
    gateway.mutable_notifier()->set_address(endpoints.addresses.at("notifier"));
    *gateway.mutable_signing_key() = system_.keys().SigningFolderOf("gateway");
    const auto process = GatewayProgram(janitor_.folder(), gateway, {});
    process->Start();
    const auto end = process->AwaitEnd(5s);
    log = process->LogTail();
    return end;
  }

  System system_{System::Options{.gateway = BehindAProxy()}};
  const Janitor janitor_;
};

TEST_F(PublicDemo, OpensOnItsOwnMachineOnly) {
  for (const char* path : {"/session/login", "/voronka.crm.v1.SessionService/Login"}) {
    for (const char* here : {"127.0.0.1", "127.1.2.3", "::1"}) EXPECT_EQ(LogIn(path, here).status, 200) << here;
    for (const char* elsewhere : {"203.0.113.7", "192.168.1.2", "2001:db8::1"}) {
      const HttpAnswer refused = LogIn(path, elsewhere);
      EXPECT_EQ(refused.status, 403) << elsewhere;
      EXPECT_THAT(refused.body, HasSubstr("DEMO_PASSWORD"));
    }
  }
}

TEST_F(PublicDemo, KeepsAGatewayFromStartingThatIsReachedFromElsewhere) {
  config::v1::Gateway by_url;
  by_url.set_public_url("https://crm.example.com");
  config::v1::Gateway by_origin;
  by_origin.add_allowed_origins("https://crm.example.com");
  for (const auto& gateway : {by_url, by_origin}) {
    std::string log;
    EXPECT_EQ(EndOf(gateway, log), kWrongConfiguration);
    EXPECT_THAT(log, HasSubstr("the demo's password opens admin@demo.voronka"));
  }
  config::v1::Gateway local;
  local.set_public_url("http://localhost:7700");
  std::string log;
  EXPECT_EQ(EndOf(local, log), std::nullopt) << log;
}

}  // namespace
}  // namespace voronka::testing
