#include "tests/system/wild_crowd.h"

#include <thread>

namespace voronka::testing {
namespace {

using namespace std::chrono_literals;

constexpr int kDealsOfEach = 40;
// Longer than a burst may last.
constexpr auto kUntilItStands = 3s;

}  // namespace

WildCrowd::WildCrowd(System& system, int accounts) {
  for (int i = 0; i < accounts; ++i) {
    accounts_.push_back(std::make_unique<Account>(system, 0, 5min, Queue::kWithoutQueue));
    heads_.push_back(std::make_unique<WildHead>(*accounts_.back(), kDealsOfEach));
  }
}

Flood::Answers WildCrowd::Under(int in_flight, std::chrono::seconds time) {
  Call(in_flight, kUntilItStands);
  return Call(in_flight, time);
}

Flood::Answers WildCrowd::Call(int in_flight, std::chrono::seconds time) {
  const int of_each = in_flight / static_cast<int>(heads_.size());
  std::vector<std::unique_ptr<Flood>> floods;
  for (const auto& head : heads_) floods.push_back(head->CallsInFlight(of_each));
  std::this_thread::sleep_for(time);
  Flood::Answers answers;
  for (const auto& flood : floods) answers.Add(flood->End());
  return answers;
}

}  // namespace voronka::testing
