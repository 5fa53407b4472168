#include "foundation/calendar/zone_database.h"

#include <cctz/time_zone.h>

#include <chrono>
#include <cstdlib>
#include <fstream>
#include <sstream>
#include <string_view>

namespace voronka::calendar {
namespace {

using std::chrono::microseconds;

constexpr std::string_view kVersionMark = "# version ";
// Governments change their rules several times a year, and a distribution passes that on within months.
constexpr int64_t kOldAge = microseconds(std::chrono::days(366)).count();

std::filesystem::path InstalledFile() {
  const char* folder = std::getenv("TZDIR");  // where cctz looks too
  return std::filesystem::path(folder == nullptr ? "/usr/share/zoneinfo" : folder) / "tzdata.zi";
}

// A line begins with a word or its first letter: `Z Europe/Moscow …` is a zone, `L Europe/Moscow W-SU` a link.
void AddName(const std::string& line, std::set<std::string>& names) {
  std::istringstream words(line);
  std::string kind;
  std::string first;
  std::string second;
  words >> kind >> first >> second;
  if (kind.starts_with('Z') && first != "Factory") names.insert(first);
  if (kind.starts_with('L')) names.insert(second);
}

int64_t WrittenAt(const std::filesystem::path& file) {
  std::error_code error;
  const auto time = std::filesystem::last_write_time(file, error);
  if (error) return 0;
  const auto since_epoch = std::chrono::file_clock::to_sys(time).time_since_epoch();
  return std::chrono::duration_cast<microseconds>(since_epoch).count();
}

// What cctz would load because there is such a file, though it names no zone.
bool NamesAFile(const std::string& name) {
  return name.starts_with("posix/") || name.starts_with("right/") || name == "posixrules" || name == "localtime" ||
         name == "Factory";
}

}  // namespace

ZoneDatabase ReadZoneDatabase(const std::filesystem::path& file) {
  ZoneDatabase database;
  std::ifstream lines(file);
  if (!lines) return database;
  database.made = WrittenAt(file);
  for (std::string line; std::getline(lines, line);) {
    if (line.starts_with(kVersionMark)) database.version = line.substr(kVersionMark.size());
    AddName(line, database.names);
  }
  return database;
}

const ZoneDatabase& InstalledZones() {
  static const ZoneDatabase installed = ReadZoneDatabase(InstalledFile());
  return installed;
}

bool IsZone(const std::string& name) {
  const auto& names = InstalledZones().names;
  const bool is_named = names.empty() ? !NamesAFile(name) : names.contains(name);
  cctz::time_zone zone;
  return is_named && cctz::load_time_zone(name, &zone);
}

std::vector<std::string> DoubtsAbout(const ZoneDatabase& database, int64_t now) {
  if (database.version.empty()) return {"the version of the time zone database is unknown"};
  std::vector<std::string> doubts;
  if (database.version < kTestedZoneVersion) {
    doubts.emplace_back("the time zone database is older than the one that this release was tested with");
  }
  if (database.made != 0 && now - database.made > kOldAge) {
    doubts.emplace_back("the time zone database is more than a year old");
  }
  return doubts;
}

}  // namespace voronka::calendar
