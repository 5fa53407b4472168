#include "foundation/program/run_program.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "foundation/program/version.h"
#include "tests/foundation/process/temporary_folder.h"
#include "voronka/config/v1/process.pb.h"

namespace voronka::process {
namespace {

using testing::HasSubstr;

class RunningAProgram : public testing::Test {
 protected:
  int Run(std::vector<const char*> arguments) {
    arguments.insert(arguments.begin(), "crm_service");
    testing::internal::CaptureStdout();
    testing::internal::CaptureStderr();
    const int status = RunProgram({"crm_service", "Keeps the deals."}, static_cast<int>(arguments.size()),
                                  arguments.data(), peer_, tasks_);
    output_ = testing::internal::GetCapturedStdout();
    errors_ = testing::internal::GetCapturedStderr();
    return status;
  }

  const TemporaryFolder folder_;
  const std::string good_ = folder_.Write("good", "address: \"127.0.0.1:7701\"").string();
  const std::string bad_ = folder_.Write("bad", "address: \"nowhere\"").string();
  config::v1::Peer peer_;
  bool served_ = false;
  Tasks tasks_{.serve = [this] { served_ = true; }};
  std::string output_;
  std::string errors_;
};

TEST_F(RunningAProgram, NeedsAConfiguration) {
  EXPECT_EQ(Run({}), 2);
  EXPECT_THAT(errors_, HasSubstr("--config is required"));
  EXPECT_FALSE(served_);
}

TEST_F(RunningAProgram, RefusesUnknownFlags) {
  EXPECT_EQ(Run({"--config", good_.c_str(), "--colour"}), 2);
  EXPECT_THAT(errors_, HasSubstr("--colour"));
}

TEST_F(RunningAProgram, RefusesAnInvalidConfiguration) {
  EXPECT_EQ(Run({"--config", bad_.c_str()}), 78);
  EXPECT_THAT(errors_, HasSubstr(bad_ + ": address: \"nowhere\" is not an address"));
  EXPECT_FALSE(served_);
}

TEST_F(RunningAProgram, ReportsAnInvalidConfigurationWhenOnlyChecking) {
  EXPECT_EQ(Run({"--config", bad_.c_str(), "--check"}), 78);
}

TEST_F(RunningAProgram, AcceptsAValidConfigurationWithoutServingWhenOnlyChecking) {
  EXPECT_EQ(Run({"--config", good_.c_str(), "--check"}), 0);
  EXPECT_EQ(output_, good_ + ": OK\n");
  EXPECT_FALSE(served_);
}

TEST_F(RunningAProgram, ServesWithItsConfiguration) {
  EXPECT_EQ(Run({"--config", good_.c_str()}), 0);
  EXPECT_EQ(peer_.address(), "127.0.0.1:7701");
  EXPECT_TRUE(served_);
}

TEST_F(RunningAProgram, SaysWhyServingFailed) {
  tasks_.serve = [] { throw std::runtime_error("port 7701 is taken"); };
  EXPECT_EQ(Run({"--config", good_.c_str()}), 1);
  EXPECT_EQ(errors_, "crm_service: port 7701 is taken\n");
}

TEST_F(RunningAProgram, PlansAndMigratesWithoutServing) {
  std::string done;
  tasks_.plan_migrations = [&] { done += "planned "; };
  tasks_.migrate = [&] { done += "migrated " + peer_.address(); };
  EXPECT_EQ(Run({"--config", good_.c_str(), "--plan-migrations"}), 0);
  EXPECT_EQ(Run({"--config", good_.c_str(), "--migrate"}), 0);
  EXPECT_EQ(done, "planned migrated 127.0.0.1:7701");
  EXPECT_FALSE(served_);
}

TEST_F(RunningAProgram, DoesOneThingAtATime) {
  tasks_.plan_migrations = tasks_.migrate = [] { FAIL(); };
  EXPECT_EQ(Run({"--config", good_.c_str(), "--migrate", "--check"}), 2);
  EXPECT_EQ(output_, "");
  EXPECT_FALSE(served_);
}

TEST_F(RunningAProgram, MigratesNothingWithoutASchema) {
  EXPECT_EQ(Run({"--config", good_.c_str(), "--migrate"}), 2);
  EXPECT_THAT(errors_, HasSubstr("--migrate"));
  EXPECT_FALSE(served_);
}

TEST_F(RunningAProgram, PrintsItsVersion) {
  EXPECT_EQ(Run({"--version"}), 0);
  EXPECT_EQ(output_, "crm_service " + std::string(Version()) + "\n");
}

TEST_F(RunningAProgram, PrintsItsFlags) {
  EXPECT_EQ(Run({"--help"}), 0);
  EXPECT_THAT(output_, testing::AllOf(HasSubstr("Keeps the deals."), HasSubstr("--config FILE")));
}

}  // namespace
}  // namespace voronka::process
