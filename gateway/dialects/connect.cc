#include "gateway/dialects/connect.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "gateway/dialects/connect_error.h"
#include "gateway/dialects/envelope.h"
#include "gateway/dialects/refusals.h"
#include "gateway/dialects/timeouts.h"
#include "gateway/rpc/byte_buffer.h"
#include "gateway/rpc/metadata.h"

namespace voronka::gateway {
namespace {

void CheckVersion(const Request& request) {
  const auto version = HeaderOf(request, "connect-protocol-version");
  if (!version.empty() && version != "1") throw Malformed(fmt::format("There is no Connect version {}.", version));
}

void RefuseCompressed(std::string_view encoding) {
  if (!encoding.empty() && encoding != "identity") throw Unimplemented("Compressed messages are not taken.");
}

std::string ContentType(std::string_view prefix, Codec codec) { return fmt::format("{}{}", prefix, NameOf(codec)); }

Response Failure(const Ending& ending) {
  Response response =
      MakeResponse(HttpStatusOf(ending.status.error_code()), "application/json", ConnectError(ending.status));
  for (auto& header : AsHeaders(ending.trailers)) response.head.headers.push_back(std::move(header));
  if (const auto seconds = RetryAfterSeconds(ending.status)) {
    response.head.headers.emplace_back("retry-after", *seconds);
  }
  return response;
}

}  // namespace

grpc::ByteBuffer ConnectUnary::ReadRequest(const Request& request) const {
  CheckVersion(request);
  RefuseCompressed(HeaderOf(request, "content-encoding"));
  return Decode(codec_, *method_.input_type(), request.body());
}

std::optional<std::chrono::milliseconds> ConnectUnary::ReadTimeout(const Request& request) const {
  return ConnectTimeout(HeaderOf(request, "connect-timeout-ms"));
}

Response ConnectUnary::WriteAnswer(const Answer& answer) const {
  if (!answer.ending.status.ok()) return Failure(answer.ending);
  Response response = MakeResponse(http::status::ok, ContentType("application/", codec_),
                                   Encode(codec_, *method_.output_type(), answer.message));
  for (auto& header : AsHeaders(answer.ending.headers)) response.head.headers.push_back(std::move(header));
  for (auto& header : AsHeaders(answer.ending.trailers, "trailer-")) response.head.headers.push_back(std::move(header));
  return response;
}

grpc::ByteBuffer ConnectStream::ReadRequest(const Request& request) const {
  CheckVersion(request);
  RefuseCompressed(HeaderOf(request, "connect-content-encoding"));
  return Decode(codec_, *method_.input_type(), OnlyMessage(request.body()));
}

std::optional<std::chrono::milliseconds> ConnectStream::ReadTimeout(const Request& request) const {
  return ConnectTimeout(HeaderOf(request, "connect-timeout-ms"));
}

ResponseHead ConnectStream::WriteHead() const {
  return {http::status::ok, {{"content-type", ContentType("application/connect+", codec_)}}};
}

std::string ConnectStream::WriteMessage(const grpc::ByteBuffer& message) const {
  return Envelope(0, Encode(codec_, *method_.output_type(), message));
}

std::string ConnectStream::WriteEnd(const Ending& ending) const {
  nlohmann::json end = nlohmann::json::object();
  if (!ending.status.ok()) end["error"] = nlohmann::json::parse(ConnectError(ending.status));
  for (const auto& [name, value] : AsHeaders(ending.trailers)) end["metadata"][name].push_back(value);
  return Envelope(kConnectEndFlag, end.dump());
}

}  // namespace voronka::gateway
