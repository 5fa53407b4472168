#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace voronka::process {

using TraceId = std::array<uint8_t, 16>;
using SpanId = std::array<uint8_t, 8>;

// The name of the header and of the metadata.
inline constexpr char kTraceParent[] = "traceparent";

// Which trace work belongs to, and which span of it: W3C Trace Context, level 1.
struct TraceContext {
  TraceId trace_id{};
  SpanId span_id{};
  // As received; only `sampled` means something here.
  uint8_t flags = 0;

  bool sampled() const { return (flags & 1) != 0; }

  bool operator==(const TraceContext&) const = default;
};

// Of the header's value. Nothing if it is not valid: whoever needs a trace then begins a new one.
std::optional<TraceContext> ParseTraceParent(std::string_view header);
// The header's value.
std::string TraceParentOf(const TraceContext& context);

std::string Hex(const TraceId& id);
std::string Hex(const SpanId& id);

}  // namespace voronka::process
