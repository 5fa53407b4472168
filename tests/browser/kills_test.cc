#include <fcntl.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <array>
#include <chrono>
#include <csignal>
#include <filesystem>
#include <iostream>
#include <string>
#include <thread>
#include <utility>

#include "foundation/process/read_file.h"
#include "tests/browser/browser_system.h"
#include "tests/support/eventually.h"
#include "tests/support/programs.h"

namespace voronka::testing {
namespace {

namespace fs = std::filesystem;
using namespace std::chrono_literals;

constexpr auto kBrowsersStart = 120s;
constexpr auto kAway = 1s;

// People who work in browsers (kills/main.mjs). They are told which service was killed and serves again.
class PeopleAtWork {
 public:
  explicit PeopleAtWork(System& system) : folder_(system.gateway().log().parent_path()) {
    std::array<int, 2> ends{};
    if (pipe2(ends.data(), O_CLOEXEC) != 0) throw std::runtime_error("no pipe");
    const auto command =
        InEnvironment({"VORONKA_URL=http://" + system.gateway().address(), "VORONKA_READY=" + Ready().string()},
                      {"node", VORONKA_STORIES "/kills/main.mjs"});
    program_ = StartProgram(command, Log(), ends[0]);
    close(ends[0]);
    commands_ = ends[1];
  }
  PeopleAtWork(const PeopleAtWork&) = delete;
  PeopleAtWork& operator=(const PeopleAtWork&) = delete;
  ~PeopleAtWork() { close(commands_); }

  bool HaveBegun() const {
    return Eventually([this] { return fs::exists(Ready()); }, kBrowsersStart);
  }

  void Hear(const std::string& service) const {
    const std::string line = service + "\n";
    EXPECT_EQ(write(commands_, line.data(), line.size()), static_cast<ssize_t>(line.size()));
  }

  // The exit status of the program, which checks its own results.
  int Finish() {
    close(commands_);
    commands_ = -1;
    return AwaitProgram(program_);
  }

  std::string Told() const { return process::ReadFile(Log()); }

 private:
  fs::path Ready() const { return folder_ / "people-at-work"; }
  std::string Log() const { return (folder_ / "people-at-work.log").string(); }

  const fs::path folder_;
  int commands_ = -1;
  pid_t program_ = -1;
};

void KillAndStartAgain(Process& service) {
  service.Kill9();
  std::this_thread::sleep_for(kAway);
  service.Start();
  service.WaitServing();
}

TEST(BrowserKills, LoseAndDoubleNoMove) {
  signal(SIGPIPE, SIG_IGN);
  BrowserSystem system;
  PeopleAtWork people(*system);
  ASSERT_TRUE(people.HaveBegun()) << people.Told();
  const std::pair<const char*, Process*> services[] = {{"crm_service", &system->crm()},
                                                       {"distribution_service", &system->distribution()},
                                                       {"notifier", &system->notifier()},
                                                       {"gateway", &system->gateway()}};
  for (const auto& [name, service] : services) {
    KillAndStartAgain(*service);
    people.Hear(name);
    std::this_thread::sleep_for(kAway);
  }
  EXPECT_EQ(people.Finish(), 0);
  std::cout << people.Told();
}

}  // namespace
}  // namespace voronka::testing
