#pragma once

#include <filesystem>
#include <string>

#include "notifier/push/vendors/rs256_key.h"

namespace voronka::notifier {

// A service account of Google, whose JSON file comes from the Firebase console.
struct FcmAccount {
  std::string project;
  std::string email;
  std::string key_id;
  // Where it gets its access tokens.
  std::string token_url;
  Rs256Key key;

  // Throws security::KeyError for a file that is something else or that everybody may read, std::system_error for one
  // that cannot be read.
  static FcmAccount FromFile(const std::filesystem::path& file);

  // Proves to the token service who asks (RFC 7523).
  std::string Assertion(int64_t now_micros) const;
};

}  // namespace voronka::notifier
