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

// The files of a configured key: its own file, or those of its folder in the order of their names, where KID.pem holds
// the key named KID. Throws std::system_error if the folder cannot be read.
std::vector<KeyFile> FilesOf(const config::v1::TokenKey& key);

// The file of the key that signs. Throws KeyError if the folder has no keys.
KeyFile FileOf(const config::v1::SigningKey& key);

}  // namespace voronka::security
