#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/crm_service/intake/forms/site.h"

namespace voronka::testing {
namespace {

using namespace crm::v1;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::Pair;
using ::testing::UnorderedElementsAre;

Contact SenderOf(Site& site, const Inquiry& inquiry) {
  GetContactRequest request;
  request.set_contact_id(inquiry.contact_id());
  return site.olga.Call<Contact>(request);
}

TEST(SubmittedMessenger, IsTheClients) {
  Site site;
  const auto first = site.Received({{"name", "Пётр"}, {"telegram", "@Ivanov"}});
  EXPECT_EQ(first.messenger(), "telegram:ivanov");
  EXPECT_THAT(SentIn(first), UnorderedElementsAre(Pair("telegram", "@Ivanov")));
  EXPECT_THAT(SenderOf(site, first).messengers(), ElementsAre("telegram:ivanov"));
  for (const char* text : {"@IVANOV", "https://t.me/ivanov", "tg://resolve?domain=ivanov"}) {
    EXPECT_EQ(site.Received({{"Ник в Telegram", text}}).contact_id(), first.contact_id()) << text;
  }
  EXPECT_EQ(site.Received({{"Мессенджер", "t.me/ivanov"}}).deal_id(), first.deal_id());
}

TEST(SubmittedMessenger, MayBeSeveral) {
  Site site;
  const auto inquiry = site.Received({{"telegram", "@ivanov"}, {"ВКонтакте", "id12345"}, {"tg", "t.me/ivanov"}});
  EXPECT_EQ(inquiry.messenger(), "telegram:ivanov, vk:id12345");
  EXPECT_THAT(SenderOf(site, inquiry).messengers(), ElementsAre("telegram:ivanov", "vk:id12345"));
}

TEST(SubmittedMessenger, OfWhatsAppIsAPhoneAsWell) {
  Site site;
  const auto first = site.Received({{"phone", "8 916 000-00-01"}});
  const auto again = site.Received({{"whatsapp", "+7 (916) 000-00-01"}});
  EXPECT_EQ(again.contact_id(), first.contact_id());
  EXPECT_THAT(SenderOf(site, first).messengers(), ElementsAre("whatsapp:+79160000001"));
}

TEST(SubmittedMessenger, IsAPhoneIfANumberIsWritten) {
  Site site;
  const auto inquiry = site.Received({{"telegram", "8 916 000-00-01"}});
  EXPECT_EQ(inquiry.messenger(), "");
  EXPECT_EQ(inquiry.phone(), "8 916 000-00-01");
  EXPECT_THAT(SentIn(inquiry), UnorderedElementsAre(Pair("telegram", "8 916 000-00-01")));
}

TEST(SubmittedMessenger, IsNoAnswerToWhereToWrite) {
  Site site;
  const auto inquiry = site.Received({{"phone", "89160000001"}, {"messenger", "Telegram"}});
  EXPECT_EQ(inquiry.messenger(), "");
  EXPECT_THAT(SentIn(inquiry), UnorderedElementsAre(Pair("messenger", "Telegram")));
  EXPECT_THAT(SenderOf(site, inquiry).messengers(), IsEmpty());
}

TEST(SubmittedMessenger, IsWhereTheFormSaysSo) {
  auto wanted = NewForm();
  (*wanted.mutable_form()->mutable_field_map())["Где вы есть"] = "max";
  Site site(wanted);
  EXPECT_EQ(site.Received({{"Где вы есть", "f9LHod"}}).messenger(), "max:f9LHod");
}

TEST(SubmittedMessenger, ThatIsTooLongStaysUnderItsName) {
  Site site;
  std::string many;
  for (int i = 0; i < 30; ++i) many += (i == 0 ? "@account_" : ", @account_") + std::to_string(i);
  const auto inquiry = site.Received({{"telegram", many}});
  EXPECT_TRUE(inquiry.messenger().starts_with("telegram:account_0, telegram:account_1"));
  EXPECT_LE(inquiry.messenger().size(), 300U);
  EXPECT_THAT(SentIn(inquiry), UnorderedElementsAre(Pair("telegram", many)));
}

}  // namespace
}  // namespace voronka::testing
