// Several replicas follow at a time, and the index is as if one did.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "crm_service/log/events/recent_events.h"
#include "crm_service/search/following/search_follower.h"
#include "foundation/events/tail.h"
#include "foundation/process/clock.h"
#include "foundation/process/log.h"
#include "foundation/process/random.h"
#include "foundation/rpc/calls/session.h"
#include "foundation/storage/connection.h"
#include "foundation/storage/ids.h"
#include "tests/crm_service/search/search_office.h"
#include "voronka/config/v1/process.pb.h"

namespace voronka::testing {
namespace {

using namespace crm::v1;
using ::testing::IsEmpty;

// What another process of the service would follow with.
struct Replica {
  Replica() {
    tail.Start();
    follower.Start();
  }
  ~Replica() {
    follower.Stop();
    tail.Stop();
  }
  Replica(const Replica&) = delete;
  Replica& operator=(const Replica&) = delete;

  process::Log log{config::v1::Log()};
  process::SystemClock clock;
  process::SystemRandom random;
  storage::Ids ids{Crm().database()};
  const rpc::SessionContext session_context{clock, random, ids, nullptr};
  crm::RecentEvents recent{log};
  events::Tail tail{Crm().database(), log, [this](storage::Connection&, int, int64_t, int64_t) { follower.Wake(); }};
  crm::SearchFollower follower{Crm().database(), session_context, tail, recent, log};
};

// Words whose uses are not as many as their rows.
int64_t Miscounted(SearchOffice& office) {
  return Crm()
      .db()
      .Query(
          "SELECT COUNT(*) FROM search_vocabulary v WHERE v.account_id = ? AND v.uses <> "
          "(SELECT COUNT(*) FROM search_words w WHERE w.account_id = v.account_id AND w.word = v.word)",
          office.account_id())
      .at(0)
      .Int(0);
}

TEST(SearchReplicas, KeepOneIndex) {
  SearchOffice office;
  const Replica other;
  constexpr int kDeals = 15;
  for (int i = 0; i < kDeals; ++i) {
    const auto deal = office.MakeDeal("Окна");
    office.anna.Call<Deal>(Renaming(deal.id(), "Двери"));
  }
  auto operator_of_account = Crm().Operator(office.account_id());
  operator_of_account.Call<RebuildSearchResponse>(RebuildSearchRequest());
  office.CatchUp();
  auto all = Searching("двери");
  all.set_page_size(50);
  EXPECT_TRUE(Eventually([&] { return SearchOffice::Results(office.anna, all).size() == kDeals; }));
  EXPECT_THAT(office.Found("окна"), IsEmpty());
  EXPECT_EQ(Miscounted(office), 0);
}

}  // namespace
}  // namespace voronka::testing
