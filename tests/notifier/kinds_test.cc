#include "notifier/kinds/kinds.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "notifier/inbox/texts.h"

namespace voronka::notifier {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;
using v1::Notification;

std::vector<Notification::Kind> AllKinds() {
  std::vector<Notification::Kind> all;
  const auto& values = *Notification::Kind_descriptor();
  for (int i = 0; i < values.value_count(); ++i) {
    const auto kind = static_cast<Notification::Kind>(values.value(i)->number());
    if (kind != Notification::KIND_UNSPECIFIED) all.push_back(kind);
  }
  return all;
}

v1::Recipient ReaderOf(const std::string& locale) {
  v1::Recipient reader;
  reader.set_locale(locale);
  reader.set_time_zone("Europe/Moscow");
  return reader;
}

News Secret(Notification::Kind kind) {
  return {.kind = kind,
          .user_id = 2,
          .dedup_key = "",
          .due = 0,
          .deal_id = 7,
          .deal_name = "Секрет",
          .task_id = 3,
          .text = "Секрет",
          .deadline = 60'000'000};
}

TEST(Kinds, HaveTextsInBothLanguages) {
  for (const auto kind : AllKinds()) {
    for (const std::string locale : {"ru", "en"}) {
      EXPECT_STRNE(KindOf(kind).title.In(locale), "");
      const auto text = TextOf(Secret(kind), ReaderOf(locale), "Анна", 0);
      EXPECT_THAT(text, Not(HasSubstr("{")));
      EXPECT_STRNE(text.c_str(), "");
    }
    EXPECT_NE(TextOf(Secret(kind), ReaderOf("ru"), "", 0), TextOf(Secret(kind), ReaderOf("en"), "", 0));
  }
}

TEST(Kinds, NameNobodyOnADeviceUnlessTheAccountAllowsIt) {
  for (const auto kind : AllKinds()) {
    for (const std::string locale : {"ru", "en"}) {
      const auto text = DiscreetTextOf(Secret(kind), ReaderOf(locale), 0);
      EXPECT_THAT(text, Not(HasSubstr("Секрет")));
      EXPECT_THAT(text, Not(::testing::ContainsRegex("[:({] *$|\\{"))) << text;
    }
  }
}

TEST(Kinds, TellADiscreetReaderWhichDealATaskIsOf) {
  auto news = Secret(Notification::KIND_TASK_REMINDER);
  EXPECT_EQ(DiscreetTextOf(news, ReaderOf("ru"), 0), "Задача до 03:01, сделка #7");
  news.deal_id = 0;
  EXPECT_EQ(DiscreetTextOf(news, ReaderOf("en"), 0), "Task due 03:01");
}

TEST(Kinds, HaveButtonsWithTitles) {
  for (const auto& kind : Kinds()) {
    for (const auto action : kind.buttons) EXPECT_STRNE(TitleOf(action).ru, TitleOf(action).en);
  }
}

TEST(Kinds, ThatMayNotWaitPassQuietHours) {
  for (const auto& kind : Kinds()) EXPECT_TRUE(!kind.lives_until_deadline || kind.usually.in_quiet_hours);
}

TEST(Kinds, WithoutARowAreAnError) { EXPECT_THROW(KindOf(Notification::KIND_UNSPECIFIED), std::logic_error); }

}  // namespace
}  // namespace voronka::notifier
