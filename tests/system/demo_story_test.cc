#include <fmt/format.h>
#include <gtest/gtest.h>
#include <sys/wait.h>

#include <filesystem>

#include "client/endpoints.h"
#include "foundation/process/read_file.h"
#include "tests/support/programs.h"
#include "tests/support/system.h"
#include "tests/system/measured.h"
#include "tests/system/moments.h"

namespace voronka::testing {
namespace {

// The demo, as `deploy/run` plays it, on a system of two replicas: its calls go to the first.
class DemoStory : public ::testing::Test {
 protected:
  int Run(const std::vector<std::string>& arguments) {
    std::vector<std::string> command{"env"};
    for (const auto& [service, address] : system_.endpoints().addresses) {
      command.push_back(client::AddressVariable(service) + "=" + address);
    }
    command.emplace_back(VORONKA_DEMO);
    command.insert(command.end(), arguments.begin(), arguments.end());
    const int status = AwaitProgram(StartProgram(command, log_));
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
  }

  std::string Output() const { return process::ReadFile(log_); }

  System system_{{.replicas = 2}};
  const std::filesystem::path log_ = system_.crm().log().parent_path() / "demo.log";
};

TEST_F(DemoStory, HappensAsTold) {
  const auto key = system_.keys().SigningKeyOf("operator").private_key_file();
  ASSERT_EQ(Run({"account", "--operator-key", key, "--solution", VORONKA_WHOLESALE}), 0) << Output();
  const Moment begin = Now();
  EXPECT_EQ(Run({"story", "--no-kill", "--take-within", "2s"}), 0) << Output();
  Measured("told in {}", Readable(Now() - begin));
}

}  // namespace
}  // namespace voronka::testing
