#include "tests/system/faults/fault_run.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include "tests/support/eventually.h"
#include "tests/system/faults/kept_rows.h"
#include "tests/system/faults/rest.h"
#include "tests/system/measured.h"

namespace voronka::testing {
namespace {

using namespace std::chrono_literals;

// Number of answers that show that work goes on.
constexpr int kAnswers = 50;
constexpr auto kPatience = 90s;

// Everybody with a stream of their own.
std::vector<Caller*> PeopleOf(Workplace& workplace) {
  std::vector<Caller*> people{&workplace.head()};
  for (int number = 0; number < workplace.managers(); ++number) people.push_back(&workplace.manager(number));
  return people;
}

std::vector<client::Client*> ReplicasOf(Caller& caller, int replicas) {
  std::vector<client::Client*> clients;
  for (int replica = 0; replica < replicas; ++replica) clients.push_back(&caller.client().At(replica));
  return clients;
}

// Whether the stream has delivered the last entry that it must.
bool IsThere(const Follower& follower, const Log& log) {
  const auto about = follower.record();
  const auto position = follower.position();
  return std::ranges::all_of(log, [&](const LogEntry& entry) {
    const bool wanted = about.topic == 0 || (entry.account_id == about.account_id && entry.topic == about.topic);
    const auto at = position.find(entry.partition);
    return !wanted || (at != position.end() && at->second >= entry.offset);
  });
}

}  // namespace

FaultRun::FaultRun(const Options& options, uint64_t seed)
    : seed_(seed),
      to_rest_(options.to_rest),
      dice_(seed),
      system_(
          {.replicas = options.replicas, .environment = options.environment, .host = PrivateMariaDb::Host::kFaulty}) {
  Measured("repeat with VORONKA_SEED={}", seed);
  OpenWorkplaces(options);
  Follow();
  traffic_ = std::make_unique<Traffic>(workplaces_, recorder_, seed);
  EXPECT_TRUE(WorkGoesOn());
}

FaultRun::~FaultRun() = default;

void FaultRun::OpenWorkplaces(const Options& options) {
  for (int i = 0; i < options.accounts; ++i) {
    workplaces_.push_back(std::make_unique<Workplace>(system_, options.managers, options.take_within));
  }
}

void FaultRun::Follow() {
  std::vector<client::Client*> watchers;
  for (int replica = 0; replica < system_.replicas(); ++replica) {
    watchers_.push_back(system_.Service("notifier", 0, replica));
    watchers.push_back(watchers_.back().get());
  }
  events_ = FollowEvents(watchers, seed_);
  for (auto& workplace : workplaces_) {
    for (Caller* person : PeopleOf(*workplace)) {
      inboxes_.push_back(FollowInbox(person->account_id(), person->user_id(), ReplicasOf(*person, system_.replicas()),
                                     seed_ + inboxes_.size()));
    }
  }
  EXPECT_TRUE(Eventually(
      [this] { return std::ranges::none_of(inboxes_, [](const auto& inbox) { return inbox->position().empty(); }); }));
}

void FaultRun::Strike(std::vector<Fault> faults) {
  for (size_t left = faults.size(); left > 0; --left) {
    std::swap(faults[left - 1], faults[dice_.Throw(static_cast<int>(left))]);
    Strike(faults[left - 1]);
  }
}

void FaultRun::Strike(const Fault& fault) {
  std::this_thread::sleep_for(dice_.Between(0ms, 500ms));
  const int repeated = recorder_.repeated();
  const Moment begin = Now();
  fault.strike(system_, dice_);
  const Moment over = Now();
  EXPECT_TRUE(WorkGoesOn()) << fault.name;
  Measured("{}: {}, work went on {} after it, {} attempts were repeated", fault.name, Readable(over - begin),
           Readable(Now() - over), recorder_.repeated() - repeated);
  disturbances_.push_back({fault.name, begin, Now()});
}

bool FaultRun::WorkGoesOn() {
  const int wanted = recorder_.acknowledged() + kAnswers;
  const auto goes_on = [&] {
    // Like its supervisor.
    system_.database().Start();
    return recorder_.acknowledged() >= wanted;
  };
  return Eventually(goes_on, kPatience);
}

History FaultRun::End() {
  traffic_->Drain();
  const bool rests = Eventually([this] { return WorkLeft(system_).empty(); }, to_rest_);
  EXPECT_TRUE(rests) << WorkLeft(system_);
  traffic_.reset();
  // Left over by the last calls.
  EXPECT_TRUE(Eventually([this] { return WorkLeft(system_).empty(); }, to_rest_)) << WorkLeft(system_);
  History history;
  std::vector<int64_t> accounts;
  for (const auto& workplace : workplaces_) accounts.push_back(workplace->account().id());
  ReadKeptRows(system_, accounts, history);
  EXPECT_TRUE(Eventually([&] { return FollowersAreThere(history); })) << "a stream does not reach the log's end";
  history.operations = recorder_.operations();
  history.readings = recorder_.readings();
  history.disturbances = disturbances_;
  history.watches = {events_->record()};
  for (const auto& inbox : inboxes_) history.subscriptions.push_back(inbox->record());
  return history;
}

bool FaultRun::FollowersAreThere(const History& history) const {
  return IsThere(*events_, LogOf(history.events)) &&
         std::ranges::all_of(inboxes_, [&](const auto& inbox) { return IsThere(*inbox, history.notices); });
}

}  // namespace voronka::testing
