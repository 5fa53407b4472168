#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/crm_service/intake/forms/site.h"

namespace voronka::testing {
namespace {

using namespace crm::v1;
using ::testing::Pair;
using ::testing::UnorderedElementsAre;

TEST(SubmitForm, CreatesADealForANewClient) {
  Site site;
  const auto inquiry = site.Received({{"name", "Пётр"}, {"phone", "8 (916) 000-00-01"}, {"message", "Сколько?"}});
  EXPECT_EQ(inquiry.client_name(), "Пётр");
  EXPECT_EQ(inquiry.text(), "Сколько?");
  EXPECT_EQ(inquiry.source(), Inquiry::SOURCE_SITE);
  EXPECT_EQ(inquiry.source_name(), "Форма на главной");
  const auto deal = site.Find(inquiry.deal_id());
  EXPECT_EQ(deal.pipeline(), "sales");
  EXPECT_EQ(deal.responsible_user_id(), 0);
}

TEST(SubmitForm, UsesTheFormsPipeline) {
  auto wanted = NewForm();
  wanted.mutable_form()->set_pipeline("repeat");
  Site site(wanted);
  EXPECT_EQ(site.Find(site.Received({{"name", "Пётр"}}).deal_id()).pipeline(), "repeat");
}

TEST(SubmitForm, KeepsItsSource) {
  Site site;
  auto request = site.Filled({{"name", "Пётр"}});
  request.set_page_url("https://shop.example/?a=b");
  request.set_referrer("https://ya.ru/");
  request.set_client_address("192.0.2.1");
  const auto inquiry = site.Received(request);
  EXPECT_EQ(inquiry.page_url(), "https://shop.example/?a=b");
  EXPECT_THAT(SentIn(inquiry),
              UnorderedElementsAre(Pair("referrer", "https://ya.ru/"), Pair("client_address", "192.0.2.1")));
}

TEST(SubmitForm, ReadsTheCampaignAtTheEndOfALongAddress) {
  Site site;
  auto request = site.Filled({{"name", "Пётр"}, {"utm_term", std::string(201, 'x')}});
  const std::string page = "https://shop.example/?" + std::string(2'050, 'a');
  request.set_page_url(page + "&utm_source=%FF%ED%E4%E5%EA%F1&utm_medium=cpc");
  const auto inquiry = site.Received(request);
  EXPECT_EQ(inquiry.utm().source(), "яндекс");
  EXPECT_EQ(inquiry.utm().medium(), "cpc");
  EXPECT_EQ(inquiry.utm().term(), std::string(200, 'x'));
  EXPECT_EQ(inquiry.page_url(), page.substr(0, 2'000));
}

TEST(SubmitForm, IsShownInFullInTheDealsTimeline) {
  Site site(FormWithConsent(true));
  const auto inquiry = site.Received({{"name", "Пётр"}, {"размер", "XL"}, {"consent", "on"}});
  const auto entries = site.TimelineOf(inquiry.deal_id());
  EXPECT_EQ(entries.back().kind(), TimelineEntry::KIND_INQUIRY);
  EXPECT_EQ(entries.back().inquiry().SerializeAsString(), inquiry.SerializeAsString());
}

TEST(SubmitForm, CreatesNothingIfItIsOnlyADryRun) {
  auto wanted = FormWithConsent(true);
  wanted.mutable_form()->set_redirect_url("https://кабель-опт.рф/спасибо");
  Site site(wanted);
  auto request = site.Filled({{"name", "Пётр"}, {"consent", "on"}});
  request.set_validate_only(true);
  const auto response = site.Send(request);
  EXPECT_EQ(response.inquiry_id(), 0);
  EXPECT_EQ(response.redirect_url(), "https://xn----7sbdqwjwi1a0h.xn--p1ai/спасибо");
  request.mutable_values()->RemoveLast();
  EXPECT_EQ(site.RefusalOf(request), "CONSENT_REQUIRED");
  EXPECT_FALSE(site.Send(site.Filled({{"name", "Пётр"}, {"consent", "on"}})).repeated());
}

}  // namespace
}  // namespace voronka::testing
