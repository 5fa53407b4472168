#include "tests/contract/edge_call.h"

#include "client/methods.h"
#include "tests/support/grpc_web.h"

namespace voronka::testing {

std::future<Answer> EdgeCalls::Send(const Method& method, const std::string& bytes, const client::Metadata& metadata) {
  return std::async(std::launch::deferred, [this, &method, bytes, metadata] { return Call(method, bytes, metadata); });
}

Answer EdgeCalls::Call(const Method& method, const std::string& bytes, const client::Metadata& metadata) {
  HttpRequest request{.path = client::PathOf(method), .body = Frame{.content = bytes}.Written()};
  request.headers = HttpHeaders(metadata.begin(), metadata.end());
  request.headers.emplace("content-type", "application/grpc-web+proto");
  http_.Send(request);
  return IsUnary(method) ? Whole(method) : FirstOfStream(method);
}

Answer EdgeCalls::Whole(const Method& method) {
  const GrpcWebAnswer answer(http_.ReadAnswer());
  return {method, StatusIn(answer.trailers), answer.messages.empty() ? "" : answer.messages.front()};
}

Answer EdgeCalls::FirstOfStream(const Method& method) {
  http_.ReadHead();
  Frame first = FrameStream(http_).Next().value();
  http_.Close();
  if (first.flags == kTrailersFlag) return {method, StatusIn(TrailersIn(first)), ""};
  return {method, grpc::Status::OK, std::move(first.content)};
}

}  // namespace voronka::testing
