#include "gateway/http/streamed_body.h"

#include <algorithm>
#include <utility>

#include "gateway/http/message.h"

namespace voronka::gateway {
namespace {

using std::chrono::steady_clock;

// Without a byte.
constexpr std::chrono::seconds kSilentSender(30);

std::optional<uint64_t> SizeIn(const http::request_parser<http::string_body>& head) {
  const auto declared = head.content_length();
  return declared ? std::optional<uint64_t>(*declared) : std::nullopt;
}

}  // namespace

StreamedBody::StreamedBody(http::request_parser<http::string_body>&& head, beast::tcp_stream& stream,
                           beast::flat_buffer& buffer)
    : stream_(stream), buffer_(buffer), size_(SizeIn(head)), parser_(std::move(head)) {
  awaits_go_ahead_ = View(parser_.get()[http::field::expect]) == "100-continue";
}

Task<std::string> StreamedBody::Read(size_t most, std::chrono::milliseconds within) {
  if (std::exchange(awaits_go_ahead_, false)) co_await Proceed();
  std::string piece(most, '\0');
  // A byte now and then would hold what others may need, for as long as the sender likes.
  const steady_clock::time_point until = steady_clock::now() + within;
  size_t read = 0;
  while (read < most && !parser_.is_done()) {
    auto& body = parser_.get().body();
    body.data = piece.data() + read;
    body.size = most - read;
    stream_.expires_at(std::min<steady_clock::time_point>(steady_clock::now() + kSilentSender, until));
    ErrorCode error;
    co_await http::async_read_some(stream_, buffer_, parser_, asio::redirect_error(asio::use_awaitable, error));
    read = most - body.size;
    if (error && error != http::error::need_buffer) throw boost::system::system_error(error);
  }
  piece.resize(read);
  co_return piece;
}

Task<> StreamedBody::Proceed() {
  http::response<http::empty_body> proceed(http::status::continue_, parser_.get().version());
  stream_.expires_after(kSilentSender);
  co_await http::async_write(stream_, proceed, asio::use_awaitable);
}

}  // namespace voronka::gateway
