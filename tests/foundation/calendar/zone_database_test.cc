#include "foundation/calendar/zone_database.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>

namespace voronka::calendar {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

constexpr int64_t kMonth = 30LL * 86'400'000'000;

ZoneDatabase Made(const std::string& version, int64_t made) { return {.version = version, .made = made, .names = {}}; }

TEST(ZoneDatabase, HoldsZonesAndLinks) {
  const std::string file = ::testing::TempDir() + "/tzdata.zi";
  std::ofstream(file)
      << "# version 2031c\n# ddeps backzone\nR d 1916 o - Jun 14 23s 1 S\nZ Europe/Moscow 2:30:17 - LMT "
         "1880\n2:30 - MMT\nZ Factory 0 - -00\nL Europe/Moscow W-SU\n";
  const auto database = ReadZoneDatabase(file);
  EXPECT_EQ(database.version, "2031c");
  EXPECT_THAT(database.names, ElementsAre("Europe/Moscow", "W-SU"));
  EXPECT_GT(database.made, 0);
}

TEST(ZoneDatabase, IsEmptyWithoutAFile) {
  const auto database = ReadZoneDatabase("/no/such/file");
  EXPECT_EQ(database.version, "");
  EXPECT_THAT(database.names, IsEmpty());
  EXPECT_THAT(DoubtsAbout(database, 0), ElementsAre(HasSubstr("unknown")));
}

TEST(ZoneDatabase, OfThisMachineIsUsed) {
  EXPECT_TRUE(IsZone("Europe/Moscow"));
  EXPECT_TRUE(IsZone("Asia/Calcutta"));
  EXPECT_FALSE(IsZone("posix/Europe/Moscow"));
  EXPECT_FALSE(IsZone("right/Europe/Moscow"));
  EXPECT_FALSE(IsZone("posixrules"));
  EXPECT_FALSE(IsZone("localtime"));
  EXPECT_FALSE(IsZone("Factory"));
  EXPECT_FALSE(IsZone("Europe/Lukomorye"));
}

TEST(ZoneDatabase, IsDoubtedWhenItIsOld) {
  EXPECT_THAT(DoubtsAbout(Made("2031a", kMonth), 12 * kMonth), IsEmpty());
  EXPECT_THAT(DoubtsAbout(Made("2031a", kMonth), 14 * kMonth), ElementsAre(HasSubstr("more than a year old")));
  EXPECT_THAT(DoubtsAbout(Made("2024b", kMonth), 2 * kMonth), ElementsAre(HasSubstr("older than the one")));
  EXPECT_THAT(DoubtsAbout(Made(kTestedZoneVersion, kMonth), 2 * kMonth), IsEmpty());
}

}  // namespace
}  // namespace voronka::calendar
