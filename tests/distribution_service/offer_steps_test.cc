#include "distribution_service/api/offer_steps.h"

#include <gmock/gmock.h>

#include <chrono>

#include "tests/distribution_service/fake_crm.h"
#include "tests/distribution_service/world.h"

namespace voronka::distribution {
namespace {

using namespace std::chrono_literals;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using v1::Offer;

class AListOfOffers : public ::testing::Test {
 protected:
  // Deals 1 to 5 are offered to users 1, 2, 3, 1, 2; the offer of deal 4 still stands.
  AListOfOffers() {
    world_.Insert(SampleQueue());
    for (int64_t deal_id = 1; deal_id <= 5; ++deal_id) world_.Follow(Listed(SampleDeal(deal_id)));
    Confirm(4, 1, 0s);
  }

  // The system of record has made the offer, with the sample's deadline and `later`.
  void Confirm(int64_t deal_id, int64_t user_id, std::chrono::seconds later) {
    auto offered = OfferedDeal(user_id, 2);
    offered.set_id(deal_id);
    offered.mutable_offer_deadline()->set_seconds(offered.offer_deadline().seconds() + later.count());
    world_.Follow(Change(crm::v1::ResourceChange::KIND_OFFERED, offered));
  }

  void AsReader(const World::Body& body) {
    world_.Do([&](rpc::Session& session) {
      rpc::Session of_reader(session, reader_);
      body(of_reader);
    });
  }

  int64_t Count(Offer::State state) {
    v1::CountOffersRequest request;
    request.set_state(state);
    v1::CountOffersResponse response;
    AsReader([&](rpc::Session& session) { response = CountOffers(session, request, directory_); });
    return response.offers();
  }

  // Page by page.
  std::vector<int64_t> All() {
    std::vector<int64_t> deals;
    do {
      const auto page = List(request_);
      EXPECT_LE(page.offers_size(), request_.page_size());
      for (const int64_t deal : Deals(page)) deals.push_back(deal);
      request_.set_page_token(page.next_page_token());
    } while (!request_.page_token().empty());
    return deals;
  }

  v1::ListOffersResponse List(const v1::ListOffersRequest& request) {
    v1::ListOffersResponse response;
    AsReader([&](rpc::Session& session) { response = ListOffers(session, request, directory_); });
    return response;
  }

  static std::vector<int64_t> Deals(const v1::ListOffersResponse& response) {
    std::vector<int64_t> deals;
    for (const auto& offer : response.offers()) deals.push_back(offer.deal_id());
    return deals;
  }

  static rpc::Caller CallerWith(options::v1::Role role) {
    rpc::Caller caller;
    caller.account_id = kAccount;
    caller.user_id = 2;
    caller.role = role;
    return caller;
  }

  World world_;
  FakeCrm crm_;
  CrmDirectory directory_{crm_.clients()};
  rpc::Caller reader_ = CallerWith(options::v1::ROLE_DIRECTOR);
  v1::ListOffersRequest request_;
};

TEST_F(AListOfOffers, StartsWithTheNewest) { EXPECT_THAT(Deals(List(request_)), ElementsAre(5, 4, 3, 2, 1)); }

TEST_F(AListOfOffers, ContinuesWhereThePreviousPageEnded) {
  request_.set_page_size(2);
  EXPECT_THAT(All(), ElementsAre(5, 4, 3, 2, 1));
}

TEST_F(AListOfOffers, MayStartWithTheLeastTimeLeft) {
  Confirm(5, 2, -60s);
  Confirm(1, 1, 60s);
  request_.set_order(v1::ListOffersRequest::ORDER_DEADLINE);
  request_.set_page_size(2);
  EXPECT_THAT(All(), ElementsAre(5, 4, 1, 2, 3));
  request_.set_state(Offer::STATE_STANDING);
  request_.set_page_size(1);
  EXPECT_THAT(All(), ElementsAre(5, 4, 1));
}

TEST_F(AListOfOffers, IsCountedByState) {
  EXPECT_EQ(Count(Offer::STATE_STANDING), 1);
  EXPECT_EQ(Count(Offer::STATE_PLANNED), 4);
  EXPECT_EQ(Count(Offer::STATE_MISSED), 0);
}

TEST_F(AListOfOffers, FiltersByDeal) {
  request_.set_deal_id(3);
  EXPECT_THAT(Deals(List(request_)), ElementsAre(3));
}

TEST_F(AListOfOffers, FiltersByUser) {
  request_.set_user_id(2);
  EXPECT_THAT(Deals(List(request_)), ElementsAre(5, 2));
}

TEST_F(AListOfOffers, FiltersByState) {
  request_.set_state(Offer::STATE_STANDING);
  EXPECT_THAT(Deals(List(request_)), ElementsAre(4));
}

TEST_F(AListOfOffers, CombinesFilters) {
  request_.set_user_id(1);
  request_.set_state(Offer::STATE_PLANNED);
  EXPECT_THAT(Deals(List(request_)), ElementsAre(1));
  request_.set_deal_id(2);
  EXPECT_THAT(Deals(List(request_)), IsEmpty());
}

TEST_F(AListOfOffers, IsWholeForAManagerWhomNobodyLimits) {
  reader_ = CallerWith(options::v1::ROLE_MANAGER);
  EXPECT_THAT(Deals(List(request_)), ElementsAre(5, 4, 3, 2, 1));
}

TEST_F(AListOfOffers, TellsALimitedRoleOfThoseWhoseDealsItSees) {
  reader_ = CallerWith(options::v1::ROLE_MANAGER);
  crm_.seen_owners = std::vector<int64_t>{2};
  EXPECT_THAT(Deals(List(request_)), ElementsAre(5, 2));
  EXPECT_EQ(Count(Offer::STATE_PLANNED), 2);
  EXPECT_EQ(Count(Offer::STATE_STANDING), 0);
  request_.set_user_id(1);
  EXPECT_THAT(Deals(List(request_)), IsEmpty());
  request_.set_user_id(0);
  request_.set_deal_id(3);
  EXPECT_THAT(Deals(List(request_)), IsEmpty());
  reader_ = CallerWith(options::v1::ROLE_HEAD_OF_SALES);
  crm_.seen_owners = std::vector<int64_t>{0, 2, 3};
  EXPECT_THAT(Deals(List(request_)), ElementsAre(3));
}

TEST_F(AListOfOffers, TellsALimitedRoleOfItsOwnWhileNobodyKnowsWhatItSees) {
  crm_.knows_users = false;
  for (const auto role : {options::v1::ROLE_MANAGER, options::v1::ROLE_HEAD_OF_SALES}) {
    reader_ = CallerWith(role);
    EXPECT_THAT(Deals(List(request_)), ElementsAre(5, 2));
  }
  reader_ = CallerWith(options::v1::ROLE_ADMIN);
  EXPECT_THAT(Deals(List(request_)), ElementsAre(5, 4, 3, 2, 1));
}

TEST_F(AListOfOffers, OfALimitedRoleContinuesWhereThePreviousPageEnded) {
  reader_ = CallerWith(options::v1::ROLE_HEAD_OF_SALES);
  crm_.seen_owners = std::vector<int64_t>{1, 2};
  request_.set_page_size(1);
  EXPECT_THAT(All(), ElementsAre(5, 4, 2, 1));
}

class AnExplanation : public ::testing::Test {
 protected:
  // Deal 7 went to user 1.
  AnExplanation() {
    world_.Insert(SampleQueue());
    world_.Follow(Listed(SampleDeal()));
  }

  v1::ExplainDealResponse Explain() {
    v1::ExplainDealRequest request;
    request.set_deal_id(7);
    v1::ExplainDealResponse response;
    world_.Do([&](rpc::Session& session) { response = ExplainDeal(session, request, directory_); });
    return response;
  }

  v1::ExplainDealResponse ExplainToManager() {
    rpc::Caller manager;
    manager.account_id = kAccount;
    manager.user_id = 1;
    manager.role = options::v1::ROLE_MANAGER;
    v1::ExplainDealRequest request;
    request.set_deal_id(7);
    v1::ExplainDealResponse response;
    world_.Do([&](rpc::Session& session) {
      rpc::Session of_manager(session, manager);
      response = ExplainDeal(of_manager, request, directory_);
    });
    return response;
  }

  World world_;
  FakeCrm crm_;
  CrmDirectory directory_{crm_.clients()};
};

TEST_F(AnExplanation, IsForManagersWhoSeeTheDeal) {
  EXPECT_THROW(ExplainToManager(), rpc::Error);
  crm_.seen_deals = {7};
  EXPECT_EQ(ExplainToManager().decisions_size(), 1);
}

TEST_F(AnExplanation, KeepsBackWhatWasSaidWhileNobodyKnowsWhoSeesTheDeal) {
  v1::Grounds said;
  said.set_reason("Клиент грубит");
  world_.db.Execute("UPDATE decisions SET kind = ?, grounds = ? WHERE account_id = ?", v1::Decision::KIND_DECLINED,
                    storage::Bytes{said.SerializeAsString()}, kAccount);
  EXPECT_EQ(Explain().decisions(0).grounds().reason(), "Клиент грубит");
  crm_.knows_users = false;
  EXPECT_EQ(ExplainToManager().decisions(0).grounds().reason(), "");
  EXPECT_THAT(ExplainToManager().decisions(0).detail(), ::testing::Not(::testing::HasSubstr("грубит")));
}

TEST_F(AnExplanation, NamesPeopleInTheLanguageOfTheCaller) {
  crm_.users = {{1, "Анна"}};
  const auto decisions = Explain().decisions();
  ASSERT_EQ(decisions.size(), 1);
  EXPECT_EQ(decisions[0].detail(),
            "По очереди: Анна, до этого очередь ни у кого не была. Осталось спросить в этом круге: 3 из 3.");
  EXPECT_EQ(decisions[0].grounds().why(), v1::Grounds::WHY_FIRST_IN_TURN);
  EXPECT_EQ(decisions[0].grounds().members(), 3);
}

TEST_F(AnExplanation, NeedsNoNames) {
  crm_.knows_users = false;
  EXPECT_EQ(Explain().decisions(0).detail(),
            "По очереди: пользователь 1, до этого очередь ни у кого не была. Осталось спросить в этом круге: 3 из 3.");
}

// Its text is in English, and not read any more.
TEST_F(AnExplanation, TellsTheKindOfADecisionOfAnEarlierRelease) {
  world_.db.Execute("UPDATE decisions SET grounds = NULL, detail = 'first in turn' WHERE account_id = ?", kAccount);
  crm_.users = {{1, "Анна"}};
  EXPECT_EQ(Explain().decisions(0).detail(), "По очереди: Анна.");
}

}  // namespace
}  // namespace voronka::distribution
