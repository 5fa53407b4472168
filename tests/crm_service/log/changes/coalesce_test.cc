#include "crm_service/log/changes/coalesce.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "voronka/crm/v1/deal.pb.h"
#include "voronka/crm/v1/task.pb.h"

namespace voronka::crm {
namespace {

using ::testing::ElementsAre;

template <class Resource>
std::shared_ptr<const v1::Change> ChangeTo(const Resource& resource) {
  v1::Change change;
  change.set_resource_id(resource.id());
  change.mutable_resource()->PackFrom(resource);
  return std::make_shared<const v1::Change>(std::move(change));
}

std::shared_ptr<const v1::Change> DealAt(int64_t id, int64_t etag) {
  v1::Deal deal;
  deal.set_id(id);
  deal.set_etag(etag);
  return ChangeTo(deal);
}

std::shared_ptr<const v1::Change> TaskAt(int64_t id) {
  v1::Task task;
  task.set_id(id);
  return ChangeTo(task);
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
