#include <gmock/gmock.h>
#include <google/protobuf/util/time_util.h>
#include <gtest/gtest.h>

#include "tests/crm_service/intake/unsorted/unsorted_office.h"
#include "tests/crm_service/people/access/limits.h"
#include "tests/crm_service/race.h"

namespace voronka::testing {
namespace {

using namespace crm::v1;
using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Property;
using ::testing::UnorderedElementsAre;

int64_t CountFor(client::Client& who) { return who.Call<CountUnsortedResponse>(CountUnsortedRequest()).waiting(); }

TEST(Unsorted, IsWhatNobodyKnownHasSent) {
  UnsortedOffice office;
  const auto deal = office.Inquire();
  EXPECT_EQ(deal.responsible_user_id(), 0);
  const auto listed = office.anna.Call<ListUnsortedResponse>(ListUnsortedRequest());
  ASSERT_EQ(listed.inquiries_size(), 1);
  EXPECT_EQ(listed.inquiries(0).deal().id(), deal.id());
  ASSERT_EQ(listed.inquiries(0).inquiries_size(), 1);
  EXPECT_EQ(listed.inquiries(0).inquiries(0).text(), "Сколько стоит?");
  EXPECT_EQ(CountFor(office.boris), 1);
}

TEST(Unsorted, ComesNewestFirstPageByPage) {
  UnsortedOffice office;
  const auto first = office.Inquire("+79160000001");
  const auto second = office.Inquire("+79160000002");
  ListUnsortedRequest request;
  request.set_page_size(1);
  const auto page = office.anna.Call<ListUnsortedResponse>(request);
  EXPECT_THAT(IdsIn(page), ElementsAre(second.id()));
  request.set_page_token(page.next_page_token());
  EXPECT_THAT(IdsIn(office.anna.Call<ListUnsortedResponse>(request)), ElementsAre(first.id()));
}

TEST(Unsorted, GoesToWhoeverAcceptsItWithItsContact) {
  UnsortedOffice office;
  const auto before = office.Inquire();
  const auto accepted = office.anna.Call<Deal>(Accepting(before));
  EXPECT_EQ(accepted.responsible_user_id(), office.anna_id());
  EXPECT_EQ(accepted.stage(), "accepted");
  EXPECT_FALSE(accepted.has_sort_deadline());
  EXPECT_EQ(office.ContactOf(accepted).responsible_user_id(), office.anna_id());
  EXPECT_THAT(WaitingFor(office.boris), IsEmpty());
  EXPECT_EQ(office.TimelineOf(before.id()).back().kind(), TimelineEntry::KIND_UNSORTED_ACCEPTED);
}

TEST(Unsorted, IsAcceptedIntoAnOpenStageOnly) {
  UnsortedOffice office;
  auto request = Accepting(office.Inquire());
  request.set_stage("won");
  EXPECT_EQ(FailureOf(office.anna, request).reason(), "NOT_AN_OPEN_STAGE");
  request.set_stage("talks");
  EXPECT_EQ(office.anna.Call<Deal>(request).stage(), "talks");
}

TEST(Unsorted, OfTwoWhoAcceptItOneIsToldWhoHasIt) {
  UnsortedOffice office;
  const auto deal = office.Inquire();
  EXPECT_THAT(
      Race({[&] { office.anna.Call<Deal>(Accepting(deal)); }, [&] { office.boris.Call<Deal>(Accepting(deal)); }}),
      UnorderedElementsAre("", "ALREADY_SORTED"));
  const bool is_annas = office.Find(deal.id()).responsible_user_id() == office.anna_id();
  const auto refused = FailureOf(is_annas ? office.boris : office.anna, Accepting(deal));
  EXPECT_THAT(refused.message(), HasSubstr(is_annas ? "anna" : "boris"));
}

TEST(Unsorted, IsNotAnyDealThatNobodyHas) {
  UnsortedOffice office;
  CreateDealRequest request;
  request.mutable_deal()->set_pipeline("repeat");
  const auto deal = office.intake.Call<Deal>(request);
  EXPECT_EQ(FailureOf(office.anna, Accepting(deal)).reason(), "NOT_UNSORTED");
  EXPECT_THAT(WaitingFor(office.anna), IsEmpty());
}

TEST(Unsorted, ReturnsFromWhoeverHasAcceptedItAsIfNothingHadHappened) {
  UnsortedOffice office;
  const auto deal = office.Inquire();
  const auto accepted = office.anna.Call<Deal>(Accepting(deal));
  EXPECT_EQ(FailureOf(office.boris, Returning(accepted)).reason(), "NOT_RESPONSIBLE");
  const auto returned = office.anna.Call<Deal>(Returning(accepted));
  EXPECT_EQ(returned.responsible_user_id(), 0);
  EXPECT_EQ(returned.stage(), "new");
  EXPECT_TRUE(returned.has_sort_deadline());
  EXPECT_EQ(office.ContactOf(returned).responsible_user_id(), 0);
  EXPECT_THAT(WaitingFor(office.boris), ElementsAre(deal.id()));
  EXPECT_EQ(office.boris.Call<Deal>(Accepting(deal)).responsible_user_id(), office.boris_id());
}

TEST(Unsorted, DoesNotReturnOnceTheDealHasGoneOn) {
  UnsortedOffice office;
  const auto deal = office.anna.Call<Deal>(Accepting(office.Inquire()));
  office.anna.Call<Deal>(Moving(deal.id(), "talks"));
  EXPECT_EQ(FailureOf(office.anna, Returning(deal)).reason(), "NOT_RETURNABLE");
}

TEST(Unsorted, LeavesAContactWithWhoeverHasIt) {
  UnsortedOffice office;
  const auto deal = office.Inquire();
  UpdateContactRequest change;
  change.set_contact_id(deal.contact_id());
  change.mutable_contact()->set_responsible_user_id(office.boris_id());
  office.olga.Call<Contact>(change);
  const auto accepted = office.anna.Call<Deal>(Accepting(deal));
  EXPECT_EQ(office.ContactOf(accepted).responsible_user_id(), office.boris_id());
  office.anna.Call<Deal>(Returning(accepted));
  EXPECT_EQ(office.ContactOf(accepted).responsible_user_id(), office.boris_id());
}

TEST(Unsorted, IsDeclinedForAllWithAReason) {
  UnsortedOffice office;
  const auto deal = office.Inquire();
  auto request = DecliningUnsorted(deal);
  request.clear_loss_reason();
  EXPECT_EQ(FailureOf(office.anna, request).reason(), "LOSS_REASON_REQUIRED");
  office.anna.Call<Deal>(DecliningUnsorted(deal));
  EXPECT_THAT(WaitingFor(office.boris), IsEmpty());
  EXPECT_EQ(FailureOf(office.boris, Accepting(deal)).reason(), "ALREADY_SORTED");
  const auto declined = office.galina.Call<ListDeclinedUnsortedResponse>(ListDeclinedUnsortedRequest());
  ASSERT_THAT(IdsIn(declined), ElementsAre(deal.id()));
  EXPECT_EQ(declined.inquiries(0).declined_by_user_id(), office.anna_id());
  EXPECT_EQ(declined.inquiries(0).deal().loss_reason(), "spam");
  EXPECT_EQ(FailureOf(office.anna, ListDeclinedUnsortedRequest()).code(), grpc::StatusCode::PERMISSION_DENIED);
}

TEST(Unsorted, ThatWasDeclinedReturnsByWhoeverLeads) {
  UnsortedOffice office;
  const auto deal = office.Inquire();
  office.anna.Call<Deal>(DecliningUnsorted(deal));
  EXPECT_EQ(FailureOf(office.boris, Returning(deal)).reason(), "NOT_RESPONSIBLE");
  const auto returned = office.galina.Call<Deal>(Returning(deal));
  EXPECT_EQ(returned.state(), Deal::STATE_OPEN);
  EXPECT_EQ(returned.loss_reason(), "");
  EXPECT_THAT(WaitingFor(office.anna), ElementsAre(deal.id()));
}

TEST(Unsorted, IsHiddenFromOneAlone) {
  UnsortedOffice office;
  const auto deal = office.Inquire();
  office.anna.Call<Deal>(Hiding(deal));
  EXPECT_THAT(WaitingFor(office.anna), IsEmpty());
  EXPECT_EQ(CountFor(office.anna), 0);
  EXPECT_THAT(HiddenBy(office.anna), ElementsAre(deal.id()));
  EXPECT_THAT(WaitingFor(office.boris), ElementsAre(deal.id()));
  UnhideUnsortedRequest undo;
  undo.set_deal_id(deal.id());
  office.anna.Call<Deal>(undo);
  EXPECT_THAT(WaitingFor(office.anna), ElementsAre(deal.id()));
}

TEST(Unsorted, IsSaidToBeHiddenWhenTheLastManagerHidesIt) {
  UnsortedOffice office;
  const auto deal = office.Inquire();
  const auto is_told = Contains(Property(&TimelineEntry::kind, TimelineEntry::KIND_UNSORTED_HIDDEN_BY_ALL));
  office.anna.Call<Deal>(Hiding(deal));
  EXPECT_THAT(office.TimelineOf(deal.id()), ::testing::Not(is_told));
  office.boris.Call<Deal>(Hiding(deal));
  EXPECT_THAT(office.TimelineOf(deal.id()), is_told);
}

TEST(Unsorted, SaysByWhenItShouldBeSorted) {
  using google::protobuf::util::TimeUtil;
  UnsortedOffice office;
  const auto deal = office.Inquire();
  const int64_t came = TimeUtil::TimestampToMicroseconds(deal.stage_enter_time());
  const int64_t deadline = TimeUtil::TimestampToMicroseconds(deal.sort_deadline());
  EXPECT_NEAR(static_cast<double>(deadline - came), 60.0 * kMinute, kMinute);
}

TEST(Unsorted, OfAKnownClientIsTheirManagersAtOnce) {
  UnsortedOffice office;
  const auto first = office.anna.Call<Deal>(Accepting(office.Inquire()));
  office.anna.Call<Deal>(Losing(first.id(), "price"));
  const auto again = office.Inquire();
  EXPECT_NE(again.id(), first.id());
  EXPECT_EQ(again.responsible_user_id(), office.anna_id());
  EXPECT_EQ(again.stage(), "accepted");
  EXPECT_THAT(WaitingFor(office.boris), IsEmpty());
}

TEST(Unsorted, OfAKnownClientWaitsForTheOfferOfAQueue) {
  UnsortedOffice office;
  CreateQueueRequest request;
  auto& queue = *request.mutable_queue();
  queue.set_pipeline("sales");
  queue.set_stage("new");
  queue.add_member_user_ids(office.anna_id());
  queue.add_escalate_to_user_ids(office.galina_id());
  office.olga.Call<Queue>(request);
  const auto first = office.anna.Call<Deal>(Accepting(office.Inquire()));
  office.anna.Call<Deal>(Losing(first.id(), "price"));
  const auto again = office.Inquire();
  EXPECT_EQ(again.responsible_user_id(), 0);
  EXPECT_EQ(again.client_manager_user_id(), office.anna_id());
}

TEST(Unsorted, IsNotThereForWhoeverSeesOnlyTheirOwn) {
  UnsortedOffice office;
  const auto deal = office.Inquire();
  LimitManagers(office, READ_SCOPE_OWN);
  EXPECT_THAT(WaitingFor(office.anna), IsEmpty());
  EXPECT_EQ(CountFor(office.anna), 0);
  EXPECT_EQ(FailureOf(office.anna, Accepting(deal)).code(), grpc::StatusCode::NOT_FOUND);
  EXPECT_EQ(FailureOf(office.anna, Hiding(deal)).code(), grpc::StatusCode::NOT_FOUND);
}

TEST(Unsorted, ThatAnotherHasTakenIsToldToWhoeverSawItWaiting) {
  UnsortedOffice office;
  LimitManagers(office, READ_SCOPE_TEAM);
  const auto deal = office.Inquire();
  office.anna.Call<Deal>(Accepting(deal));
  EXPECT_EQ(FailureOf(office.boris, Accepting(deal)).reason(), "ALREADY_SORTED");
  const auto own = office.AnnasDeal();
  EXPECT_EQ(FailureOf(office.boris, Accepting(own)).code(), grpc::StatusCode::NOT_FOUND);
}

}  // namespace
}  // namespace voronka::testing
