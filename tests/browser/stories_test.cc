#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>

#include "foundation/process/read_file.h"
#include "tests/browser/browser_system.h"
#include "tests/support/programs.h"

namespace voronka::testing {
namespace {

namespace fs = std::filesystem;

std::vector<std::string> Stories() {
  std::vector<std::string> stories;
  for (const auto& entry : fs::directory_iterator(VORONKA_STORIES)) {
    const std::string name = entry.path().filename();
    if (name.ends_with(".test.mjs")) stories.push_back(name);
  }
  std::ranges::sort(stories);
  return stories;
}

// What people do in a real browser, written in JavaScript. The files run one after another on one system with the demo
// account.
class BrowserStories : public ::testing::TestWithParam<std::string> {
 protected:
  static void SetUpTestSuite() { system = std::make_unique<BrowserSystem>(); }
  static void TearDownTestSuite() { system.reset(); }

  static inline std::unique_ptr<BrowserSystem> system;
};

TEST_P(BrowserStories, Pass) {
  const fs::path log = (*system)->gateway().log().parent_path() / (GetParam() + ".log");
  const fs::path story = fs::path(VORONKA_STORIES) / GetParam();
  const auto command =
      InEnvironment({"VORONKA_URL=http://" + (*system)->gateway().address()}, {"node", "--test", story.string()});
  EXPECT_EQ(AwaitProgram(StartProgram(command, log)), 0) << process::ReadFile(log);
}

INSTANTIATE_TEST_SUITE_P(Files, BrowserStories, ::testing::ValuesIn(Stories()),
                         [](const auto& story) { return story.param.substr(0, story.param.find('.')); });

}  // namespace
}  // namespace voronka::testing
