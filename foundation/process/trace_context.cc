#include "foundation/process/trace_context.h"

#include <fmt/format.h>

#include <algorithm>
#include <span>

namespace voronka::process {
namespace {

// 00-<32 digits>-<16 digits>-<2 digits>
constexpr size_t kLength = 55;
constexpr size_t kTraceIdAt = 3;
constexpr size_t kSpanIdAt = 36;
constexpr size_t kFlagsAt = 53;

// Only lower case is allowed.
int Digit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  return -1;
}

bool Read(std::string_view digits, std::span<uint8_t> bytes) {
  for (size_t i = 0; i < bytes.size(); ++i) {
    const int high = Digit(digits[2 * i]);
    const int low = Digit(digits[2 * i + 1]);
    if (high < 0 || low < 0) return false;
    bytes[i] = static_cast<uint8_t>(high * 16 + low);
  }
  return true;
}

bool IsZero(std::span<const uint8_t> bytes) {
  return std::ranges::all_of(bytes, [](uint8_t byte) { return byte == 0; });
}

std::string HexOf(std::span<const uint8_t> bytes) {
  std::string hex;
  for (const uint8_t byte : bytes) fmt::format_to(std::back_inserter(hex), "{:02x}", byte);
  return hex;
}

// A later version may have more after a dash; version 00 has nothing.
bool HasShape(std::string_view header, uint8_t version) {
  if (version == 0xff) return false;
  if (header[2] != '-' || header[kSpanIdAt - 1] != '-' || header[kFlagsAt - 1] != '-') return false;
  return header.size() == kLength || (version > 0 && header[kLength] == '-');
}

}  // namespace

std::optional<TraceContext> ParseTraceParent(std::string_view header) {
  std::array<uint8_t, 1> version{};
  std::array<uint8_t, 1> flags{};
  TraceContext context;
  if (header.size() < kLength || !Read(header, version) || !HasShape(header, version[0])) return std::nullopt;
  if (!Read(header.substr(kTraceIdAt), context.trace_id) || IsZero(context.trace_id)) return std::nullopt;
  if (!Read(header.substr(kSpanIdAt), context.span_id) || IsZero(context.span_id)) return std::nullopt;
  if (!Read(header.substr(kFlagsAt), flags)) return std::nullopt;
  context.flags = flags[0];
  return context;
}

std::string TraceParentOf(const TraceContext& context) {
  return fmt::format("00-{}-{}-{:02x}", HexOf(context.trace_id), HexOf(context.span_id), context.flags & 1);
}

std::string Hex(const TraceId& id) { return HexOf(id); }
std::string Hex(const SpanId& id) { return HexOf(id); }

}  // namespace voronka::process
