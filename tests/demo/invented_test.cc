#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>
#include <string>

#include "demo/life/barring_choices.h"
#include "demo/life/chance.h"
#include "demo/life/invented_company.h"
#include "demo/life/invented_person.h"
#include "demo/life/invented_value.h"
#include "demo/life/said.h"
#include "demo/life/task_time.h"
#include "tests/demo/solution_files.h"

namespace voronka::testing {
namespace {

using crm::v1::Field;
using crm::v1::FieldValue;
using demo::Chance;
using demo::Circumstances;
using demo::InventedValue;
using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::Pair;

constexpr int kTimes = 50;

Circumstances Usual() {
  return {.trade = demo::TradeOf("wholesale", "first_sales"),
          .now = demo::Moment(std::chrono::hours(500'000)),
          .head_of_sales_id = 7};
}

Field OfKind(Field::Kind kind) {
  Field field;
  field.set_key("key");
  field.set_kind(kind);
  return field;
}

TEST(Chance, IsTheSameOnEveryMachine) {
  Chance chance(1, "deal", 3);
  const auto first = chance.Below(1'000'000);
  EXPECT_EQ(Chance(1, "deal", 3).Below(1'000'000), first);
  EXPECT_NE(Chance(2, "deal", 3).Below(1'000'000), first);
  EXPECT_NE(Chance(1, "deal", 4).Below(1'000'000), first);
  EXPECT_NE(Chance(1, "person", 3).Below(1'000'000), first);
}

TEST(InventedPerson, HasAPhoneOfTheirOwnAndANameByTheSeed) {
  std::set<std::string> phones;
  std::set<std::string> names;
  for (int number = 0; number < 1'000; ++number) {
    const auto person = demo::PersonNumber(1, number);
    phones.insert(person.phone);
    names.insert(person.name);
    EXPECT_EQ(person.name, demo::PersonNumber(1, number).name);
  }
  EXPECT_EQ(phones.size(), 1'000);
  EXPECT_GT(names.size(), 300);
  EXPECT_EQ(demo::PersonNumber(2, 5).phone, demo::PersonNumber(1, 5).phone);
}

TEST(InventedCompany, HasANameOfItsOwn) {
  std::set<std::string> sites;
  for (int number = 0; number < 60; ++number) sites.insert(demo::CompanyNumber(3, number).site());
  EXPECT_EQ(sites.size(), 60);
}

TEST(InventedValue, StaysWithinTheBoundsOfANumber) {
  Field rating = OfKind(Field::KIND_NUMBER);
  rating.set_min("1");
  rating.set_max("5");
  for (uint64_t i = 0; i < kTimes; ++i) {
    Chance chance(1, "value", i);
    const int number = std::stoi(InventedValue(rating, Usual(), chance).number());
    EXPECT_TRUE(3 <= number && number <= 5) << number;
  }
}

TEST(InventedValue, IsAChoiceThatIsOfferedAndBarsNothing) {
  Field delivery = OfKind(Field::KIND_CHOICE);
  for (const char* key : {"delivery", "pickup", "pigeon"}) delivery.add_choices()->set_key(key);
  delivery.mutable_choices(2)->set_retired(true);
  auto circumstances = Usual();
  circumstances.avoided = {{"key", "pickup"}};
  for (uint64_t i = 0; i < kTimes; ++i) {
    Chance chance(1, "value", i);
    EXPECT_EQ(InventedValue(delivery, circumstances, chance).choice(), "delivery");
  }
}

TEST(InventedValue, IsWhatThatLabelIsFor) {
  Field city = OfKind(Field::KIND_TEXT);
  city.set_label("Город");
  Chance chance(1, "value");
  EXPECT_THAT(demo::SaidIn("Город"), Contains(InventedValue(city, Usual(), chance).text()));
}

TEST(InventedValue, IsADayOfTheNextWeeks) {
  Chance chance(1, "value");
  const auto day = InventedValue(OfKind(Field::KIND_DATE), Usual(), chance).date();
  // 500,000 hours after 1970.
  EXPECT_GT(day, "2027-01-15");
  EXPECT_LT(day, "2027-03-01");
}

TEST(InventedValue, ExistsForEveryFieldOfTheSolutions) {
  for (const auto& name : demo::KnownSolutions()) {
    const auto solution = ReadSolution(name);
    for (const auto& set : solution.field_sets()) {
      for (const auto& field : set.fields()) {
        if (field.kind() == Field::KIND_UNSPECIFIED) continue;
        Chance chance(1, field.key());
        EXPECT_NE(InventedValue(field, Usual(), chance).value_case(), FieldValue::VALUE_NOT_SET) << field.key();
        const bool is_text = field.kind() == Field::KIND_TEXT || field.kind() == Field::KIND_MULTILINE_TEXT;
        EXPECT_FALSE(is_text && demo::SaidIn(field.label()).data() == demo::SaidIn("?").data()) << field.label();
      }
    }
  }
}

TEST(BarringChoices, KeepWhoPicksUpFromTheShipment) {
  const auto trade = ReadSolution("trade_b24");
  std::set<demo::ChoiceOfField> barring;
  for (const auto& stage : trade.pipelines(0).stages()) {
    if (stage.key() == "shipped") barring = demo::BarringChoices(stage);
  }
  EXPECT_THAT(barring, ElementsAre(Pair("delivery", "pickup")));
}

TEST(TaskTime, IsOverdueTodayOrLaterInTurn) {
  const demo::Moment now(std::chrono::hours(500'000));
  for (int number = 0; number < 30; ++number) {
    crm::v1::Task task;
    Chance chance(1, "task", static_cast<uint64_t>(number));
    demo::SetDue(task, demo::DueOf(number), now, chance);
    const auto due = demo::MomentOf(task.due_time());
    EXPECT_EQ(due < now, number % 3 == 0);
    EXPECT_EQ(task.all_day() && due == now, number % 3 == 1);
    EXPECT_EQ(due > now, number % 3 == 2);
  }
}

}  // namespace
}  // namespace voronka::testing
