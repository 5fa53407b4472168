#pragma once

#include <cstdint>
#include <optional>
#include <string>

namespace voronka::crm {

// A secret that belongs to one row of an account, written `<account>.<row>.<secret>`: the row is found by its key, and
// only the secret has to be compared.
struct RowToken {
  int64_t account_id;
  int64_t row_id;
  std::string secret;

  static std::optional<RowToken> Parse(const std::string& text);
  std::string Spelled() const;
};

}  // namespace voronka::crm
