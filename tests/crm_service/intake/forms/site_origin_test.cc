#include "crm_service/intake/forms/site_origin.h"

#include <gtest/gtest.h>

namespace voronka::crm {
namespace {

TEST(SiteOrigin, IsWhatBrowsersSend) {
  EXPECT_EQ(SiteOrigin("https://кабель-опт.рф"), "https://xn----7sbdqwjwi1a0h.xn--p1ai");
  EXPECT_EQ(SiteOrigin("https://Shop.Example"), "https://shop.example");
  EXPECT_EQ(SiteOrigin("https://shop.example:443"), "https://shop.example");
  EXPECT_EQ(SiteOrigin("HTTP://Shop.Example:80/"), "http://shop.example");
  EXPECT_EQ(SiteOrigin(" https://КАБЕЛЬ-ОПТ.РФ:8443 "), "https://xn----7sbdqwjwi1a0h.xn--p1ai:8443");
  EXPECT_EQ(SiteOrigin("https://shop.example:080"), "https://shop.example:80");
  EXPECT_EQ(SiteOrigin("https://[2001:DB8::1]:443"), "https://[2001:db8::1]");
  EXPECT_EQ(SiteOrigin("http://localhost:3000"), "http://localhost:3000");
}

TEST(SiteOrigin, IsReadAsABrowserReadsIt) {
  EXPECT_EQ(SiteOrigin("https://shop。example"), "https://shop.example");
  EXPECT_EQ(SiteOrigin("https://shop.example:0443"), "https://shop.example");
}

TEST(SiteOrigin, StaysAsItIs) {
  for (const char* origin :
       {"https://shop.example", "http://shop.example:443", "https://xn----7sbdqwjwi1a0h.xn--p1ai",
        "https://192.0.2.1:8443", "https://my_shop.example", "https://r3---sn-shop.example", "https://[::1]:8443"}) {
    EXPECT_EQ(SiteOrigin(origin), origin);
  }
}

TEST(SiteOrigin, IsNoOtherText) {
  for (const char* text : {"",
                           "null",
                           "shop.example",
                           "//shop.example",
                           "ftp://shop.example",
                           "https://",
                           "https:///",
                           "https://:443",
                           "https://shop.example/catalog",
                           "https://shop.example//",
                           "https://shop.example?a",
                           "https://shop.example#a",
                           "https://*.shop.example",
                           "https://shop example",
                           "https://a@shop.example",
                           "https://shop.example:",
                           "https://shop.example:0",
                           "https://shop.example:65536",
                           "https://shop.example:+1",
                           "https://shop..example",
                           "https://[::1",
                           "https://[]",
                           "https://[shop]",
                           "https://shop.example, https://opt.example"}) {
    EXPECT_EQ(SiteOrigin(text), std::nullopt) << text;
  }
}

TEST(AsciiHost, IsWhatALinkLeadsTo) {
  EXPECT_EQ(WithAsciiHost("https://кабель-опт.рф/спасибо?a=б#в"), "https://xn----7sbdqwjwi1a0h.xn--p1ai/спасибо?a=б#в");
  EXPECT_EQ(WithAsciiHost("http://КАБЕЛЬ-ОПТ.РФ:8080"), "http://xn----7sbdqwjwi1a0h.xn--p1ai:8080");
  for (const char* url : {"https://Shop.Example/Спасибо", "http://[::1]:80/", "", "кабель-опт.рф", "https://",
                          "https://\u200e/", "mailto:p@mail.test"}) {
    EXPECT_EQ(WithAsciiHost(url), url);
  }
}

}  // namespace
}  // namespace voronka::crm
