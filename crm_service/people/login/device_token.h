#pragma once

#include <optional>
#include <string>

#include "foundation/process/random.h"

namespace voronka::crm {

// Proves that a user has logged in on a device before: 43 characters that name the device, a dot, and 43 characters
// computed from the hash of the user's password. So nothing has to be stored, and a new password invalidates the tokens
// of all devices. It grants no access, only a limit of its own: see LoginLimits.
std::string NewDeviceToken(process::Random& random, const std::string& password_hash);

// The device; nothing if the token is not valid for this user.
std::optional<std::string> DeviceOf(const std::string& token, const std::string& password_hash);

}  // namespace voronka::crm
