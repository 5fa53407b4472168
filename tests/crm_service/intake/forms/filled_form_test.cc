#include "crm_service/intake/submissions/filled_form.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>
#include <utility>
#include <vector>

namespace voronka::crm {
namespace {

using ::testing::IsEmpty;
using ::testing::Pair;
using ::testing::UnorderedElementsAre;

using Sent = std::vector<std::pair<std::string, std::string>>;

v1::SubmitFormRequest Request(const Sent& sent) {
  v1::SubmitFormRequest request;
  for (const auto& [name, text] : sent) {
    auto& value = *request.add_values();
    value.set_name(name);
    value.set_value(text);
  }
  return request;
}

v1::Inquiry InquiryOf(const v1::SubmitFormRequest& request) { return FilledForm({}, request, 0).inquiry(); }
v1::Inquiry InquiryOf(const Sent& sent) { return InquiryOf(Request(sent)); }

std::map<std::string, std::string> KeptIn(const v1::Inquiry& inquiry) {
  return {inquiry.sent().values().begin(), inquiry.sent().values().end()};
}

// Elementor sends the form before its fields.
TEST(FilledForm, DoesNotCallTheClientAsTheForm) {
  const auto inquiry = InquiryOf({{"form[id]", "abc"},
                                  {"form[name]", "Заявка"},
                                  {"fields[name][id]", "name"},
                                  {"fields[name][value]", "Элла"},
                                  {"fields[phone][value]", "89180000001"}});
  EXPECT_EQ(inquiry.client_name(), "Элла");
  EXPECT_EQ(inquiry.phone(), "89180000001");
  EXPECT_THAT(KeptIn(inquiry), UnorderedElementsAre(Pair("form[id]", "abc"), Pair("form[name]", "Заявка"),
                                                    Pair("fields[name][id]", "name")));
}

TEST(FilledForm, DoesNotReachTheClientByThePhoneOfTheShop) {
  const auto inquiry = InquiryOf({{"form.phone", "88000000000"},
                                  {"form.email", "info@shop.example"},
                                  {"form.comment", "x"},
                                  {"contacts.phone", "89180000001"},
                                  {"contacts.email", "ella@mail.test"},
                                  {"message", "Сколько?"}});
  EXPECT_EQ(inquiry.phone(), "89180000001");
  EXPECT_EQ(inquiry.email(), "ella@mail.test");
  EXPECT_EQ(inquiry.text(), "Сколько?");
}

TEST(FilledForm, GathersThePhonesAndEmailsOfSeveralFields) {
  const auto inquiry = InquiryOf({{"phone", "89220000001"},
                                  {"mobile", "89230000001"},
                                  {"phone", "+7 922 000-00-01"},
                                  {"Телефон 2", "позже"},
                                  {"email", "a@mail.test"},
                                  {"mail", "b@mail.test"},
                                  {"email", "A@mail.test"}});
  EXPECT_EQ(inquiry.phone(), "89220000001, 89230000001");
  EXPECT_EQ(inquiry.email(), "a@mail.test, b@mail.test");
  EXPECT_THAT(KeptIn(inquiry), UnorderedElementsAre(Pair("mobile", "89230000001"), Pair("phone", "+7 922 000-00-01"),
                                                    Pair("Телефон 2", "позже"), Pair("mail", "b@mail.test"),
                                                    Pair("email", "A@mail.test")));
}

TEST(FilledForm, KeepsAsManyPhonesAsFit) {
  Sent sent;
  for (int i = 10; i < 30; ++i) sent.emplace_back("phone", "891600000" + std::to_string(i));
  const auto inquiry = InquiryOf(sent);
  EXPECT_LE(inquiry.phone().size(), 100U);
  EXPECT_TRUE(inquiry.phone().starts_with("89160000010, 89160000011, "));
}

TEST(FilledForm, TakesNothingThatAProgramLeftOutForAnAnswer) {
  const auto inquiry = InquiryOf({{"name", "null"}, {"text", "undefined"}, {"utm_source", "null"}, {"phone", "NaN"}});
  EXPECT_EQ(inquiry.client_name(), "");
  EXPECT_EQ(inquiry.text(), "");
  EXPECT_FALSE(inquiry.has_utm());
  EXPECT_THAT(KeptIn(inquiry), UnorderedElementsAre(Pair("name", "null"), Pair("text", "undefined"),
                                                    Pair("utm_source", "null"), Pair("phone", "NaN")));
}

TEST(FilledForm, TakesNoSignForAName) {
  for (const char* no_name : {"-", ".", "?", "—", "none", "None", "N/A", "нет", "Null", "…"}) {
    const auto inquiry = InquiryOf({{"name", no_name}, {"phone", "89160000001"}});
    EXPECT_EQ(inquiry.client_name(), "") << no_name;
    EXPECT_THAT(KeptIn(inquiry), UnorderedElementsAre(Pair("name", no_name))) << no_name;
  }
  for (const char* name : {"Ян", "J.", "🌸", "李"}) EXPECT_EQ(InquiryOf({{"name", name}}).client_name(), name);
  EXPECT_EQ(InquiryOf({{"name", "-"}, {"Ваше имя", "Анна"}}).client_name(), "Анна");
}

TEST(FilledForm, KeepsWhatWasAnsweredInsteadOfAYes) {
  const auto refused = InquiryOf({{"phone", "89160000001"}, {"consent", "Не согласен"}});
  EXPECT_FALSE(refused.has_consent());
  EXPECT_THAT(KeptIn(refused), UnorderedElementsAre(Pair("consent", "Не согласен")));
  const auto labelled =
      InquiryOf({{"phone", "89160000001"}, {"Checkbox", "Я согласен на обработку персональных данных"}});
  EXPECT_TRUE(labelled.has_consent());
  EXPECT_THAT(KeptIn(labelled), UnorderedElementsAre(Pair("Checkbox", "Я согласен на обработку персональных данных")));
  const auto ticked = InquiryOf({{"phone", "89160000001"}, {"consent", "on"}});
  EXPECT_TRUE(ticked.has_consent());
  EXPECT_THAT(KeptIn(ticked), IsEmpty());
}

// A field that only sounds like consent is an answer like any other.
TEST(FilledForm, SaysSomethingIfAFieldOfConsentDoes) {
  EXPECT_NO_THROW(FilledForm({}, Request({{"policy", "ОСАГО 77"}}), 0).CheckSaysSomething());
}

TEST(FilledForm, DoesNotMixAFieldWithWhatTheEdgeSays) {
  auto request = Request({{"client_address", "203.0.113.1"}, {"user_agent", "x"}, {"referrer", "y"}});
  request.set_client_address("192.0.2.1");
  EXPECT_THAT(KeptIn(InquiryOf(request)),
              UnorderedElementsAre(Pair("client_address", "192.0.2.1"), Pair("form.client_address", "203.0.113.1"),
                                   Pair("form.user_agent", "x"), Pair("form.referrer", "y")));
}

TEST(FilledForm, ReadsANestedCampaign) {
  EXPECT_EQ(InquiryOf({{"utm.utm_source", "ya"}, {"utm.medium", "cpc"}}).utm().source(), "ya");
  auto request = Request({{"COOKIES", "TILDAUTM=utm_source%3Dvk%7C%7C%7Cutm_term%3Dx"}, {"name", "Анна"}});
  request.set_page_url("https://shop.example/?utm_source=ya");
  const auto inquiry = InquiryOf(request);
  EXPECT_EQ(inquiry.utm().source(), "ya");
  EXPECT_EQ(inquiry.utm().term(), "x");
}

}  // namespace
}  // namespace voronka::crm
