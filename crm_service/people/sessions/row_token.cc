#include "crm_service/people/sessions/row_token.h"

#include <fmt/format.h>

#include <charconv>
#include <string_view>

namespace voronka::crm {
namespace {

// Takes a positive number and the dot after it off the front of `text`; 0 where there is none.
int64_t TakeNumber(std::string_view& text) {
  int64_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end == text.data() + text.size() || *end != '.') return 0;
  text.remove_prefix(end - text.data() + 1);
  return number;
}

}  // namespace

std::optional<RowToken> RowToken::Parse(const std::string& text) {
  std::string_view rest = text;
  const int64_t account_id = TakeNumber(rest);
  const int64_t row_id = TakeNumber(rest);
  if (account_id <= 0 || row_id <= 0 || rest.empty()) return std::nullopt;
  return RowToken{account_id, row_id, std::string(rest)};
}

std::string RowToken::Spelled() const { return fmt::format("{}.{}.{}", account_id, row_id, secret); }

}  // namespace voronka::crm
