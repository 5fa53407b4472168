#include "crm_service/log/changes/coalesce.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace voronka::crm {
namespace {

using ::testing::ElementsAre;

std::shared_ptr<const v1::Change> DealAt(int64_t id, int64_t etag) {
  v1::Change change;
  change.mutable_deal()->set_id(id);
  change.mutable_deal()->set_etag(etag);
  return std::make_shared<const v1::Change>(std::move(change));
}

std::shared_ptr<const v1::Change> TaskAt(int64_t id) {
  v1::Change change;
  change.mutable_task()->set_id(id);
  return std::make_shared<const v1::Change>(std::move(change));
}

TEST(Coalesced, KeepsTheLastChangeOfEachResourceInOrder) {
  const auto first = DealAt(1, 1), other = DealAt(2, 1), last = DealAt(1, 2);
  EXPECT_THAT(Coalesced({first, other, last}), ElementsAre(other, last));
}

TEST(Coalesced, DistinguishesADealFromATaskWithTheSameId) {
  const auto deal = DealAt(1, 1), task = TaskAt(1);
  EXPECT_THAT(Coalesced({deal, task}), ElementsAre(deal, task));
}

}  // namespace
}  // namespace voronka::crm
