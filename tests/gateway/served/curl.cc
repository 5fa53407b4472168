#include "tests/gateway/served/curl.h"

#include <sstream>

#include "foundation/process/read_file.h"
#include "tests/support/janitor.h"
#include "tests/support/programs.h"

namespace voronka::testing {
namespace {

// The last line of the output, which it writes after the answer.
constexpr char kSummary[] = "\n%{http_code} %{http_version}";

}  // namespace

Curl::Result Curl::Get(const std::string& path, const std::vector<std::string>& options) const {
  const Janitor janitor;
  const std::string log = janitor.folder() / "curl.log";
  std::vector<std::string> command = {"curl",     "--silent", "--show-error", "--include", "--max-time", "30",
                                      "--cacert", ca_file_,   "--write-out",  kSummary,    "--noproxy",  "*"};
  command.insert(command.end(), options.begin(), options.end());
  command.push_back("https://" + address_ + path);
  if (AwaitProgram(StartProgram(command, log)) != 0) return {.text = process::ReadFile(log)};
  Result result{.text = process::ReadFile(log)};
  std::istringstream(result.text.substr(result.text.rfind('\n'))) >> result.status >> result.version;
  return result;
}

Curl::Result Curl::PostJson(const std::string& path, const std::string& body,
                            const std::vector<std::string>& options) const {
  std::vector<std::string> all = {"--header", "content-type: application/json", "--data-binary", body};
  all.insert(all.end(), options.begin(), options.end());
  return Get(path, all);
}

}  // namespace voronka::testing
