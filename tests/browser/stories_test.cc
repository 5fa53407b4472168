#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <optional>

#include "foundation/process/read_file.h"
#include "tests/support/demo.h"
#include "tests/support/janitor.h"
#include "tests/support/programs.h"

namespace voronka::testing {
namespace {

namespace fs = std::filesystem;

void AddFolder(config::v1::Gateway& gateway, const std::string& path, const std::string& source, bool single_page) {
  auto& folder = *gateway.add_folders();
  folder.set_path(path);
  folder.set_source_folder(source);
  folder.set_single_page(single_page);
}

// As deploy/run has it.
config::v1::Gateway WithItsFiles(const fs::path& demo_site) {
  config::v1::Gateway gateway;
  AddFolder(gateway, "/", VORONKA_WEB_CLIENT, true);
  AddFolder(gateway, "/site/", VORONKA_SITE, false);
  AddFolder(gateway, "/demo/", demo_site, false);
  return gateway;
}

std::string FormKeyIn(const std::string& output) {
  constexpr std::string_view kBefore = "/forms/";
  const size_t begin = output.find(kBefore) + kBefore.size();
  return output.substr(begin, output.find('\n', begin) - begin);
}

// The demo's site, with the key of its form.
void WriteDemoSite(const fs::path& folder, const std::string& key) {
  constexpr std::string_view kKey = "@form_key@";
  fs::copy(fs::path(VORONKA_DEMO_SITE) / "style.css", folder);
  std::string page = process::ReadFile(fs::path(VORONKA_DEMO_SITE) / "index.html.in");
  std::ofstream(folder / "index.html") << page.replace(page.find(kKey), kKey.size(), key);
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
    const Janitor& janitor = janitor_.emplace();
    system = std::make_unique<System>(System::Options{.gateway = WithItsFiles(janitor.folder())});
    Demo demo(*system);
    if (demo.MakeAccount() != 0) throw std::runtime_error("no demo account: " + demo.Output());
    WriteDemoSite(janitor.folder(), FormKeyIn(demo.Output()));
    // It reads its files as it starts.
    system->gateway().Terminate();
    system->gateway().Start();
    system->gateway().WaitServing();
  }

  static void TearDownTestSuite() {
    system.reset();
    janitor_.reset();
  }

  static inline std::unique_ptr<System> system;

 private:
  static inline std::optional<Janitor> janitor_;
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
