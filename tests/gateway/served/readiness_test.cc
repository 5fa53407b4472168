#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "tests/gateway/served/stand.h"
#include "tests/support/eventually.h"
#include "tests/support/free_port.h"

namespace voronka::testing {
namespace {

using ::testing::HasSubstr;

config::v1::Gateway WithoutNotifier() {
  config::v1::Gateway configuration;
  configuration.mutable_notifier()->set_address(FreeAddress());
  return configuration;
}

// One of the services is down: the product goes on without its part.
class WithoutOneService : public ::testing::Test {
 protected:
  HttpAnswer Post(const std::string& path) {
    return http_.Ask({.path = path, .headers = {{"content-type", "application/json"}}, .body = "{}"});
  }

  Backend backend_{Always({.messages = {""}})};
  LoneGateway gateway_{backend_.address(), WithoutNotifier()};
  HttpClient http_{gateway_.address()};
};

TEST_F(WithoutOneService, TheEdgeIsReadyAndTellsWhoIsAway) {
  const auto as_expected = [this] {
    const auto answer = http_.Ask({.verb = "GET", .path = "/readyz"});
    return answer.status == 200 &&
           nlohmann::json::parse(answer.body) ==
               nlohmann::json({{"ready", true},
                               {"services", {{"crm", "serving"}, {"distribution", "serving"}, {"notifier", "down"}}}});
  };
  EXPECT_TRUE(Eventually(as_expected));
}

TEST_F(WithoutOneService, OnlyItsCallsAreRefusedAndSayWhy) {
  EXPECT_EQ(Post("/voronka.crm.v1.DealService/GetDeal").status, 200);
  EXPECT_EQ(Post("/voronka.distribution.v1.OfferService/ListOffers").status, 200);
  const auto refused = Post("/voronka.notifier.v1.InboxService/ListNotifications");
  EXPECT_EQ(refused.status, 503);
  EXPECT_THAT(refused.body, HasSubstr("NOTIFIER_UNAVAILABLE"));
  EXPECT_THAT(refused.body, HasSubstr("Уведомления"));
  EXPECT_EQ(refused.header("retry-after"), "2");
}

}  // namespace
}  // namespace voronka::testing
