#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/crm_service/office.h"

namespace voronka::testing {
namespace {

using namespace crm::v1;
using ::testing::ElementsAre;
using ::testing::UnorderedElementsAre;

TEST(CreateDeal, StartsOnTheFirstStageAndBelongsToTheCaller) {
  Office office;
  const auto deal = office.anna.Call<Deal>(NewDeal());
  EXPECT_EQ(deal.pipeline(), "sales");
  EXPECT_EQ(deal.stage(), "new");
  EXPECT_EQ(deal.state(), Deal::STATE_OPEN);
  EXPECT_EQ(deal.responsible_user_id(), office.anna_id());
  EXPECT_FALSE(deal.has_offer_deadline());
  EXPECT_EQ(deal.epoch(), 1);
  EXPECT_EQ(deal.etag(), 1);
  EXPECT_EQ(office.Find(deal.id()).SerializeAsString(), deal.SerializeAsString());
}

TEST(CreateDeal, HasNoOwnerIfAServiceCreatesIt) {
  Office office;
  EXPECT_EQ(office.intake.Call<Deal>(NewDeal()).responsible_user_id(), 0);
}

TEST(CreateDeal, BelongsToTheNamedUser) {
  Office office;
  auto request = NewDeal();
  request.mutable_deal()->set_responsible_user_id(office.boris_id());
  EXPECT_EQ(office.anna.Call<Deal>(request).responsible_user_id(), office.boris_id());
  EXPECT_EQ(office.intake.Call<Deal>(request).responsible_user_id(), office.boris_id());
}

// In whose language would it be named?
TEST(CreateDeal, LeavesADealWithoutANameUnnamed) {
  Office office;
  EXPECT_EQ(office.anna.Call<Deal>(NewDeal()).name(), "");
}

TEST(CreateDeal, CountsTheDealsOfAnAccount) {
  Office office;
  const auto first = office.anna.Call<Deal>(NewDeal());
  const auto second = office.anna.Call<Deal>(NewDeal());
  EXPECT_EQ(second.id(), first.id() + 1);
}

TEST(CreateDeal, KeepsTheGivenFields) {
  Office office;
  const auto contact = office.anna.Call<Contact>(NewContact("Пётр"));
  auto request = NewDeal();
  request.mutable_deal()->set_name("Двадцать столов");
  request.mutable_deal()->mutable_amount()->set_minor(1'250'050);
  request.mutable_deal()->mutable_amount()->set_currency("RUB");
  request.mutable_deal()->set_contact_id(contact.id());
  const auto deal = office.anna.Call<Deal>(request);
  EXPECT_EQ(deal.name(), "Двадцать столов");
  EXPECT_EQ(deal.amount().minor(), 1'250'050);
  EXPECT_EQ(deal.amount().currency(), "RUB");
  EXPECT_EQ(deal.contact_id(), contact.id());
}

TEST(CreateDeal, RefusesANegativeAmount) {
  Office office;
  auto request = NewDeal();
  request.mutable_deal()->mutable_amount()->set_minor(-1);
  request.mutable_deal()->mutable_amount()->set_currency("RUB");
  EXPECT_THAT(ViolationsOf(office.anna, request), ElementsAre("OUT_OF_RANGE at deal.amount.minor"));
}

TEST(CreateDeal, IgnoresOutputOnlyFields) {
  Office office;
  auto request = NewDeal();
  request.mutable_deal()->set_state(Deal::STATE_WON);
  request.mutable_deal()->set_epoch(7);
  request.mutable_deal()->set_offer_attempt(7);
  request.mutable_deal()->set_client_manager_user_id(7);
  *request.mutable_deal()->mutable_offer_deadline() = Instant(DatabaseNow());
  const auto deal = office.anna.Call<Deal>(request);
  EXPECT_EQ(deal.state(), Deal::STATE_OPEN);
  EXPECT_EQ(deal.epoch(), 1);
  EXPECT_EQ(deal.offer_attempt(), 0);
  EXPECT_EQ(deal.client_manager_user_id(), 0);
  EXPECT_FALSE(deal.has_offer_deadline());
}

TEST(CreateDeal, AcceptsPipelineAndStageById) {
  Office office;
  const auto repeat = office.anna.Call<Pipeline>(GettingPipeline("repeat"));
  auto request = NewDeal();
  request.mutable_deal()->set_pipeline(std::to_string(repeat.id()));
  request.mutable_deal()->set_stage(std::to_string(repeat.stages(1).id()));
  const auto deal = office.anna.Call<Deal>(request);
  EXPECT_EQ(deal.pipeline(), "repeat");
  EXPECT_EQ(deal.stage(), "accepted");
}

TEST(CreateDeal, RefusesAClosedStage) {
  Office office;
  auto request = NewDeal();
  request.mutable_deal()->set_stage("won");
  EXPECT_THAT(ViolationsOf(office.anna, request), ElementsAre("NOT_OPEN at deal.stage"));
}

TEST(CreateDeal, NeedsAPipeline) {
  Office office;
  auto request = NewDeal();
  request.mutable_deal()->clear_pipeline();
  EXPECT_THAT(ViolationsOf(office.anna, request), ElementsAre("REQUIRED at deal.pipeline"));
}

TEST(CreateDeal, ReportsEveryUnknownIdAtOnce) {
  Office office;
  auto request = NewDeal();
  request.mutable_deal()->set_pipeline("unknown");
  request.mutable_deal()->set_contact_id(77);
  request.mutable_deal()->set_responsible_user_id(78);
  EXPECT_THAT(ViolationsOf(office.anna, request),
              UnorderedElementsAre("UNKNOWN_PIPELINE at deal.pipeline", "UNKNOWN_CONTACT at deal.contact_id",
                                   "UNKNOWN_USER at deal.responsible_user_id"));
}

TEST(CreateDeal, RefusesAStageOfAnotherPipeline) {
  Office office;
  auto request = NewDeal();
  request.mutable_deal()->set_pipeline("repeat");
  request.mutable_deal()->set_stage("talks");
  EXPECT_THAT(ViolationsOf(office.anna, request), ElementsAre("UNKNOWN_STAGE at deal.stage"));
}

TEST(CreateDeal, RefusesADisabledUser) {
  Office office;
  office.olga.Call<User>(Disabling(office.boris_id()));
  auto request = NewDeal();
  request.mutable_deal()->set_responsible_user_id(office.boris_id());
  EXPECT_EQ(FailureOf(office.anna, request).reason(), "USER_DISABLED");
}

TEST(CreateDeal, KnowsTheClientsCurrentManager) {
  Office office;
  auto contact = NewContact("Пётр");
  contact.mutable_contact()->set_responsible_user_id(office.boris_id());
  auto request = NewDeal();
  request.mutable_deal()->set_contact_id(office.anna.Call<Contact>(contact).id());
  EXPECT_EQ(office.intake.Call<Deal>(request).client_manager_user_id(), office.boris_id());
}

TEST(CreateDeal, CreatesOneDealForARetriedRequest) {
  Office office;
  auto request = NewDeal();
  request.set_request_id("once");
  const auto first = office.anna.Call<Deal>(request);
  EXPECT_EQ(office.anna.Call<Deal>(request).SerializeAsString(), first.SerializeAsString());
}

TEST(GetDeal, DoesNotFindOneInAnotherAccount) {
  Office office;
  Colleagues others;
  GetDealRequest request;
  request.set_deal_id(office.AnnasDeal().id());
  EXPECT_EQ(FailureOf(others.anna, request).code(), grpc::StatusCode::NOT_FOUND);
  EXPECT_EQ(office.boris.Call<Deal>(request).id(), request.deal_id());
}

}  // namespace
}  // namespace voronka::testing
