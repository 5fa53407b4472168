// No statement that a filter makes reads a whole table: each one has an index, and what walks an index needs no
// sorting.
#include <gtest/gtest.h>

#include "crm_service/clients/filters/client_tables.h"
#include "crm_service/fields/field_sets/system_fields.h"
#include "crm_service/fields/filters/candidates.h"
#include "crm_service/sales/filters/deal_table.h"
#include "crm_service/work/filters/task_source.h"
#include "foundation/storage/connection.h"
#include "tests/crm_service/crm_server.h"
#include "tests/support/parsed.h"

namespace voronka::testing {
namespace {

using crm::AskedOrder;
using crm::Candidates;
using crm::FilterPosition;
using crm::FilterTable;
using crm::OwnOrder;
using crm::v1::Condition;
using storage::Value;

constexpr int64_t kAccount = 1;

void ExpectIndexed(const std::string& sql, const std::vector<Value>& values, bool may_sort) {
  for (const auto& row : Crm().db().QueryWith("EXPLAIN " + sql, values)) {
    constexpr int kTable = 2;
    constexpr int kType = 3;
    constexpr int kExtra = 9;
    const std::string table = row.IsNull(kTable) ? "" : row.Text(kTable);
    if (table.empty() || table.starts_with("<")) continue;
    EXPECT_FALSE(row.IsNull(kType)) << sql;
    EXPECT_NE(row.Text(kType), "ALL") << table << " in " << sql;
    const std::string extra = row.IsNull(kExtra) ? "" : row.Text(kExtra);
    EXPECT_TRUE(may_sort || extra.find("filesort") == std::string::npos) << extra << " for " << sql;
    EXPECT_EQ(extra.find("join buffer"), std::string::npos) << extra << " for " << sql;
  }
}

std::vector<AskedOrder> OrdersOf(const FilterTable& table) {
  std::vector<AskedOrder> orders{{}, {{}, true}};
  for (const auto& order : table.orders) {
    orders.push_back({order, false});
    orders.push_back({order, true});
  }
  if (table.subject == crm::v1::FILTER_SUBJECT_TASKS) return orders;
  for (const auto& own : {OwnOrder{.index_id = 5}, OwnOrder{.index_id = 5, .is_of_numbers = true},
                          OwnOrder{.index_id = 5, .is_of_several = true}}) {
    orders.push_back({{}, false, own});
    orders.push_back({{}, true, own});
  }
  return orders;
}

// What keeps every index of the tables busy.
const Condition kEverything = Parsed<Condition>(R"(all {
  conditions { comparison { field: "deal.id" operator: OPERATOR_ONE_OF values { number: "7" } values { number: "8" } } }
  conditions { comparison { field: "deal.pipeline" operator: OPERATOR_ONE_OF values { choice: "sales" } } }
  conditions { comparison { field: "deal.stage" operator: OPERATOR_ONE_OF values { choice: "new" } } }
  conditions { comparison { field: "deal.state" operator: OPERATOR_ONE_OF values { choice: "open" } } }
  conditions { comparison { field: "deal.responsible_user_id" operator: OPERATOR_ONE_OF values { user_id: 3 } } }
  conditions { comparison { field: "deal.contact_id" operator: OPERATOR_ONE_OF values { number: "3" } } }
  conditions { comparison { field: "deal.company_id" operator: OPERATOR_ONE_OF values { number: "3" } } }
  conditions { comparison { field: "deal.create_time" operator: OPERATOR_MORE values { time { seconds: 9 } } } }
  conditions {
    comparison { field: "deal.amount" operator: OPERATOR_LESS values { money { minor: 9 currency: "RUB" } } }
  }
  conditions { comparison { field: "contact.company_id" operator: OPERATOR_ONE_OF values { number: "3" } } }
  conditions { comparison { field: "contact.name" operator: OPERATOR_ONE_OF values { text: "Пётр" } } }
  conditions { comparison { field: "company.tax_number" operator: OPERATOR_ONE_OF values { text: "7701234567" } } }
  conditions { comparison { field: "task.state" operator: OPERATOR_ONE_OF values { choice: "open" } } }
  conditions { comparison { field: "task.assignee_user_id" operator: OPERATOR_ONE_OF values { user_id: 3 } } }
  conditions { comparison { field: "task.due_time" operator: OPERATOR_LESS values { time { seconds: 9 } } } }
})");

class FilterStatements : public ::testing::TestWithParam<const FilterTable*> {
 protected:
  void ExpectIndexedAtEachPlace(const AskedOrder& order, const std::optional<crm::Narrowing>& narrowing,
                                const crm::Pins& pins) const {
    const bool may_sort = narrowing.has_value();
    for (const FilterPosition& after : {FilterPosition{}, FilterPosition{FilterPosition::kFilled, 7, "12"},
                                        FilterPosition{FilterPosition::kBlank, 7, ""}}) {
      const auto query = Candidates(kAccount, table(), order, narrowing, pins, after).Query(100);
      ExpectIndexed(query.sql, query.values, may_sort);
    }
  }

  std::vector<crm::Narrowing> Narrowings() const {
    crm::FieldSetsByEntity sets;
    for (const auto entity : crm::kEntitiesWithFields) sets.emplace(entity, crm::UsualFieldSet(entity));
    const crm::FilterFields fields(table().subject, options::v1::ROLE_ADMIN, sets);
    return crm::NarrowingsOf(table(), fields, crm::ConstraintsOf(kEverything), kAccount);
  }

  const FilterTable& table() const { return *GetParam(); }
};

TEST_P(FilterStatements, WalkAnIndexInEveryOrder) {
  for (const auto& order : OrdersOf(table())) {
    const auto pins = crm::PinsFor(table(), {}, order.by.key);
    ASSERT_TRUE(pins) << order.by.key;
    ExpectIndexedAtEachPlace(order, std::nullopt, *pins);
  }
}

TEST_P(FilterStatements, WalkWhatIsPinned) {
  for (const auto& order : OrdersOf(table())) {
    const auto pins = crm::PinsFor(table(), crm::ConstraintsOf(kEverything), order.by.key);
    ASSERT_TRUE(pins) << order.by.key;
    ExpectIndexedAtEachPlace(order, std::nullopt, *pins);
  }
}

TEST_P(FilterStatements, ReadRangesOfIndexesForCandidates) {
  const auto narrowings = Narrowings();
  EXPECT_FALSE(narrowings.empty());
  for (const auto& narrowing : narrowings) {
    ExpectIndexed(narrowing.sql, narrowing.values, true);
    for (const auto& order : OrdersOf(table())) ExpectIndexedAtEachPlace(order, narrowing, {});
  }
}

INSTANTIATE_TEST_SUITE_P(Tables, FilterStatements,
                         ::testing::Values(&crm::DealTable(), &crm::ContactTable(), &crm::CompanyTable(),
                                           &crm::TaskTable()),
                         [](const auto& row) { return row.param->name; });

TEST(Pins, AreTheLongestThatMustBeSo) {
  const auto constraints = crm::ConstraintsOf(kEverything);
  EXPECT_EQ(crm::PinsFor(crm::DealTable(), constraints, "")->index, "deals_by_stage_and_responsible");
  EXPECT_EQ(crm::PinsFor(crm::DealTable(), {}, "")->index, "PRIMARY");
  EXPECT_EQ(crm::PinsFor(crm::TaskTable(), constraints, "due_time")->index, "tasks_by_assignee");
  EXPECT_EQ(crm::PinsFor(crm::TaskTable(), {}, "due_time")->index, "tasks_by_due_time");
  EXPECT_EQ(crm::PinsFor(crm::DealTable(), {}, "responsible_user_id")->index, "deals_by_responsible_in_order");
  EXPECT_EQ(crm::PinsFor(crm::DealTable(), constraints, "responsible_user_id")->index,
            "deals_by_stage_and_responsible");
}

TEST(Constraints, AreOfWhatMustBeTrueInAnyCase) {
  const auto constraints = crm::ConstraintsOf(Parsed<Condition>(R"(all {
    conditions { any {
      conditions { comparison { field: "deal.stage" operator: OPERATOR_ONE_OF values { choice: "new" } } }
      conditions { comparison { field: "deal.name" operator: OPERATOR_FILLED } }
    } }
    conditions { negation { comparison {
      field: "deal.pipeline" operator: OPERATOR_ONE_OF values { choice: "sales" } } } }
    conditions { negation { comparison {
      field: "deal.close_time" operator: OPERATOR_LESS values { time { seconds: 9 } } } } }
    conditions { comparison { field: "deal.state" operator: OPERATOR_ONE_OF values { choice: "won" } } }
  })"));
  ASSERT_EQ(constraints.size(), 1U) << "a blank time is not before the moment either";
  EXPECT_EQ(constraints.begin()->first, "deal.state");
}

}  // namespace
}  // namespace voronka::testing
