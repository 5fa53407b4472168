#pragma once

#include <openssl/bio.h>

#include <memory>
#include <string>
#include <string_view>

namespace voronka::security {

using Bio = std::unique_ptr<BIO, decltype(&BIO_free)>;

inline Bio Reading(const std::string& pem) {
  return {BIO_new_mem_buf(pem.data(), static_cast<int>(pem.size())), BIO_free};
}

inline const unsigned char* Bytes(std::string_view text) { return reinterpret_cast<const unsigned char*>(text.data()); }

// Without it, OpenSSL asks for the passphrase of an encrypted key on the terminal.
inline int NoPassphrase(char*, int, int, void*) { return -1; }

}  // namespace voronka::security
