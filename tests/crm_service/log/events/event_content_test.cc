#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <functional>

#include "tests/crm_service/office.h"

namespace voronka::testing {
namespace {

using namespace crm::v1;
using events::ReadChange;
using events::Unpacked;
using ::testing::Contains;
using ::testing::ElementsAre;

// The events of the work, in order.
std::vector<Event> EventsOf(Office& office, const std::function<void()>& work) {
  const size_t before = office.Events().size();
  work();
  const auto events = office.Events();
  return {events.begin() + static_cast<std::ptrdiff_t>(before), events.end()};
}

// What each event is about, as `Deal`.
std::vector<std::string> ResourcesOf(const std::vector<Event>& events) {
  std::vector<std::string> resources;
  for (const auto& event : events) {
    const auto& type = event.change().after().type_url();
    resources.push_back(type.substr(type.rfind('.') + 1));
  }
  return resources;
}

// A change of a deal that is one event, with before and after.
void ExpectDealChange(Office& office, const Deal& before, ResourceChange::Kind kind,
                      const std::function<Deal()>& work) {
  Deal after;
  const auto events = EventsOf(office, [&] { after = work(); });
  ASSERT_EQ(events.size(), 1U);
  const auto change = ReadChange<Deal>(events[0]);
  EXPECT_EQ(change.kind, kind);
  EXPECT_EQ(change.before.SerializeAsString(), before.SerializeAsString());
  EXPECT_EQ(change.after.SerializeAsString(), after.SerializeAsString());
}

TEST(Event, SaysWhoDidWhatByWhichRequest) {
  Office office;
  auto request = Moving(office.AnnasDeal().id(), "accepted");
  request.set_request_id("move-7");
  const auto events = EventsOf(office, [&] { office.anna.Call<Deal>(request); });
  ASSERT_EQ(events.size(), 1U);
  EXPECT_EQ(events[0].account_id(), office.account_id());
  EXPECT_EQ(events[0].actor_user_id(), office.anna_id());
  EXPECT_EQ(events[0].actor_service(), "");
  EXPECT_EQ(events[0].request_id(), "move-7");
  EXPECT_EQ(events[0].cause(), "voronka.crm.v1.DealService.MoveDeal");
  EXPECT_TRUE(events[0].has_create_time());
}

TEST(Event, NamesTheServiceThatDidIt) {
  Office office;
  const auto events = EventsOf(office, [&] { office.NobodysDeal(); });
  ASSERT_EQ(events.size(), 1U);
  EXPECT_EQ(events[0].actor_user_id(), 0);
  EXPECT_EQ(events[0].actor_service(), "intake");
}

TEST(Event, ReportsANewDeal) {
  Office office;
  Deal made;
  const auto events = EventsOf(office, [&] { made = office.AnnasDeal(); });
  ASSERT_EQ(events.size(), 1U);
  const auto change = ReadChange<Deal>(events[0]);
  EXPECT_EQ(change.kind, ResourceChange::KIND_CREATED);
  EXPECT_FALSE(change.HasBefore());
  EXPECT_EQ(change.after.SerializeAsString(), made.SerializeAsString());
}

TEST(Event, ReportsEveryChangeOfADealOnce) {
  Office office;
  const auto deal = office.AnnasDeal();
  ExpectDealChange(office, deal, ResourceChange::KIND_UPDATED,
                   [&] { return office.anna.Call<Deal>(Renaming(deal.id(), "Столы")); });
  ExpectDealChange(office, office.Find(deal.id()), ResourceChange::KIND_MOVED,
                   [&] { return office.anna.Call<Deal>(Moving(deal.id(), "talks")); });
  ExpectDealChange(office, office.Find(deal.id()), ResourceChange::KIND_REASSIGNED,
                   [&] { return office.anna.Call<Deal>(Reassigning(deal.id(), office.boris_id())); });
}

TEST(Event, ReportsEveryStepOfAnOfferOnce) {
  Office office;
  const auto deal = office.NobodysDeal();
  ExpectDealChange(office, deal, ResourceChange::KIND_OFFERED,
                   [&] { return office.distribution.Call<Deal>(Offering(deal.id(), office.anna_id(), kMinute)); });
  ExpectDealChange(office, office.Find(deal.id()), ResourceChange::KIND_DECLINED,
                   [&] { return office.anna.Call<Deal>(Declining(deal.id())); });
  const auto lapsed = office.LapsedOfferTo(office.anna_id());
  ExpectDealChange(office, lapsed, ResourceChange::KIND_RECLAIMED,
                   [&] { return office.distribution.Call<Deal>(Reclaiming(lapsed.id())); });
  const auto standing = office.OfferedTo(office.anna_id());
  ExpectDealChange(office, standing, ResourceChange::KIND_TAKEN,
                   [&] { return office.anna.Call<Deal>(Taking(standing.id())); });
  EXPECT_THAT(office.Events().back().change().changed().paths(), Contains("offer_deadline"));
}

TEST(Event, SaysWhy) {
  Office office;
  const auto deal = office.OfferedTo(office.anna_id());
  office.anna.Call<Deal>(Declining(deal.id()));
  EXPECT_EQ(office.LastChange<Deal>().reason, "Не мой регион");
  office.galina.Call<Deal>(Losing(deal.id(), "price"));
  EXPECT_EQ(office.LastChange<Deal>().reason, "Дорого");
}

TEST(Event, ReportsAContact) {
  Office office;
  const auto made = office.anna.Call<Contact>(NewContact("Пётр", "+79161234567"));
  EXPECT_FALSE(office.LastChange<Contact>().HasBefore());
  EXPECT_EQ(office.LastChange<Contact>().after.SerializeAsString(), made.SerializeAsString());
  UpdateContactRequest request;
  request.set_contact_id(made.id());
  request.mutable_contact()->set_name("Пётр Ильич");
  const auto events = EventsOf(office, [&] { office.anna.Call<Contact>(request); });
  ASSERT_EQ(events.size(), 1U);
  const auto change = ReadChange<Contact>(events[0]);
  EXPECT_EQ(change.before.SerializeAsString(), made.SerializeAsString());
  EXPECT_EQ(change.after.name(), "Пётр Ильич");
}

TEST(Event, ReportsANewClientsInquiryWithEverythingItCreates) {
  Office office;
  Inquiry response;
  const auto events = EventsOf(office, [&] { response = office.intake.Call<Inquiry>(Asking("+79161234567")); });
  ASSERT_THAT(ResourcesOf(events), ElementsAre("Contact", "Deal", "Inquiry"));
  const auto received = ReadChange<Inquiry>(events[2]).after;
  EXPECT_EQ(received.SerializeAsString(), response.SerializeAsString());
  EXPECT_EQ(received.outcome(), Inquiry::OUTCOME_NEW_CLIENT);
  const auto deal = Unpacked<Deal>(events[2].change().subject());
  EXPECT_EQ(deal.SerializeAsString(), office.Find(response.deal_id()).SerializeAsString());
}

TEST(Event, ReportsOnlyTheInquiryOfAKnownClient) {
  Office office;
  office.intake.Call<Inquiry>(Asking("+79161234567"));
  const auto events = EventsOf(office, [&] { office.intake.Call<Inquiry>(Asking("+79161234567")); });
  ASSERT_THAT(ResourcesOf(events), ElementsAre("Inquiry"));
  EXPECT_EQ(ReadChange<Inquiry>(events[0]).after.outcome(), Inquiry::OUTCOME_OPEN_DEAL);
}

TEST(Event, ReportsATaskAndTheNextOne) {
  Office office;
  const auto made = office.anna.Call<Task>(NewTask(DatabaseNow() + kMinute));
  EXPECT_EQ(office.LastChange<Task>().after.SerializeAsString(), made.SerializeAsString());
  auto request = Completing(made.id());
  *request.mutable_next_task() = NewTask(DatabaseNow() + kMinute).task();
  CompleteTaskResponse response;
  const auto events = EventsOf(office, [&] { response = office.anna.Call<CompleteTaskResponse>(request); });
  ASSERT_THAT(ResourcesOf(events), ElementsAre("Task", "Task"));
  const auto completed = ReadChange<Task>(events[0]), next = ReadChange<Task>(events[1]);
  EXPECT_EQ(completed.before.SerializeAsString(), made.SerializeAsString());
  EXPECT_EQ(completed.after.SerializeAsString(), response.task().SerializeAsString());
  EXPECT_FALSE(next.HasBefore());
  EXPECT_EQ(next.after.SerializeAsString(), response.next_task().SerializeAsString());
}

TEST(Event, ReportsARescheduledTask) {
  Office office;
  const auto made = office.anna.Call<Task>(NewTask(DatabaseNow() + kMinute));
  const auto moved = office.anna.Call<Task>(Rescheduling(made.id(), DatabaseNow() + 2 * kMinute));
  const auto change = office.LastChange<Task>();
  EXPECT_EQ(change.before.SerializeAsString(), made.SerializeAsString());
  EXPECT_EQ(change.after.SerializeAsString(), moved.SerializeAsString());
}

TEST(Event, IsNotWrittenForARefusedCall) {
  Office office;
  const auto deal = office.AnnasDeal();
  EXPECT_TRUE(EventsOf(office, [&] { FailureOf(office.anna, Moving(deal.id(), "lost")); }).empty());
}

TEST(Event, IsWrittenOnceForARetriedRequest) {
  Office office;
  auto request = Moving(office.AnnasDeal().id(), "accepted");
  request.set_request_id("once");
  EXPECT_EQ(EventsOf(office,
                     [&] {
                       for (int i = 0; i < 2; ++i) office.anna.Call<Deal>(request);
                     })
                .size(),
            1U);
}

TEST(Event, OfADealThatComesToSomebodyNamesItsClient) {
  Office office;
  const auto contact = office.anna.Call<Contact>(NewContact("Пётр", "+79161234567"));
  auto request = NewDeal();
  request.mutable_deal()->set_contact_id(contact.id());
  const auto deal = office.intake.Call<Deal>(request);
  EXPECT_FALSE(office.Events().back().change().has_subject());
  office.distribution.Call<Deal>(Offering(deal.id(), office.anna_id(), kMinute));
  const auto client = Unpacked<Contact>(office.Events().back().change().subject());
  EXPECT_EQ(client.id(), contact.id());
  EXPECT_EQ(client.name(), "Пётр");
  // No more than that.
  EXPECT_TRUE(client.phones().empty());
  office.anna.Call<Deal>(Moving(deal.id(), "accepted"));
  EXPECT_FALSE(office.Events().back().change().has_subject());
  office.anna.Call<Deal>(Renaming(deal.id(), "Столы"));
  office.anna.Call<Deal>(Reassigning(deal.id(), office.boris_id()));
  EXPECT_FALSE(office.Events().back().change().has_subject());
}

}  // namespace
}  // namespace voronka::testing
