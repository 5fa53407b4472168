#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/crm_service/intake/forms/site.h"

namespace voronka::testing {
namespace {

using namespace crm::v1;
using ::testing::Pair;
using ::testing::UnorderedElementsAre;

TEST(SubmitForm, ReadsCommonFieldNamesInAnyCaseAfterTheFormsOwn) {
  auto wanted = NewForm();
  (*wanted.mutable_form()->mutable_field_map())["Вопрос"] = "client_name";
  (*wanted.mutable_form()->mutable_field_map())["name"] = "sent";
  Site site(wanted);
  const auto inquiry = site.Received({{"ТЕЛЕФОН", "89160000001"},
                                      {"E-Mail", "p@mail.test"},
                                      {" вопрос ", "Пётр"},
                                      {"Name", "x"},
                                      {"utm_source", "ya"}});
  EXPECT_EQ(inquiry.phone(), "89160000001");
  EXPECT_EQ(inquiry.email(), "p@mail.test");
  EXPECT_EQ(inquiry.client_name(), "Пётр");
  EXPECT_EQ(inquiry.utm().source(), "ya");
  EXPECT_THAT(SentIn(inquiry), UnorderedElementsAre(Pair("Name", "x")));
}

TEST(SubmitForm, KeepsValuesThatFitNoField) {
  Site site;
  const std::string long_name(201, 'x');
  const auto inquiry = site.Received({{"phone", "звоните Васе"},
                                      {"email", "нет"},
                                      {"name", long_name},
                                      {"размер", "XL"},
                                      {"размер", "L"},
                                      {"тара", " "}});
  EXPECT_EQ(inquiry.phone(), "");
  EXPECT_EQ(inquiry.client_name(), long_name.substr(1));
  EXPECT_THAT(SentIn(inquiry), UnorderedElementsAre(Pair("phone", "звоните Васе"), Pair("email", "нет"),
                                                    Pair("name", long_name), Pair("размер", "XL\nL")));
}

TEST(SubmitForm, JoinsValuesBeyondAHundred) {
  Site site;
  Site::Values values;
  for (int i = 0; i < 300; ++i) values.emplace_back("q" + std::to_string(i), "да");
  values.emplace_back("phone", "89160000001");
  const auto inquiry = site.Received(values);
  EXPECT_EQ(inquiry.phone(), "89160000001");
  auto sent = SentIn(inquiry);
  EXPECT_EQ(sent.size(), 100U);
  EXPECT_EQ(sent["q98"], "да");
  EXPECT_TRUE(sent["_more"].starts_with("q99: да\nq100: да\n"));
  EXPECT_TRUE(sent["_more"].ends_with("q299: да"));
}

TEST(SubmitForm, ReadsTheFieldNamesOfSiteBuilders) {
  Site site;
  int number = 0;
  for (const char* name : {"form_fields[phone]", "fields[phone][value]", "data.Phone", "Phone[]", "phone[0]", "Phone_2",
                           "tel-123", "your_phone", "payload.data.Phone Number"}) {
    const std::string phone = "+7916000010" + std::to_string(number++);
    EXPECT_EQ(site.Received({{name, phone}}).phone(), phone) << name;
  }
  EXPECT_EQ(site.Received({{"products.name", "Кабель"}, {"name", "Пётр"}}).client_name(), "Пётр");
}

}  // namespace
}  // namespace voronka::testing
