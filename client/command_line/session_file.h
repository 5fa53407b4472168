#pragma once

#include <filesystem>
#include <optional>
#include <string_view>

#include "client/user_session.h"

namespace voronka::command_line {

// Where the command line stores its sessions: `$XDG_STATE_HOME/voronka`, usually `~/.local/state/voronka`.
std::filesystem::path StateDirectory();

// The session of a profile, in a file that only its owner can read. Several processes may use it at once.
class SessionFile final : public client::TokenStore {
 public:
  // Throws UsageError if the profile is not a valid file name.
  SessionFile(const std::filesystem::path& directory, std::string_view profile);

  // None: nobody is logged in.
  std::optional<client::Tokens> Load() const;
  void Save(const client::Tokens& tokens) const;
  void Remove() const;

  client::Tokens Renew(const client::Tokens& expiring, const client::Refresh& refresh) override;

 private:
  std::filesystem::path Beside(std::string_view extension) const;

  const std::filesystem::path path_;
};

}  // namespace voronka::command_line
