#include "gateway/rpc/metadata.h"

#include <grpc/grpc.h>
#include <grpc/slice.h>
#include <sodium.h>

#include <algorithm>
#include <optional>
#include <set>

#include "foundation/process/trace_context.h"
#include "foundation/rpc/calls/client_address.h"
#include "gateway/http/lower_case.h"

namespace voronka::gateway {
namespace {

constexpr std::string_view kBinary = "-bin";

// The headers of HTTP and of browsers, and those that only this program may set. Not `accept-language`: it chooses the
// language of errors.
const std::set<std::string, std::less<>> kNotForServices = {"accept",
                                                            "accept-encoding",
                                                            "cache-control",
                                                            "connection",
                                                            "content-encoding",
                                                            "content-length",
                                                            "content-type",
                                                            "cookie",
                                                            "date",
                                                            "dnt",
                                                            "expect",
                                                            "forwarded",
                                                            "host",
                                                            "if-modified-since",
                                                            "if-none-match",
                                                            "if-range",
                                                            "keep-alive",
                                                            "origin",
                                                            "pragma",
                                                            "priority",
                                                            "proxy-authorization",
                                                            "proxy-connection",
                                                            "range",
                                                            "referer",
                                                            "te",
                                                            "trailer",
                                                            "transfer-encoding",
                                                            "upgrade",
                                                            "upgrade-insecure-requests",
                                                            "user-agent",
                                                            "via",
                                                            rpc::kClientAddress,
                                                            rpc::kGatewayAuthorization};
constexpr std::string_view kPrefixesNotForServices[] = {"sec-",       "x-forwarded-", "grpc-", "connect-",
                                                        "x-grpc-web", "x-user-agent", ":"};
// What services send, but each dialect writes in its own way.
const std::set<std::string, std::less<>> kNotForClients = {
    "content-type",         "content-length",          "grpc-status", "grpc-message", "grpc-encoding",
    "grpc-accept-encoding", "grpc-status-details-bin", "user-agent",  "te",           "date",
    "connection",           "transfer-encoding"};

bool IsForServices(const std::string& name) {
  const auto begins = [&](std::string_view prefix) { return name.starts_with(prefix); };
  return !kNotForServices.contains(name) && std::ranges::none_of(kPrefixesNotForServices, begins);
}

template <class Check>
bool Passes(Check check, std::string_view text) {
  const grpc_slice slice = grpc_slice_from_static_buffer(text.data(), text.size());
  return check(slice) != 0;
}

std::optional<std::string> DecodedBase64(std::string_view text) {
  while (text.ends_with('=')) text.remove_suffix(1);
  std::string bytes(text.size(), '\0');
  size_t size = 0;
  if (sodium_base642bin(reinterpret_cast<unsigned char*>(bytes.data()), bytes.size(), text.data(), text.size(), nullptr,
                        &size, nullptr, sodium_base64_VARIANT_ORIGINAL_NO_PADDING) != 0) {
    return std::nullopt;
  }
  bytes.resize(size);
  return bytes;
}

std::string ToBase64(std::string_view bytes, int variant) {
  std::string text(sodium_base64_encoded_len(bytes.size(), variant), '\0');
  sodium_bin2base64(text.data(), text.size(), reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size(),
                    variant);
  text.pop_back();
  return text;
}

void Add(const std::string& name, std::string_view value, client::Metadata& metadata) {
  if (!IsForServices(name) || !Passes(grpc_header_key_is_legal, name)) return;
  if (!name.ends_with(kBinary)) {
    if (Passes(grpc_header_nonbin_value_is_legal, value)) metadata.emplace_back(name, value);
  } else if (auto bytes = DecodedBase64(value)) {
    metadata.emplace_back(name, std::move(*bytes));
  }
}

}  // namespace

client::Metadata MetadataOf(const Request& request) {
  client::Metadata metadata;
  for (const auto& field : request) Add(LowerCase(View(field.name_string())), View(field.value()), metadata);
  return metadata;
}

void PassTraceOn(const Request& request, client::Metadata& metadata) {
  const auto trace = HeaderOf(request, process::kTraceParent);
  if (!trace.empty()) metadata.emplace_back(process::kTraceParent, trace);
}

Headers AsHeaders(const client::Metadata& metadata, std::string_view prefix) {
  Headers headers;
  for (const auto& [name, value] : metadata) {
    if (kNotForClients.contains(name)) continue;
    headers.emplace_back(std::string(prefix) + name, name.ends_with(kBinary) ? UnpaddedBase64(value) : value);
  }
  return headers;
}

std::string Base64(std::string_view bytes) { return ToBase64(bytes, sodium_base64_VARIANT_ORIGINAL); }

std::string UnpaddedBase64(std::string_view bytes) {
  return ToBase64(bytes, sodium_base64_VARIANT_ORIGINAL_NO_PADDING);
}

}  // namespace voronka::gateway
