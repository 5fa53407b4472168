// Who may choose whose deals are. The setting itself is for tests/crm_service/people/access/role_access_test.cc.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/crm_service/people/access/limits.h"

namespace voronka::testing {
namespace {

using namespace crm::v1;
using ::testing::ElementsAre;

// A role, managers unless another is given, may not choose whose deals are.
struct KeptOwners : Office {
  explicit KeptOwners(options::v1::Role role = options::v1::ROLE_MANAGER) {
    auto request = Limiting(role, READ_SCOPE_ALL);
    request.mutable_role_access()->set_owner_change_forbidden(true);
    olga.Call<RoleAccess>(request);
  }

  static CreateDealRequest NewDealOf(int64_t user_id) {
    auto request = NewDeal();
    request.mutable_deal()->set_responsible_user_id(user_id);
    return request;
  }

  static CreateLinkedDealRequest DealAbout(int64_t deal_id, int64_t user_id) {
    CreateLinkedDealRequest request;
    request.set_deal_id(deal_id);
    request.mutable_deal()->set_pipeline("repeat");
    request.mutable_deal()->set_responsible_user_id(user_id);
    return request;
  }
};

TEST(OwnerChange, OfTheirOwnDealsIsRefusedToWhoeverMayNot) {
  KeptOwners office;
  const auto deal = office.AnnasDeal();
  const auto failure = FailureOf(office.anna, Reassigning(deal.id(), office.boris_id()));
  EXPECT_EQ(failure.code(), grpc::StatusCode::PERMISSION_DENIED);
  EXPECT_EQ(failure.reason(), "OWNER_CHANGE_FORBIDDEN");
  EXPECT_EQ(office.Find(deal.id()).responsible_user_id(), office.anna_id());
}

TEST(OwnerChange, IsForHeadsOfSalesWhileOnlyManagersAreKeptFromIt) {
  KeptOwners office;
  const auto deal = office.AnnasDeal();
  EXPECT_EQ(office.galina.Call<Deal>(Reassigning(deal.id(), office.boris_id())).responsible_user_id(),
            office.boris_id());
}

TEST(OwnerChange, IsForAdminsWhoeverElseIsKeptFromIt) {
  KeptOwners office(options::v1::ROLE_HEAD_OF_SALES);
  const auto deal = office.NobodysDeal();
  EXPECT_EQ(FailureOf(office.galina, Reassigning(deal.id(), office.galina_id())).reason(), "OWNER_CHANGE_FORBIDDEN");
  EXPECT_EQ(office.olga.Call<Deal>(Reassigning(deal.id(), office.boris_id())).responsible_user_id(), office.boris_id());
}

TEST(OwnerChange, IsNotToNameOneselfInANewDeal) {
  KeptOwners office;
  EXPECT_EQ(office.AnnasDeal().responsible_user_id(), office.anna_id());
  EXPECT_EQ(office.anna.Call<Deal>(office.NewDealOf(office.anna_id())).responsible_user_id(), office.anna_id());
  EXPECT_THAT(ViolationsOf(office.anna, office.NewDealOf(office.boris_id())),
              ElementsAre("OWNER_CHANGE_FORBIDDEN at deal.responsible_user_id"));
}

TEST(OwnerChange, IsRefusedWithWhateverElseIsWrong) {
  KeptOwners office;
  auto request = office.NewDealOf(office.boris_id());
  request.mutable_deal()->set_contact_id(77);
  EXPECT_THAT(ViolationsOf(office.anna, request),
              ElementsAre("UNKNOWN_CONTACT at deal.contact_id", "OWNER_CHANGE_FORBIDDEN at deal.responsible_user_id"));
}

TEST(OwnerChange, IsNotToLeaveALinkedDealToItsQueue) {
  KeptOwners office;
  const auto deal = office.AnnasDeal();
  for (const int64_t user_id : {int64_t{0}, office.anna_id()}) {
    EXPECT_EQ(office.anna.Call<Deal>(office.DealAbout(deal.id(), user_id)).responsible_user_id(), user_id);
  }
  EXPECT_THAT(ViolationsOf(office.anna, office.DealAbout(deal.id(), office.boris_id())),
              ElementsAre("OWNER_CHANGE_FORBIDDEN at deal.responsible_user_id"));
}

TEST(OwnerChange, IsNotToTakeOrToDeclineAnOffer) {
  KeptOwners office;
  EXPECT_EQ(office.anna.Call<Deal>(Taking(office.OfferedTo(office.anna_id()).id())).responsible_user_id(),
            office.anna_id());
  EXPECT_EQ(office.anna.Call<Deal>(Declining(office.OfferedTo(office.anna_id()).id())).responsible_user_id(), 0);
}

TEST(OwnerChange, IsNotToGiveAnOffereeTheirDealForGood) {
  KeptOwners office(options::v1::ROLE_HEAD_OF_SALES);
  const auto offered = office.OfferedTo(office.anna_id());
  EXPECT_FALSE(office.galina.Call<Deal>(Reassigning(offered.id(), office.anna_id())).has_offer_deadline());
}

}  // namespace
}  // namespace voronka::testing
