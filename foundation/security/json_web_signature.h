#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>
#include <string_view>

namespace voronka::security {

// The three parts of a token, decoded but not yet verified. A view into the token.
struct JsonWebSignature {
  std::string kid;
  std::string payload;
  std::string_view signed_text;
  std::string signature;
};

// The part of a token that is signed.
std::string EncodeSignedText(std::string_view kid, const nlohmann::json& payload);

// Throws InvalidToken unless `token` has exactly the shape and the header that a TokenSigner writes: no other algorithm
// and no critical header extensions.
JsonWebSignature DecodeJsonWebSignature(std::string_view token);

// Throws InvalidToken if it is not JSON.
nlohmann::json ParseTokenJson(std::string_view text);

}  // namespace voronka::security
