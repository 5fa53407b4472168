#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/crm_service/clients/contacts/contact_calls.h"

namespace voronka::testing {
namespace {

using namespace crm::v1;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

TEST(ListContacts, FindsByPhoneInAnyNotation) {
  Office office;
  const auto made = office.anna.Call<Contact>(NewContact("Пётр", kPhone, "petr@example.com"));
  EXPECT_THAT(Found(office.boris, "8 (916) 123-45-67", ""), ElementsAre(made.id()));
  EXPECT_THAT(Found(office.boris, "", "PETR@EXAMPLE.COM"), ElementsAre(made.id()));
  EXPECT_THAT(Found(office.boris, "8 (916) 123-45-67", "petr@example.com"), ElementsAre(made.id()));
}

TEST(ListContacts, FindsNobodyByAnUnknownPhone) {
  Office office;
  office.anna.Call<Contact>(NewContact("Пётр", kPhone));
  EXPECT_THAT(Found(office.anna, "+79167654321", ""), IsEmpty());
  EXPECT_THAT(Found(office.anna, "123", ""), IsEmpty());
}

TEST(ListContacts, FindsNobodyByOnesPhoneAndAnothersEmail) {
  Office office;
  office.anna.Call<Contact>(NewContact("Пётр", kPhone));
  office.anna.Call<Contact>(NewContact("Павел", "", "pavel@example.com"));
  EXPECT_THAT(Found(office.anna, kPhone, "pavel@example.com"), IsEmpty());
}

TEST(ListContacts, ReturnsEachWithTheirOwnPhonesAndEmails) {
  Office office;
  const auto petr = office.anna.Call<Contact>(NewContact("Пётр", kPhone, "petr@example.com"));
  const auto nobody = office.anna.Call<Contact>(NewContact("Павел"));
  const auto maria = office.anna.Call<Contact>(NewContact("Мария", "+79167654321"));
  const auto listed = office.anna.Call<ListContactsResponse>(ListContactsRequest());
  ASSERT_EQ(listed.contacts_size(), 3);
  EXPECT_EQ(listed.contacts(0).SerializeAsString(), petr.SerializeAsString());
  EXPECT_EQ(listed.contacts(1).SerializeAsString(), nobody.SerializeAsString());
  EXPECT_EQ(listed.contacts(2).SerializeAsString(), maria.SerializeAsString());
}

TEST(ListContacts, ReturnsPagesOrderedById) {
  Office office;
  for (const char* name : {"Пётр", "Павел", "Мария"}) office.anna.Call<Contact>(NewContact(name));
  ListContactsRequest request;
  request.set_page_size(2);
  const auto first = office.anna.Call<ListContactsResponse>(request);
  ASSERT_EQ(first.contacts_size(), 2);
  request.set_page_token(first.next_page_token());
  const auto second = office.anna.Call<ListContactsResponse>(request);
  ASSERT_EQ(second.contacts_size(), 1);
  EXPECT_EQ(second.contacts(0).name(), "Мария");
}

}  // namespace
}  // namespace voronka::testing
