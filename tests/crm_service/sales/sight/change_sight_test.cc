#include "crm_service/sales/sight/change_sight.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "crm_service/log/changes/logged_change.h"
#include "event_consumer/change.h"
#include "tests/crm_service/people/access/limits.h"
#include "voronka/crm/v1/approval.pb.h"
#include "voronka/crm/v1/contact.pb.h"
#include "voronka/crm/v1/file.pb.h"
#include "voronka/crm/v1/held_form.pb.h"
#include "voronka/crm/v1/task.pb.h"
#include "voronka/crm/v1/timeline.pb.h"

namespace voronka::testing {
namespace {

using namespace crm::v1;
using ::testing::IsEmpty;
using ::testing::SizeIs;
using Changes = crm::ChangeFilter::Changes;

class ChangeSightTest : public ::testing::Test {
 protected:
  ChangeSightTest() { LimitManagers(office_, READ_SCOPE_OWN); }

  template <class Resource>
  static std::shared_ptr<const Change> ChangeTo(const Resource& resource,
                                                std::optional<int64_t> former = std::nullopt) {
    Change change;
    change.set_kind(ResourceChange::KIND_UPDATED);
    change.set_resource_id(resource.id());
    change.mutable_resource()->PackFrom(resource);
    if (former) change.set_former_user_id(*former);
    return std::make_shared<const Change>(std::move(change));
  }

  // As the user's stream has them.
  Changes Seen(const User& user, Changes changes) {
    rpc::Caller caller;
    caller.account_id = office_.account_id();
    caller.user_id = user.id();
    caller.role = user.role();
    crm::ChangeSight(caller, veil_).Filter(Crm().db(), changes);
    return changes;
  }

  Office office_;
  crm::FieldVeil veil_;
};

TEST_F(ChangeSightTest, PassesWhatTheUserSees) {
  const auto deal = office_.AnnasDeal();
  EXPECT_THAT(Seen(office_.anna_user, {ChangeTo(deal)}), SizeIs(1));
  EXPECT_THAT(Seen(office_.galina_user, {ChangeTo(deal)}), SizeIs(1));
  EXPECT_THAT(Seen(office_.boris_user, {ChangeTo(deal)}), IsEmpty());
}

TEST_F(ChangeSightTest, TellsOfAnApprovalWhoeverStandsInForTheOneWhoIsAsked) {
  Approval approval;
  approval.set_id(1);
  approval.set_deal_id(office_.AnnasDeal().id());
  approval.set_approver_user_id(office_.galina_id());
  approval.set_role(options::v1::ROLE_HEAD_OF_SALES);
  EXPECT_THAT(Seen(office_.boris_user, {ChangeTo(approval)}), IsEmpty());
  UpdateUserRequest request;
  request.set_user_id(office_.galina_id());
  request.mutable_user()->set_deputy_user_id(office_.boris_id());
  office_.olga.Call<User>(request);
  EXPECT_THAT(Seen(office_.boris_user, {ChangeTo(approval)}), SizeIs(1));
}

TEST_F(ChangeSightTest, SaysOnceThatADealIsGone) {
  const auto deal = office_.AnnasDeal();
  const auto seen = Seen(office_.boris_user, {ChangeTo(deal, office_.boris_id())});
  ASSERT_THAT(seen, SizeIs(1));
  EXPECT_EQ(seen[0]->kind(), ResourceChange::KIND_DELETED);
  EXPECT_EQ(seen[0]->actor_user_id(), 0);
  Deal told;
  told.set_id(deal.id());
  told.set_etag(deal.etag());
  EXPECT_EQ(events::Unpacked<Deal>(seen[0]->resource()).SerializeAsString(), told.SerializeAsString());
}

TEST_F(ChangeSightTest, LetsWhatBelongsToADealGoByTheDeal) {
  const auto deal = office_.AnnasDeal();
  TimelineEntry note;
  note.set_id(5);
  note.set_deal_id(deal.id());
  EXPECT_THAT(Seen(office_.anna_user, {ChangeTo(note)}), SizeIs(1));
  EXPECT_THAT(Seen(office_.boris_user, {ChangeTo(note)}), IsEmpty());
  Task task;
  task.set_id(6);
  task.set_deal_id(deal.id());
  task.set_assignee_user_id(office_.boris_id());
  EXPECT_THAT(Seen(office_.boris_user, {ChangeTo(task)}), SizeIs(1)) << "it is theirs to do";
}

TEST_F(ChangeSightTest, LetsAFileGoByWhatItBelongsTo) {
  File file;
  file.set_id(5);
  file.set_user_id(office_.anna_id());
  const auto expect_annas = [&](Entity entity, int64_t entity_id) {
    file.set_entity(entity);
    file.set_entity_id(entity_id);
    EXPECT_THAT(Seen(office_.anna_user, {ChangeTo(file)}), SizeIs(1)) << Entity_Name(entity);
    EXPECT_THAT(Seen(office_.boris_user, {ChangeTo(file)}), IsEmpty()) << Entity_Name(entity);
  };
  expect_annas(ENTITY_DEAL, office_.AnnasDeal().id());
  auto petr = NewContact("Пётр");
  petr.mutable_contact()->set_responsible_user_id(office_.anna_id());
  expect_annas(ENTITY_CONTACT, office_.anna.Call<Contact>(petr).id());
  auto task = NewTask(DatabaseNow() + kMinute);
  expect_annas(ENTITY_TASK, office_.anna.Call<Task>(task).id());
  task.mutable_task()->set_deal_id(office_.AnnasDeal().id());
  expect_annas(ENTITY_TASK, office_.anna.Call<Task>(task).id());
}

// Whoever had it in a list has to drop it once it is released.
TEST_F(ChangeSightTest, TellsOfAHeldFormWhoeverSeesDealsOfNobody) {
  office_.olga.Call<RoleAccess>(Limiting(options::v1::ROLE_HEAD_OF_SALES, READ_SCOPE_OWN));
  HeldForm held;
  held.set_id(7);
  EXPECT_THAT(Seen(office_.galina_user, {ChangeTo(held)}), IsEmpty());
  held.set_deal_id(office_.AnnasDeal().id());
  EXPECT_THAT(Seen(office_.galina_user, {ChangeTo(held)}), SizeIs(1));
  office_.olga.Call<RoleAccess>(Limiting(options::v1::ROLE_HEAD_OF_SALES, READ_SCOPE_TEAM));
  held.clear_deal_id();
  EXPECT_THAT(Seen(office_.galina_user, {ChangeTo(held)}), SizeIs(1));
}

TEST_F(ChangeSightTest, ReadsTheRightsAnewWhenTheyChange) {
  rpc::Caller caller;
  caller.account_id = office_.account_id();
  caller.user_id = office_.boris_id();
  caller.role = options::v1::ROLE_MANAGER;
  crm::ChangeSight sight(caller, veil_);
  const auto deal = office_.AnnasDeal();
  Changes before{ChangeTo(deal)};
  sight.Filter(Crm().db(), before);
  EXPECT_THAT(before, IsEmpty());
  const auto access = office_.olga.Call<RoleAccess>(Limiting(options::v1::ROLE_MANAGER, READ_SCOPE_ALL));
  Changes after{ChangeTo(access), ChangeTo(deal)};
  sight.Filter(Crm().db(), after);
  EXPECT_THAT(after, SizeIs(2));
}

TEST_F(ChangeSightTest, TellsWhoHadADealBefore) {
  const auto deal = office_.AnnasDeal();
  office_.galina.Call<Deal>(Reassigning(deal.id(), office_.boris_id()));
  const auto told = crm::ChangeTold(office_.Events().back());
  ASSERT_TRUE(told);
  EXPECT_TRUE(told->has_former_user_id());
  EXPECT_EQ(told->former_user_id(), office_.anna_id());
}

}  // namespace
}  // namespace voronka::testing
