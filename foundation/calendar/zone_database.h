#pragma once

#include <cstdint>
#include <filesystem>
#include <set>
#include <string>
#include <vector>

namespace voronka::calendar {

// What a machine knows about time zones: the IANA database of its package `tzdata`.
struct ZoneDatabase {
  // Like `2025b`. Empty: there is no database, or it does not say.
  std::string version;
  // When the file was made, which is soon after the version came out. Microseconds since 1970 UTC; 0: unknown.
  int64_t made = 0;
  // Zones and links, as browsers know them too. Without what only files are named like (`posix/Europe/Moscow`,
  // `localtime`), and without `Factory`, the zone of a machine that has none.
  std::set<std::string> names;
};

// The version that this release has been tested with.
inline constexpr char kTestedZoneVersion[] = "2025b";

// The file `tzdata.zi`, which holds the whole database. Without the file, everything is empty.
ZoneDatabase ReadZoneDatabase(const std::filesystem::path& file);

// That of this machine, as it was when it was first asked for.
const ZoneDatabase& InstalledZones();

// Whether it names a time zone that can be worked with here and shown by a browser.
bool IsZone(const std::string& name);

// Why local times may be wrong by this database, in words for the operator: it is unknown, older than
// kTestedZoneVersion, or more than a year old at `now`. Empty: they should be right.
std::vector<std::string> DoubtsAbout(const ZoneDatabase& database, int64_t now);

}  // namespace voronka::calendar
