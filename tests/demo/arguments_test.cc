#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <filesystem>
#include <string>
#include <vector>

#include "foundation/process/read_file.h"
#include "tests/support/programs.h"

namespace voronka::testing {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;

class DemoArguments : public ::testing::Test {
 protected:
  ~DemoArguments() override { std::filesystem::remove(log_); }

  bool Accepts(std::vector<std::string> arguments) const {
    arguments.insert(arguments.begin(), VORONKA_DEMO);
    const int status = AwaitProgram(StartProgram(arguments, log_));
    return WIFEXITED(status) && WEXITSTATUS(status) == 0;
  }
  std::string Output() const { return process::ReadFile(log_); }

 private:
  const std::string log_ = ::testing::TempDir() + "demo_arguments." + std::to_string(getpid());
};

TEST_F(DemoArguments, NameASolutionThatIsKnown) {
  for (const char* command : {"life", "story"}) {
    EXPECT_FALSE(Accepts({command, "--solution", "bakery"}));
    EXPECT_THAT(Output(), AllOf(HasSubstr("bakery"), HasSubstr("school"), HasSubstr("trade_b24")));
  }
}

TEST_F(DemoArguments, OfTheMainJobAreNotThoseOfASolution) {
  EXPECT_FALSE(Accepts({"story", "--solution", "school", "--no-kill"}));
  EXPECT_THAT(Output(), HasSubstr("--no-kill"));
}

TEST_F(DemoArguments, AreExplained) {
  EXPECT_TRUE(Accepts({"life", "--help"}));
  EXPECT_THAT(Output(), AllOf(HasSubstr("--seed"), HasSubstr("--deals"), HasSubstr("dealers, osiris, school")));
}

}  // namespace
}  // namespace voronka::testing
