#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "voronka/config/v1/process.pb.h"

namespace voronka::security {

struct KeyFile {
  std::string kid;
  std::filesystem::path file;
};

// The files of a configured key: its own, or those of its folder, where each KID.pem holds the key named KID, in the
// order of their names. Throws std::system_error for a folder that cannot be read.
std::vector<KeyFile> FilesOf(const config::v1::TokenKey& key);

// The one that signs. Throws KeyError for a folder without keys.
KeyFile FileOf(const config::v1::SigningKey& key);

}  // namespace voronka::security
