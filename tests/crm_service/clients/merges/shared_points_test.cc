#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/crm_service/clients/merges/merge_calls.h"
#include "voronka/crm/v1/role_access.pb.h"
#include "voronka/crm/v1/shared_point.pb.h"

namespace voronka::testing {
namespace {

using namespace crm::v1;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

constexpr char kSwitchboard[] = "+74951234567";

class SharedPoints : public ::testing::Test {
 protected:
  template <class Request>
  Request About(int64_t contact_id) {
    Request request;
    request.set_contact_id(contact_id);
    request.set_phone(kSwitchboard);
    return request;
  }
  void Mark() { office_.anna.Call<SharedPoint>(About<MarkSharedPointRequest>(contact_.id())); }

  Office office_;
  const Contact contact_ = office_.anna.Call<Contact>(NewContact("Пётр", kSwitchboard));
};

TEST_F(SharedPoints, RecogniseNobody) {
  const auto before = office_.intake.Call<Inquiry>(Asking(kSwitchboard));
  EXPECT_EQ(before.contact_id(), contact_.id());
  Mark();
  const auto after = office_.intake.Call<Inquiry>(Asking(kSwitchboard));
  EXPECT_NE(after.contact_id(), contact_.id());
  EXPECT_NE(after.deal_id(), before.deal_id());
  EXPECT_EQ(after.outcome(), Inquiry::OUTCOME_NEW_CLIENT);
  EXPECT_THAT(office_.anna.Call<Contact>(ReadingContact(after.contact_id())).phones(), ElementsAre(kSwitchboard));
}

TEST_F(SharedPoints, MayBelongToSeveral) {
  EXPECT_EQ(FailureOf(office_.anna, NewContact("Вера", kSwitchboard)).reason(), "CONTACT_EXISTS");
  Mark();
  const auto other = office_.anna.Call<Contact>(NewContact("Вера", kSwitchboard));
  EXPECT_THAT(other.phones(), ElementsAre(kSwitchboard));
  ListContactsRequest list;
  list.set_phone(kSwitchboard);
  EXPECT_EQ(office_.anna.Call<ListContactsResponse>(list).contacts_size(), 2);
  EXPECT_THAT(office_.anna.Call<Contact>(ReadingContact(contact_.id())).phones(), ElementsAre(kSwitchboard));
  EXPECT_EQ(FailureOf(office_.anna, About<UnmarkSharedPointRequest>(contact_.id())).reason(), "POINT_HAS_OTHERS");
}

TEST_F(SharedPoints, AreOnesOwnAgainWithoutTheMark) {
  Mark();
  ListSharedPointsRequest list;
  list.set_contact_id(contact_.id());
  EXPECT_EQ(office_.anna.Call<ListSharedPointsResponse>(list).shared_points(0).phone(), kSwitchboard);
  office_.anna.Call<google::protobuf::Empty>(About<UnmarkSharedPointRequest>(contact_.id()));
  EXPECT_THAT(office_.anna.Call<ListSharedPointsResponse>(list).shared_points(), IsEmpty());
  EXPECT_EQ(office_.intake.Call<Inquiry>(Asking(kSwitchboard)).contact_id(), contact_.id());
}

TEST_F(SharedPoints, AreMarkedByWhoeverMayChangeTheContact) {
  auto request = NewContact("Чужой", "+74957654321");
  request.mutable_contact()->set_responsible_user_id(office_.boris_id());
  const auto others = office_.boris.Call<Contact>(request);
  EXPECT_EQ(FailureOf(office_.anna, About<MarkSharedPointRequest>(others.id())).reason(), "NOT_RESPONSIBLE");
  EXPECT_EQ(FailureOf(office_.boris, About<MarkSharedPointRequest>(others.id())).reason(), "UNKNOWN_POINT");
}

TEST_F(SharedPoints, AreListedWithWhoHasThem) {
  Mark();
  const auto list = [&](client::Client& who) {
    const auto response = who.Call<ListMarkedPointsResponse>(ListMarkedPointsRequest());
    return std::vector<MarkedPoint>(response.marked_points().begin(), response.marked_points().end());
  };
  ASSERT_EQ(list(office_.anna).size(), 1U);
  const auto one = list(office_.anna).front();
  EXPECT_EQ(one.shared_point().phone(), kSwitchboard);
  EXPECT_EQ(one.shared_point().user_id(), office_.anna_id());
  EXPECT_EQ(one.holders(0).contact_id(), contact_.id());
  EXPECT_EQ(one.holders(0).name(), "Пётр");
  EXPECT_FALSE(one.has_several());
  office_.anna.Call<Contact>(NewContact("Вера", kSwitchboard));
  EXPECT_EQ(list(office_.anna).front().holders_size(), 2);
  EXPECT_TRUE(list(office_.anna).front().has_several());
}

TEST_F(SharedPoints, OfContactsThatAreNotSeenAreNotListed) {
  auto request = NewContact("Чужой", "+74957654321");
  request.mutable_contact()->set_responsible_user_id(office_.boris_id());
  const auto others = office_.boris.Call<Contact>(request);
  MarkSharedPointRequest mark;
  mark.set_contact_id(others.id());
  mark.set_phone("+74957654321");
  office_.boris.Call<SharedPoint>(mark);
  UpdateRoleAccessRequest limit;
  limit.mutable_role_access()->set_role(options::v1::ROLE_MANAGER);
  limit.mutable_role_access()->set_deals(READ_SCOPE_OWN);
  limit.mutable_role_access()->set_contacts(READ_SCOPE_OWN);
  office_.olga.Call<RoleAccess>(limit);
  const auto count = [&](client::Client& who) {
    return who.Call<ListMarkedPointsResponse>(ListMarkedPointsRequest()).marked_points_size();
  };
  EXPECT_EQ(count(office_.anna), 0);
  EXPECT_EQ(count(office_.boris), 1);
}

TEST_F(SharedPoints, ThatNobodyHasAnyMoreLoseTheirMark) {
  Mark();
  EXPECT_EQ(FailureOf(office_.anna, About<UnmarkSharedPointRequest>(0)).reason(), "POINT_HAS_OTHERS");
  UpdateContactRequest update;
  update.set_contact_id(contact_.id());
  update.mutable_contact();
  update.mutable_update_mask()->add_paths("phones");
  office_.anna.Call<Contact>(update);
  const auto marked = [&] { return office_.boris.Call<ListMarkedPointsResponse>(ListMarkedPointsRequest()); };
  EXPECT_THAT(marked().marked_points(0).holders(), IsEmpty());
  office_.boris.Call<google::protobuf::Empty>(About<UnmarkSharedPointRequest>(0));
  EXPECT_THAT(marked().marked_points(), IsEmpty());
}

TEST_F(SharedPoints, StayWithBothWhoAreTwoAgain) {
  Mark();
  const auto other = office_.anna.Call<Contact>(NewContact("Вера", kSwitchboard));
  const auto merge = office_.anna.Call<Merge>(Merging(contact_.id(), other.id()));
  EXPECT_THAT(office_.anna.Call<Contact>(ReadingContact(contact_.id())).phones(), ElementsAre(kSwitchboard));
  office_.anna.Call<UndoMergeResponse>(Undoing(merge.id()));
  for (const int64_t id : {contact_.id(), other.id()}) {
    EXPECT_THAT(office_.anna.Call<Contact>(ReadingContact(id)).phones(), ElementsAre(kSwitchboard));
  }
}

}  // namespace
}  // namespace voronka::testing
