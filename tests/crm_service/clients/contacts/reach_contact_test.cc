// By what a contact is reached: messengers, hours, and when not.
#include <gmock/gmock.h>
#include <google/protobuf/util/time_util.h>
#include <gtest/gtest.h>

#include "foundation/storage/connection.h"
#include "tests/crm_service/clients/contacts/contact_calls.h"
#include "tests/crm_service/race.h"

namespace voronka::testing {
namespace {

using namespace crm::v1;
using google::protobuf::util::TimeUtil;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::UnorderedElementsAre;

CreateContactRequest WithMessenger(const std::string& name, const std::string& messenger) {
  auto request = NewContact(name);
  request.mutable_contact()->add_messengers(messenger);
  return request;
}

std::vector<int64_t> FoundIn(client::Client& who, const std::string& messenger) {
  ListContactsRequest request;
  request.set_messenger(messenger);
  std::vector<int64_t> ids;
  const auto response = who.Call<ListContactsResponse>(request);
  for (const auto& contact : response.contacts()) ids.push_back(contact.id());
  return ids;
}

UpdateContactRequest NotDisturbing(int64_t contact_id, int64_t until) {
  auto request = Changing(contact_id, "do_not_disturb");
  *request.mutable_contact()->mutable_do_not_disturb()->mutable_until() = Instant(until);
  request.mutable_contact()->mutable_do_not_disturb()->set_reason("В отпуске");
  return request;
}

TEST(ContactMessengers, AreStoredInOneFormEachOnce) {
  Office office;
  auto request = WithMessenger("Пётр", "https://t.me/Ivanov");
  request.mutable_contact()->add_messengers("@ivanov");
  request.mutable_contact()->add_messengers("вк id7");
  const auto made = office.anna.Call<Contact>(request);
  EXPECT_THAT(made.messengers(), ElementsAre("telegram:ivanov", "vk:id7"));
  EXPECT_EQ(office.boris.Call<Contact>(Getting(made.id())).SerializeAsString(), made.SerializeAsString());
  EXPECT_THAT(FoundIn(office.boris, "tg: Ivanov"), ElementsAre(made.id()));
  EXPECT_THAT(FoundIn(office.boris, "@petrov"), IsEmpty());
  EXPECT_THAT(FoundIn(office.boris, "ivanov"), IsEmpty());
}

TEST(ContactMessengers, BelongToOneContact) {
  Office office;
  const auto petr = office.anna.Call<Contact>(WithMessenger("Пётр", "@ivanov"));
  const auto failure = FailureOf(office.boris, WithMessenger("Павел", "t.me/ivanov"));
  EXPECT_EQ(failure.code(), grpc::StatusCode::ALREADY_EXISTS);
  auto away = Changing(petr.id(), "messengers");
  office.anna.Call<Contact>(away);
  EXPECT_THAT(office.boris.Call<Contact>(WithMessenger("Павел", "t.me/ivanov")).messengers(),
              ElementsAre("telegram:ivanov"));
}

TEST(ContactMessengers, GoToOneOfTwoWhoTakeThemAtOnce) {
  Office office;
  const auto make = [&] { office.anna.Call<Contact>(WithMessenger("Пётр", "@ivanov")); };
  EXPECT_THAT(Race({make, make}), UnorderedElementsAre("", "CONTACT_EXISTS"));
}

TEST(ContactMessengers, AreRefusedWithAllThatIsWrong) {
  Office office;
  auto request = WithMessenger("Пётр", "ivanov");
  request.mutable_contact()->add_messengers("https://example.com/ivanov");
  EXPECT_THAT(ViolationsOf(office.anna, request),
              ElementsAre("MALFORMED at contact.messengers[0]", "MALFORMED at contact.messengers[1]"));
  auto many = NewContact("Пётр");
  for (int i = 0; i < 21; ++i) many.mutable_contact()->add_messengers("@ivanov" + std::to_string(i));
  EXPECT_THAT(ViolationsOf(office.anna, many), ElementsAre("TOO_MANY at contact.messengers"));
}

TEST(ContactMessengers, SayWhoItIsAsAPhoneDoes) {
  Office office;
  EXPECT_EQ(office.anna.Call<Contact>(WithMessenger("", "@ivanov")).name(), "");
}

TEST(DoNotDisturb, HoldsUntilATimeAheadAndIsTakenBack) {
  Office office;
  const auto petr = office.anna.Call<Contact>(NewContact("Пётр"));
  const int64_t until = Crm().Now() + kMinute;
  const auto quiet = office.anna.Call<Contact>(NotDisturbing(petr.id(), until));
  EXPECT_EQ(TimeUtil::TimestampToMicroseconds(quiet.do_not_disturb().until()), until);
  EXPECT_EQ(quiet.do_not_disturb().reason(), "В отпуске");
  EXPECT_EQ(office.boris.Call<Contact>(Getting(petr.id())).SerializeAsString(), quiet.SerializeAsString());
  EXPECT_FALSE(office.anna.Call<Contact>(Changing(petr.id(), "do_not_disturb")).has_do_not_disturb());
}

TEST(DoNotDisturb, IsNotSetToThePastButStaysWhenItIsOver) {
  Office office;
  const auto petr = office.anna.Call<Contact>(NewContact("Пётр"));
  EXPECT_THAT(ViolationsOf(office.anna, NotDisturbing(petr.id(), Crm().Now() - kMinute)),
              ElementsAre("PAST at contact.do_not_disturb.until"));
  auto quiet = office.anna.Call<Contact>(NotDisturbing(petr.id(), Crm().Now() + kMinute)).do_not_disturb();
  *quiet.mutable_until() = Instant(1'000'000);
  Crm().db().Execute("UPDATE contacts SET do_not_disturb = ? WHERE account_id = ? AND id = ?",
                     storage::Bytes{quiet.SerializeAsString()}, office.account_id(), petr.id());
  auto rename = Changing(petr.id(), "name");
  rename.mutable_contact()->set_name("Пётр Иванов");
  EXPECT_EQ(office.anna.Call<Contact>(rename).do_not_disturb().reason(), "В отпуске");
}

TEST(DoNotDisturb, IsRefusedTogetherWithAllElseThatIsWrong) {
  Office office;
  auto request = WithMessenger("Пётр", "ivanov");
  request.mutable_contact()->set_time_zone("Mars/Olympus");
  *request.mutable_contact()->mutable_do_not_disturb()->mutable_until() = Instant(1'000'000);
  EXPECT_THAT(ViolationsOf(office.anna, request),
              UnorderedElementsAre("MALFORMED at contact.messengers[0]", "PAST at contact.do_not_disturb.until",
                                   "UNKNOWN_TIME_ZONE at contact.time_zone"));
}

TEST(ListContacts, ReturnsTheNewestFirstPageByPage) {
  Office office;
  for (const char* name : {"Пётр", "Павел", "Мария"}) office.anna.Call<Contact>(NewContact(name, "", ""));
  ListContactsRequest request;
  request.set_newest_first(true);
  request.set_page_size(2);
  const auto first = office.anna.Call<ListContactsResponse>(request);
  ASSERT_EQ(first.contacts_size(), 2);
  EXPECT_EQ(first.contacts(0).name(), "Мария");
  EXPECT_EQ(first.contacts(1).name(), "Павел");
  request.set_page_token(first.next_page_token());
  const auto second = office.anna.Call<ListContactsResponse>(request);
  ASSERT_EQ(second.contacts_size(), 1);
  EXPECT_EQ(second.contacts(0).name(), "Пётр");
}

TEST(ListContacts, ReadsThePointsOfEachInAnyOrder) {
  Office office;
  const auto petr = office.anna.Call<Contact>(NewContact("Пётр", kPhone));
  const auto pavel = office.anna.Call<Contact>(WithMessenger("Павел", "@pavel"));
  ListContactsRequest request;
  request.set_newest_first(true);
  const auto listed = office.anna.Call<ListContactsResponse>(request);
  ASSERT_EQ(listed.contacts_size(), 2);
  EXPECT_EQ(listed.contacts(0).SerializeAsString(), pavel.SerializeAsString());
  EXPECT_EQ(listed.contacts(1).SerializeAsString(), petr.SerializeAsString());
}

TEST(ListContacts, FindsByTheBeginningOfTheNameAndByWhoIsResponsible) {
  Office office;
  auto annas = NewContact("Иван Петров");
  annas.mutable_contact()->set_responsible_user_id(office.anna_id());
  const auto ivan = office.anna.Call<Contact>(annas);
  const auto ivanna = office.anna.Call<Contact>(NewContact("Иванна"));
  office.anna.Call<Contact>(NewContact("Пётр Иванов"));
  const auto percent = office.anna.Call<Contact>(NewContact("100% Иван"));
  const auto found = [&](const ListContactsRequest& request) {
    std::vector<int64_t> ids;
    const auto response = office.anna.Call<ListContactsResponse>(request);
    for (const auto& contact : response.contacts()) ids.push_back(contact.id());
    return ids;
  };
  ListContactsRequest request;
  request.set_name("иван");
  EXPECT_THAT(found(request), ElementsAre(ivan.id(), ivanna.id()));
  request.set_responsible_user_id(office.anna_id());
  EXPECT_THAT(found(request), ElementsAre(ivan.id()));
  request.clear_name();
  EXPECT_THAT(found(request), ElementsAre(ivan.id()));
  request.clear_responsible_user_id();
  request.set_name("%");
  EXPECT_THAT(found(request), IsEmpty());
  request.set_name("100%");
  EXPECT_THAT(found(request), ElementsAre(percent.id()));
}

}  // namespace
}  // namespace voronka::testing
