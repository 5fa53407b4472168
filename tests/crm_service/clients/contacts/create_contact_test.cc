#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/crm_service/clients/contacts/contact_calls.h"

namespace voronka::testing {
namespace {

using namespace crm::v1;
using ::testing::ElementsAre;
using ::testing::UnorderedElementsAre;

TEST(CreateContact, NeedsANameAPhoneOrAnEmail) {
  Office office;
  EXPECT_THAT(ViolationsOf(office.anna, NewContact("")), ElementsAre("REQUIRED at contact.name"));
  EXPECT_EQ(office.anna.Call<Contact>(NewContact("", kPhone)).name(), "");
  EXPECT_EQ(office.anna.Call<Contact>(NewContact("", "", "petr@example.com")).name(), "");
  EXPECT_EQ(office.anna.Call<Contact>(NewContact("Пётр")).name(), "Пётр");
}

TEST(CreateContact, TakesNothingInvisibleForAName) {
  Office office;
  for (const char* name : {" ", "\u200B", "\u2060", "\u2800", ".", "—"}) {
    EXPECT_THAT(ViolationsOf(office.anna, NewContact(name)), ElementsAre("REQUIRED at contact.name")) << name;
  }
  EXPECT_EQ(office.anna.Call<Contact>(NewContact("-", kPhone)).name(), "");
  EXPECT_EQ(office.anna.Call<Contact>(NewContact("  Иван   Пет\u00ADров ")).name(), "Иван Петров");
}

TEST(CreateContact, ReportsAllViolationsAtOnce) {
  Office office;
  auto request = NewContact("Пётр", "123");
  request.mutable_contact()->add_phones("456");
  request.mutable_contact()->set_responsible_user_id(77);
  EXPECT_THAT(ViolationsOf(office.anna, request),
              UnorderedElementsAre("MALFORMED at contact.phones[0]", "MALFORMED at contact.phones[1]",
                                   "UNKNOWN_USER at contact.responsible_user_id"));
}

}  // namespace
}  // namespace voronka::testing
