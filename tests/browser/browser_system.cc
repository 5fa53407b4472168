#include "tests/browser/browser_system.h"

#include <filesystem>
#include <fstream>

#include "foundation/process/read_file.h"
#include "tests/support/demo.h"

namespace voronka::testing {
namespace {

namespace fs = std::filesystem;

void AddFolder(config::v1::Gateway& gateway, const std::string& path, const std::string& source, bool single_page) {
  auto& folder = *gateway.add_folders();
  folder.set_path(path);
  folder.set_source_folder(source);
  folder.set_single_page(single_page);
}

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

// With the key of the account's form.
void WriteDemoSite(const fs::path& folder, const std::string& key) {
  constexpr std::string_view kKey = "@form_key@";
  fs::copy(fs::path(VORONKA_DEMO_SITE) / "style.css", folder);
  std::string page = process::ReadFile(fs::path(VORONKA_DEMO_SITE) / "index.html.in");
  std::ofstream(folder / "index.html") << page.replace(page.find(kKey), kKey.size(), key);
}

}  // namespace

BrowserSystem::BrowserSystem() : system_({.gateway = WithItsFiles(demo_site_.folder())}) {
  Demo demo(system_);
  if (demo.MakeAccount() != 0) throw std::runtime_error("no demo account: " + demo.Output());
  WriteDemoSite(demo_site_.folder(), FormKeyIn(demo.Output()));
  // The gateway reads its files when it starts.
  system_.gateway().Terminate();
  system_.gateway().Start();
  system_.gateway().WaitServing();
}

}  // namespace voronka::testing
