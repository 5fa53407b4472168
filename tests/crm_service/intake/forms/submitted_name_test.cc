#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/crm_service/intake/forms/site.h"

namespace voronka::testing {
namespace {

using namespace crm::v1;
using ::testing::Contains;
using ::testing::Pair;
using ::testing::UnorderedElementsAre;

TEST(SubmitForm, ReadsANameAsPeopleSeeIt) {
  Site site;
  EXPECT_EQ(site.Received({{"name", "Алек\u00ADсандр"}}).client_name(), "Александр");
  EXPECT_EQ(site.Received({{"name", "Аня 👩\u200D👧"}}).client_name(), "Аня 👩\u200D👧");
  const auto inquiry = site.Received({{"name", "O&#039;Neil &amp;amp; Co"}, {"message", "5 &lt; 7"}});
  EXPECT_EQ(inquiry.client_name(), "O'Neil &amp; Co");
  EXPECT_EQ(inquiry.text(), "5 < 7");
  EXPECT_THAT(SentIn(inquiry),
              UnorderedElementsAre(Pair("name", "O&#039;Neil &amp;amp; Co"), Pair("message", "5 &lt; 7")));
}

TEST(SubmitForm, PutsANameTogetherFromItsParts) {
  Site site;
  const std::vector<Site::Values> written = {
      {{"first_name", "Анна"}, {"last_name", "Пробная"}, {"phone_number", "+79160000114"}},
      {{"fields[first_name][value]", "Анна"}, {"fields[last_name][value]", "Пробная"}, {"phone", "+79160000114"}},
      {{"Фамилия", "Пробная"}, {"Имя", "Анна"}, {"phone", "+79160000114"}},
      {{"full_name", "Анна Пробная"}, {"first_name", "Анна"}, {"last_name", "Пробная"}, {"phone", "+79160000114"}},
      {{"fields[name][value]", "Анна Пробная"}, {"fields[phone][value]", "+79160000114"}}};
  for (const auto& values : written) {
    const auto inquiry = site.Received(values);
    EXPECT_EQ(inquiry.client_name(), "Анна Пробная") << values[0].first;
    EXPECT_EQ(inquiry.phone(), "+79160000114") << values[0].first;
    EXPECT_EQ(inquiry.sent().values_size(), 0) << values[0].first;
  }
  EXPECT_EQ(
      site.Received({{"last_name", "Пробная"}, {"middle_name", "Петровна"}, {"first_name", "Анна"}}).client_name(),
      "Анна Петровна Пробная");
}

TEST(SubmitForm, PutsANameTogetherAsTheFormsMapSays) {
  auto wanted = NewForm();
  auto& map = *wanted.mutable_form()->mutable_field_map();
  map["field_1"] = "first_name";
  map["field_2"] = "last_name";
  map["anketa.kontakt"] = "phone";
  Site site(wanted);
  const auto inquiry = site.Received(
      {{"fields[field_1][value]", "Анна"}, {"fields[field_2][value]", "Пробная"}, {"anketa.kontakt", "+79160000114"}});
  EXPECT_EQ(inquiry.client_name(), "Анна Пробная");
  EXPECT_EQ(inquiry.phone(), "+79160000114");
}

TEST(SubmitForm, KeepsTheWholeOfANameThatIsTooLong) {
  Site site;
  const std::string first(150, 'a');
  const std::string last(150, 'b');
  const auto inquiry = site.Received({{"first_name", first}, {"last_name", last}, {"first_name", "c"}});
  EXPECT_EQ(inquiry.client_name(), (first + " " + last).substr(0, 200));
  EXPECT_THAT(SentIn(inquiry), UnorderedElementsAre(Pair("client_name", first + " " + last), Pair("first_name", "c")));
}

TEST(SubmitForm, KeepsANameOnOneLine) {
  Site site;
  const auto inquiry = site.Received({{"name", "Иванов\tИван"}});
  EXPECT_EQ(inquiry.client_name(), "Иванов Иван");
  EXPECT_THAT(SentIn(inquiry), Contains(Pair("name", "Иванов\tИван")));
  std::string long_name;
  for (int i = 0; i < 201; ++i) long_name += "Ж";
  EXPECT_EQ(site.Received({{"name", long_name}}).client_name(), long_name.substr(2));
}

}  // namespace
}  // namespace voronka::testing
