#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/crm_service/office.h"
#include "tests/crm_service/race.h"

namespace voronka::testing {
namespace {

using namespace crm::v1;
using ::testing::ElementsAre;
using ::testing::UnorderedElementsAre;

TEST(MoveDeal, ChangesStageAndEpoch) {
  Office office;
  const auto before = office.AnnasDeal();
  const auto after = office.anna.Call<Deal>(Moving(before.id(), "accepted"));
  EXPECT_EQ(after.stage(), "accepted");
  EXPECT_EQ(after.epoch(), before.epoch() + 1);
  EXPECT_EQ(after.etag(), before.etag() + 1);
  EXPECT_EQ(office.Find(before.id()).SerializeAsString(), after.SerializeAsString());
}

TEST(MoveDeal, AcceptsAStageById) {
  Office office;
  const auto sales = office.anna.Call<Pipeline>(GettingPipeline("sales"));
  const auto talks = std::to_string(sales.stages(2).id());
  EXPECT_EQ(office.anna.Call<Deal>(Moving(office.AnnasDeal().id(), talks)).stage(), "talks");
}

TEST(MoveDeal, CanChangeThePipeline) {
  Office office;
  auto request = Moving(office.AnnasDeal().id(), "accepted");
  request.set_pipeline("repeat");
  const auto deal = office.anna.Call<Deal>(request);
  EXPECT_EQ(deal.pipeline(), "repeat");
  EXPECT_EQ(deal.stage(), "accepted");
}

TEST(MoveDeal, GoesToTheStageWithTheSameKeyInAnotherPipeline) {
  Office office;
  auto request = Moving(office.AnnasDeal().id(), "new");
  request.set_pipeline("repeat");
  EXPECT_EQ(office.anna.Call<Deal>(request).pipeline(), "repeat");
}

TEST(MoveDeal, DoesNotFindAStageOfAnotherPipeline) {
  Office office;
  auto request = Moving(office.AnnasDeal().id(), "talks");
  request.set_pipeline("repeat");
  EXPECT_THAT(ViolationsOf(office.anna, request), ElementsAre("UNKNOWN_STAGE at stage"));
  request.set_pipeline("unknown");
  EXPECT_THAT(ViolationsOf(office.anna, request), ElementsAre("UNKNOWN_PIPELINE at pipeline"));
}

TEST(MoveDeal, RefusesTheDealsCurrentStage) {
  Office office;
  const auto failure = FailureOf(office.anna, Moving(office.AnnasDeal().id(), "new"));
  EXPECT_EQ(failure.code(), grpc::StatusCode::FAILED_PRECONDITION);
  EXPECT_EQ(failure.reason(), "ALREADY_IN_STAGE");
}

TEST(MoveDeal, NeedsAReasonToLoseADeal) {
  Office office;
  const auto deal = office.AnnasDeal();
  const auto failure = FailureOf(office.anna, Moving(deal.id(), "lost"));
  EXPECT_EQ(failure.code(), grpc::StatusCode::FAILED_PRECONDITION);
  EXPECT_EQ(failure.reason(), "LOSS_REASON_REQUIRED");
  ASSERT_EQ(failure.precondition_violations().size(), 1);
  EXPECT_EQ(failure.precondition_violations()[0].subject(), "loss_reason");
  EXPECT_EQ(failure.localized_message(), "Укажите причину отказа.");
  EXPECT_EQ(office.Find(deal.id()).SerializeAsString(), deal.SerializeAsString());
}

TEST(MoveDeal, RefusesAnUnknownLossReason) {
  Office office;
  EXPECT_EQ(FailureOf(office.anna, Losing(office.AnnasDeal().id(), "unknown")).reason(), "UNKNOWN_LOSS_REASON");
}

TEST(MoveDeal, StoresTheLossReason) {
  Office office;
  auto request = Losing(office.AnnasDeal().id(), "price");
  request.set_loss_comment("Нашли дешевле");
  const auto deal = office.anna.Call<Deal>(request);
  EXPECT_EQ(deal.state(), Deal::STATE_LOST);
  EXPECT_EQ(deal.loss_reason(), "price");
  EXPECT_EQ(deal.loss_comment(), "Нашли дешевле");
  EXPECT_EQ(deal.close_time().SerializeAsString(), deal.stage_enter_time().SerializeAsString());
}

TEST(MoveDeal, LetsOnlyTheHeadOfSalesReopenADeal) {
  Office office;
  const auto won = office.anna.Call<Deal>(Moving(office.AnnasDeal().id(), "won"));
  EXPECT_EQ(won.state(), Deal::STATE_WON);
  EXPECT_EQ(FailureOf(office.anna, Moving(won.id(), "talks")).reason(), "NOT_OPEN");
  const auto reopened = office.galina.Call<Deal>(MovingBecause(won.id(), "talks", "Вернули товар"));
  EXPECT_EQ(reopened.state(), Deal::STATE_OPEN);
  EXPECT_EQ(reopened.responsible_user_id(), office.anna_id());
  EXPECT_FALSE(reopened.has_close_time());
}

TEST(MoveDeal, ClearsTheLossReasonOfAReopenedDeal) {
  Office office;
  const auto lost = office.anna.Call<Deal>(Losing(office.AnnasDeal().id(), "price"));
  EXPECT_EQ(office.olga.Call<Deal>(MovingBecause(lost.id(), "new", "Позвонили сами")).loss_reason(), "");
}

TEST(MoveDeal, RefusesAColleaguesDeal) {
  Office office;
  const auto failure = FailureOf(office.boris, Moving(office.AnnasDeal().id(), "accepted"));
  EXPECT_EQ(failure.code(), grpc::StatusCode::PERMISSION_DENIED);
  EXPECT_EQ(failure.reason(), "NOT_RESPONSIBLE");
}

TEST(MoveDeal, RefusesAnUnownedDealToAManager) {
  Office office;
  const auto failure = FailureOf(office.anna, Moving(office.NobodysDeal().id(), "accepted"));
  EXPECT_EQ(failure.reason(), "NOT_RESPONSIBLE");
  EXPECT_EQ(failure.metadata("responsible_user_id"), "");
}

TEST(MoveDeal, GivesAnUnownedDealToTheHeadOfSalesWhoMovesIt) {
  Office office;
  EXPECT_EQ(office.galina.Call<Deal>(Moving(office.NobodysDeal().id(), "accepted")).responsible_user_id(),
            office.galina_id());
}

TEST(MoveDeal, KeepsADealUnownedIfAServiceMovesIt) {
  Office office;
  EXPECT_EQ(office.intake.Call<Deal>(Moving(office.NobodysDeal().id(), "accepted")).responsible_user_id(), 0);
}

TEST(MoveDeal, RefusesAStaleEpoch) {
  Office office;
  auto request = Moving(office.AnnasDeal().id(), "accepted");
  request.set_epoch(1);
  office.anna.Call<Deal>(request);
  request.set_stage("talks");
  const auto failure = FailureOf(office.anna, request);
  EXPECT_EQ(failure.code(), grpc::StatusCode::ABORTED);
  EXPECT_EQ(failure.reason(), "STALE_EPOCH");
  EXPECT_EQ(failure.metadata("epoch"), "2");
}

TEST(MoveDeal, AcceptsTheEpochAfterAnUpdateThatDidNotChangeIt) {
  Office office;
  const auto deal = office.AnnasDeal();
  office.anna.Call<Deal>(Renaming(deal.id(), "Столы"));
  auto request = Moving(deal.id(), "accepted");
  request.set_epoch(deal.epoch());
  EXPECT_EQ(office.anna.Call<Deal>(request).stage(), "accepted");
}

TEST(MoveDeal, SucceedsForOneOfTwoWithTheSameEpoch) {
  Office office;
  auto on = Moving(office.AnnasDeal().id(), "accepted");
  on.set_epoch(1);
  auto further = Moving(on.deal_id(), "talks");
  further.set_epoch(1);
  EXPECT_THAT(Race({[&] { office.anna.Call<Deal>(on); }, [&] { office.galina.Call<Deal>(further); }}),
              UnorderedElementsAre("", "STALE_EPOCH"));
}

// As distribution reads it: a move that ends the offer takes it, unless the deal is lost.
bool LastChangeTookTheOffer(const Office& office) {
  const auto change = office.LastChange<Deal>();
  return change.kind == ResourceChange::KIND_MOVED && change.before.has_offer_deadline() &&
         !change.after.has_offer_deadline() && change.after.state() != Deal::STATE_LOST;
}

TEST(MoveDeal, ByTheOffereeTakesTheOffer) {
  Office office;
  for (const char* stage : {"accepted", "talks", "won"}) {
    const auto deal = office.anna.Call<Deal>(Moving(office.OfferedTo(office.anna_id()).id(), stage));
    EXPECT_EQ(deal.responsible_user_id(), office.anna_id());
    EXPECT_FALSE(deal.has_offer_deadline());
    EXPECT_TRUE(LastChangeTookTheOffer(office));
  }
}

TEST(MoveDeal, ByTheOffereeClosesWithoutTaking) {
  Office office;
  const auto deal = office.anna.Call<Deal>(Losing(office.OfferedTo(office.anna_id()).id(), "spam"));
  EXPECT_EQ(deal.state(), Deal::STATE_LOST);
  EXPECT_FALSE(deal.has_offer_deadline());
  EXPECT_FALSE(LastChangeTookTheOffer(office));
}

TEST(MoveDeal, BackwardsKeepsTheOffer) {
  Office office;
  auto request = NewDeal();
  request.mutable_deal()->set_stage("accepted");
  const auto made = office.intake.Call<Deal>(request);
  office.distribution.Call<Deal>(Offering(made.id(), office.anna_id(), kMinute));
  EXPECT_TRUE(office.anna.Call<Deal>(Moving(made.id(), "new")).has_offer_deadline());
}

TEST(MoveDeal, ByTheOffereeIsRefusedAfterTheDeadline) {
  Office office;
  const auto deal = office.LapsedOfferTo(office.anna_id());
  const auto failure = FailureOf(office.anna, Moving(deal.id(), "accepted"));
  EXPECT_EQ(failure.code(), grpc::StatusCode::FAILED_PRECONDITION);
  EXPECT_EQ(failure.reason(), "OFFER_EXPIRED");
  EXPECT_EQ(office.Find(deal.id()).SerializeAsString(), deal.SerializeAsString());
}

TEST(MoveDeal, SaysWhoHasTheDealIfTheCallersOfferExpired) {
  Office office;
  const auto deal = office.LapsedOfferTo(office.anna_id());
  office.distribution.Call<Deal>(Reclaiming(deal.id()));
  office.distribution.Call<Deal>(Offering(deal.id(), office.boris_id(), kMinute));
  const auto failure = FailureOf(office.anna, Moving(deal.id(), "accepted"));
  EXPECT_EQ(failure.code(), grpc::StatusCode::FAILED_PRECONDITION);
  EXPECT_EQ(failure.reason(), "OFFER_EXPIRED");
  EXPECT_EQ(failure.metadata("responsible_user_id"), std::to_string(office.boris_id()));
  EXPECT_EQ(failure.metadata("responsible_name"), "boris");
}

TEST(MoveDeal, RefusesWhoeverDeclinedTheOffer) {
  Office office;
  const auto deal = office.OfferedTo(office.anna_id());
  office.anna.Call<Deal>(Declining(deal.id()));
  EXPECT_EQ(FailureOf(office.anna, Moving(deal.id(), "accepted")).reason(), "NOT_RESPONSIBLE");
}

TEST(MoveDeal, RefusesWhoeverTookTheOfferAndLostTheDeal) {
  Office office;
  const auto deal = office.OfferedTo(office.anna_id());
  office.anna.Call<Deal>(Taking(deal.id()));
  office.galina.Call<Deal>(Reassigning(deal.id(), office.boris_id()));
  EXPECT_EQ(FailureOf(office.anna, Moving(deal.id(), "accepted")).reason(), "NOT_RESPONSIBLE");
}

TEST(MoveDeal, DoesNotFindADealInAnotherAccount) {
  Office office, others;
  EXPECT_EQ(FailureOf(others.anna, Moving(office.AnnasDeal().id(), "accepted")).code(), grpc::StatusCode::NOT_FOUND);
}

}  // namespace
}  // namespace voronka::testing
