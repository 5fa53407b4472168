#pragma once

#include <string>
#include <string_view>

namespace voronka::security {

// RFC 4648 §6 without padding: A-Z and 2-7, which people can read out and type.
std::string EncodeBase32(std::string_view bytes);

}  // namespace voronka::security
