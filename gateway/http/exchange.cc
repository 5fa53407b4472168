#include "gateway/http/exchange.h"

#include <boost/asio/write.hpp>
#include <boost/beast/http/span_body.hpp>
#include <chrono>
#include <ctime>

#include "gateway/http/date.h"

namespace voronka::gateway {
namespace {

// A reader that takes nothing for so long is cut.
constexpr std::chrono::seconds kStalled(30);
constexpr int kHttp10 = 10;

bool HasNoBody(http::status status) {
  return status == http::status::no_content || status == http::status::not_modified;
}

}  // namespace

Exchange::Exchange(Request request, Client client, beast::tcp_stream& stream, Drain& drain, StreamedBody* body)
    : request_(std::move(request)),
      client_(std::move(client)),
      stream_(stream),
      drain_(drain),
      body_(body),
      keep_alive_(request_.keep_alive()) {}

void Exchange::AddHeader(std::string name, std::string value) {
  headers_.emplace_back(std::move(name), std::move(value));
}

template <class Body>
void Exchange::Fill(http::response<Body>& response, ResponseHead head) {
  if (drain_.begun()) keep_alive_ = false;
  if (body_ != nullptr && !body_->is_over()) keep_alive_ = false;
  status_ = static_cast<int>(head.status);
  response.result(head.status);
  response.version(request_.version());
  // Browsers learn from it how wrong their own clocks are.
  response.set(http::field::date, HttpDate(std::time(nullptr)));
  for (const auto* headers : {&headers_, &head.headers}) {
    for (const auto& [name, value] : *headers) response.insert(name, value);
  }
}

Task<> Exchange::Answer(Response answer) {
  http::response<http::span_body<const char>> response;
  const bool without_body = request_.method() == http::verb::head || HasNoBody(answer.head.status);
  const size_t size = answer.body->size();
  if (!without_body) response.body() = {answer.body->data(), size};
  Fill(response, std::move(answer.head));
  response.keep_alive(keep_alive_);
  if (!HasNoBody(response.result())) response.content_length(size);
  stream_.expires_after(kStalled);
  http::response_serializer<http::span_body<const char>> serializer(response);
  if (without_body) {
    sent_ = co_await http::async_write_header(stream_, serializer, asio::use_awaitable);
  } else {
    sent_ = co_await http::async_write(stream_, serializer, asio::use_awaitable);
  }
}

Task<> Exchange::Begin(ResponseHead head, std::optional<uint64_t> length) {
  http::response<http::empty_body> response;
  Fill(response, std::move(head));
  chunked_ = !length && request_.version() != kHttp10;
  if (!chunked_ && !length) keep_alive_ = false;
  response.keep_alive(keep_alive_);
  if (chunked_) response.chunked(true);
  if (length) response.content_length(*length);
  stream_.expires_after(kStalled);
  http::response_serializer<http::empty_body> serializer(response);
  sent_ += co_await http::async_write_header(stream_, serializer, asio::use_awaitable);
}

Task<> Exchange::Send(std::string piece) {
  if (piece.empty()) co_return;
  stream_.expires_after(kStalled);
  if (chunked_) {
    sent_ += co_await asio::async_write(stream_, http::make_chunk(asio::buffer(piece)), asio::use_awaitable);
  } else {
    sent_ += co_await asio::async_write(stream_, asio::buffer(piece), asio::use_awaitable);
  }
}

Task<> Exchange::End() {
  if (!chunked_) co_return;
  stream_.expires_after(kStalled);
  sent_ += co_await asio::async_write(stream_, http::make_chunk_last(), asio::use_awaitable);
}

}  // namespace voronka::gateway
