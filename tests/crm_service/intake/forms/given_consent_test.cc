#include "crm_service/intake/submissions/given_consent.h"

#include <gtest/gtest.h>

#include <utility>
#include <vector>

namespace voronka::crm {
namespace {

using Answer = GivenConsent::Answer;
using Sent = std::vector<std::pair<std::string, std::string>>;

v1::Form ShopForm() {
  v1::Form form;
  form.set_consent_text("Разрешаю звонить мне, но не писать");
  return form;
}

bool Agrees(const Sent& sent) {
  GivenConsent consent(ShopForm());
  for (const auto& [name, text] : sent) consent.Add(name, text);
  return consent.agrees();
}

Answer AnswerOf(const std::string& text) { return GivenConsent(ShopForm()).Add("consent", text); }

TEST(GivenConsent, IsAPlainYes) {
  for (const char* yes :
       {"on",          "yes",          "Yes",          "true",         "1",  "Y",        "checked",
        "accepted",    "agree",        "I agree",      "да",           "Да", "согласен", "Согласна",
        "Я согласен",  "Согласен(на)", "Да, согласен", "даю согласие", "✓",  "✅",        "Ознакомлен и согласен",
        "Yes, I agree"}) {
    EXPECT_EQ(AnswerOf(yes), Answer::kPlainYes) << yes;
    EXPECT_TRUE(Agrees({{"consent", yes}})) << yes;
  }
}

TEST(GivenConsent, IsTheLabelOfATickedBox) {
  for (const char* yes :
       {"Я согласен на обработку персональных данных", "Нажимая кнопку, я соглашаюсь с политикой конфиденциальности",
        "I agree to the privacy policy", "Разрешаю звонить мне, но не писать."}) {
    EXPECT_EQ(AnswerOf(yes), Answer::kYes) << yes;
  }
  EXPECT_TRUE(Agrees({{"Условия обработки", "Условия обработки"}}));
}

TEST(GivenConsent, IsNoRefusal) {
  for (const char* no :
       {"нет", "no", "n", "N", "Не согласен", "не согласна", "не даю согласия", "отказываюсь", "Отказ", "нет, спасибо",
        "No thanks", "Not agreed", "disagree", "declined", "I do not agree to the privacy policy",
        "Я не согласен на обработку персональных данных", "I don't agree to the terms"}) {
    EXPECT_EQ(AnswerOf(no), Answer::kRefusal) << no;
    EXPECT_FALSE(Agrees({{"consent", no}})) << no;
  }
  for (const char* no : {"0", "off", "false", "null", "undefined", "unchecked"}) {
    EXPECT_EQ(AnswerOf(no), Answer::kEmpty) << no;
    EXPECT_FALSE(Agrees({{"consent", no}})) << no;
  }
}

TEST(GivenConsent, IsNoTextThatIsNotUnderstood) {
  for (const char* unknown : {"none", "nil", "0.0", "-", "✗", "может быть", "Да, но только по телефону", "2", "maybe",
                              "https://shop.example/privacy", "Согласен на рассылку", "Полис 77", "?", "да?нет"}) {
    EXPECT_FALSE(Agrees({{"consent", unknown}})) << unknown;
  }
  EXPECT_EQ(AnswerOf("maybe"), Answer::kUnknown);
  EXPECT_FALSE(Agrees({}));
}

TEST(GivenConsent, IsTheTickOfABoxWithAHiddenZero) {
  EXPECT_TRUE(Agrees({{"consent", "0"}, {"consent", "1"}}));
  EXPECT_TRUE(Agrees({{"consent", "no"}, {"consent", "yes"}}));
  EXPECT_TRUE(Agrees({{"policy", "https://shop.example/policy"}, {"consent", "on"}}));
}

TEST(GivenConsent, IsNotGivenByAnotherBoxToWhatIsRefused) {
  EXPECT_FALSE(Agrees({{"consent", "Не согласен"}, {"terms", "on"}}));
  EXPECT_FALSE(Agrees({{"terms", "on"}, {"consent", "нет"}}));
}

}  // namespace
}  // namespace voronka::crm
