#include "gateway/dialects/grpc_web.h"

#include <fmt/format.h>
#include <sodium.h>

#include "gateway/dialects/envelope.h"
#include "gateway/dialects/percent_encoding.h"
#include "gateway/dialects/refusals.h"
#include "gateway/dialects/timeouts.h"
#include "gateway/rpc/byte_buffer.h"
#include "gateway/rpc/metadata.h"

namespace voronka::gateway {
namespace {

// Pieces of base64, each with its own padding.
std::string FromPieces(std::string_view text) {
  std::string bytes(text.size(), '\0');
  size_t filled = 0;
  while (!text.empty()) {
    const size_t padding = text.find('=');
    const size_t end =
        std::min(text.size(), padding == std::string_view::npos ? padding : text.find_first_not_of('=', padding));
    size_t size = 0;
    if (sodium_base642bin(reinterpret_cast<unsigned char*>(bytes.data()) + filled, bytes.size() - filled, text.data(),
                          end, nullptr, &size, nullptr, sodium_base64_VARIANT_ORIGINAL) != 0) {
      throw Malformed("The body is not base64.");
    }
    filled += size;
    text.remove_prefix(end);
  }
  bytes.resize(filled);
  return bytes;
}

// As HTTP writes headers.
std::string Trailers(const Ending& ending) {
  std::string text = fmt::format("grpc-status: {}\r\n", static_cast<int>(ending.status.error_code()));
  if (!ending.status.error_message().empty()) {
    text += fmt::format("grpc-message: {}\r\n", PercentEncoded(ending.status.error_message()));
  }
  if (!ending.status.error_details().empty()) {
    text += fmt::format("grpc-status-details-bin: {}\r\n", UnpaddedBase64(ending.status.error_details()));
  }
  for (const auto& [name, value] : AsHeaders(ending.trailers)) text += fmt::format("{}: {}\r\n", name, value);
  return text;
}

}  // namespace

grpc::ByteBuffer GrpcWeb::ReadRequest(const Request& request) const {
  if (form_ == Form::kBinary) return ToBuffer(OnlyMessage(request.body()));
  const std::string body = FromPieces(request.body());
  return ToBuffer(OnlyMessage(body));
}

std::optional<std::chrono::milliseconds> GrpcWeb::ReadTimeout(const Request& request) const {
  return GrpcTimeout(HeaderOf(request, "grpc-timeout"));
}

std::string GrpcWeb::Encoded(std::string frame) const { return form_ == Form::kText ? Base64(frame) : frame; }

Response GrpcWeb::WriteAnswer(const Answer& answer) const {
  std::string frames;
  if (answer.ending.status.ok()) frames = Envelope(0, ToString(answer.message));
  frames += Envelope(kTrailersFlag, Trailers(answer.ending));
  ResponseHead head = WriteHead();
  for (auto& header : AsHeaders(answer.ending.headers)) head.headers.push_back(std::move(header));
  return {.head = std::move(head), .body = std::make_shared<const std::string>(Encoded(std::move(frames)))};
}

ResponseHead GrpcWeb::WriteHead() const {
  return {http::status::ok,
          {{"content-type", form_ == Form::kText ? "application/grpc-web-text+proto" : "application/grpc-web+proto"}}};
}

std::string GrpcWeb::WriteMessage(const grpc::ByteBuffer& message) const {
  return Encoded(Envelope(0, ToString(message)));
}

std::string GrpcWeb::WriteEnd(const Ending& ending) const { return Encoded(Envelope(kTrailersFlag, Trailers(ending))); }

}  // namespace voronka::gateway
