#include "crm_service/intake/submissions/written_name.h"

#include <gtest/gtest.h>

#include <utility>
#include <vector>

namespace voronka::crm {
namespace {

std::string WholeOf(const std::vector<std::pair<std::string, std::string>>& parts) {
  WrittenName name;
  for (const auto& [target, text] : parts) name.Add(target, text);
  return name.Whole();
}

TEST(WrittenName, IsPutTogetherInTheOrderOfSpeech) {
  EXPECT_EQ(WholeOf({{"last_name", "Пробная"}, {"first_name", "Анна"}}), "Анна Пробная");
  EXPECT_EQ(WholeOf({{"last_name", "Пробная"}, {"middle_name", "Петровна"}, {"client_name", "Анна"}}),
            "Анна Петровна Пробная");
  EXPECT_EQ(WholeOf({{"last_name", "Пробная"}}), "Пробная");
  EXPECT_EQ(WholeOf({}), "");
}

TEST(WrittenName, SaysNothingTwice) {
  EXPECT_EQ(WholeOf({{"client_name", "Пробная Анна"}, {"first_name", "анна"}, {"last_name", "Пробная"}}),
            "Пробная Анна");
  EXPECT_EQ(WholeOf({{"client_name", "Анна"}, {"last_name", "Ан"}}), "Анна Ан");
}

TEST(WrittenName, TakesEachPartOnce) {
  WrittenName name;
  EXPECT_TRUE(name.Add("first_name", "Анна"));
  EXPECT_FALSE(name.Add("first_name", "Вера"));
  EXPECT_EQ(name.Whole(), "Анна");
}

TEST(WrittenName, IsNoSignAndNoWordForNothing) {
  EXPECT_EQ(WholeOf({{"first_name", "Анна"}, {"middle_name", "-"}, {"last_name", "none"}}), "Анна");
}

}  // namespace
}  // namespace voronka::crm
