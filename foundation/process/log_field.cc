#include "foundation/process/log_field.h"

#include <fmt/format.h>

#include <algorithm>

namespace voronka::process {
namespace {

bool IsPlain(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
         std::string_view("-_.:/@+").find(c) != std::string_view::npos;
}

std::string QuotedIfNeeded(std::string_view text) {
  return !text.empty() && std::ranges::all_of(text, IsPlain) ? std::string(text) : Quoted(text);
}

}  // namespace

LogField::LogField(std::string_view key, std::string_view text) : key_(key), value_(QuotedIfNeeded(text)) {}

LogField::LogField(std::string_view key, double value) : key_(key), value_(fmt::to_string(value)) {}

std::string Quoted(std::string_view text) { return fmt::format("{:?}", text); }

}  // namespace voronka::process
