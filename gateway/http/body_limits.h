#pragma once

#include <cstddef>

#include "gateway/http/message.h"

namespace voronka::gateway {

// Enough for a login, and for nearly every other call.
inline constexpr size_t kSmallBody = 64 * 1024;
// A request of 1 MiB, written in JSON or base64. Only for calls that bring a token, and for forms.
inline constexpr size_t kLargestBody = 4 * 1024 * 1024;

// What a body that is read as it comes takes at a time, with what is made of it.
inline constexpr size_t kStreamedBody = 2 * 1024 * 1024;

// Whether the request brings something that looks like an access token. Only the services can tell whether it is valid.
bool BringsToken(const Request& head);

}  // namespace voronka::gateway
