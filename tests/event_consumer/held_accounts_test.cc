#include "event_consumer/held_accounts.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <atomic>
#include <stdexcept>
#include <string>
#include <vector>

#include "foundation/rpc/calls/partition.h"
#include "tests/event_consumer/followers.h"

namespace voronka::events {
namespace {

using crm::v1::Event;
using ::testing::ElementsAre;
using testing::Eventually;

// Both are in the partition.
class ConsumersOfTwoAccounts : public Consumers {
 protected:
  static constexpr int64_t kSick = FakeEventService::kPartition;
  static constexpr int64_t kSound = kSick + rpc::kPartitions;

  void AppendOf(int64_t account_id) {
    Event event;
    event.set_account_id(account_id);
    crm_.Append(event);
  }
  // sick: 1, 3, 5…; sound: 2, 4, 6…
  void AppendPairs(int pairs) {
    for (int i = 0; i < pairs; ++i) AppendOf(kSick), AppendOf(kSound);
  }
  int64_t Held() { return schema_.db.Query("SELECT COUNT(*) FROM event_holds").at(0).Int(0); }
  // The effects of an account, in order of arrival.
  std::vector<int64_t> EffectsOf(int64_t account_id) {
    std::vector<int64_t> offsets;
    for (const auto& row : schema_.db.Query("SELECT text FROM notes WHERE account_id = ? ORDER BY id", account_id)) {
      offsets.push_back(std::stoll(row.Text(0)));
    }
    return offsets;
  }
  Consumer::HandleEvent FailingAtThree() {
    return [this](rpc::Session& session, const Event& event) {
      WriteNote(session, event);
      if (event.offset() == 3 && !mended) throw std::logic_error("nobody thought of that");
    };
  }

  std::atomic<bool> mended = false;
};

TEST_F(ConsumersOfTwoAccounts, HoldTheAccountWhoseEventFails) {
  AppendPairs(10);
  Follower follower(schema_.database, crm_.endpoints(), FailingAtThree());
  EXPECT_TRUE(Eventually([&] { return Cursor() == 20; })) << Cursor();
  EXPECT_THAT(EffectsOf(kSound), ElementsAre(2, 4, 6, 8, 10, 12, 14, 16, 18, 20));
  EXPECT_THAT(EffectsOf(kSick), ElementsAre(1));
  EXPECT_EQ(Held(), 1);
}

TEST_F(ConsumersOfTwoAccounts, CatchUpInOrderOnceTheEventSucceeds) {
  AppendPairs(3);
  Follower follower(schema_.database, crm_.endpoints(), FailingAtThree());
  EXPECT_TRUE(Eventually([&] { return Cursor() == 6; })) << Cursor();
  AppendPairs(3);
  EXPECT_TRUE(Eventually([&] { return Cursor() == 12; })) << Cursor();
  mended = true;
  EXPECT_TRUE(Eventually([&] { return Held() == 0; }));
  AppendPairs(1);
  EXPECT_TRUE(Eventually([&] { return EffectsOf(kSick) == std::vector<int64_t>({1, 3, 5, 7, 9, 11, 13}); }));
  ExpectEachOnce(14);
}

TEST_F(ConsumersOfTwoAccounts, HandleEachEventOnceWhenRacing) {
  Follower one(schema_.database, crm_.endpoints(), FailingAtThree());
  Follower two(schema_.database, crm_.endpoints(), FailingAtThree());
  AppendPairs(50);
  EXPECT_TRUE(Eventually([&] { return Cursor() == 100; })) << Cursor();
  mended = true;
  AppendPairs(100);
  EXPECT_TRUE(Eventually([&] { return EffectsOf(kSick).size() == 150U; }));
  ExpectEachOnce(300);
}

}  // namespace
}  // namespace voronka::events
