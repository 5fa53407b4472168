#include <gmock/gmock.h>
#include <google/protobuf/util/time_util.h>
#include <gtest/gtest.h>

#include "tests/crm_service/office.h"
#include "tests/crm_service/race.h"

namespace voronka::testing {
namespace {

using namespace crm::v1;
using google::protobuf::util::TimeUtil;
using ::testing::ElementsAre;
using ::testing::UnorderedElementsAre;

TEST(OfferDeal, MakesTheUserResponsibleUntilTheDeadline) {
  Office office;
  const auto before = office.NobodysDeal();
  const int64_t earliest = DatabaseNow() + kMinute;
  const auto after = office.distribution.Call<Deal>(Offering(before.id(), office.anna_id(), kMinute));
  const int64_t latest = DatabaseNow() + kMinute;
  EXPECT_EQ(after.responsible_user_id(), office.anna_id());
  EXPECT_GE(TimeUtil::TimestampToMicroseconds(after.offer_deadline()), earliest);
  EXPECT_LE(TimeUtil::TimestampToMicroseconds(after.offer_deadline()), latest);
  EXPECT_EQ(after.offer_attempt(), 1);
  EXPECT_EQ(after.epoch(), before.epoch() + 1);
  EXPECT_EQ(office.Find(before.id()).SerializeAsString(), after.SerializeAsString());
}

TEST(OfferDeal, IsFinalWithoutADeadline) {
  Office office;
  const auto deal = office.distribution.Call<Deal>(Giving(office.NobodysDeal().id(), office.galina_id()));
  EXPECT_EQ(deal.responsible_user_id(), office.galina_id());
  EXPECT_FALSE(deal.has_offer_deadline());
  EXPECT_EQ(office.galina.Call<Deal>(Moving(deal.id(), "accepted")).stage(), "accepted");
}

TEST(OfferDeal, CountsAttempts) {
  Office office;
  const auto deal = office.OfferedTo(office.anna_id());
  office.anna.Call<Deal>(Declining(deal.id()));
  EXPECT_EQ(office.distribution.Call<Deal>(Giving(deal.id(), office.boris_id())).offer_attempt(), 2);
}

TEST(OfferDeal, RefusesAnOwnedDeal) {
  Office office;
  const auto failure = FailureOf(office.distribution, Giving(office.AnnasDeal().id(), office.boris_id()));
  EXPECT_EQ(failure.code(), grpc::StatusCode::FAILED_PRECONDITION);
  EXPECT_EQ(failure.reason(), "ALREADY_OWNED");
}

TEST(OfferDeal, RefusesADealOnOffer) {
  Office office;
  const auto deal = office.OfferedTo(office.anna_id());
  EXPECT_EQ(FailureOf(office.distribution, Giving(deal.id(), office.boris_id())).reason(), "ALREADY_OWNED");
}

TEST(OfferDeal, RefusesAClosedDeal) {
  Office office;
  const auto lost = office.intake.Call<Deal>(Losing(office.NobodysDeal().id(), "spam"));
  EXPECT_EQ(FailureOf(office.distribution, Giving(lost.id(), office.anna_id())).reason(), "NOT_OPEN");
}

TEST(OfferDeal, RefusesADisabledUser) {
  Office office;
  office.olga.Call<User>(Disabling(office.boris_id()));
  const auto failure = FailureOf(office.distribution, Giving(office.NobodysDeal().id(), office.boris_id()));
  EXPECT_EQ(failure.code(), grpc::StatusCode::FAILED_PRECONDITION);
  EXPECT_EQ(failure.reason(), "USER_DISABLED");
}

TEST(OfferDeal, RefusesAnInvitedUserUntilTheyCome) {
  Office office;
  const auto vera = office.olga.Call<User>(Inviting("vera"));
  const auto deal = office.NobodysDeal();
  const auto failure = FailureOf(office.distribution, Giving(deal.id(), vera.id()));
  EXPECT_EQ(failure.code(), grpc::StatusCode::FAILED_PRECONDITION);
  EXPECT_EQ(failure.reason(), "USER_INVITED");
  Redeem(LinkOf(office.olga, vera.id()));
  EXPECT_EQ(office.distribution.Call<Deal>(Giving(deal.id(), vera.id())).responsible_user_id(), vera.id());
}

TEST(OfferDeal, RefusesAnUnknownUser) {
  Office office;
  EXPECT_THAT(ViolationsOf(office.distribution, Giving(office.NobodysDeal().id(), 77)),
              ElementsAre("UNKNOWN_USER at user_id"));
}

TEST(OfferDeal, DoesNotExtendTheDeadlineOnARetry) {
  Office office;
  auto request = Offering(office.NobodysDeal().id(), office.anna_id(), kMinute);
  request.set_request_id("offer/1");
  const auto first = office.distribution.Call<Deal>(request);
  EXPECT_EQ(office.distribution.Call<Deal>(request).SerializeAsString(), first.SerializeAsString());
}

TEST(OfferDeal, ReportsAllViolationsAtOnce) {
  Office office;
  office.olga.Call<User>(Disabling(office.boris_id()));
  const auto won = office.anna.Call<Deal>(Moving(office.AnnasDeal().id(), "won"));
  const auto failure = FailureOf(office.distribution, Offering(won.id(), office.boris_id(), kMinute));
  std::vector<std::string> rules;
  for (const auto& violation : failure.precondition_violations()) rules.push_back(violation.type());
  EXPECT_THAT(rules, ElementsAre("NOT_OPEN", "ALREADY_OWNED", "USER_DISABLED"));
}

TEST(OfferDeal, RefusesAStaleEpoch) {
  Office office;
  const auto deal = office.NobodysDeal();
  auto request = Giving(deal.id(), office.anna_id());
  request.set_epoch(deal.epoch() + 1);
  EXPECT_EQ(FailureOf(office.distribution, request).reason(), "STALE_EPOCH");
}

TEST(OfferDeal, IsOnlyForDistribution) {
  Office office;
  const auto deal = office.NobodysDeal();
  EXPECT_EQ(FailureOf(office.intake, Giving(deal.id(), office.anna_id())).code(), grpc::StatusCode::PERMISSION_DENIED);
  EXPECT_EQ(FailureOf(office.olga, Giving(deal.id(), office.anna_id())).code(), grpc::StatusCode::PERMISSION_DENIED);
}

TEST(OfferDeal, SucceedsForOneOfTwoConcurrentCalls) {
  Office office;
  const auto deal = office.NobodysDeal();
  EXPECT_THAT(Race({[&] { office.distribution.Call<Deal>(Giving(deal.id(), office.anna_id())); },
                    [&] { office.distribution.Call<Deal>(Giving(deal.id(), office.boris_id())); }}),
              UnorderedElementsAre("", "ALREADY_OWNED"));
}

TEST(ReclaimDeal, MakesADealWithAnExpiredOfferUnowned) {
  Office office;
  const auto before = office.LapsedOfferTo(office.anna_id());
  const auto after = office.distribution.Call<Deal>(Reclaiming(before.id()));
  EXPECT_EQ(after.responsible_user_id(), 0);
  EXPECT_FALSE(after.has_offer_deadline());
  EXPECT_EQ(after.offer_attempt(), 1);
  EXPECT_EQ(after.epoch(), before.epoch() + 1);
}

TEST(ReclaimDeal, RefusesAnUnexpiredOffer) {
  Office office;
  const auto deal = office.OfferedTo(office.anna_id());
  const auto failure = FailureOf(office.distribution, Reclaiming(deal.id()));
  EXPECT_EQ(failure.code(), grpc::StatusCode::FAILED_PRECONDITION);
  EXPECT_EQ(failure.reason(), "OFFER_STANDS");
  EXPECT_EQ(office.Find(deal.id()).SerializeAsString(), deal.SerializeAsString());
}

TEST(ReclaimDeal, RefusesADealThatIsNotOnOffer) {
  Office office;
  EXPECT_EQ(FailureOf(office.distribution, Reclaiming(office.NobodysDeal().id())).reason(), "NO_OFFER");
  EXPECT_EQ(FailureOf(office.distribution, Reclaiming(office.AnnasDeal().id())).reason(), "NO_OFFER");
}

TEST(ReclaimDeal, RefusesALaterOffer) {
  Office office;
  const auto first = office.LapsedOfferTo(office.anna_id());
  auto request = Reclaiming(first.id());
  request.set_epoch(first.epoch());
  office.distribution.Call<Deal>(request);
  office.distribution.Call<Deal>(Offering(first.id(), office.boris_id(), kMinute));
  request.clear_request_id();
  EXPECT_EQ(FailureOf(office.distribution, request).reason(), "STALE_EPOCH");
}

TEST(ReclaimDeal, SucceedsForOneOfSeveralReplicas) {
  Office office;
  const auto deal = office.LapsedOfferTo(office.anna_id());
  const auto reclaim = [&] { office.distribution.Call<Deal>(Reclaiming(deal.id())); };
  EXPECT_THAT(Race({reclaim, reclaim, reclaim}), UnorderedElementsAre("", "NO_OFFER", "NO_OFFER"));
}

}  // namespace
}  // namespace voronka::testing
