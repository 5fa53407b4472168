#include <gmock/gmock.h>
#include <google/protobuf/empty.pb.h>
#include <google/protobuf/util/time_util.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "tests/crm_service/people/access/limits.h"
#include "tests/crm_service/work/activities/activity_requests.h"

namespace voronka::testing {
namespace {

using namespace crm::v1;
using google::protobuf::Empty;
using google::protobuf::util::TimeUtil;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::UnorderedElementsAre;

// Anna's deal with Пётр.
struct CallsOffice : Office {
  const Contact petr = anna.Call<Contact>(NewContact("Пётр"));
  const Deal deal = MakeDeal();

  Deal MakeDeal() {
    auto request = NewDeal();
    request.mutable_deal()->set_contact_id(petr.id());
    return anna.Call<Deal>(request);
  }
  Contact ContactOfBoris(const std::string& name) {
    auto request = NewContact(name);
    request.mutable_contact()->set_responsible_user_id(boris_id());
    return galina.Call<Contact>(request);
  }
  Activity Noted() { return anna.Call<Activity>(NewCall(deal.id())); }
  CreateActivityRequest CallAt(int64_t time) const {
    auto request = NewCall(deal.id());
    *request.mutable_activity()->mutable_time() = Instant(time);
    return request;
  }
  CreateActivityRequest By(Activity::Kind kind, Activity::Channel channel) const {
    auto request = NewCall(deal.id());
    request.mutable_activity()->set_kind(kind);
    request.mutable_activity()->set_channel(channel);
    return request;
  }
  std::vector<Activity> Listed() {
    ListActivitiesRequest request;
    request.set_deal_id(deal.id());
    const auto response = anna.Call<ListActivitiesResponse>(request);
    return {response.activities().begin(), response.activities().end()};
  }
};

TEST(CreateActivity, NotesWhatWasDoneByTheCaller) {
  CallsOffice office;
  auto request = NewCall(office.deal.id());
  auto& draft = *request.mutable_activity();
  draft.set_channel(Activity::CHANNEL_MESSENGER);
  draft.set_reached(true);
  draft.mutable_duration()->set_seconds(300);
  draft.set_note("Просит прайс");
  draft.set_objection("Дорого");
  const auto noted = office.anna.Call<Activity>(request);
  EXPECT_EQ(noted.user_id(), office.anna_id());
  EXPECT_EQ(noted.duration().seconds(), 300);
  EXPECT_EQ(noted.objection(), "Дорого");
  EXPECT_EQ(noted.etag(), 1);
  ASSERT_EQ(office.Listed().size(), 1U);
  EXPECT_EQ(office.Listed()[0].SerializeAsString(), noted.SerializeAsString());
}

TEST(CreateActivity, IsNowAndWithTheMainContactUnlessItSaysOtherwise) {
  CallsOffice office;
  const auto noted = office.Noted();
  EXPECT_EQ(noted.contact_id(), office.petr.id());
  EXPECT_LT(TimeUtil::TimestampToMicroseconds(noted.create_time()) - TimeUtil::TimestampToMicroseconds(noted.time()),
            kMinute);
  auto request = office.CallAt(TimeUtil::TimestampToMicroseconds(office.deal.create_time()));
  request.mutable_activity()->set_contact_id(office.anna.Call<Contact>(NewContact("Вера")).id());
  const auto other = office.anna.Call<Activity>(request);
  EXPECT_EQ(other.contact_id(), request.activity().contact_id());
  EXPECT_EQ(other.time().SerializeAsString(), office.deal.create_time().SerializeAsString());
}

TEST(CreateActivity, IgnoresWhoIsSaidToHaveDoneIt) {
  CallsOffice office;
  auto request = NewCall(office.deal.id());
  request.mutable_activity()->set_user_id(office.boris_id());
  request.mutable_activity()->set_etag(7);
  const auto noted = office.anna.Call<Activity>(request);
  EXPECT_EQ(noted.user_id(), office.anna_id());
  EXPECT_EQ(noted.etag(), 1);
}

TEST(CreateActivity, NeedsAKind) {
  CallsOffice office;
  auto request = NewCall(office.deal.id());
  request.mutable_activity()->clear_kind();
  EXPECT_THAT(ViolationsOf(office.anna, request), ElementsAre("REQUIRED at activity.kind"));
}

TEST(CreateActivity, NamesAllThatIsWrongAndNotesNothing) {
  CallsOffice office;
  auto request = office.By(Activity::KIND_MEETING, Activity::CHANNEL_SMS);
  request.mutable_activity()->set_contact_id(4711);
  EXPECT_THAT(ViolationsOf(office.anna, request), UnorderedElementsAre("UNKNOWN_CONTACT at activity.contact_id",
                                                                       "CHANNEL_NOT_OF_KIND at activity.channel"));
  EXPECT_THAT(office.Listed(), IsEmpty());
}

TEST(CreateActivity, TakesTheChannelsThatItsKindHas) {
  CallsOffice office;
  const std::vector<std::string> refused = {"CHANNEL_NOT_OF_KIND at activity.channel"};
  for (const auto channel : {Activity::CHANNEL_EMAIL, Activity::CHANNEL_SMS, Activity::CHANNEL_IN_PERSON}) {
    EXPECT_EQ(ViolationsOf(office.anna, office.By(Activity::KIND_CALL, channel)), refused) << channel;
  }
  for (const auto channel : {Activity::CHANNEL_PHONE, Activity::CHANNEL_VIDEO, Activity::CHANNEL_IN_PERSON}) {
    EXPECT_EQ(ViolationsOf(office.anna, office.By(Activity::KIND_MESSAGE, channel)), refused) << channel;
  }
  for (const auto channel : {Activity::CHANNEL_PHONE, Activity::CHANNEL_EMAIL, Activity::CHANNEL_MESSENGER}) {
    EXPECT_EQ(ViolationsOf(office.anna, office.By(Activity::KIND_MEETING, channel)), refused) << channel;
  }
  for (const auto& request : {office.By(Activity::KIND_CALL, Activity::CHANNEL_VIDEO),
                              office.By(Activity::KIND_MESSAGE, Activity::CHANNEL_EMAIL),
                              office.By(Activity::KIND_MEETING, Activity::CHANNEL_IN_PERSON),
                              office.By(Activity::KIND_MEETING, Activity::CHANNEL_OTHER)}) {
    EXPECT_EQ(office.anna.Call<Activity>(request).channel(), request.activity().channel());
  }
}

TEST(CreateActivity, RefusesATimeToCome) {
  CallsOffice office;
  const auto failure = FailureOf(office.anna, office.CallAt(DatabaseNow() + 5 * kMinute));
  EXPECT_EQ(failure.code(), grpc::StatusCode::FAILED_PRECONDITION);
  EXPECT_EQ(failure.reason(), "TIME_IN_FUTURE");
  EXPECT_THAT(office.Listed(), IsEmpty());
}

TEST(CreateActivity, RefusesATimeBeforeTheDeal) {
  CallsOffice office;
  const int64_t created = TimeUtil::TimestampToMicroseconds(office.deal.create_time());
  const auto failure = FailureOf(office.anna, office.CallAt(created - kMinute - 1));
  EXPECT_EQ(failure.code(), grpc::StatusCode::FAILED_PRECONDITION);
  EXPECT_EQ(failure.reason(), "TIME_BEFORE_DEAL");
}

TEST(CreateActivity, AllowsAMinuteForClocks) {
  CallsOffice office;
  const int64_t created = TimeUtil::TimestampToMicroseconds(office.deal.create_time());
  office.anna.Call<Activity>(office.CallAt(created - kMinute));
  office.anna.Call<Activity>(office.CallAt(DatabaseNow() + kMinute / 2));
  EXPECT_EQ(office.Listed().size(), 2U);
}

TEST(CreateActivity, IsForThoseWhoMayChangeTheDeal) {
  CallsOffice office;
  const auto request = NewCall(office.deal.id());
  const auto failure = FailureOf(office.boris, request);
  EXPECT_EQ(failure.code(), grpc::StatusCode::PERMISSION_DENIED);
  EXPECT_EQ(failure.reason(), "NOT_RESPONSIBLE");
  EXPECT_EQ(office.galina.Call<Activity>(request).user_id(), office.galina_id());
  EXPECT_EQ(office.intake.Call<Activity>(request).user_id(), 0);
}

TEST(CreateActivity, IsForAClosedDealToo) {
  CallsOffice office;
  office.anna.Call<Deal>(Losing(office.deal.id(), "price"));
  EXPECT_EQ(office.Noted().deal_id(), office.deal.id());
}

TEST(CreateActivity, DoesNotFindADealOfAnotherAccount) {
  CallsOffice office;
  Colleagues others;
  EXPECT_EQ(FailureOf(others.anna, NewCall(office.deal.id())).code(), grpc::StatusCode::NOT_FOUND);
}

TEST(UpdateActivity, ChangesWhatWasNoted) {
  CallsOffice office;
  auto request = ChangingActivity(office.Noted().id());
  request.mutable_activity()->set_reached(true);
  request.mutable_activity()->set_note("Перезвонил сам");
  const auto changed = office.anna.Call<Activity>(request);
  EXPECT_TRUE(changed.reached());
  EXPECT_EQ(changed.note(), "Перезвонил сам");
  EXPECT_EQ(changed.kind(), Activity::KIND_CALL);
  EXPECT_EQ(changed.etag(), 2);
}

TEST(UpdateActivity, TakesBackWhatAMaskNames) {
  CallsOffice office;
  auto create = NewCall(office.deal.id());
  create.mutable_activity()->set_reached(true);
  create.mutable_activity()->set_objection("Дорого");
  create.mutable_activity()->mutable_duration()->set_seconds(60);
  auto request = ChangingActivity(office.anna.Call<Activity>(create).id());
  for (const char* path : {"reached", "objection", "duration"}) request.mutable_update_mask()->add_paths(path);
  const auto changed = office.anna.Call<Activity>(request);
  EXPECT_FALSE(changed.reached());
  EXPECT_EQ(changed.objection(), "");
  EXPECT_FALSE(changed.has_duration());
}

TEST(UpdateActivity, WithoutATimeAndAContactItIsWhenItWasNotedAndWithTheMainContact) {
  CallsOffice office;
  auto create = office.CallAt(TimeUtil::TimestampToMicroseconds(office.deal.create_time()));
  create.mutable_activity()->set_contact_id(office.anna.Call<Contact>(NewContact("Вера")).id());
  const auto noted = office.anna.Call<Activity>(create);
  auto request = ChangingActivity(noted.id());
  for (const char* path : {"time", "contact_id"}) request.mutable_update_mask()->add_paths(path);
  const auto changed = office.anna.Call<Activity>(request);
  EXPECT_EQ(changed.time().SerializeAsString(), noted.create_time().SerializeAsString());
  EXPECT_EQ(changed.contact_id(), office.petr.id());
}

TEST(UpdateActivity, KeepsTheRulesOfANewOne) {
  CallsOffice office;
  const auto noted = office.anna.Call<Activity>(office.By(Activity::KIND_CALL, Activity::CHANNEL_PHONE));
  auto request = ChangingActivity(noted.id());
  request.mutable_activity()->set_kind(Activity::KIND_MEETING);
  request.mutable_activity()->set_contact_id(4711);
  EXPECT_THAT(ViolationsOf(office.anna, request), UnorderedElementsAre("UNKNOWN_CONTACT at activity.contact_id",
                                                                       "CHANNEL_NOT_OF_KIND at activity.channel"));
  auto late = ChangingActivity(noted.id());
  *late.mutable_activity()->mutable_time() = Instant(DatabaseNow() + 5 * kMinute);
  EXPECT_EQ(FailureOf(office.anna, late).reason(), "TIME_IN_FUTURE");
  EXPECT_EQ(office.Listed()[0].SerializeAsString(), noted.SerializeAsString());
}

TEST(UpdateActivity, KeepsAContactThatTheAuthorDoesNotSeeAnyMore) {
  CallsOffice office;
  auto create = NewCall(office.deal.id());
  create.mutable_activity()->set_contact_id(office.ContactOfBoris("Вера").id());
  const auto noted = office.anna.Call<Activity>(create);
  const auto another = office.ContactOfBoris("Глеб");
  LimitManagers(office, READ_SCOPE_OWN);
  auto request = ChangingActivity(noted.id());
  request.mutable_activity()->set_note("Просила не звонить утром");
  request.mutable_activity()->set_contact_id(noted.contact_id());
  const auto corrected = office.anna.Call<Activity>(request);
  EXPECT_EQ(corrected.note(), "Просила не звонить утром");
  EXPECT_EQ(corrected.contact_id(), noted.contact_id());
  request.mutable_activity()->set_contact_id(another.id());
  EXPECT_THAT(ViolationsOf(office.anna, request), ElementsAre("UNKNOWN_CONTACT at activity.contact_id"));
}

TEST(UpdateActivity, IsForItsAuthorAndSalesLeaders) {
  CallsOffice office;
  auto request = ChangingActivity(office.Noted().id());
  request.mutable_activity()->set_note("Исправлено");
  // Whoever has the deal by now did not make the call.
  office.galina.Call<Deal>(Reassigning(office.deal.id(), office.boris_id()));
  const auto failure = FailureOf(office.boris, request);
  EXPECT_EQ(failure.code(), grpc::StatusCode::PERMISSION_DENIED);
  EXPECT_EQ(failure.reason(), "NOT_YOUR_ACTIVITY");
  EXPECT_EQ(office.anna.Call<Activity>(request).note(), "Исправлено");
  request.mutable_activity()->set_note("И ещё раз");
  const auto corrected = office.galina.Call<Activity>(request);
  EXPECT_EQ(corrected.note(), "И ещё раз");
  EXPECT_EQ(corrected.user_id(), office.anna_id()) << "still who made the call";
}

TEST(UpdateActivity, LeavesThoseOfServicesToSalesLeaders) {
  CallsOffice office;
  const auto noted = office.intake.Call<Activity>(NewCall(office.deal.id()));
  auto request = ChangingActivity(noted.id());
  request.mutable_activity()->set_reached(true);
  EXPECT_EQ(FailureOf(office.anna, request).reason(), "NOT_YOUR_ACTIVITY");
  EXPECT_TRUE(office.galina.Call<Activity>(request).reached());
}

TEST(DeleteActivity, IsForItsAuthorAndSalesLeaders) {
  CallsOffice office;
  const auto first = office.Noted();
  const auto second = office.Noted();
  EXPECT_EQ(FailureOf(office.boris, DeletingActivity(first.id())).reason(), "NOT_YOUR_ACTIVITY");
  office.anna.Call<Empty>(DeletingActivity(first.id()));
  office.galina.Call<Empty>(DeletingActivity(second.id()));
  EXPECT_THAT(office.Listed(), IsEmpty());
  const auto told = office.LastChange<Activity>();
  EXPECT_EQ(told.kind, ResourceChange::KIND_DELETED);
  EXPECT_EQ(told.after.id(), second.id());
  EXPECT_EQ(FailureOf(office.anna, DeletingActivity(first.id())).code(), grpc::StatusCode::NOT_FOUND);
}

TEST(ListActivities, ListsThoseOfADealNewestFirst) {
  CallsOffice office;
  office.anna.Call<Activity>(NewCall(office.AnnasDeal().id()));
  std::vector<int64_t> noted;
  for (int i = 0; i < 3; ++i) noted.insert(noted.begin(), office.Noted().id());
  ListActivitiesRequest request;
  request.set_deal_id(office.deal.id());
  request.set_page_size(2);
  std::vector<int64_t> listed;
  std::vector<int> sizes;
  do {
    const auto page = office.boris.Call<ListActivitiesResponse>(request);
    for (const auto& activity : page.activities()) listed.push_back(activity.id());
    sizes.push_back(page.activities_size());
    request.set_page_token(page.next_page_token());
  } while (!request.page_token().empty());
  EXPECT_EQ(listed, noted);
  EXPECT_THAT(sizes, ElementsAre(2, 1));
}

TEST(ListActivities, DoesNotFindADealOfAnotherAccount) {
  CallsOffice office;
  Colleagues others;
  ListActivitiesRequest request;
  request.set_deal_id(office.deal.id());
  EXPECT_EQ(FailureOf(others.anna, request).code(), grpc::StatusCode::NOT_FOUND);
}

TEST(TimelineOfActivities, TellsWhatWasNotedAndWhatItIsNow) {
  CallsOffice office;
  auto create = NewCall(office.deal.id());
  create.mutable_activity()->set_note("Занято");
  const auto noted = office.anna.Call<Activity>(create);
  const auto other = office.Noted();
  auto request = ChangingActivity(noted.id());
  request.mutable_activity()->set_note("Занято, перезвонить");
  const auto changed = office.anna.Call<Activity>(request);
  const auto entries = office.TimelineOf(office.deal.id());
  ASSERT_EQ(entries.size(), 4U);
  EXPECT_EQ(entries[1].kind(), TimelineEntry::KIND_ACTIVITY);
  EXPECT_EQ(entries[1].activity_id(), noted.id());
  EXPECT_EQ(entries[1].text(), "Занято");
  EXPECT_EQ(entries[1].actor_user_id(), office.anna_id());
  EXPECT_EQ(entries[1].activity().SerializeAsString(), changed.SerializeAsString());
  EXPECT_EQ(entries[2].activity().SerializeAsString(), other.SerializeAsString());
}

TEST(TimelineOfActivities, TellsWhoCorrectedWhat) {
  CallsOffice office;
  const auto noted = office.Noted();
  auto request = ChangingActivity(noted.id());
  request.mutable_activity()->set_reached(true);
  const auto changed = office.galina.Call<Activity>(request);
  // Nothing is different this time.
  office.galina.Call<Activity>(request);
  const auto entries = office.TimelineOf(office.deal.id());
  ASSERT_EQ(entries.size(), 3U);
  const auto& told = entries.back();
  EXPECT_EQ(told.kind(), TimelineEntry::KIND_ACTIVITY_UPDATED);
  EXPECT_EQ(told.actor_user_id(), office.galina_id());
  EXPECT_EQ(told.activity_id(), noted.id());
  EXPECT_EQ(told.activity_edit().before().SerializeAsString(), noted.SerializeAsString());
  EXPECT_EQ(told.activity_edit().after().SerializeAsString(), changed.SerializeAsString());
  EXPECT_FALSE(told.has_activity());
  EXPECT_EQ(entries[1].activity().SerializeAsString(), changed.SerializeAsString());
}

TEST(TimelineOfActivities, KeepsWhatWasSaidInOneThatWasDeleted) {
  CallsOffice office;
  auto create = NewCall(office.deal.id());
  create.mutable_activity()->set_note("Не туда попал");
  const auto noted = office.anna.Call<Activity>(create);
  office.anna.Call<Empty>(DeletingActivity(noted.id()));
  const auto entries = office.TimelineOf(office.deal.id());
  ASSERT_EQ(entries.size(), 3U);
  EXPECT_EQ(entries[1].kind(), TimelineEntry::KIND_ACTIVITY);
  EXPECT_EQ(entries[1].text(), "Не туда попал");
  EXPECT_FALSE(entries[1].has_activity());
  EXPECT_EQ(entries[2].kind(), TimelineEntry::KIND_ACTIVITY_DELETED);
  EXPECT_EQ(entries[2].activity_edit().before().SerializeAsString(), noted.SerializeAsString());
  EXPECT_FALSE(entries[2].activity_edit().has_after());
}

}  // namespace
}  // namespace voronka::testing
