#include "tests/system/take_race.h"

#include <fmt/format.h>

#include <algorithm>
#include <atomic>
#include <map>
#include <memory>
#include <random>
#include <set>
#include <thread>
#include <utility>

#include "client/request_id.h"
#include "tests/system/alternating_client.h"
#include "tests/system/crowd.h"
#include "tests/system/requests.h"

namespace voronka::testing {
namespace {

using namespace std::chrono_literals;
using crm::v1::Deal;
using std::chrono::microseconds;

constexpr int kThreads = 200;
constexpr microseconds kAround = 5ms;
constexpr client::CallOptions kPatientCall{.timeout = 60s, .repeat = true};

// How long before the deadline a call must be sent to arrive at it: half of a call's current duration.
class Lead {
 public:
  microseconds get() const { return microseconds(micros_.load()); }
  void Learn(microseconds took) { micros_ += (took.count() / 2 - micros_) / kMemory; }

 private:
  // The number of calls that are averaged.
  static constexpr int64_t kMemory = 16;
  std::atomic<int64_t> micros_ = 0;
};

// A user with something on offer, logged in at every replica.
class Offerees {
 public:
  explicit Offerees(const std::vector<OnOffer>& offers) {
    std::set<Account*> accounts;
    for (const OnOffer& offer : offers) accounts.insert(offer.account);
    for (Account* account : accounts) {
      for (int number = 0; number < account->managers(); ++number) LogIn(*account, number);
    }
  }

  AlternatingClient& Of(const OnOffer& offer) const {
    return *clients_.at({offer.account, offer.deal.responsible_user_id()});
  }

 private:
  void LogIn(Account& account, int manager) {
    const auto log_in = [&](int replica) { return account.LogIn(fmt::format("manager-{}", manager), replica); };
    clients_.emplace(std::pair(&account, account.manager_id(manager)),
                     std::make_unique<AlternatingClient>(account.system().replicas(), log_in));
  }

  std::map<std::pair<Account*, int64_t>, std::unique_ptr<AlternatingClient>> clients_;
};

std::vector<TakeAttempt> InOrderOfDeadlines(std::vector<OnOffer> offers) {
  std::ranges::sort(offers, {}, &OnOffer::deadline);
  std::vector<TakeAttempt> attempts;
  attempts.reserve(offers.size());
  for (OnOffer& offer : offers) attempts.push_back({.offer = std::move(offer), .request_id = client::NewRequestId()});
  return attempts;
}

microseconds Jitter() {
  thread_local std::minstd_rand random{std::random_device{}()};
  return microseconds(std::uniform_int_distribution<int64_t>(-kAround.count(), kAround.count())(random));
}

void CallOnce(AlternatingClient& offeree, const TakeAttempt& attempt) {
  const int64_t deal_id = attempt.offer.deal.id();
  if (deal_id % 2 == 0) {
    auto request = Take(deal_id);
    request.set_request_id(attempt.request_id);
    offeree.Call<Deal>(request, kPatientCall);
  } else {
    auto request = MoveTo(kAccepted, deal_id);
    request.set_request_id(attempt.request_id);
    offeree.Call<Deal>(request, kPatientCall);
  }
}

void Try(AlternatingClient& offeree, TakeAttempt& attempt, Lead& lead) {
  std::this_thread::sleep_until(attempt.offer.deadline() - lead.get() + Jitter());
  const Moment begin = Now();
  try {
    CallOnce(offeree, attempt);
    attempt.taken = true;
  } catch (const client::CallFailed& failure) {
    attempt.refusal = failure.reason().empty() ? failure.what() : failure.reason();
  }
  lead.Learn(Now() - begin);
}

}  // namespace

std::vector<TakeAttempt> TakeAtDeadlines(std::vector<OnOffer> offers) {
  const Offerees offerees(offers);
  auto attempts = InOrderOfDeadlines(std::move(offers));
  Lead lead;
  std::atomic<size_t> next = 0;
  InParallel(kThreads, [&](int) {
    for (size_t i = next++; i < attempts.size(); i = next++) {
      Try(offerees.Of(attempts[i].offer), attempts[i], lead);
    }
  });
  return attempts;
}

}  // namespace voronka::testing
