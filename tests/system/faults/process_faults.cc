#include <fmt/format.h>

#include <chrono>
#include <thread>

#include "tests/system/faults/fault.h"
#include "tests/system/size.h"

namespace voronka::testing {
namespace {

using namespace std::chrono_literals;

constexpr auto kDownAtMost = 1000ms;

std::chrono::milliseconds FrozenFor(Dice& dice) { return IsFullSize() ? dice.Between(5s, 20s) : dice.Between(2s, 6s); }

using Service = Process& (System::*)(int replica);

struct NamedService {
  const char* name;
  Service service;
};

constexpr NamedService kServices[] = {
    {"crm", &System::crm}, {"distribution", &System::distribution}, {"notifier", &System::notifier}};

void KillAndRestart(Process& process, Dice& dice) {
  process.Kill9();
  std::this_thread::sleep_for(dice.Between(0ms, kDownAtMost));
  process.Start();
  process.WaitServing();
}

// A `Frozen` process or database.
template <class Frozen>
void Freeze(Frozen& frozen, Dice& dice) {
  frozen.Pause();
  std::this_thread::sleep_for(FrozenFor(dice));
  frozen.Resume();
}

template <class Strike>
void ForEachProcess(const System& system, const char* deed, const Strike& strike, std::vector<Fault>& faults) {
  for (const auto& [name, service] : kServices) {
    for (int replica = 0; replica < system.replicas(); ++replica) {
      faults.push_back({fmt::format("{} {}-{}", deed, name, replica),
                        [strike, service = service, replica](System& struck, Dice& dice) {
                          strike((struck.*service)(replica), dice);
                        }});
    }
  }
}

}  // namespace

std::vector<Fault> Kills(const System& system) {
  std::vector<Fault> faults{{"kill database", [](System& struck, Dice& dice) {
                               struck.database().Kill9();
                               std::this_thread::sleep_for(dice.Between(0ms, kDownAtMost));
                               struck.database().Start();
                             }}};
  ForEachProcess(system, "kill", KillAndRestart, faults);
  return faults;
}

std::vector<Fault> Freezes(const System& system) {
  std::vector<Fault> faults{{"freeze database", [](System& struck, Dice& dice) { Freeze(struck.database(), dice); }}};
  ForEachProcess(system, "freeze", Freeze<Process>, faults);
  return faults;
}

}  // namespace voronka::testing
