#include "tests/system/faults/kill_points.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <csignal>
#include <map>
#include <optional>

namespace voronka::testing {
namespace {

using namespace std::chrono_literals;

// A number of passes that each point reaches soon.
constexpr int kPasses = 20;
constexpr auto kPatience = 60s;
constexpr int kKilled = 128 + SIGKILL;

// Points that each service passes: before and after COMMIT, when it calls others, when it is called.
const std::map<std::string, std::vector<std::string>>& PointsOfServices() {
  static const std::map<std::string, std::vector<std::string>> points = {
      {"crm",
       {"before_commit", "after_commit", "answer_stored", "before_answer", "offsets_reserved", "before_streaming"}},
      {"distribution", {"before_commit", "after_commit", "cursor_moved", "before_call", "after_call"}},
      {"notifier", {"before_commit", "after_commit", "cursor_moved", "offsets_reserved", "fired", "before_streaming"}}};
  return points;
}

Process& ProcessOf(System& system, const std::string& service) {
  if (service == "crm") return system.crm();
  return service == "distribution" ? system.distribution() : system.notifier();
}

void Shuffle(std::vector<std::string>& names, Dice& dice) {
  for (size_t left = names.size(); left > 1; --left) {
    std::swap(names[left - 1], names[dice.Throw(static_cast<int>(left))]);
  }
}

}  // namespace

void RestartToDieAt(Process& process, const std::string& point, int pass) {
  process.Kill9();
  process.Start({fmt::format("VORONKA_KILL_AT={}:{}", point, pass)});
  EXPECT_EQ(process.AwaitEnd(kPatience), std::optional(kKilled)) << "at " << point << ':' << pass;
  process.Kill9();
  process.Start();
  process.WaitServing();
}

Fault KillAt(const std::string& service, const std::string& point) {
  return {fmt::format("kill {} at {}", service, point), [service, point](System& system, Dice& dice) {
            RestartToDieAt(ProcessOf(system, service), point, 1 + dice.Throw(kPasses));
          }};
}

std::vector<Fault> KillPoints(int count, Dice& dice) {
  std::vector<Fault> faults;
  for (auto [service, points] : PointsOfServices()) {
    Shuffle(points, dice);
    for (int i = 0; i < count; ++i) faults.push_back(KillAt(service, points[i % points.size()]));
  }
  return faults;
}

}  // namespace voronka::testing
