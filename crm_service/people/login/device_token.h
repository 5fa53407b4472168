#pragma once

#include <optional>
#include <string>

#include "foundation/process/random.h"

namespace voronka::crm {

// What a device shows to prove that its user has logged in on it before: 43 characters that name the device, a dot, and
// 43 that only who has the hash of the user's password can make. So nothing of it is stored, and a new password makes
// all devices strangers. It opens nothing: see LoginLimits.
std::string NewDeviceToken(process::Random& random, const std::string& password_hash);

// Which device it is; nothing where the token is another user's, or nobody's.
std::optional<std::string> DeviceOf(const std::string& token, const std::string& password_hash);

}  // namespace voronka::crm
