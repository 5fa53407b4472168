#include "foundation/tracing/otlp.h"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace voronka::tracing {
namespace {

using nlohmann::json;
using process::EndedSpan;

constexpr int kStatusError = 2;

json Attribute(std::string_view key, std::string_view value) {
  return {{"key", key}, {"value", {{"stringValue", value}}}};
}

bool IsNone(const process::SpanId& id) {
  return std::ranges::all_of(id, [](uint8_t byte) { return byte == 0; });
}

// Differs from JSON of other protobuf messages: ids are hexadecimal.
json ToJson(const EndedSpan& span) {
  json written = {{"traceId", process::Hex(span.context.trace_id)},
                  {"spanId", process::Hex(span.context.span_id)},
                  {"name", span.name},
                  {"kind", static_cast<int>(span.kind)},
                  {"startTimeUnixNano", std::to_string(span.begin_nanos)},
                  {"endTimeUnixNano", std::to_string(span.end_nanos)}};
  if (!IsNone(span.parent)) written["parentSpanId"] = process::Hex(span.parent);
  for (const auto& [key, value] : span.attributes) written["attributes"].push_back(Attribute(key, value));
  if (!span.error.empty()) written["status"] = {{"code", kStatusError}, {"message", span.error}};
  return written;
}

}  // namespace

std::string OtlpJson(std::string_view service, const std::vector<EndedSpan>& spans) {
  json written = json::array();
  for (const auto& span : spans) written.push_back(ToJson(span));
  const json scope_spans = {{"scope", {{"name", "voronka"}}}, {"spans", std::move(written)}};
  const json resource = {{"attributes", json::array({Attribute("service.name", service)})}};
  const json resource_spans = {{"resource", resource}, {"scopeSpans", json::array({scope_spans})}};
  // What is not UTF-8 is replaced: no name may stop the others.
  return json{{"resourceSpans", json::array({resource_spans})}}.dump(-1, ' ', false, json::error_handler_t::replace);
}

}  // namespace voronka::tracing
