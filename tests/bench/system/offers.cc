#include "tests/bench/system/offers.h"

#include <map>
#include <mutex>
#include <stdexcept>
#include <thread>

#include "tests/bench/database_options.h"
#include "tests/bench/measure/percentile.h"
#include "tests/bench/system/subscribers.h"
#include "tests/support/eventually.h"
#include "tests/system/crowd.h"
#include "tests/system/requests.h"

namespace voronka::bench {
namespace {

using namespace std::chrono_literals;
using Accounts = std::vector<std::unique_ptr<testing::Account>>;
using notifier::v1::Notification;
using std::chrono::system_clock;

constexpr int kAccounts = 10;
constexpr int kManagers = 5;
constexpr auto kBetweenInquiries = 5ms;
constexpr int kInquiries = 3'000;
// The first ones warm up caches and connections.
constexpr int kUncounted = 400;
// Maximum number of calls in flight before the rate falls.
constexpr int kClients = 40;

// By account and deal: when its inquiry was due to be submitted.
using Submitted = std::map<std::pair<int64_t, int64_t>, system_clock::time_point>;

class Intake {
 public:
  Intake(testing::System& system, const Accounts& accounts) {
    for (int number = 0; number < kAccounts * system.replicas(); ++number) {
      const int64_t account_id = accounts[number % kAccounts]->id();
      clients_.push_back({account_id, system.Service("intake", account_id, number / kAccounts)});
    }
  }

  Submitted SubmitAll() {
    const auto begin = system_clock::now() + 100ms;
    testing::InParallel(kClients, [&](int client) {
      for (int number = client; number < kInquiries; number += kClients) {
        const auto due = begin + number * kBetweenInquiries;
        std::this_thread::sleep_until(due);
        Submit(number, due);
      }
    });
    return std::move(submitted_);
  }

 private:
  struct Client {
    int64_t account_id;
    std::unique_ptr<client::Client> client;
  };

  void Submit(int number, system_clock::time_point due) {
    Client& of_account = clients_[number % clients_.size()];
    const auto answer = of_account.client->Call<crm::v1::Inquiry>(testing::InquiryOf(number));
    if (number < kUncounted) return;
    const std::lock_guard lock(mutex_);
    submitted_[{of_account.account_id, answer.deal_id()}] = due;
  }

  std::vector<Client> clients_;
  std::mutex mutex_;
  Submitted submitted_;
};

std::vector<double> MillisUntilSeen(const Submitted& submitted, const std::vector<Arrival>& offers) {
  std::vector<double> millis;
  for (const auto& offer : offers) {
    const auto found = submitted.find({offer.account_id, offer.deal_id});
    if (found == submitted.end()) continue;
    const auto due = std::chrono::duration_cast<std::chrono::microseconds>(found->second.time_since_epoch()).count();
    millis.push_back(static_cast<double>(offer.at_micros - due) / 1e3);
  }
  return millis;
}

struct OfferGoal {
  int replicas;
  double p50;
  double p99;
};

void Measure(const OfferGoal& goal, Report& report) {
  testing::System system({.replicas = goal.replicas, .database = DatabaseOptions()});
  Accounts accounts;
  for (int i = 0; i < kAccounts; ++i) accounts.push_back(std::make_unique<testing::Account>(system, kManagers, 1h));
  const Subscribers subscribers(accounts, 1, NotifiersOf(system));
  const auto submitted = Intake(system, accounts).SubmitAll();
  const auto seen = [&] { return subscribers.Arrived(Notification::KIND_OFFER).size() >= kInquiries; };
  if (!testing::Eventually(seen)) throw std::runtime_error("not every inquiry was offered");

  const auto millis = MillisUntilSeen(submitted, subscribers.Arrived(Notification::KIND_OFFER));
  const double p50 = Percentile(millis, 0.5);
  const double p99 = Percentile(millis, 0.99);
  report.Add(
      {.what = fmt::format("inquiry submitted to offer seen on the stream, 200/s, {} of each service", goal.replicas),
       .ours = fmt::format("p50 {:.1f} ms, p99 {:.1f} ms", p50, p99),
       .goal = fmt::format("p50 ≤ {} ms, p99 ≤ {} ms", goal.p50, goal.p99),
       .met = p50 <= goal.p50 && p99 <= goal.p99});
}

}  // namespace

void MeasureOffers(Report& report) {
  Measure({.replicas = 1, .p50 = 10, .p99 = 50}, report);
  Measure({.replicas = 2, .p50 = 100, .p99 = 100}, report);
}

}  // namespace voronka::bench
