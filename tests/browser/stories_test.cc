#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>

#include "foundation/process/read_file.h"
#include "tests/support/demo.h"
#include "tests/support/programs.h"

namespace voronka::testing {
namespace {

namespace fs = std::filesystem;

config::v1::Gateway WithTheWebClient() {
  config::v1::Gateway gateway;
  auto& folder = *gateway.add_folders();
  folder.set_path("/");
  folder.set_source_folder(VORONKA_WEB_CLIENT);
  folder.set_single_page(true);
  return gateway;
}

std::vector<std::string> Stories() {
  std::vector<std::string> stories;
  for (const auto& entry : fs::directory_iterator(VORONKA_STORIES)) {
    const std::string name = entry.path().filename();
    if (name.ends_with(".test.mjs")) stories.push_back(name);
  }
  std::ranges::sort(stories);
  return stories;
}

// What people do in a real browser, told in JavaScript, one file after the other on one system with the demo account.
class BrowserStories : public ::testing::TestWithParam<std::string> {
 protected:
  static void SetUpTestSuite() {
    system = std::make_unique<System>(System::Options{.gateway = WithTheWebClient()});
    Demo demo(*system);
    if (demo.MakeAccount() != 0) throw std::runtime_error("no demo account: " + demo.Output());
  }

  static void TearDownTestSuite() { system.reset(); }

  static inline std::unique_ptr<System> system;
};

TEST_P(BrowserStories, ComeTrue) {
  const fs::path log = system->gateway().log().parent_path() / (GetParam() + ".log");
  const fs::path story = fs::path(VORONKA_STORIES) / GetParam();
  const auto command =
      InEnvironment({"VORONKA_URL=http://" + system->gateway().address()}, {"node", "--test", story.string()});
  EXPECT_EQ(AwaitProgram(StartProgram(command, log)), 0) << process::ReadFile(log);
}

INSTANTIATE_TEST_SUITE_P(Files, BrowserStories, ::testing::ValuesIn(Stories()),
                         [](const auto& story) { return story.param.substr(0, story.param.find('.')); });

}  // namespace
}  // namespace voronka::testing
