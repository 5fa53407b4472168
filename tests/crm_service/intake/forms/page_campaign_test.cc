#include "crm_service/intake/submissions/page_campaign.h"

#include <gtest/gtest.h>

namespace voronka::crm {
namespace {

v1::Campaign CampaignOf(const std::string& page_url) {
  v1::Inquiry inquiry;
  AddCampaignOfPage(page_url, inquiry);
  return inquiry.utm();
}

TEST(PageCampaign, IsReadFromTheQuery) {
  const auto campaign = CampaignOf("https://shop.example/roofs?a=b&utm_source=yandex&utm_medium=cpc&utm_term=x#top");
  EXPECT_EQ(campaign.source(), "yandex");
  EXPECT_EQ(campaign.medium(), "cpc");
  EXPECT_EQ(campaign.term(), "x");
}

TEST(PageCampaign, IsDecoded) {
  EXPECT_EQ(CampaignOf("?utm_campaign=%D0%BA%D1%80%D1%8B%D1%88%D0%B0+%28new%29").campaign(), "крыша (new)");
}

TEST(PageCampaign, IsAlwaysValidText) {
  EXPECT_EQ(CampaignOf("?utm_source=100%").source(), "100%");
  EXPECT_EQ(CampaignOf("?utm_source=%zz%4").source(), "%zz%4");
  EXPECT_EQ(CampaignOf("?utm_source=%D0%BA%D1").source(), "к\xEF\xBF\xBD");
  EXPECT_EQ(CampaignOf("?utm_source=a%0Ab%00c").source(), "a b c");
}

TEST(PageCampaign, IsReadInWindows1251) {
  const auto campaign =
      CampaignOf("https://shop.example/?utm_source=%FF%ED%E4%E5%EA%F1&utm_campaign=%EA%E0%E1%E5%EB%FC");
  EXPECT_EQ(campaign.source(), "яндекс");
  EXPECT_EQ(campaign.campaign(), "кабель");
}

TEST(PageCampaign, IsCutToTheFieldsLength) {
  std::string long_term;
  for (int i = 0; i < 201; ++i) long_term += "%D0%96";
  std::string kept;
  for (int i = 0; i < 200; ++i) kept += "Ж";
  EXPECT_EQ(CampaignOf("?utm_term=" + long_term).term(), kept);
}

TEST(PageCampaign, IsNotReadFromAnInvalidUrl) {
  for (const std::string url :
       {"", "?", "#", "utm_source=a", "?utm_source", "?utm_source=", "?utm_x=a", "?utm_source=%00", "?utm_source=null",
        "?utm_source=undefined", "?my_utm_source=a", "?a=utm_source=b", "https://shop.example/utm_source=a"}) {
    EXPECT_EQ(CampaignOf(url).ByteSizeLong(), 0U) << url;
  }
}

TEST(PageCampaign, IsReadInAnyCase) {
  const auto campaign = CampaignOf("https://shop.example/?UTM_SOURCE=Ya&Utm_Medium=cpc");
  EXPECT_EQ(campaign.source(), "Ya");
  EXPECT_EQ(campaign.medium(), "cpc");
}

// As advertising systems append it, as links are copied from a page's text, and as pages without reloading have it.
TEST(PageCampaign, IsReadWhereverTheAddressHasIt) {
  for (const std::string url :
       {"https://shop.example/?a=1?utm_source=ya&utm_medium=cpc",
        "https://shop.example/?utm_source=ya&amp;utm_medium=cpc", "https://shop.example/?utm_source=ya;utm_medium=cpc",
        "https://shop.example/#utm_source=ya&utm_medium=cpc",
        "https://shop.example/#/catalog?utm_source=ya&utm_medium=cpc",
        "https://shop.example/?utm_source=ya#?utm_medium=cpc"}) {
    EXPECT_EQ(CampaignOf(url).source(), "ya") << url;
    EXPECT_EQ(CampaignOf(url).medium(), "cpc") << url;
  }
}

TEST(PageCampaign, KeepsSignsThatAreInAValue) {
  EXPECT_EQ(CampaignOf("?utm_term=кабель? ввг;нг&x=1").term(), "кабель? ввг;нг");
}

TEST(PageCampaign, IsReadFromTheCookiesOfTilda) {
  v1::FormValue sent;
  sent.set_name("COOKIES");
  sent.set_value("_ym_uid=1; TILDAUTM=utm_source%3Dyandex%7C%7C%7Cutm_medium%3Dcpc%7C%7C%7Cutm_term%3D%D0%BA; a=b");
  v1::Inquiry inquiry;
  inquiry.mutable_utm()->set_medium("mail");
  AddCampaignOfCookies(sent, inquiry);
  EXPECT_EQ(inquiry.utm().source(), "yandex");
  EXPECT_EQ(inquiry.utm().medium(), "mail");
  EXPECT_EQ(inquiry.utm().term(), "к");
  sent.set_name("message");
  v1::Inquiry other;
  AddCampaignOfCookies(sent, other);
  EXPECT_FALSE(other.has_utm());
}

TEST(PageCampaign, IsTakenFromTheFormIfItHasOne) {
  v1::Inquiry inquiry;
  inquiry.mutable_utm()->set_source("vk");
  AddCampaignOfPage("?utm_source=yandex&utm_medium=cpc", inquiry);
  EXPECT_EQ(inquiry.utm().source(), "vk");
  EXPECT_EQ(inquiry.utm().medium(), "cpc");
}

}  // namespace
}  // namespace voronka::crm
