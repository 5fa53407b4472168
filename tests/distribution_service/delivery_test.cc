#include "distribution_service/background/delivery.h"

#include <gmock/gmock.h>
#include <google/protobuf/util/time_util.h>

#include "client/call_failed.h"
#include "foundation/rpc/requests/error.h"
#include "tests/distribution_service/fake_crm.h"
#include "tests/distribution_service/world.h"
#include "voronka/crm/v1/deal_offer.pb.h"

namespace voronka::distribution {
namespace {

using crm::v1::Deal;
using crm::v1::OfferDealRequest;
using crm::v1::ReclaimDealRequest;
using crm::v1::ResourceChange;
using ::testing::SizeIs;
using v1::Offer;

rpc::Error Refused(rpc::Code code, const std::string& reason) { return rpc::Error(code, {reason, "", {reason, ""}}); }

class Delivering : public ::testing::Test {
 protected:
  Delivering() {
    world_.Insert(SampleQueue());
    world_.Follow(Change(ResourceChange::KIND_CREATED, SampleDeal()));
    crm_.offer = [this](const OfferDealRequest& request) {
      offered_.push_back(request);
      auto deal = OwnedDeal(request.user_id(), request.epoch() + 1);
      if (request.has_take_within()) *deal.mutable_offer_deadline() = Instant(kNow) + request.take_within();
      return deal;
    };
    crm_.get = [](const auto&) { return SampleDeal(); };
  }

  v1::OfferRow FirstOffer() { return world_.OffersOf(7).at(0); }

  void Act(const v1::OfferRow& offer) {
    delivery_.Act(world_.db,
                  {.key = {kAccount, OfferTimers::kKind, offer.deal_id(), offer.attempt()}, .due = 0, .payload = ""});
  }

  World world_;
  FakeCrm crm_;
  CrmDeals deals_{crm_.clients()};
  Delivery delivery_{world_.work, deals_, world_.planner, OfferTimers(world_.timers)};
  std::vector<OfferDealRequest> offered_;
};

TEST_F(Delivering, MakesThePlannedOffer) {
  Act(FirstOffer());
  ASSERT_THAT(offered_, SizeIs(1));
  EXPECT_EQ(offered_[0].request_id(), "offer/7/1/1/1/300000");
  EXPECT_EQ(offered_[0].user_id(), 1);
  EXPECT_EQ(offered_[0].epoch(), 1);
  EXPECT_EQ(offered_[0].take_within(), SampleQueue().take_within());
}

TEST_F(Delivering, LeavesTheConfirmationOfAnOfferToItsEvent) {
  Act(FirstOffer());
  EXPECT_EQ(FirstOffer().state(), Offer::STATE_PLANNED);
  EXPECT_TRUE(world_.TimerOf(FirstOffer())) << "the call is repeated until then";
}

TEST_F(Delivering, RetriesAnUnansweredOfferWithTheSameRequest) {
  const auto answer = crm_.offer;
  crm_.offer = [&](const OfferDealRequest& request) -> Deal {
    offered_.push_back(request);
    throw Refused(rpc::Code::kUnavailable, "DATABASE_UNAVAILABLE");
  };
  EXPECT_THROW(Act(FirstOffer()), client::CallFailed);
  EXPECT_EQ(FirstOffer().state(), Offer::STATE_PLANNED);
  crm_.offer = answer;
  Act(FirstOffer());
  ASSERT_THAT(offered_, SizeIs(2));
  EXPECT_EQ(offered_[0].SerializeAsString(), offered_[1].SerializeAsString());
}

TEST_F(Delivering, RetriesAfterATemporaryConflict) {
  crm_.offer = [](const auto&) -> Deal { throw Refused(rpc::Code::kAborted, "CONFLICT"); };
  EXPECT_THROW(Act(FirstOffer()), client::CallFailed);
  EXPECT_EQ(FirstOffer().state(), Offer::STATE_PLANNED);
}

TEST_F(Delivering, OffersToTheNextIfTheUserIsDisabled) {
  crm_.offer = [](const auto&) -> Deal { throw Refused(rpc::Code::kFailedPrecondition, "USER_DISABLED"); };
  Act(FirstOffer());
  const auto offers = world_.OffersOf(7);
  ASSERT_THAT(offers, SizeIs(2));
  EXPECT_EQ(offers[0].state(), Offer::STATE_REFUSED);
  EXPECT_TRUE(offers[0].user_disabled());
  EXPECT_EQ(offers[1].user_id(), 2);
  EXPECT_TRUE(world_.TimerOf(offers[1]));
}

TEST_F(Delivering, DropsADealThatSomebodyElseOwns) {
  crm_.offer = [](const auto&) -> Deal { throw Refused(rpc::Code::kAborted, "STALE_EPOCH"); };
  crm_.get = [](const auto&) { return OwnedDeal(5, 2); };
  Act(FirstOffer());
  EXPECT_THAT(world_.OffersOf(7), SizeIs(1));
  EXPECT_EQ(FirstOffer().state(), Offer::STATE_REFUSED);
  EXPECT_FALSE(world_.TimerOf(FirstOffer()));
}

TEST_F(Delivering, EscalatesWithoutADeadline) {
  world_.Do([&](rpc::Session& session) { Queues(session).Save(SampleQueue({})); });
  world_.Follow(Change(ResourceChange::KIND_CREATED, SampleDeal(70)));
  Act(world_.OffersOf(70).at(0));
  ASSERT_THAT(offered_, SizeIs(1));
  EXPECT_EQ(offered_[0].user_id(), 8);
  EXPECT_FALSE(offered_[0].has_take_within());
}

class DeliveringAtTheDeadline : public Delivering {
 protected:
  DeliveringAtTheDeadline() {
    auto made = OwnedDeal(1, 2);
    *made.mutable_offer_deadline() = Instant(world_.clock.NowMicros() + kTakeWithin);
    world_.Follow(Change(ResourceChange::KIND_OFFERED, made));
  }

  void AnswerReclaim(rpc::Code code, const std::string& reason) {
    crm_.reclaim = [code, reason](const auto&) -> Deal { throw Refused(code, reason); };
  }
};

TEST_F(DeliveringAtTheDeadline, ReclaimsTheDeal) {
  ReclaimDealRequest asked;
  crm_.reclaim = [&](const ReclaimDealRequest& request) {
    asked = request;
    return SampleDeal(7, request.epoch() + 1);
  };
  Act(FirstOffer());
  EXPECT_EQ(asked.request_id(), "reclaim/7/1/2");
  EXPECT_EQ(asked.epoch(), 2);
  EXPECT_EQ(FirstOffer().state(), Offer::STATE_STANDING) << "until the event tells";
  EXPECT_TRUE(world_.TimerOf(FirstOffer())) << "the call is repeated until then";
}

TEST_F(DeliveringAtTheDeadline, RetriesShortlyIfTheOfferStillStands) {
  AnswerReclaim(rpc::Code::kFailedPrecondition, "OFFER_STANDS");
  const int64_t before = world_.clock.NowMicros();
  storage::Connection(world_.database).Execute("UPDATE offers SET deadline = ?", before);
  Act(FirstOffer());
  EXPECT_EQ(FirstOffer().state(), Offer::STATE_STANDING);
  EXPECT_GT(world_.TimerOf(FirstOffer())->due, before);
  EXPECT_LT(world_.TimerOf(FirstOffer())->due, world_.clock.NowMicros() + kMinute);
}

TEST_F(DeliveringAtTheDeadline, RetriesAtTheDeadlineIfTheClockWasSetBack) {
  AnswerReclaim(rpc::Code::kFailedPrecondition, "OFFER_STANDS");
  Act(FirstOffer());
  EXPECT_EQ(world_.TimerOf(FirstOffer())->due,
            google::protobuf::util::TimeUtil::TimestampToMicroseconds(FirstOffer().deadline()));
}

TEST_F(DeliveringAtTheDeadline, LeavesTheRestToTheEventIfTheOfferHasEnded) {
  AnswerReclaim(rpc::Code::kFailedPrecondition, "NO_OFFER");
  Act(FirstOffer());
  EXPECT_FALSE(world_.TimerOf(FirstOffer()));
  world_.Follow(Change(ResourceChange::KIND_TAKEN, OfferedDeal(1, 2), OwnedDeal(1, 3)));
  EXPECT_EQ(FirstOffer().state(), Offer::STATE_TAKEN);
}

TEST_F(DeliveringAtTheDeadline, KeepsATimerSetByAFasterEvent) {
  const auto standing = FirstOffer();
  crm_.reclaim = [&](const auto&) -> Deal {
    storage::Connection db(world_.database);
    world_.Do(db, [&](rpc::Session& session) {
      world_.planner.Follow(session, Change(ResourceChange::KIND_MOVED, OfferedDeal(1, 2), OfferedDeal(1, 3)));
    });
    throw Refused(rpc::Code::kAborted, "STALE_EPOCH");
  };
  Act(standing);
  EXPECT_EQ(FirstOffer().deal_epoch(), 3);
  EXPECT_TRUE(world_.TimerOf(FirstOffer()));
}

TEST_F(Delivering, CancelsTheTimerOfAnEndedOffer) {
  const auto offer = FirstOffer();
  world_.Follow(Change(ResourceChange::KIND_REASSIGNED, SampleDeal(), OwnedDeal(5, 2)));
  Act(offer);
  EXPECT_THAT(offered_, SizeIs(0));
}

}  // namespace
}  // namespace voronka::distribution
