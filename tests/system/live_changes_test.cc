#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "client/user_session.h"
#include "event_consumer/change.h"
#include "tests/support/account.h"
#include "tests/system/measured.h"
#include "tests/system/moments.h"
#include "tests/system/refusal.h"
#include "tests/system/requests.h"
#include "tests/system/size.h"
#include "voronka/crm/v1/change.pb.h"
#include "voronka/crm/v1/session.pb.h"

namespace voronka::testing {
namespace {

using namespace std::chrono_literals;
using crm::v1::Deal;
using crm::v1::WatchChangesRequest;
using crm::v1::WatchChangesResponse;
using Screen = client::Stream<WatchChangesResponse>;

constexpr int kReplicas = 2;
constexpr auto kPatience = 20s;

// A user sees what another does, on any replica.
class LiveChanges : public ::testing::Test {
 protected:
  static void SetUpTestSuite() { system = std::make_unique<System>(System::Options{.replicas = kReplicas}); }
  static void TearDownTestSuite() { system.reset(); }

  static Screen Open(client::Client& who, const std::string& cursor = "") {
    WatchChangesRequest request;
    request.set_cursor(cursor);
    return who.Open<WatchChangesResponse>(request);
  }

  static WatchChangesResponse Next(Screen& screen) {
    auto response = screen.NextWithin(kPatience);
    if (!response) throw std::runtime_error("the stream gives nothing");
    return *std::move(response);
  }

  static Deal DealIn(const crm::v1::Change& change) { return events::Unpacked<Deal>(change.resource()); }

  Deal NewDeal() {
    crm::v1::CreateDealRequest request;
    request.mutable_deal()->set_pipeline("first_sales");
    return account_.manager(0).Call<Deal>(request);
  }

  Deal Rename(const Deal& deal, const std::string& name) {
    crm::v1::UpdateDealRequest request;
    request.set_deal_id(deal.id());
    request.mutable_deal()->set_name(name);
    return account_.manager(0).Call<Deal>(request);
  }

  // The delay of each of many changes, from the service's decision on.
  std::vector<std::chrono::microseconds> WaysTo(Screen& screen) {
    const auto deal = NewDeal();
    Next(screen);
    std::vector<std::chrono::microseconds> ways;
    for (int i = 0; i < Size(1'000, 100); ++i) {
      Rename(deal, std::to_string(i));
      const auto change = Next(screen).changes().changes(0);
      const auto arrived = Now();
      EXPECT_EQ(DealIn(change).name(), std::to_string(i));
      ways.push_back(arrived - MomentOf(change.create_time()));
    }
    return ways;
  }

  void Revoke(const crm::v1::Session& session) {
    crm::v1::RevokeSessionRequest request;
    request.set_session_id(session.id());
    account_.admin().Call<crm::v1::Session>(request);
  }

  static inline std::unique_ptr<System> system;
  Account account_{*system, 1, 5min, Queue::kWithoutQueue};
};

TEST_F(LiveChanges, AreSeenOnEveryReplica) {
  for (int replica = 0; replica < kReplicas; ++replica) {
    const auto head = account_.LogIn("head", replica);
    auto screen = Open(*head);
    ASSERT_TRUE(Next(screen).has_bookmark());
    const auto ways = WaysTo(screen);
    Measured("from replica 0 to a screen at replica {}: {} (p50), {} (p99)", replica, Readable(Percentile(ways, 0.5)),
             Readable(Percentile(ways, 0.99)));
    EXPECT_LT(Percentile(ways, 0.5), 100ms);
  }
}

TEST_F(LiveChanges, ResumeAtAnotherReplica) {
  const auto here = account_.LogIn("head", 0);
  const auto there = account_.LogIn("head", 1);
  auto first = Open(*here);
  Next(first);
  const auto seen = NewDeal();
  const auto last = Next(first);
  EXPECT_EQ(DealIn(last.changes().changes(0)).id(), seen.id());
  const auto missed = NewDeal();
  auto second = Open(*there, last.cursor());
  auto next = Next(second);
  // The other replica may not have heard of it yet.
  if (next.has_bookmark()) next = Next(second);
  ASSERT_EQ(next.changes().changes_size(), 1);
  EXPECT_EQ(DealIn(next.changes().changes(0)).id(), missed.id());
}

TEST_F(LiveChanges, EndWithTheSession) {
  constexpr auto kEndsWithin = 5s;
  crm::v1::LoginRequest login;
  login.set_login(account_.LoginOf("manager-0"));
  login.set_password(Account::kPassword);
  const auto& channels = system->channels(1);
  const auto tokens = client::Client(channels).Call<crm::v1::LoginResponse>(login);
  client::Client device(channels, std::make_unique<client::UserSession>(channels, system->clock(), tokens));
  auto screen = Open(device);
  Next(screen);
  Revoke(tokens.session());
  const Moment revoked = Now();
  const auto end = FailureOf([&] {
    while (screen.NextWithin(2 * kEndsWithin)) {
    }
  });
  ASSERT_TRUE(end);
  EXPECT_EQ(end->code(), grpc::StatusCode::UNAUTHENTICATED);
  EXPECT_LE(Now() - revoked, kEndsWithin);
}

}  // namespace
}  // namespace voronka::testing
