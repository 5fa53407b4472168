#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>

#include "gateway/http/asio.h"

namespace voronka::gateway {

// The body of a request that is read as it comes, rather than kept whole. What throws boost::system::system_error says
// that the client has disconnected, or sends nothing for too long, or too slowly.
class StreamedBody {
 public:
  // For a piece of 480,000 bytes, a poor mobile connection takes less.
  static constexpr std::chrono::minutes kLongestRead{2};

  // `head` has read the head of the request, and nothing after it. Stream and buffer outlive this.
  StreamedBody(http::request_parser<http::string_body>&& head, beast::tcp_stream& stream, beast::flat_buffer& buffer);
  StreamedBody(const StreamedBody&) = delete;
  StreamedBody& operator=(const StreamedBody&) = delete;

  // Bytes of the whole. Nothing: the client does not say.
  const std::optional<uint64_t>& size() const { return size_; }
  bool is_over() const { return parser_.is_done(); }

  // So many bytes; fewer only at the end. A client that waits to be told so sends nothing before the first call.
  Task<std::string> Read(size_t most, std::chrono::milliseconds within = kLongestRead);

 private:
  Task<> Proceed();

  beast::tcp_stream& stream_;
  beast::flat_buffer& buffer_;
  const std::optional<uint64_t> size_;
  http::request_parser<http::buffer_body> parser_;
  bool awaits_go_ahead_;
};

}  // namespace voronka::gateway
