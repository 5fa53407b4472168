#include "gateway/http/language.h"

#include <gmock/gmock.h>

namespace voronka::gateway {
namespace {

std::string Of(const char* header) {
  Request request;
  request.set("accept-language", header);
  return LanguageOf(request);
}

TEST(Language, IsTheFirstSupportedOne) {
  EXPECT_EQ(Of("en-GB,ru;q=0.5"), "en");
  EXPECT_EQ(Of("de-DE, de;q=0.9, EN;q=0.8, ru;q=0.7"), "en");
  EXPECT_EQ(Of("ru-RU,en"), "ru");
}

TEST(Language, IsRussianIfNoneIsSupported) {
  EXPECT_EQ(Of("fr"), "ru");
  EXPECT_EQ(Of(""), "ru");
  EXPECT_EQ(Of(",;,"), "ru");
}

}  // namespace
}  // namespace voronka::gateway
