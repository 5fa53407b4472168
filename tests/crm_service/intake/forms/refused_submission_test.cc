#include <gtest/gtest.h>

#include "tests/crm_service/intake/forms/site.h"

namespace voronka::testing {
namespace {

using namespace crm::v1;

TEST(SubmitForm, KnowsAFormByItsWholeKeyOnly) {
  Site site;
  auto request = site.Filled({{"phone", "89160000001"}});
  request.set_key(request.key() + " ");
  EXPECT_EQ(site.RefusalOf(request), "UNKNOWN_FORM");
}

TEST(SubmitForm, IsRefusedIfNothingIsFilledIn) {
  Site site;
  EXPECT_EQ(site.RefusalOf(site.Filled({})), "EMPTY_FORM");
  EXPECT_EQ(site.RefusalOf(site.Filled({{"name", " \n"}, {"utm_source", "ya"}, {"consent", "on"}})), "EMPTY_FORM");
  EXPECT_EQ(site.RefusalOf(site.Filled({{"name", "\u200B\u00A0"}, {"phone", "\u3164"}, {"text", "\u2800 \u2060"}})),
            "EMPTY_FORM");
}

TEST(SubmitForm, IsRefusedForAnUnknownKey) {
  Site site;
  auto request = site.Filled({{"name", "Пётр"}});
  request.set_key(std::string(32, '0'));
  const auto failure = FailureOf(site.gateway, request);
  EXPECT_EQ(failure.code(), grpc::StatusCode::NOT_FOUND);
  EXPECT_EQ(failure.reason(), "UNKNOWN_FORM");
}

TEST(SubmitForm, IsRefusedIfTheFormIsDisabled) {
  Site site;
  site.olga.Call<Form>(Disabling(site.form));
  const auto failure = FailureOf(site.gateway, site.Filled({{"name", "Пётр"}}));
  EXPECT_EQ(failure.code(), grpc::StatusCode::FAILED_PRECONDITION);
  EXPECT_EQ(failure.reason(), "FORM_DISABLED");
}

TEST(SubmitForm, IsOnlyForTheGateway) {
  Site site;
  EXPECT_EQ(FailureOf(site.intake, site.Filled({{"name", "Пётр"}})).code(), grpc::StatusCode::PERMISSION_DENIED);
}

}  // namespace
}  // namespace voronka::testing
