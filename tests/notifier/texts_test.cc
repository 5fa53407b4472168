#include "notifier/inbox/texts.h"

#include <gtest/gtest.h>

#include "tests/notifier/proto_text.h"

namespace voronka::notifier {
namespace {

using v1::Notification;

// 12:00 in Moscow.
const int64_t kNow = At("2026-03-02T09:00:00Z");

v1::Recipient Reader(const std::string& locale, const std::string& time_zone = "Europe/Moscow") {
  v1::Recipient reader;
  reader.set_locale(locale);
  reader.set_time_zone(time_zone);
  return reader;
}

News DealNews(Notification::Kind kind) {
  return {.kind = kind,
          .user_id = 2,
          .dedup_key = "",
          .due = kNow,
          .deal_id = 7,
          .deal_name = "Партия кирпича",
          .deadline = At("2026-03-02T09:05:30Z")};
}

News TaskNews(Notification::Kind kind) {
  return {.kind = kind,
          .user_id = 2,
          .dedup_key = "",
          .due = kNow,
          .task_id = 3,
          .text = "Позвонить\nИвану",
          .deadline = At("2026-03-02T09:30:00Z")};
}

std::string InRussian(const News& news, const std::string& about = "") {
  return TextOf(news, Reader("ru"), about, kNow);
}
std::string InEnglish(const News& news, const std::string& about = "") {
  return TextOf(news, Reader("en"), about, kNow);
}

TEST(Texts, OfAnOfferSayUntilWhenItCanBeTaken) {
  const auto news = DealNews(Notification::KIND_OFFER);
  EXPECT_EQ(InRussian(news), "Вам новая заявка: сделка «Партия кирпича», взять до 12:05");
  EXPECT_EQ(InEnglish(news), "New inquiry for you: deal “Партия кирпича”, take it by 12:05");
}

TEST(Texts, AreNotTurnedRoundByAnybodysWords) {
  auto deal = DealNews(Notification::KIND_OFFER);
  deal.deal_name = "Кирпич\u202E";
  EXPECT_EQ(InRussian(deal), "Вам новая заявка: сделка «Кирпич», взять до 12:05");
  deal.deal_name = "\u202E";
  EXPECT_EQ(InRussian(deal), "Вам новая заявка: сделка #7, взять до 12:05");
  auto task = TaskNews(Notification::KIND_TASK_OVERDUE);
  task.text = "Позвонить\u2067";
  EXPECT_EQ(InRussian(task, "Анна\u202E"), "Задача просрочена (Анна, срок 12:30): Позвонить");
  EXPECT_EQ(InPlaceOf("Анна\u202E", Reader("ru")), " (вместо: Анна)");
}

TEST(Texts, NeverShowSeconds) {
  auto offer = DealNews(Notification::KIND_OFFER);
  offer.deadline = kNow + 59'000'000;
  EXPECT_EQ(InRussian(offer), "Вам новая заявка: сделка «Партия кирпича», взять до 12:00");
  auto task = TaskNews(Notification::KIND_TASK_REMINDER);
  task.deadline = kNow + 60'000'000;
  EXPECT_EQ(InRussian(task), "Задача до 12:01: Позвонить Ивану");
}

TEST(Texts, OfAnOfferShowTheDayIfItIsNotToday) {
  auto news = DealNews(Notification::KIND_OFFER);
  news.deadline = At("2026-03-03T06:05:00Z");
  EXPECT_EQ(InRussian(news), "Вам новая заявка: сделка «Партия кирпича», взять до 3 марта, 09:05");
  EXPECT_EQ(InEnglish(news), "New inquiry for you: deal “Партия кирпича”, take it by 3 March, 09:05");
}

TEST(Texts, ShowTheTimeInTheReadersZone) {
  const auto news = DealNews(Notification::KIND_OFFER);
  EXPECT_EQ(TextOf(news, Reader("ru", "Asia/Vladivostok"), "", kNow),
            "Вам новая заявка: сделка «Партия кирпича», взять до 19:05");
}

TEST(Texts, UseTheNumberOfADealWithoutAName) {
  auto news = DealNews(Notification::KIND_OFFER);
  news.deal_name = "";
  EXPECT_EQ(InRussian(news), "Вам новая заявка: сделка #7, взять до 12:05");
  EXPECT_EQ(InEnglish(news), "New inquiry for you: deal #7, take it by 12:05");
}

TEST(Texts, OfAWarning) {
  auto news = DealNews(Notification::KIND_OFFER_WARNING);
  news.deadline = kNow + 60'000'000;
  EXPECT_EQ(InRussian(news), "Осталась минута: взять сделку «Партия кирпича» до 12:01");
  EXPECT_EQ(InEnglish(news), "A minute is left: take deal “Партия кирпича” by 12:01");
}

TEST(Texts, OfADealThatChangesHands) {
  const auto lost = DealNews(Notification::KIND_OFFER_LOST);
  EXPECT_EQ(InRussian(lost), "Сделка «Партия кирпича» больше не за вами: она уходит другому");
  EXPECT_EQ(InEnglish(lost), "Deal “Партия кирпича” is no longer yours to take: it goes to somebody else");
  const auto assigned = DealNews(Notification::KIND_DEAL_ASSIGNED);
  EXPECT_EQ(InRussian(assigned), "Сделка «Партия кирпича» передана вам");
  EXPECT_EQ(InEnglish(assigned), "Deal “Партия кирпича” has been given to you");
  const auto escalated = DealNews(Notification::KIND_DEAL_ESCALATED);
  EXPECT_EQ(InRussian(escalated), "Никто не взял сделку «Партия кирпича»: она ваша");
  EXPECT_EQ(InEnglish(escalated), "Nobody took deal “Партия кирпича”: it is yours");
}

TEST(Texts, OfADealThatWasPassedOnSayWhoHasIt) {
  const auto passed = DealNews(Notification::KIND_DEAL_PASSED_ON);
  EXPECT_EQ(InRussian(passed, "Борис"), "Сделка «Партия кирпича» больше не ваша: теперь её ведёт Борис");
  EXPECT_EQ(InEnglish(passed, "Борис"), "Deal “Партия кирпича” is no longer yours: Борис is responsible for it now");
  EXPECT_EQ(InRussian(passed), "Сделка «Партия кирпича» больше не ваша");
}

TEST(Texts, OfALinkedDealSayWhichItIs) {
  auto news = DealNews(Notification::KIND_DEAL_LINKED);
  EXPECT_EQ(InRussian(news), "По вашей сделке «Партия кирпича» заведена другая");
  news.text = "Рекламации";
  EXPECT_EQ(InRussian(news), "По вашей сделке «Партия кирпича» заведена другая: Рекламации");
  EXPECT_EQ(InEnglish(news), "Another deal has been made about your deal “Партия кирпича”: Рекламации");
}

TEST(Texts, OfARepeatInquiryQuoteTheClientsWords) {
  auto news = DealNews(Notification::KIND_CLIENT_WROTE);
  EXPECT_EQ(InRussian(news), "Клиент снова обратился по сделке «Партия кирпича»");
  EXPECT_EQ(InEnglish(news), "The client of deal “Партия кирпича” has written again");
  news.text = "А скидка\n есть?";
  EXPECT_EQ(InRussian(news), "Клиент снова обратился по сделке «Партия кирпича»: А скидка есть?");
  EXPECT_EQ(InEnglish(news), "The client of deal “Партия кирпича” has written again: А скидка есть?");
}

TEST(Texts, OfAReminderSayWhenTheTaskIsDue) {
  const auto news = TaskNews(Notification::KIND_TASK_REMINDER);
  EXPECT_EQ(InRussian(news), "Задача до 12:30: Позвонить Ивану");
  EXPECT_EQ(InEnglish(news), "Task due 12:30: Позвонить Ивану");
}

TEST(Texts, OfAnOverdueTaskNameTheAssigneeIfItIsSomebodyElse) {
  const auto news = TaskNews(Notification::KIND_TASK_OVERDUE);
  EXPECT_EQ(InRussian(news), "Задача просрочена (срок 12:30): Позвонить Ивану");
  EXPECT_EQ(InRussian(news, "Анна"), "Задача просрочена (Анна, срок 12:30): Позвонить Ивану");
  EXPECT_EQ(InEnglish(news, "Анна"), "Task overdue (Анна, due 12:30): Позвонить Ивану");
}

TEST(Texts, ShowNoSecondsForPastTimes) {
  auto news = TaskNews(Notification::KIND_TASK_OVERDUE);
  news.deadline = kNow;
  EXPECT_EQ(InRussian(news), "Задача просрочена (срок 12:00): Позвонить Ивану");
}

TEST(Texts, OfAWholeDayShowTheDayInTheTasksZone) {
  auto news = TaskNews(Notification::KIND_TASK_OVERDUE);
  news.deadline = At("2026-03-01T21:30:00Z");  // still the first of March in Berlin
  news.day_in = "Europe/Moscow";
  EXPECT_EQ(TextOf(news, Reader("ru", "Europe/Berlin"), "", kNow), "Задача просрочена (срок 2 марта): Позвонить Ивану");
}

TEST(Texts, KeepBracesInUserText) {
  auto news = TaskNews(Notification::KIND_TASK_REMINDER);
  news.text = "{deal} {0} {";
  EXPECT_EQ(InRussian(news), "Задача до 12:30: {deal} {0} {");
}

}  // namespace
}  // namespace voronka::notifier
