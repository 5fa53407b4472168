#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "foundation/storage/connection.h"
#include "tests/crm_service/clients/contacts/contact_calls.h"

namespace voronka::testing {
namespace {

using namespace crm::v1;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

TEST(UpdateContact, ReplacesThePhones) {
  Office office;
  const auto made = office.anna.Call<Contact>(NewContact("Пётр", kPhone, "petr@example.com"));
  const auto changed = office.anna.Call<Contact>(GivingPhone(made.id(), "8 916 765-43-21"));
  EXPECT_THAT(changed.phones(), ElementsAre("+79167654321"));
  EXPECT_THAT(changed.emails(), ElementsAre("petr@example.com"));
  EXPECT_EQ(changed.etag(), 2);
  EXPECT_THAT(Found(office.anna, kPhone, ""), IsEmpty());
  EXPECT_EQ(office.anna.Call<Contact>(Getting(made.id())).SerializeAsString(), changed.SerializeAsString());
}

TEST(UpdateContact, ReplacesAPhoneThatWasKeptAsItWasTyped) {
  Office office;
  const auto made = office.anna.Call<Contact>(NewContact("Пётр", "2-34-56"));
  EXPECT_THAT(office.anna.Call<Contact>(GivingPhone(made.id(), "2-34-57")).phones(), ElementsAre("2-34-57"));
  EXPECT_THAT(office.anna.Call<Contact>(Getting(made.id())).phones(), ElementsAre("2-34-57"));
}

// Such as an earlier release may have left it. `kind` as in the table: 1 of phones, 2 of emails.
Contact WithPoints(Office& office, int kind, const std::vector<std::string>& values) {
  const auto made = office.anna.Call<Contact>(NewContact("Пётр"));
  for (const auto& value : values) {
    Crm().db().Execute(
        "INSERT INTO contact_points (account_id, kind, value, contact_id, position) VALUES (?, ?, ?, ?, 100)",
        office.account_id(), kind, value, made.id());
  }
  return office.anna.Call<Contact>(Getting(made.id()));
}

TEST(UpdateContact, SavesAContactThatHasMoreThanAllowed) {
  Office office;
  std::vector<std::string> phones;
  for (int i = 10; i < 31; ++i) phones.push_back("+791612345" + std::to_string(i));
  const auto contact = WithPoints(office, 1, phones);
  ASSERT_EQ(contact.phones_size(), 21);
  auto request = Changing(contact.id(), "phones");
  request.mutable_update_mask()->add_paths("name");
  *request.mutable_contact() = contact;
  request.mutable_contact()->set_name("Павел");
  EXPECT_EQ(office.anna.Call<Contact>(request).name(), "Павел");
  request.mutable_contact()->add_phones("+79161234599");
  EXPECT_THAT(ViolationsOf(office.anna, request), ElementsAre("TOO_MANY at contact.phones"));
}

TEST(UpdateContact, LeavesAnEmailThatItWouldNotAcceptToday) {
  Office office;
  const auto contact = WithPoints(office, 2, {"a@b.ru?bcc=x%40y.zz"});
  auto request = Changing(contact.id(), "emails");
  *request.mutable_contact()->mutable_emails() = contact.emails();
  request.mutable_contact()->add_emails("c@d.ru");
  EXPECT_THAT(office.anna.Call<Contact>(request).emails(), ElementsAre("a@b.ru?bcc=x%40y.zz", "c@d.ru"));
}

TEST(UpdateContact, RequiresANameAPhoneOrAnEmail) {
  Office office;
  const auto made = office.anna.Call<Contact>(NewContact("", kPhone));
  EXPECT_THAT(ViolationsOf(office.anna, Changing(made.id(), "phones")), ElementsAre("REQUIRED at contact.name"));
}

TEST(UpdateContact, IsOnlyForTheirManagerAndSalesLeaders) {
  Office office;
  auto request = NewContact("Пётр");
  request.mutable_contact()->set_responsible_user_id(office.anna_id());
  const auto made = office.anna.Call<Contact>(request);
  const auto failure = FailureOf(office.boris, GivingPhone(made.id(), kPhone));
  EXPECT_EQ(failure.code(), grpc::StatusCode::PERMISSION_DENIED);
  EXPECT_EQ(failure.reason(), "NOT_RESPONSIBLE");
  EXPECT_EQ(office.anna.Call<Contact>(GivingPhone(made.id(), kPhone)).etag(), 2);
  EXPECT_EQ(office.galina.Call<Contact>(Changing(made.id(), "phones")).etag(), 3);
}

TEST(UpdateContact, GivesNoContactToADisabledUser) {
  Office office;
  auto request = NewContact("Пётр");
  request.mutable_contact()->set_responsible_user_id(office.boris_id());
  const auto boriss = office.olga.Call<Contact>(request);
  office.olga.Call<User>(Disabling(office.boris_id()));
  const auto failure = FailureOf(office.olga, request);
  EXPECT_EQ(failure.code(), grpc::StatusCode::FAILED_PRECONDITION);
  EXPECT_EQ(failure.reason(), "USER_DISABLED");
  const auto made = office.olga.Call<Contact>(NewContact("Павел"));
  auto change = Changing(made.id(), "responsible_user_id");
  change.mutable_contact()->set_responsible_user_id(office.boris_id());
  EXPECT_EQ(FailureOf(office.olga, change).reason(), "USER_DISABLED");
  // Their own clients stay theirs until somebody is chosen.
  EXPECT_EQ(office.olga.Call<Contact>(GivingPhone(boriss.id(), kPhone)).responsible_user_id(), office.boris_id());
}

TEST(UpdateContact, IsForEveryManagerIfTheContactHasNone) {
  Office office;
  const auto made = office.anna.Call<Contact>(NewContact("Пётр"));
  EXPECT_EQ(office.boris.Call<Contact>(GivingPhone(made.id(), kPhone)).etag(), 2);
}

TEST(UpdateContact, RefusesAStaleEtag) {
  Office office;
  auto request = GivingPhone(office.anna.Call<Contact>(NewContact("Пётр")).id(), kPhone);
  request.set_etag(7);
  EXPECT_EQ(FailureOf(office.anna, request).reason(), "STALE_ETAG");
}

}  // namespace
}  // namespace voronka::testing
