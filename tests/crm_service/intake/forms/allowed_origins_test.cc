#include <gtest/gtest.h>

#include "tests/crm_service/intake/forms/site.h"

namespace voronka::testing {
namespace {

using namespace crm::v1;

TEST(SubmitForm, IsRefusedFromAForeignSite) {
  auto wanted = NewForm();
  wanted.mutable_form()->add_allowed_origins("https://shop.example");
  Site site(wanted);
  auto request = site.Filled({{"name", "Пётр"}});
  request.set_origin("https://evil.example");
  EXPECT_EQ(site.RefusalOf(request), "ORIGIN_NOT_ALLOWED");
  request.set_origin("https://shop.example");
  EXPECT_NE(site.Send(request).inquiry_id(), 0);
}

TEST(SubmitForm, AcceptsItsSiteInAnyNotation) {
  auto wanted = NewForm();
  wanted.mutable_form()->add_allowed_origins("https://Магазин.рф:443");
  wanted.mutable_form()->add_allowed_origins("http://Shop.Example:8080");
  wanted.mutable_form()->add_allowed_origins("https://кабель-опт.рф");
  wanted.mutable_form()->add_allowed_origins("https://Shop.Example");
  wanted.mutable_form()->add_allowed_origins("https://opt.example:443");
  Site site(wanted);
  // Each from a different client: a repeated submission would get its first answer, wherever it came from.
  const auto sent_from = [&site](const char* origin) {
    auto request = site.Filled({{"name", origin}});
    request.set_origin(origin);
    return request;
  };
  for (const char* origin : {"https://xn--80aairftm.xn--p1ai", "http://shop.example:8080",
                             "https://xn----7sbdqwjwi1a0h.xn--p1ai", "https://shop.example", "https://opt.example"}) {
    EXPECT_NE(site.Send(sent_from(origin)).inquiry_id(), 0) << origin;
  }
  // No browser sends the last three.
  for (const char* other :
       {"http://xn--80aairftm.xn--p1ai", "http://shop.example", "null", "https://[::1]:443", "https://shop。example",
        "https://shop.example:0443", "https://shop.example, https://evil.example"}) {
    EXPECT_EQ(site.RefusalOf(sent_from(other)), "ORIGIN_NOT_ALLOWED") << other;
  }
}

}  // namespace
}  // namespace voronka::testing
