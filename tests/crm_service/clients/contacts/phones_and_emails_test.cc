#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/crm_service/clients/contacts/contact_calls.h"

namespace voronka::testing {
namespace {

using namespace crm::v1;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

TEST(CreateContact, StoresPhonesAndEmailsNormalised) {
  Office office;
  const auto made = office.anna.Call<Contact>(NewContact("Пётр", "8 (916) 123-45-67", "Petr@Example.com"));
  EXPECT_THAT(made.phones(), ElementsAre(kPhone));
  EXPECT_THAT(made.emails(), ElementsAre("petr@example.com"));
  EXPECT_EQ(made.etag(), 1);
  EXPECT_EQ(office.boris.Call<Contact>(Getting(made.id())).SerializeAsString(), made.SerializeAsString());
}

TEST(CreateContact, KeepsTheOrderOfPhones) {
  Office office;
  auto request = NewContact("Пётр", "+79169999999");
  request.mutable_contact()->add_phones("+79161111111");
  const auto made = office.anna.Call<Contact>(request);
  EXPECT_THAT(office.anna.Call<Contact>(Getting(made.id())).phones(), ElementsAre("+79169999999", "+79161111111"));
}

TEST(CreateContact, RemovesDuplicatePhones) {
  Office office;
  auto request = NewContact("Пётр", "8 916 123-45-67");
  request.mutable_contact()->add_phones(kPhone);
  EXPECT_THAT(office.anna.Call<Contact>(request).phones(), ElementsAre(kPhone));
}

TEST(CreateContact, ReadsPhonesAndEmailsAsPeopleWriteThem) {
  Office office;
  auto request =
      NewContact("Пётр", "тел. +7\u00A0(495)\u00A0123\u201145\u201167, доб. 123 / 8 916 123-45-67 (WhatsApp)",
                 "Пётр <Petr@Example.com>, mailto:a@b.ru?bcc=x%40y.zz");
  request.mutable_contact()->add_phones("80 29 123-45-67");
  request.mutable_contact()->add_phones("+998 20 123-45-67");
  request.mutable_contact()->add_emails("zakaz@xn----7sbdqwjwi1a0h.xn--p1ai\u200B");
  const auto made = office.anna.Call<Contact>(request);
  EXPECT_THAT(made.phones(), ElementsAre("+74951234567;ext=123", "+79161234567", "+375291234567", "+998201234567"));
  EXPECT_THAT(made.emails(), ElementsAre("petr@example.com", "a@b.ru", "zakaz@кабель-опт.рф"));
  EXPECT_EQ(office.boris.Call<Contact>(Getting(made.id())).SerializeAsString(), made.SerializeAsString());
}

TEST(CreateContact, TellsTwoPeopleAtOneSwitchboardApart) {
  Office office;
  const auto petr = office.anna.Call<Contact>(NewContact("Пётр", "8 495 123-45-67 доб. 12"));
  const auto pavel = office.anna.Call<Contact>(NewContact("Павел", "8 495 123-45-67 доб. 13"));
  EXPECT_THAT(Found(office.anna, "+7 (495) 123-45-67 вн. 12", ""), ElementsAre(petr.id()));
  EXPECT_THAT(Found(office.anna, "+7 (495) 123-45-67 вн. 13", ""), ElementsAre(pavel.id()));
  EXPECT_THAT(Found(office.anna, "+7 (495) 123-45-67", ""), IsEmpty());
}

TEST(CreateContact, KeepsAPhoneWithoutAnAreaAsItWasTyped) {
  Office office;
  auto request = NewContact("Пётр", "2-34-56");
  request.mutable_contact()->add_phones(kPhone);
  request.mutable_contact()->add_phones("8 916 123");
  const auto made = office.anna.Call<Contact>(request);
  EXPECT_THAT(made.phones(), ElementsAre("2-34-56", kPhone, "8 916 123"));
  EXPECT_EQ(office.boris.Call<Contact>(Getting(made.id())).SerializeAsString(), made.SerializeAsString());
  // In another town the same digits are somebody else's.
  EXPECT_THAT(office.anna.Call<Contact>(NewContact("Павел", "2-34-56")).phones(), ElementsAre("2-34-56"));
  EXPECT_THAT(Found(office.anna, "2-34-56", ""), IsEmpty());
}

TEST(CreateContact, RefusesAnEmailThatMayAddARecipient) {
  Office office;
  EXPECT_THAT(ViolationsOf(office.anna, NewContact("Пётр", "", "a@b.ru?bcc=x%40y.zz")),
              ElementsAre("MALFORMED at contact.emails[0]"));
  EXPECT_THAT(ViolationsOf(office.anna, NewContact("Пётр", "", "petr ivanov@b.ru")),
              ElementsAre("MALFORMED at contact.emails[0]"));
}

TEST(CreateContact, RefusesAPhoneThatIsSomethingElse) {
  Office office;
  for (const char* phone : {"ira19851204@mail.example", "29.02.1985", "4111 1111 1111 1111", "ИНН 7701234567"}) {
    EXPECT_THAT(ViolationsOf(office.anna, NewContact("Пётр", phone)), ElementsAre("MALFORMED at contact.phones[0]"))
        << phone;
  }
}

TEST(CreateContact, RefusesAnItemWhoseAddressesItCannotAllRead) {
  Office office;
  for (const char* mail : {"a@b.ru petr c@d.ru", "http://ivan32@ya.ru", "p@123.45.67.89", "user:name@b.ru"}) {
    EXPECT_THAT(ViolationsOf(office.anna, NewContact("Пётр", "", mail)), ElementsAre("MALFORMED at contact.emails[0]"))
        << mail;
  }
  const auto made = office.anna.Call<Contact>(NewContact("Пётр", "", "tom.o'malley@b.ru a@b.ru"));
  EXPECT_THAT(made.emails(), ElementsAre("tom.o'malley@b.ru", "a@b.ru"));
  EXPECT_THAT(Found(office.anna, "", "malley@b.ru"), IsEmpty());
}

TEST(CreateContact, CountsThePhonesInsideItsItems) {
  Office office;
  auto request = NewContact("Пётр");
  for (int i = 0; i < 11; ++i) {
    request.mutable_contact()->add_phones("+7 916 123-40-" + std::to_string(10 + i) + ", +7 916 123-50-" +
                                          std::to_string(10 + i));
  }
  EXPECT_THAT(ViolationsOf(office.anna, request), ElementsAre("TOO_MANY at contact.phones"));
}

// In lower case each of these letters becomes two characters.
std::string MailThatGrows() {
  std::string mail;
  for (int i = 0; i < 240; ++i) mail += "İ";
  return mail + "@a.ru";
}

TEST(CreateContact, RefusesAnEmailThatIsTooLongInLowerCase) {
  Office office;
  EXPECT_THAT(ViolationsOf(office.anna, NewContact("Пётр", "", MailThatGrows())),
              ElementsAre("TOO_LONG at contact.emails[0]"));
  const auto made = office.anna.Call<Contact>(NewContact("Пётр", "", "İ@a.ru"));
  EXPECT_THAT(made.emails(), ElementsAre("i̇@a.ru"));
}

TEST(UpdateContact, RefusesAnEmailThatIsTooLongInLowerCase) {
  Office office;
  auto request = Changing(office.anna.Call<Contact>(NewContact("Пётр")).id(), "emails");
  request.mutable_contact()->add_emails(MailThatGrows());
  EXPECT_THAT(ViolationsOf(office.anna, request), ElementsAre("TOO_LONG at contact.emails[0]"));
}

TEST(ListContacts, FindsNobodyByAnEmailThatIsTooLongInLowerCase) {
  Office office;
  office.anna.Call<Contact>(NewContact("Пётр", "", "petr@example.com"));
  EXPECT_THAT(Found(office.anna, "", MailThatGrows()), IsEmpty());
}

}  // namespace
}  // namespace voronka::testing
