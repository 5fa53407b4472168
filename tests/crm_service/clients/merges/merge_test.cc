#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "foundation/storage/connection.h"
#include "tests/crm_service/clients/merges/merge_calls.h"
#include "tests/crm_service/people/access/limits.h"
#include "tests/crm_service/race.h"
#include "voronka/crm/v1/activity.pb.h"
#include "voronka/crm/v1/deal_contact.pb.h"

namespace voronka::testing {
namespace {

using namespace crm::v1;
using grpc::StatusCode;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::UnorderedElementsAre;

constexpr char kPhone[] = "+79160000001";
constexpr char kOtherPhone[] = "+79160000002";

class Merges : public ::testing::Test {
 protected:
  Contact Read(int64_t id) { return office_.anna.Call<Contact>(ReadingContact(id)); }

  Office office_;
  const Contact survivor_ = office_.anna.Call<Contact>(NewContact("Пётр", kPhone));
  const Contact merged_ = office_.anna.Call<Contact>(NewContact("Пётр Иванов", kOtherPhone, "petr@example.com"));
};

TEST_F(Merges, UniteWhatIsKnownAndKeepTheSurvivorsValues) {
  office_.anna.Call<Merge>(Merging(survivor_.id(), merged_.id()));
  const auto after = Read(survivor_.id());
  EXPECT_EQ(after.name(), "Пётр");
  EXPECT_THAT(after.phones(), ElementsAre(kPhone, kOtherPhone));
  EXPECT_THAT(after.emails(), ElementsAre("petr@example.com"));
}

TEST_F(Merges, TakeTheValuesThatAreChosen) {
  office_.anna.Call<Merge>(Merging(survivor_.id(), merged_.id(), {"name"}));
  EXPECT_EQ(Read(survivor_.id()).name(), "Пётр Иванов");
}

TEST_F(Merges, CannotChooseWhatTheSystemSets) {
  EXPECT_THAT(ViolationsOf(office_.anna, Merging(survivor_.id(), merged_.id(), {"name", "etag", "phones", "x"})),
              ElementsAre("UNKNOWN_FIELD at taken.paths[1]", "UNKNOWN_FIELD at taken.paths[2]",
                          "UNKNOWN_FIELD at taken.paths[3]"));
  EXPECT_EQ(Read(merged_.id()).name(), "Пётр Иванов");
}

TEST_F(Merges, LeadFromTheMergedContactToTheSurvivor) {
  office_.anna.Call<Merge>(Merging(survivor_.id(), merged_.id()));
  const auto failure = FailureOf(office_.anna, ReadingContact(merged_.id()));
  EXPECT_EQ(failure.code(), StatusCode::NOT_FOUND);
  EXPECT_EQ(failure.metadata("merged_into_contact_id"), std::to_string(survivor_.id()));
  ListContactsRequest all;
  EXPECT_EQ(office_.anna.Call<ListContactsResponse>(all).contacts_size(), 1);
  EXPECT_EQ(office_.intake.Call<Inquiry>(Asking(kOtherPhone)).contact_id(), survivor_.id());
}

TEST_F(Merges, CarryDealsTasksAndActivities) {
  const auto deal = office_.anna.Call<Deal>(DealWith(merged_.id()));
  auto task = NewTask(DatabaseNow() + kMinute);
  task.mutable_task()->set_deal_id(deal.id());
  const auto made = office_.anna.Call<Task>(task);
  CreateActivityRequest call;
  call.mutable_activity()->set_deal_id(deal.id());
  call.mutable_activity()->set_kind(Activity::KIND_CALL);
  office_.anna.Call<Activity>(call);
  office_.anna.Call<Merge>(Merging(survivor_.id(), merged_.id()));
  EXPECT_EQ(office_.Find(deal.id()).contact_id(), survivor_.id());
  EXPECT_EQ(office_.TimelineOf(deal.id()).back().kind(), TimelineEntry::KIND_CLIENTS_MERGED);
  EXPECT_EQ(office_.TimelineOf(deal.id()).back().text(), "Пётр Иванов → Пётр");
  GetTaskRequest get;
  get.set_task_id(made.id());
  EXPECT_EQ(office_.anna.Call<Task>(get).contact_id(), survivor_.id());
  ListActivitiesRequest list;
  list.set_deal_id(deal.id());
  EXPECT_EQ(office_.anna.Call<ListActivitiesResponse>(list).activities(0).contact_id(), survivor_.id());
}

TEST_F(Merges, CarryFilesAndThoseThatAreStillToArrive) {
  const auto file = Attach(office_.anna, FileFor(merged_.id()), "content");
  const auto begun = office_.anna.Call<Upload>(FileFor(merged_.id()));
  const auto merge = office_.anna.Call<Merge>(Merging(survivor_.id(), merged_.id()));
  EXPECT_THAT(FilesOfContact(office_.anna, survivor_.id()), ElementsAre(file.id()));
  office_.anna.Call<Upload>(Part(begun.id(), 0, "content"));
  const auto arrived = office_.anna.Call<File>(Finishing(begun.id()));
  EXPECT_EQ(arrived.entity_id(), survivor_.id());
  EXPECT_EQ(office_.anna.Call<UndoMergeResponse>(Undoing(merge.id())).stayed_size(), 0);
  EXPECT_THAT(FilesOfContact(office_.anna, merged_.id()), ElementsAre(file.id()));
  EXPECT_THAT(FilesOfContact(office_.anna, survivor_.id()), ElementsAre(arrived.id()));
}

TEST_F(Merges, UniteMessengersAndDisturbNobodyWhoHasAskedForPeace) {
  const auto ask = [&](const Contact& contact, const std::string& messenger, int64_t until) {
    UpdateContactRequest request;
    request.set_contact_id(contact.id());
    request.mutable_contact()->add_messengers(messenger);
    *request.mutable_contact()->mutable_do_not_disturb()->mutable_until() = Instant(until);
    office_.anna.Call<Contact>(request);
  };
  const int64_t now = DatabaseNow();
  ask(survivor_, "telegram:ivanov", now + 60 * kMinute);
  ask(merged_, "vk:id123", now + 120 * kMinute);
  const auto merge = office_.anna.Call<Merge>(Merging(survivor_.id(), merged_.id()));
  const auto united = Read(survivor_.id());
  EXPECT_THAT(united.messengers(), ElementsAre("telegram:ivanov", "vk:id123"));
  EXPECT_EQ(united.do_not_disturb().until(), Instant(now + 120 * kMinute));
  office_.anna.Call<UndoMergeResponse>(Undoing(merge.id()));
  EXPECT_THAT(Read(survivor_.id()).messengers(), ElementsAre("telegram:ivanov"));
  EXPECT_EQ(Read(survivor_.id()).do_not_disturb().until(), Instant(now + 60 * kMinute));
  EXPECT_THAT(Read(merged_.id()).messengers(), ElementsAre("vk:id123"));
}

TEST_F(Merges, LeaveADealThatBothTakePartInWithOneOfThem) {
  const auto deal = office_.anna.Call<Deal>(DealWith(merged_.id()));
  CreateDealContactRequest add;
  add.mutable_deal_contact()->set_deal_id(deal.id());
  add.mutable_deal_contact()->set_contact_id(survivor_.id());
  add.mutable_deal_contact()->set_role("бухгалтер");
  office_.anna.Call<DealContact>(add);
  ListDealContactsRequest list;
  list.set_deal_id(deal.id());
  const auto merge = office_.anna.Call<Merge>(Merging(survivor_.id(), merged_.id()));
  EXPECT_THAT(office_.anna.Call<ListDealContactsResponse>(list).deal_contacts(), IsEmpty());
  office_.anna.Call<UndoMergeResponse>(Undoing(merge.id()));
  EXPECT_EQ(office_.Find(deal.id()).contact_id(), merged_.id());
  EXPECT_EQ(office_.anna.Call<ListDealContactsResponse>(list).deal_contacts(0).role(), "бухгалтер");
}

TEST_F(Merges, AreForWhoeverMayChangeBoth) {
  auto request = NewContact("Чужой");
  request.mutable_contact()->set_responsible_user_id(office_.boris_id());
  const auto others = office_.boris.Call<Contact>(request);
  for (const auto& merge : {Merging(survivor_.id(), others.id()), Merging(others.id(), survivor_.id())}) {
    EXPECT_EQ(FailureOf(office_.anna, merge).reason(), "NOT_RESPONSIBLE");
  }
  LimitManagers(office_, READ_SCOPE_OWN);
  EXPECT_EQ(FailureOf(office_.anna, Merging(survivor_.id(), others.id())).code(), StatusCode::NOT_FOUND);
}

TEST_F(Merges, NeedTwo) {
  EXPECT_EQ(FailureOf(office_.anna, Merging(survivor_.id(), survivor_.id())).reason(), "SAME_CLIENT");
}

TEST_F(Merges, HappenOnceIfTwoMeet) {
  const auto one = [&] { office_.anna.Call<Merge>(Merging(survivor_.id(), merged_.id())); };
  const auto other = [&] { office_.boris.Call<Merge>(Merging(merged_.id(), survivor_.id())); };
  EXPECT_THAT(Race({one, other}), UnorderedElementsAre("", "NOT_FOUND"));
}

TEST_F(Merges, LoseNoInquiryOfTheMerged) {
  const auto merge = [&] { office_.anna.Call<Merge>(Merging(survivor_.id(), merged_.id())); };
  const auto ask = [&] { office_.intake.Call<Inquiry>(Asking(kOtherPhone)); };
  EXPECT_THAT(Race({merge, ask}), ElementsAre("", ""));
  ListClientDealsRequest deals;
  deals.set_contact_id(survivor_.id());
  EXPECT_EQ(office_.anna.Call<ListClientDealsResponse>(deals).deals_size(), 1);
}

TEST_F(Merges, AreRefusedIfTooMuchWouldMove) {
  storage::Connection& db = Crm().db();
  for (int i = 0; i < 501; ++i) {
    db.Execute(
        "INSERT INTO deal_contacts (account_id, id, deal_id, contact_id, role, create_time, etag) "
        "VALUES (?, ?, ?, ?, '', 0, 1)",
        office_.account_id(), 1'000'000 + i, 1'000'000 + i, merged_.id());
  }
  EXPECT_EQ(FailureOf(office_.anna, Merging(survivor_.id(), merged_.id())).reason(), "TOO_MANY_LINKS");
  EXPECT_EQ(Read(merged_.id()).name(), "Пётр Иванов");
}

TEST(CompanyMerges, CarryDealsAndPeople) {
  Office office;
  CreateCompanyRequest create;
  create.mutable_company()->set_name("Ромашка");
  const auto survivor = office.anna.Call<Company>(create);
  create.mutable_company()->set_tax_number("7701234567");
  const auto merged = office.anna.Call<Company>(create);
  auto person = NewContact("Вера");
  person.mutable_contact()->set_company_id(merged.id());
  const auto contact = office.anna.Call<Contact>(person);
  const auto deal = office.anna.Call<Deal>(DealWith(contact.id()));
  EXPECT_EQ(deal.company_id(), merged.id());

  const auto merge = office.anna.Call<Merge>(MergingCompanies(survivor.id(), merged.id()));
  EXPECT_EQ(office.Find(deal.id()).company_id(), survivor.id());
  EXPECT_EQ(office.anna.Call<Contact>(ReadingContact(contact.id())).company_id(), survivor.id());
  GetCompanyRequest get;
  get.set_company_id(survivor.id());
  EXPECT_EQ(office.anna.Call<Company>(get).tax_number(), "7701234567");

  office.anna.Call<UndoMergeResponse>(Undoing(merge.id()));
  EXPECT_EQ(office.Find(deal.id()).company_id(), merged.id());
  EXPECT_EQ(office.anna.Call<Contact>(ReadingContact(contact.id())).company_id(), merged.id());
  EXPECT_EQ(office.anna.Call<Company>(get).tax_number(), "");
}

}  // namespace
}  // namespace voronka::testing
