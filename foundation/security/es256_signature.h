#pragma once

#include <stdexcept>
#include <string>
#include <string_view>

namespace voronka::security {

// An ECDSA signature on P-256 is 64 bytes (r and s) in a JSON Web Signature, but ASN.1 DER in OpenSSL.
std::string SignatureFromDer(std::string_view der);

// Empty unless `signature` is 64 bytes.
std::string SignatureToDer(std::string_view signature);

}  // namespace voronka::security
