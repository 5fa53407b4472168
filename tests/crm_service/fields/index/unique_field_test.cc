#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>
#include <future>
#include <string>

#include "foundation/rpc/calls/partition.h"
#include "tests/crm_service/fields/index/indexed_office.h"
#include "tests/crm_service/race.h"

namespace voronka::testing {
namespace {

using namespace crm::v1;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::UnorderedElementsAre;

constexpr bool kUnique = true;
constexpr const char* kTaken = "FIELD_VALUE_TAKEN at contact.fields[\"pass\"]";

TEST(UniqueField, HasAValueOnce) {
  IndexedOffice office(kUnique);
  const auto petr = office.Make("Пётр", "A 17");
  EXPECT_THAT(ViolationsOf(office.anna, office.WithPass("Иван", " a  17")), ElementsAre(kTaken));
  EXPECT_THAT(FailureOf(office.anna, office.WithPass("Иван", "A 17")).localized_message(),
              HasSubstr("контакт #" + std::to_string(petr.id()) + " «Пётр»"));
  const auto ivan = office.Make("Иван", "A 18");
  EXPECT_THAT(ViolationsOf(office.anna, office.GivingPass(ivan.id(), "A 17")), ElementsAre(kTaken));
}

TEST(UniqueField, IsRefusedTogetherWithEverythingElse) {
  IndexedOffice office(kUnique);
  office.Make("Пётр", "A 17");
  auto request = office.WithPass("Иван", "A 17");
  request.mutable_contact()->set_responsible_user_id(404);
  EXPECT_THAT(ViolationsOf(office.anna, request),
              UnorderedElementsAre(kTaken, "UNKNOWN_USER at contact.responsible_user_id"));
}

TEST(UniqueField, LetsAValueBeKeptClearedAndTakenOver) {
  IndexedOffice office(kUnique);
  const auto petr = office.Make("Пётр", "A 17");
  const auto ivan = office.Make("Иван", "A 18");
  office.anna.Call<Contact>(office.GivingPass(petr.id(), "a 17"));
  office.anna.Call<Contact>(office.GivingPass(petr.id(), ""));
  office.anna.Call<Contact>(office.GivingPass(ivan.id(), "A 17"));
  EXPECT_THAT(ViolationsOf(office.anna, office.GivingPass(petr.id(), "A 17")), ElementsAre(kTaken));
}

TEST(UniqueField, HasAValueOnceAfterARaceOfTwo) {
  IndexedOffice office(kUnique);
  for (int round = 0; round < 10; ++round) {
    const auto pass = "pass " + std::to_string(round);
    EXPECT_THAT(Race({[&] { office.anna.Call<Contact>(office.WithPass("Пётр", pass)); },
                      [&] { office.boris.Call<Contact>(office.WithPass("Иван", pass)); }}),
                UnorderedElementsAre("", "FIELD_VALUE_TAKEN"));
  }
}

TEST(UniqueField, CountsWhatWasThereBefore) {
  IndexedOffice office;
  office.Make("Пётр", "A 17");
  EXPECT_TRUE(office.SetPass(kUnique, false).unique());
  EXPECT_THAT(ViolationsOf(office.anna, office.WithPass("Иван", "A 17")), ElementsAre(kTaken));
}

TEST(UniqueField, CountsWhatTheIndexHadBefore) {
  IndexedOffice office(false, true);
  office.Make("Пётр", "A 17");
  office.SetPass(kUnique, true);
  EXPECT_THAT(ViolationsOf(office.anna, office.WithPass("Иван", "A 17")), ElementsAre(kTaken));
}

TEST(UniqueField, IsRefusedWhereValuesRepeat) {
  for (const bool filterable : {false, true}) {
    IndexedOffice office(false, filterable);
    office.Make("Пётр", "A 17");
    office.Make("Иван", "a 17");
    const auto failure = FailureOf(office.olga, office.SettingPass(kUnique, filterable));
    EXPECT_EQ(failure.code(), grpc::StatusCode::FAILED_PRECONDITION);
    EXPECT_EQ(failure.reason(), "VALUES_REPEAT");
    EXPECT_THAT(failure.localized_message(), HasSubstr("«Пётр»"));
    EXPECT_FALSE(office.Pass().unique());
  }
}

// A transaction that writes values of contacts, which shares the lock of the field set.
struct Writer {
  explicit Writer(const Office& office) : account_id(office.account_id()) {
    db.Begin();
    db.Query("SELECT id FROM field_sets WHERE account_id = ? AND id = ? LOCK IN SHARE MODE", account_id,
             ENTITY_CONTACT);
  }

  // As a program does: with the event of the contact that was written last, once more.
  void Repeat(const Contact& contact, int64_t index_id, const std::string& value) {
    db.Execute("INSERT INTO indexed_values (account_id, index_id, value, resource_id) VALUES (?, ?, ?, ?)", account_id,
               index_id, storage::Bytes{value}, contact.id());
    db.Execute("UPDATE event_partitions SET head = head + 1 WHERE partition_id = ?", rpc::PartitionOf(account_id));
    db.Execute(
        "INSERT INTO events (partition_id, offset_id, account_id, topic, create_time, payload) "
        "SELECT e.partition_id, p.head, e.account_id, e.topic, e.create_time, e.payload FROM events e "
        "JOIN event_partitions p ON p.partition_id = e.partition_id WHERE e.account_id = ? AND e.topic = 0 "
        "ORDER BY e.offset_id DESC LIMIT 1",
        account_id);
  }

  const int64_t account_id;
  storage::Connection db{Crm().database()};
};

TEST(UniqueField, IsLookedForRepeatsWhileOthersWrite) {
  IndexedOffice office(false, true);
  office.Make("Пётр", "A 17");
  office.Make("Иван", "a 17");
  Writer writer(office);
  EXPECT_EQ(FailureOf(office.olga, office.SettingPass(kUnique, true)).reason(), "VALUES_REPEAT");
  writer.db.Rollback();
}

TEST(UniqueField, CountsWhatWasBeingWritten) {
  IndexedOffice office(false, true);
  office.Make("Пётр", "A 17");
  const auto ivan = office.Make("Иван", "A 18");
  const int64_t index_id = office.Pass().index_id();
  Writer writer(office);
  writer.Repeat(ivan, index_id, "a 17");
  const auto request = office.SettingPass(kUnique, true);
  auto refused = std::async(std::launch::async, [&] { return FailureOf(office.olga, request).reason(); });
  // Time to look through the index, and to wait for the lock.
  EXPECT_EQ(refused.wait_for(std::chrono::milliseconds(500)), std::future_status::timeout);
  writer.db.Commit();
  EXPECT_EQ(refused.get(), "VALUES_REPEAT");
}

TEST(UniqueField, MayRepeatOnceItIsNotUniqueAnyMore) {
  IndexedOffice office(kUnique);
  office.Make("Пётр", "A 17");
  EXPECT_EQ(office.SetPass(false, false).index_id(), 0);
  office.Make("Иван", "A 17");
  EXPECT_EQ(FailureOf(office.olga, office.SettingPass(kUnique, false)).reason(), "VALUES_REPEAT");
}

TEST(UniqueField, WaitsForTheIndexWhereValuesAreMany) {
  IndexedOffice office;
  office.Make("Пётр", "A 17");
  office.MakeMany();
  EXPECT_EQ(FailureOf(office.olga, office.SettingPass(kUnique, true)).reason(), "INDEX_NOT_READY");
}

// The client that is typed with a deal may be somebody who is known, and then stays as they are.
TEST(UniqueField, DoesNotTurnAwayAClientWhoIsKnown) {
  IndexedOffice office(kUnique);
  auto known = office.WithPass("Пётр", "A 17");
  known.mutable_contact()->add_phones("+79161234567");
  const auto petr = office.anna.Call<Contact>(known);
  auto request = NewDeal();
  *request.mutable_contact() = known.contact();
  EXPECT_EQ(office.anna.Call<Deal>(request).contact_id(), petr.id());
  request.mutable_contact()->set_phones(0, "+79161234568");
  EXPECT_THAT(ViolationsOf(office.anna, request), ElementsAre(kTaken));
}

TEST(UniqueField, IsOfAKindThatSaysWhichIsMeant) {
  IndexedOffice office;
  auto set = office.olga.Call<FieldSet>(Getting(ENTITY_DEAL));
  auto words = OwnField("words", Field::KIND_MULTILINE_TEXT);
  words.set_unique(true);
  words.set_filterable(true);
  auto several = ShippingField();
  several.set_kind(Field::KIND_CHOICES);
  several.set_unique(true);
  several.set_filterable(true);
  set.mutable_fields(0)->set_filterable(true);
  *set.add_fields() = words;
  *set.add_fields() = several;
  EXPECT_THAT(ViolationsOf(office.olga, Updating(set)),
              UnorderedElementsAre("NOT_OF_THIS_KIND at field_set.fields[0].filterable",
                                   "NOT_OF_THIS_KIND at field_set.fields[6].unique",
                                   "NOT_OF_THIS_KIND at field_set.fields[6].filterable",
                                   "NOT_OF_THIS_KIND at field_set.fields[7].unique"));
}

}  // namespace
}  // namespace voronka::testing
