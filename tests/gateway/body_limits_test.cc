#include "gateway/http/body_limits.h"

#include <gtest/gtest.h>

#include "foundation/process/metrics.h"
#include "gateway/http/body_budget.h"

namespace voronka::gateway {
namespace {

bool BringsTokenAs(const std::string& authorization) {
  Request head;
  head.set("authorization", authorization);
  return BringsToken(head);
}

TEST(BodyLimits, KnowWhatLooksLikeAToken) {
  EXPECT_TRUE(BringsTokenAs("Bearer eyJhbGciOiJFUzI1NiJ9.eyJzdWIiOiIxIn0.c2ln-_"));
  EXPECT_TRUE(BringsTokenAs("bearer a.b.c"));
  for (const char* nonsense :
       {"", "Bearer", "Bearer ", "Bearer a", "Bearer a.b", "Bearer a..c", "Bearer a.b.c.d", "Basic a.b.c", "a.b.c"}) {
    EXPECT_FALSE(BringsTokenAs(nonsense)) << nonsense;
  }
  EXPECT_FALSE(BringsToken(Request()));
}

TEST(BodyBudgets, GiveNoMoreThanIsLeft) {
  process::Metrics metrics;
  BodyBudget budget(100, metrics);
  auto first = budget.Take(60);
  EXPECT_NE(first, nullptr);
  EXPECT_EQ(budget.Take(41), nullptr);
  const auto second = budget.Take(40);
  EXPECT_NE(second, nullptr);
  first = nullptr;
  EXPECT_EQ(budget.Take(61), nullptr);
  EXPECT_NE(budget.Take(60), nullptr);
}

}  // namespace
}  // namespace voronka::gateway
