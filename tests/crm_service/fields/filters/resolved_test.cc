#include "crm_service/fields/filters/resolved.h"

#include <google/protobuf/util/time_util.h>
#include <gtest/gtest.h>

#include "crm_service/fields/conditions/truth.h"
#include "crm_service/fields/field_sets/system_fields.h"
#include "foundation/calendar/day.h"
#include "tests/support/parsed.h"

namespace voronka::testing {
namespace {

using crm::v1::Condition;
using crm::v1::FieldValue;

// Wednesday, 2026-03-18, 01:30 in Moscow; still Tuesday in UTC.
constexpr int64_t kNow = 1'773'786'600'000'000;

crm::FilterFields DealFields() {
  crm::FieldSetsByEntity sets;
  sets.emplace(crm::v1::ENTITY_DEAL, crm::UsualFieldSet(crm::v1::ENTITY_DEAL));
  return {crm::v1::FILTER_SUBJECT_DEALS, options::v1::ROLE_ADMIN, sets};
}

// Whether a deal that came to its stage then suits.
bool Suits(const std::string& comparison, const std::string& entered) {
  const auto condition =
      Parsed<Condition>("comparison { field: 'deal.stage_enter_time' operator: OPERATOR_" + comparison + " }");
  const auto resolved = crm::Resolved(condition, DealFields(), {7, kNow, calendar::ZoneNamed("Europe/Moscow")});
  return crm::IsTrue(resolved, [&](const std::string&) -> std::vector<FieldValue> {
    if (entered.empty()) return {};
    FieldValue value;
    EXPECT_TRUE(google::protobuf::util::TimeUtil::FromString(entered, value.mutable_time()));
    return {value};
  });
}

TEST(Period, IsOfTheCallersDays) {
  const std::string today = "ONE_OF period { unit: UNIT_DAY }";
  EXPECT_TRUE(Suits(today, "2026-03-17T21:00:00Z"));
  EXPECT_FALSE(Suits(today, "2026-03-17T20:59:59Z"));
  EXPECT_TRUE(Suits(today, "2026-03-18T20:59:59.999999Z"));
  EXPECT_FALSE(Suits(today, "2026-03-18T21:00:00Z"));
}

TEST(Period, KnowsLastWeekFromMonday) {
  const std::string last_week = "ONE_OF period { unit: UNIT_WEEK first: -1 last: -1 }";
  EXPECT_FALSE(Suits(last_week, "2026-03-08T20:59:59Z"));
  EXPECT_TRUE(Suits(last_week, "2026-03-08T21:00:00Z"));
  EXPECT_TRUE(Suits(last_week, "2026-03-15T20:59:59Z"));
  EXPECT_FALSE(Suits(last_week, "2026-03-15T21:00:00Z"));
}

TEST(Period, KnowsMonthsQuartersAndYears) {
  EXPECT_TRUE(Suits("ONE_OF period { unit: UNIT_MONTH first: -1 last: -1 }", "2026-02-14T12:00:00Z"));
  EXPECT_FALSE(Suits("ONE_OF period { unit: UNIT_MONTH }", "2026-02-14T12:00:00Z"));
  EXPECT_TRUE(Suits("ONE_OF period { unit: UNIT_QUARTER }", "2026-01-01T00:00:00Z"));
  EXPECT_FALSE(Suits("ONE_OF period { unit: UNIT_QUARTER }", "2025-12-31T12:00:00Z"));
  EXPECT_TRUE(Suits("ONE_OF period { unit: UNIT_QUARTER first: -1 last: -1 }", "2025-12-31T12:00:00Z"));
  EXPECT_TRUE(Suits("ONE_OF period { unit: UNIT_YEAR first: -1 last: -1 }", "2025-07-01T12:00:00Z"));
}

TEST(Period, HasABeforeAndAnAfter) {
  EXPECT_TRUE(Suits("LESS period { unit: UNIT_DAY first: -13 last: -13 }", "2026-03-04T20:59:59Z"));
  EXPECT_FALSE(Suits("LESS period { unit: UNIT_DAY first: -13 last: -13 }", "2026-03-04T21:00:00Z"));
  EXPECT_TRUE(Suits("MORE period { unit: UNIT_DAY first: -1 last: -1 }", "2026-03-17T21:00:00Z"));
  EXPECT_FALSE(Suits("MORE period { unit: UNIT_DAY first: -1 last: -1 }", "2026-03-17T20:59:59Z"));
}

TEST(Period, IsNeitherBeforeNorAfterWhatIsBlank) {
  EXPECT_FALSE(Suits("ONE_OF period { unit: UNIT_DAY }", ""));
  EXPECT_FALSE(Suits("LESS period { unit: UNIT_DAY }", ""));
  EXPECT_FALSE(Suits("MORE period { unit: UNIT_DAY }", ""));
  EXPECT_TRUE(Suits("NONE_OF period { unit: UNIT_DAY }", ""));
}

TEST(Period, DoesNotLeaveTheCalendar) {
  EXPECT_TRUE(Suits("LESS period { unit: UNIT_YEAR first: 4000 last: 4000 }", "2026-03-17T21:00:00Z"));
  EXPECT_FALSE(Suits("LESS period { unit: UNIT_YEAR first: -4000 last: -4000 }", "2026-03-17T21:00:00Z"));
}

TEST(Caller, IsAUserAmongOthers) {
  const auto condition = Parsed<Condition>(
      "comparison { field: 'deal.responsible_user_id' operator: OPERATOR_ONE_OF values { user_id: 9 } caller: true }");
  const auto resolved = crm::Resolved(condition, DealFields(), {.user_id = 7});
  ASSERT_EQ(resolved.comparison().values_size(), 2);
  EXPECT_EQ(resolved.comparison().values(1).user_id(), 7);
  EXPECT_FALSE(resolved.comparison().caller());
}

}  // namespace
}  // namespace voronka::testing
