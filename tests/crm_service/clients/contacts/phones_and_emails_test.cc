#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "foundation/storage/connection.h"
#include "tests/crm_service/office.h"
#include "tests/crm_service/race.h"

namespace voronka::testing {
namespace {

using namespace crm::v1;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::UnorderedElementsAre;

constexpr const char* kPhone = "+79161234567";

GetContactRequest Getting(int64_t contact_id) {
  GetContactRequest request;
  request.set_contact_id(contact_id);
  return request;
}

UpdateContactRequest Changing(int64_t contact_id, const std::string& path) {
  UpdateContactRequest request;
  request.set_contact_id(contact_id);
  request.mutable_contact();
  request.mutable_update_mask()->add_paths(path);
  return request;
}

UpdateContactRequest GivingPhone(int64_t contact_id, const std::string& phone) {
  auto request = Changing(contact_id, "phones");
  request.mutable_contact()->add_phones(phone);
  return request;
}

std::vector<int64_t> Found(client::Client& who, const std::string& phone, const std::string& email) {
  ListContactsRequest request;
  request.set_phone(phone);
  request.set_email(email);
  std::vector<int64_t> ids;
  const auto response = who.Call<ListContactsResponse>(request);
  for (const auto& contact : response.contacts()) ids.push_back(contact.id());
  return ids;
}

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

TEST(GetContact, DoesNotFindOneInAnotherAccount) {
  Office office;
  Colleagues others;
  const auto made = office.anna.Call<Contact>(NewContact("Пётр"));
  EXPECT_EQ(FailureOf(others.anna, Getting(made.id())).code(), grpc::StatusCode::NOT_FOUND);
}

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
