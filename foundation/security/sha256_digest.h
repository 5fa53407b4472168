#pragma once

#include <memory>
#include <string>
#include <string_view>

struct evp_md_ctx_st;

namespace voronka::security {

// The SHA-256 of what comes in pieces.
class Sha256Digest {
 public:
  Sha256Digest();

  void Add(std::string_view piece);
  // 32 bytes. Once, at the end.
  std::string Finish();

 private:
  struct Free {
    void operator()(evp_md_ctx_st* context) const;
  };

  std::unique_ptr<evp_md_ctx_st, Free> context_;
};

}  // namespace voronka::security
