#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/crm_service/intake/forms/site.h"

namespace voronka::testing {
namespace {

using namespace crm::v1;
using ::testing::Pair;
using ::testing::UnorderedElementsAre;

TEST(SubmitForm, RecognisesTheClientByPhone) {
  Site site;
  const auto first = site.Received({{"phone", "8 (916) 000-00-01"}});
  const auto second = site.Received({{"телефон", "+7 916 000 00 01"}, {"имя", "Пётр"}});
  EXPECT_EQ(second.deal_id(), first.deal_id());
  EXPECT_EQ(second.contact_id(), first.contact_id());
}

TEST(SubmitForm, KeepsAnEmailThatNoContactCanHold) {
  Site site;
  std::string mail;
  for (int i = 0; i < 240; ++i) mail += "İ";
  mail += "@a.ru";
  EXPECT_EQ(site.Received({{"email", mail}}).email(), mail);
}

TEST(SubmitForm, FindsThePhoneAndTheEmailInSurroundingText) {
  Site site;
  const auto first = site.Received({{"phone", "89160000001"}, {"email", "petr@mail.test"}});
  for (const char* phone : {"tel:+79160000001", "\u202A+79160000001\u202C", "+7 (916) 000\u201100\u201101",
                            "８９１６００００００１", "89160000001, 89160000002", "Пётр 89160000001"}) {
    EXPECT_EQ(site.Received({{"phone", phone}}).contact_id(), first.contact_id()) << phone;
  }
  EXPECT_EQ(site.Received({{"phone", "8 916 000-00-02"}}).contact_id(), first.contact_id());
  for (const char* mail : {"mailto:petr@mail.test?subject=a", "Пётр <Petr@mail.test>", "petr@mail.test.",
                           "\u200Bpetr@mail.test", "petr＠mail.test"}) {
    const auto inquiry = site.Received({{"email", mail}});
    EXPECT_EQ(inquiry.contact_id(), first.contact_id()) << mail;
    EXPECT_THAT(SentIn(inquiry), UnorderedElementsAre(Pair("email", mail)));
  }
}

TEST(SubmitForm, TakesNoOtherNumberForThePhone) {
  Site site;
  const auto stranger = site.Received({{"phone", "+77701234567"}});
  for (const char* text : {"ИНН 7701234567", "29.02.1985", "12 500,50 руб.", "4111 1111 1111 1111"}) {
    const auto inquiry = site.Received({{"name", "Анна"}, {"phone", text}});
    EXPECT_NE(inquiry.contact_id(), stranger.contact_id()) << text;
    EXPECT_EQ(inquiry.phone(), text);
  }
}

TEST(SubmitForm, RecognisesAnEmailInThePhoneField) {
  Site site;
  const auto first = site.Received({{"email", "ira19851204@mail.test"}});
  EXPECT_EQ(site.Received({{"phone", "ira19851204@mail.test"}}).contact_id(), first.contact_id());
}

TEST(SubmitForm, FindsEveryEmailInAField) {
  Site site;
  const auto first = site.Received({{"email", "petr@mail.test"}});
  for (const char* mail :
       {"petr@mail.test, p@mail.test", "petr@mail.test p@mail.test", "p@mail.test; petr@mail.test"}) {
    const auto inquiry = site.Received({{"email", mail}});
    EXPECT_EQ(inquiry.contact_id(), first.contact_id()) << mail;
    EXPECT_EQ(site.Received({{"email", "p@mail.test"}}).contact_id(), first.contact_id()) << mail;
  }
  EXPECT_EQ(site.Received({{"email", "a@mail.test b@mail.test"}}).email(), "a@mail.test, b@mail.test");
  EXPECT_EQ(site.Received({{"email", "A.Ivanova@mail.test"}}).email(), "A.Ivanova@mail.test");
}

TEST(SubmitForm, DoesNotTakeAnEmailWithAnApostropheForAnothers) {
  Site site;
  const auto neil = site.Received({{"email", "neil@mail.test"}});
  const auto other = site.Received({{"email", "o'neil@mail.test"}});
  EXPECT_EQ(other.email(), "o'neil@mail.test");
  EXPECT_NE(other.contact_id(), neil.contact_id());
}

TEST(SubmitForm, IgnoresAnEmailThatMayBePartOfAnother) {
  Site site;
  const auto ivanov = site.Received({{"email", "ivanov@mail.test"}});
  const auto inquiry = site.Received({{"email", "petr ivanov@mail.test"}});
  EXPECT_NE(inquiry.contact_id(), ivanov.contact_id());
  EXPECT_EQ(inquiry.email(), "petr ivanov@mail.test");
}

TEST(SubmitForm, KnowsItsClientByASecondPhoneOrEmail) {
  Site site;
  const auto first = site.Received(
      {{"phone", "89160000001"}, {"mobile", "89160000002"}, {"email", "petr@mail.test"}, {"email", "p@mail.test"}});
  EXPECT_EQ(first.phone(), "89160000001, 89160000002");
  EXPECT_EQ(first.email(), "petr@mail.test, p@mail.test");
  EXPECT_THAT(SentIn(first), UnorderedElementsAre(Pair("mobile", "89160000002"), Pair("email", "p@mail.test")));
  EXPECT_EQ(site.Received({{"phone", "+7 916 000-00-02"}}).contact_id(), first.contact_id());
  EXPECT_EQ(site.Received({{"mail", "P@mail.test"}}).contact_id(), first.contact_id());
}

}  // namespace
}  // namespace voronka::testing
