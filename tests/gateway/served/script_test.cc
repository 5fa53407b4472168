#include "tests/gateway/served/script.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/gateway/served/premises.h"

namespace voronka::testing {
namespace {

class ScriptInJson : public ::testing::Test {
 protected:
  ScriptInJson() { anna_.LogIn(account_.LoginOf("manager-0"), Account::kPassword); }

  Account& account_ = SharedPremises().account;
  Script anna_{SharedPremises().system.gateway().address()};
};

TEST_F(ScriptInJson, CreatesADealAndReadsIt) {
  const HttpAnswer created =
      anna_.Call("crm.v1.DealService/CreateDeal",
                 {{"requestId", "script"}, {"deal", {{"pipeline", "first_sales"}, {"name", "Кабель"}}}});
  ASSERT_EQ(created.status, 200) << created.body;

  const HttpAnswer read = anna_.Call("crm.v1.DealService/GetDeal", {{"dealId", Json::parse(created.body).at("id")}});

  EXPECT_EQ(read.status, 200);
  EXPECT_EQ(read.header("content-type"), "application/json");
  EXPECT_EQ(Json::parse(read.body).at("name"), "Кабель");
}

TEST_F(ScriptInJson, GetsErrorsWithCodeReasonAndText) {
  const HttpAnswer refused =
      anna_.Call("crm.v1.DealService/GetDeal", {{"dealId", "999999"}}, {{"accept-language", "ru"}});

  EXPECT_EQ(refused.status, 404);
  const Json error = Json::parse(refused.body);
  EXPECT_EQ(error.at("code"), "not_found");
  EXPECT_THAT(error.at("details").dump(), ::testing::HasSubstr("google.rpc.ErrorInfo"));
  EXPECT_THAT(error.at("details").dump(), ::testing::HasSubstr("google.rpc.LocalizedMessage"));
}

}  // namespace
}  // namespace voronka::testing
