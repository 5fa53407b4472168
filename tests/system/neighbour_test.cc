#include <gtest/gtest.h>

#include <functional>

#include "tests/support/account.h"
#include "tests/system/measured.h"
#include "tests/system/size.h"
#include "tests/system/steady_work.h"
#include "tests/system/wild_head.h"
#include "voronka/crm/v1/session.pb.h"

namespace voronka::testing {
namespace {

using namespace std::chrono_literals;
using std::chrono::microseconds;

constexpr int kCallsOfTheFlood = 200;
constexpr auto kBetweenCalls = 50ms;
constexpr auto kRound = 5s;
// Maximum share of a flood call's duration. Flood calls wait in their own line, and nobody else waits there.
constexpr double kMostOfItsWait = 0.5;

using Flooding = std::function<std::unique_ptr<Flood>()>;

// An account beside a program that has run wild.
class Neighbour : public ::testing::Test {
 protected:
  // Alternates calm and flood, prints durations, and returns the ratio of the account's calls to the flood's calls
  // meanwhile. The bench measures the slowdown against calm, which depends on the machine too.
  double ShareOfItsWait(const Flooding& flooding) {
    std::vector<microseconds> calm;
    std::vector<microseconds> beside;
    Flood::Answers flooded;
    for (int round = 0; round < rounds_; ++round) {
      work_.Do(kRound, calm);
      const auto flood = flooding();
      work_.Do(kRound, beside);
      flooded.Add(flood->End());
    }
    Measured("the flood: {} served, {} refused, {} failed in {} s", flooded.served.size(), flooded.refused.size(),
             flooded.failed.size(), rounds_ * kRound.count());
    Print("calm", calm);
    Print("beside the flood", beside);
    const auto floods = flooded.All();
    Print("in the flood", floods);
    return static_cast<double>(Percentile(beside, 0.5).count()) / static_cast<double>(Percentile(floods, 0.5).count());
  }

  client::Identity& nobody() { return nobody_; }
  System& system() { return system_; }

 private:
  static void Print(const char* when, const std::vector<microseconds>& took) {
    Measured("{}: p50 {}, p99 {}", when, Readable(Percentile(took, 0.5)), Readable(Percentile(took, 0.99)));
  }

  const int rounds_ = Size(12, 2);
  client::Nobody nobody_;
  System system_;
  Account account_{system_, 0, 5min, Queue::kWithoutQueue};
  SteadyWork work_{account_, kBetweenCalls};
};

TEST_F(Neighbour, IsServedAsUsualWhileAnotherAccountFloods) {
  Account account(system(), 0, 5min, Queue::kWithoutQueue);
  WildHead wild(account, 100);
  EXPECT_LE(ShareOfItsWait([&] { return wild.CallsInFlight(kCallsOfTheFlood); }), kMostOfItsWait);
}

TEST_F(Neighbour, IsServedAsUsualWhileSomebodyGuessesPasswords) {
  const auto guess = [](int number) {
    auto login = std::make_unique<crm::v1::LoginRequest>();
    login->set_login(fmt::format("nobody-{}@nowhere.example", number));
    login->set_password("guessed-password");
    login->set_client("flood");
    return login;
  };
  EXPECT_LE(
      ShareOfItsWait([&] { return std::make_unique<Flood>(system().channels(), nobody(), guess, kCallsOfTheFlood); }),
      kMostOfItsWait);
}

}  // namespace
}  // namespace voronka::testing
