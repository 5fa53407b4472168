#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/crm_service/office.h"

namespace voronka::testing {
namespace {

using namespace crm::v1;
using ::testing::ElementsAre;

TEST(ReassignDeal, GivesTheDealToAnotherUser) {
  Office office;
  const auto before = office.AnnasDeal();
  const auto after = office.anna.Call<Deal>(Reassigning(before.id(), office.boris_id()));
  EXPECT_EQ(after.responsible_user_id(), office.boris_id());
  EXPECT_EQ(after.epoch(), before.epoch() + 1);
  EXPECT_EQ(after.stage(), before.stage());
}

TEST(ReassignDeal, RefusesAColleaguesDeal) {
  Office office;
  const auto failure = FailureOf(office.boris, Reassigning(office.AnnasDeal().id(), office.boris_id()));
  EXPECT_EQ(failure.code(), grpc::StatusCode::PERMISSION_DENIED);
  EXPECT_EQ(failure.reason(), "NOT_RESPONSIBLE");
}

TEST(ReassignDeal, LetsTheHeadOfSalesUseAnyDeal) {
  Office office;
  for (const auto& deal : {office.AnnasDeal(), office.NobodysDeal()}) {
    EXPECT_EQ(office.galina.Call<Deal>(Reassigning(deal.id(), office.boris_id())).responsible_user_id(),
              office.boris_id());
  }
}

TEST(ReassignDeal, EndsAStandingOffer) {
  Office office;
  const auto deal = office.OfferedTo(office.anna_id());
  EXPECT_FALSE(office.galina.Call<Deal>(Reassigning(deal.id(), office.boris_id())).has_offer_deadline());
  EXPECT_EQ(FailureOf(office.distribution, Reclaiming(deal.id())).reason(), "NO_OFFER");
}

TEST(ReassignDeal, GivesTheOffereeTheDealForGood) {
  Office office;
  const auto deal = office.OfferedTo(office.anna_id());
  EXPECT_FALSE(office.galina.Call<Deal>(Reassigning(deal.id(), office.anna_id())).has_offer_deadline());
}

TEST(ReassignDeal, IsRefusedToTheOffereeAfterTheDeadline) {
  Office office;
  const auto deal = office.LapsedOfferTo(office.anna_id());
  EXPECT_EQ(FailureOf(office.anna, Reassigning(deal.id(), office.boris_id())).reason(), "OFFER_EXPIRED");
}

TEST(ReassignDeal, RefusesADisabledUser) {
  Office office;
  office.olga.Call<User>(Disabling(office.boris_id()));
  const auto failure = FailureOf(office.anna, Reassigning(office.AnnasDeal().id(), office.boris_id()));
  EXPECT_EQ(failure.code(), grpc::StatusCode::FAILED_PRECONDITION);
  EXPECT_EQ(failure.reason(), "USER_DISABLED");
}

TEST(ReassignDeal, RefusesAnUnknownUser) {
  Office office;
  EXPECT_THAT(ViolationsOf(office.anna, Reassigning(office.AnnasDeal().id(), 77)),
              ElementsAre("UNKNOWN_USER at user_id"));
}

TEST(ReassignDeal, RefusesAStaleEpoch) {
  Office office;
  auto request = Reassigning(office.AnnasDeal().id(), office.boris_id());
  request.set_epoch(7);
  EXPECT_EQ(FailureOf(office.anna, request).reason(), "STALE_EPOCH");
}

TEST(ReassignDeal, WritesNoEventIfTheDealIsAlreadyTheirs) {
  Office office;
  const auto deal = office.AnnasDeal();
  const size_t events = office.Events().size();
  EXPECT_EQ(office.galina.Call<Deal>(Reassigning(deal.id(), office.anna_id())).etag(), deal.etag());
  EXPECT_EQ(office.Events().size(), events);
}

}  // namespace
}  // namespace voronka::testing
