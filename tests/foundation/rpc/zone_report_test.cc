#include "foundation/rpc/server/zone_report.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/foundation/process/temporary_folder.h"
#include "voronka/config/v1/process.pb.h"

namespace voronka::rpc {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;

constexpr int64_t kYear = 365LL * 86'400'000'000;

config::v1::Log FileIn(const process::TemporaryFolder& folder) {
  config::v1::Log log;
  log.set_file((folder / "crm.log").string());
  return log;
}

class ZoneReport : public ::testing::Test {
 protected:
  std::string LogOf(const calendar::ZoneDatabase& database, int64_t now) {
    ReportZones(database, now, log_, metrics_);
    return folder_.Read("crm.log");
  }

  const process::TemporaryFolder folder_;
  process::Log log_{FileIn(folder_)};
  process::Metrics metrics_;
};

TEST_F(ZoneReport, NamesTheVersion) {
  EXPECT_THAT(LogOf({.version = "2031a", .made = kYear, .names = {"UTC"}}, kYear),
              AllOf(HasSubstr("version=2031a zones=1"), Not(HasSubstr("warning"))));
  EXPECT_THAT(metrics_.Page(), HasSubstr("voronka_time_zones_made_seconds{version=\"2031a\"} 31536000"));
}

TEST_F(ZoneReport, WarnsOfAnOldDatabase) {
  EXPECT_THAT(
      LogOf({.version = "2020a", .made = kYear, .names = {"UTC"}}, 3 * kYear),
      AllOf(HasSubstr("older than the one that this release was tested with"), HasSubstr("more than a year old")));
}

}  // namespace
}  // namespace voronka::rpc
