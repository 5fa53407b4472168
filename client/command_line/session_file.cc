#include "client/command_line/session_file.h"

#include <fmt/format.h>
#include <google/protobuf/util/json_util.h>
#include <sys/stat.h>

#include <algorithm>
#include <cctype>
#include <cerrno>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <system_error>

#include "client/command_line/file_lock.h"
#include "client/command_line/usage_error.h"

namespace voronka::command_line {
namespace {

namespace fs = std::filesystem;
using client::Tokens;

bool IsPlain(char letter) {
  return std::isalnum(static_cast<unsigned char>(letter)) != 0 || letter == '-' || letter == '_' || letter == '@' ||
         letter == '.';
}

void CheckProfile(std::string_view profile) {
  const bool plain = std::all_of(profile.begin(), profile.end(), IsPlain);
  if (profile.empty() || profile.front() == '.' || !plain) {
    throw UsageError(fmt::format("'{}' cannot be a profile: use letters, digits, - _ @ .", profile));
  }
}

void MakePrivate(const fs::path& file) {
  if (chmod(file.c_str(), S_IRUSR | S_IWUSR) != 0)
    throw std::system_error(errno, std::generic_category(), file.string());
}

void MakePrivateDirectory(const fs::path& directory) {
  if (fs::create_directories(directory)) fs::permissions(directory, fs::perms::owner_all);
}

// Writes the contents only after the file is unreadable to others.
void WritePrivately(const fs::path& file, const std::string& contents) {
  std::ofstream stream(file, std::ios::trunc);
  MakePrivate(file);
  stream << contents << std::flush;
  if (!stream) throw std::runtime_error(fmt::format("cannot write {}", file.string()));
}

}  // namespace

fs::path StateDirectory() {
  if (const char* state = std::getenv("XDG_STATE_HOME"); state != nullptr && *state == '/')
    return fs::path(state) / "voronka";
  if (const char* home = std::getenv("HOME"); home != nullptr) return fs::path(home) / ".local/state/voronka";
  throw std::runtime_error("neither XDG_STATE_HOME nor HOME tells where to keep the session");
}

SessionFile::SessionFile(const fs::path& directory, std::string_view profile)
    : path_((CheckProfile(profile), directory / fmt::format("{}.json", profile))) {}

fs::path SessionFile::Beside(std::string_view extension) const {
  return path_.parent_path() / fmt::format("{}{}", path_.stem().string(), extension);
}

std::optional<Tokens> SessionFile::Load() const {
  std::ifstream stream(path_);
  if (!stream) return std::nullopt;
  Tokens tokens;
  const std::string json{std::istreambuf_iterator<char>(stream), {}};
  if (!google::protobuf::util::JsonStringToMessage(json, &tokens).ok()) {
    throw std::runtime_error(fmt::format("{} is damaged: log in again", path_.string()));
  }
  return tokens;
}

void SessionFile::Save(const Tokens& tokens) const {
  MakePrivateDirectory(path_.parent_path());
  std::string json;
  google::protobuf::util::MessageToJsonString(tokens, &json);
  const fs::path written = Beside(".new");
  WritePrivately(written, json);
  fs::rename(written, path_);
}

void SessionFile::Remove() const {
  fs::remove(path_);
  fs::remove(Beside(".lock"));
}

Tokens SessionFile::Renew(const Tokens& expiring, const client::Refresh& refresh) {
  MakePrivateDirectory(path_.parent_path());
  const FileLock lock(Beside(".lock"));
  const std::optional<Tokens> kept = Load();
  if (kept && kept->access_token() != expiring.access_token()) return *kept;
  Tokens renewed = refresh(expiring);
  Save(renewed);
  return renewed;
}

}  // namespace voronka::command_line
