#include "crm_service/log/changes/change_window.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "foundation/wire/message_sizes.h"

namespace voronka::crm {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

constexpr int64_t kOurs = 1;
constexpr int64_t kTheirs = 65;

LoggedChange At(int64_t offset, int64_t account_id = kOurs, size_t bytes = 100) {
  v1::Change change;
  change.set_resource_id(offset);
  return {offset, account_id, bytes, std::make_shared<const v1::Change>(std::move(change))};
}

std::vector<int64_t> ResourcesAfter(const ChangeWindow& window, int64_t offset) {
  const auto page = window.After(offset, kOurs);
  if (!page) throw std::logic_error("it is not kept");
  std::vector<int64_t> resources;
  for (const auto& change : page->changes) resources.push_back(change->resource_id());
  return resources;
}

TEST(ChangeWindow, ReturnsWhatWasAddedAfterAnOffset) {
  ChangeWindow window(10, 100);
  window.Add({At(11), At(13)}, 14);
  EXPECT_THAT(ResourcesAfter(window, 10), ElementsAre(11, 13));
  EXPECT_THAT(ResourcesAfter(window, 11), ElementsAre(13));
  EXPECT_THAT(ResourcesAfter(window, 14), IsEmpty());
}

TEST(ChangeWindow, ReturnsTheOffsetItReaches) {
  ChangeWindow window(10, 100);
  window.Add({At(11)}, 14);
  EXPECT_EQ(window.After(10, kOurs)->upto, 14);
  EXPECT_EQ(window.After(14, kOurs)->upto, 14);
}

TEST(ChangeWindow, DoesNotRewindAReaderAheadOfIt) { EXPECT_EQ(ChangeWindow(10, 100).After(12, kOurs)->upto, 12); }

TEST(ChangeWindow, DoesNotKnowOlderOffsets) { EXPECT_FALSE(ChangeWindow(10, 100).After(9, kOurs)); }

TEST(ChangeWindow, DoesNotKnowEvictedOffsets) {
  ChangeWindow window(0, 2);
  window.Add({At(1), At(2), At(3)}, 3);
  EXPECT_FALSE(window.After(0, kOurs));
  EXPECT_THAT(ResourcesAfter(window, 1), ElementsAre(2, 3));
}

TEST(ChangeWindow, ReturnsOnePageAtATime) {
  ChangeWindow window(0, 100);
  constexpr size_t kHalf = rpc::kPageBytes / 2;
  window.Add({At(1, kOurs, kHalf), At(2, kOurs, kHalf), At(3, kTheirs), At(4, kOurs, kHalf)}, 4);
  EXPECT_THAT(ResourcesAfter(window, 0), ElementsAre(1, 2));
  EXPECT_EQ(window.After(0, kOurs)->upto, 3);
  EXPECT_THAT(ResourcesAfter(window, 3), ElementsAre(4));
}

TEST(ChangeWindow, EvictsBySizeToo) {
  ChangeWindow window(0, 100);
  window.Add({At(1, kOurs, rpc::kPageBytes), At(2, kOurs, rpc::kPageBytes), At(3, kOurs, rpc::kPageBytes)}, 3);
  EXPECT_FALSE(window.After(0, kOurs));
  EXPECT_THAT(ResourcesAfter(window, 1), ElementsAre(2));
}

TEST(ChangeWindow, ReturnsNothingFromAnotherAccount) {
  ChangeWindow window(0, 100);
  window.Add({At(1, kTheirs), At(2), At(3, kTheirs)}, 3);
  EXPECT_THAT(ResourcesAfter(window, 0), ElementsAre(2));
}

}  // namespace
}  // namespace voronka::crm
