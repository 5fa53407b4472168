#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/crm_service/clients/contacts/contact_calls.h"
#include "tests/crm_service/race.h"

namespace voronka::testing {
namespace {

using namespace crm::v1;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::UnorderedElementsAre;

TEST(CreateContact, SaysWhoAlreadyHasThePhone) {
  Office office;
  const auto known = office.anna.Call<Contact>(NewContact("Пётр", kPhone));
  const auto failure = FailureOf(office.boris, NewContact("Павел", "8 916 123 45 67"));
  EXPECT_EQ(failure.code(), grpc::StatusCode::ALREADY_EXISTS);
  EXPECT_EQ(failure.reason(), "CONTACT_EXISTS");
  EXPECT_EQ(failure.metadata("contact_id"), std::to_string(known.id()));
}

TEST(CreateContact, LeavesNothingBehindIfAPhoneOrEmailIsTaken) {
  Office office;
  office.anna.Call<Contact>(NewContact("Пётр", "", "petr@example.com"));
  EXPECT_EQ(FailureOf(office.boris, NewContact("Павел", kPhone, "PETR@example.com")).reason(), "CONTACT_EXISTS");
  EXPECT_THAT(Found(office.anna, kPhone, ""), IsEmpty());
}

TEST(CreateContact, AllowsAPhoneThatAnotherAccountHas) {
  Office office, others;
  others.anna.Call<Contact>(NewContact("Пётр", kPhone));
  EXPECT_THAT(office.anna.Call<Contact>(NewContact("Пётр", kPhone)).phones(), ElementsAre(kPhone));
}

TEST(CreateContact, CreatesOneOfTwoConcurrentContactsWithTheSamePhone) {
  Office office;
  const auto make = [&] { office.anna.Call<Contact>(NewContact("Пётр", kPhone, "petr@example.com")); };
  EXPECT_THAT(Race({make, make}), UnorderedElementsAre("", "CONTACT_EXISTS"));
}

TEST(UpdateContact, LetsAnotherContactTakeAReleasedPhone) {
  Office office;
  const auto made = office.anna.Call<Contact>(NewContact("Пётр", kPhone));
  office.anna.Call<Contact>(Changing(made.id(), "phones"));
  EXPECT_THAT(office.anna.Call<Contact>(NewContact("Павел", kPhone)).phones(), ElementsAre(kPhone));
}

TEST(UpdateContact, SaysWhoAlreadyHasThePhone) {
  Office office;
  const auto petr = office.anna.Call<Contact>(NewContact("Пётр", kPhone));
  const auto pavel = office.anna.Call<Contact>(NewContact("Павел", "+79167654321"));
  const auto failure = FailureOf(office.anna, GivingPhone(pavel.id(), kPhone));
  EXPECT_EQ(failure.reason(), "CONTACT_EXISTS");
  EXPECT_EQ(failure.metadata("contact_id"), std::to_string(petr.id()));
  EXPECT_THAT(Found(office.anna, "+79167654321", ""), ElementsAre(pavel.id()));
}

}  // namespace
}  // namespace voronka::testing
