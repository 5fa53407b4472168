#include "gateway/http/connection.h"

#include <algorithm>
#include <cstdint>
#include <exception>
#include <limits>

#include "gateway/http/deadline.h"
#include "gateway/http/traced.h"

namespace voronka::gateway {
namespace {

using namespace std::chrono_literals;

// Until the first byte of a connection, and of its next request.
constexpr auto kFirstRequest = 10s;
constexpr auto kNextRequest = 75s;
constexpr auto kHeader = 10s;
constexpr auto kBody = 30s;
// For a refused client to read why.
constexpr auto kLingers = 3s;
constexpr size_t kLargestHeader = 16 * 1024;
constexpr size_t kFirstRead = 4 * 1024;

std::string PeerOf(const asio::ip::tcp::socket& socket) {
  ErrorCode error;
  const auto endpoint = socket.remote_endpoint(error);
  return error ? "" : endpoint.address().to_string();
}

// How an error in a request is answered. Nothing: the client has disconnected, or sent nothing.
std::optional<http::status> StatusFor(const ErrorCode& error) {
  if (error == http::error::body_limit) return http::status::payload_too_large;
  if (error == http::error::header_limit) return http::status::request_header_fields_too_large;
  if (error == beast::error::timeout) return http::status::request_timeout;
  if (error == http::error::end_of_stream || error == http::error::partial_message) return std::nullopt;
  if (error.category() == http::make_error_code(http::error::bad_method).category()) return http::status::bad_request;
  return std::nullopt;
}

}  // namespace

Connection::Connection(asio::ip::tcp::socket socket, ConnectionContext& context)
    : stream_(std::move(socket)), context_(context), peer_(PeerOf(stream_.socket())) {
  context_.traffic.ConnectionOpened();
}

Connection::~Connection() { context_.traffic.ConnectionClosed(); }

void Connection::Retire() {
  asio::post(stream_.get_executor(), [self = shared_from_this()] {
    if (self->waiting_) self->stream_.close();
  });
}

void Connection::Close() {
  asio::post(stream_.get_executor(), [self = shared_from_this()] { self->stream_.close(); });
}

Task<> Connection::Run() {
  // Nothing can be sent to a client that has disconnected.
  try {
    while (open_ && !context_.drain.begun()) {
      auto request = co_await Read();
      if (!request) break;
      co_await Serve(std::move(*request));
      body_share_ = nullptr;
      streamed_ = nullptr;
    }
  } catch (const boost::system::system_error&) {
    stream_.close();
  }
  ErrorCode ignored;
  stream_.socket().shutdown(asio::ip::tcp::socket::shutdown_send, ignored);
}

Task<> Connection::AwaitFirstByte() {
  if (buffer_.size() > 0) co_return;
  buffer_.shrink_to_fit();
  waiting_ = true;
  stream_.expires_after(first_ ? kFirstRequest : kNextRequest);
  first_ = false;
  ErrorCode error;
  const size_t read =
      co_await stream_.async_read_some(buffer_.prepare(kFirstRead), asio::redirect_error(asio::use_awaitable, error));
  waiting_ = false;
  if (error) throw boost::system::system_error(error);
  buffer_.commit(read);
}

std::optional<http::status> Connection::RefusalOfBody(Parser& parser) {
  const size_t limit = context_.handler.BodyLimit(parser.get());
  const bool streams = context_.handler.StreamsBody(parser.get());
  const auto declared = parser.content_length();
  if (declared && *declared > limit) return http::status::payload_too_large;
  if (!declared && !parser.chunked()) return std::nullopt;
  parser.body_limit(limit);
  const size_t whole = declared ? *declared : limit;
  const size_t room = streams ? std::min(whole, kStreamedBody) : whole;
  if (room <= kSmallBody) return std::nullopt;
  body_share_ = context_.bodies.Take(room);
  if (body_share_ == nullptr) return http::status::service_unavailable;
  return std::nullopt;
}

Task<> Connection::Proceed(const Parser& parser) {
  if (View(parser.get()[http::field::expect]) != "100-continue") co_return;
  http::response<http::empty_body> proceed(http::status::continue_, parser.get().version());
  co_await http::async_write(stream_, proceed, asio::use_awaitable);
}

Task<std::optional<Request>> Connection::Read() {
  co_await AwaitFirstByte();
  Parser parser;
  parser.header_limit(kLargestHeader);
  // What the handler allows is known only after the header.
  parser.body_limit(std::numeric_limits<uint64_t>::max());
  ErrorCode error;
  Deadline deadline(stream_);
  deadline.Set(kHeader);
  co_await http::async_read_header(stream_, buffer_, parser, asio::redirect_error(asio::use_awaitable, error));
  std::optional<http::status> refusal;
  if (!error) refusal = RefusalOfBody(parser);
  if (!error && !refusal && context_.handler.StreamsBody(parser.get())) {
    Request head(parser.get());
    streamed_ = std::make_unique<StreamedBody>(std::move(parser), stream_, buffer_);
    co_return head;
  }
  if (!error && !refusal) {
    co_await Proceed(parser);
    deadline.Set(kBody);
    co_await http::async_read(stream_, buffer_, parser, asio::redirect_error(asio::use_awaitable, error));
  }
  if (!error && !refusal) co_return parser.release();
  if (deadline.has_passed()) error = beast::error::timeout;
  if (!refusal) refusal = StatusFor(error);
  if (refusal) co_await Refuse(*refusal);
  co_return std::nullopt;
}

Task<> Connection::Refuse(http::status status) {
  Exchange exchange({}, {.address = peer_, .secure = false}, stream_, context_.drain);
  exchange.CloseAfterwards();
  co_await exchange.Answer(PlainAnswer(status));
  context_.traffic.Answered(exchange, {});
  co_await Linger();
}

Task<> Connection::Linger() {
  stream_.socket().shutdown(asio::ip::tcp::socket::shutdown_send);
  stream_.expires_after(kLingers);
  for (size_t forgotten = 0; forgotten < kLargestBody;) {
    buffer_.clear();
    forgotten += co_await stream_.async_read_some(buffer_.prepare(kFirstRead), asio::use_awaitable);
  }
}

Task<> Connection::Serve(Request request) {
  const auto began = std::chrono::steady_clock::now();
  auto client = context_.proxies.ClientOf(peer_, request);
  const tracing::CallTrace trace = BeginTrace(context_.tracer, request);
  Exchange exchange(std::move(request), std::move(client), stream_, context_.drain, streamed_.get());
  std::exception_ptr gone;
  try {
    co_await HandleSafely(exchange, trace);
  } catch (const boost::system::system_error&) {
    gone = std::current_exception();
  }
  if (gone) exchange.Note("gone", "true");
  Report(exchange, trace, std::chrono::steady_clock::now() - began);
  if (gone) std::rethrow_exception(gone);
  open_ = exchange.keep_alive();
  const bool is_unread = streamed_ != nullptr && !streamed_->is_over();
  if (is_unread) co_await Linger();
}

void Connection::Report(Exchange& exchange, const tracing::CallTrace& trace, std::chrono::steady_clock::duration took) {
  const process::TraceScope scope(trace.trace());
  EndTrace(trace, exchange);
  context_.traffic.Answered(exchange, took);
}

void Connection::LogFailure(const Exchange& exchange, const tracing::CallTrace& trace, const std::string& failure) {
  const process::TraceScope scope(trace.trace());
  context_.log.Error("a request failed", {{"path", PathOf(exchange.request())}, {"error", failure}});
}

Task<> Connection::HandleSafely(Exchange& exchange, const tracing::CallTrace& trace) {
  std::string failure;
  try {
    co_await context_.handler.Handle(exchange);
    co_return;
  } catch (const boost::system::system_error&) {
    throw;
  } catch (const std::exception& error) {
    failure = error.what();
  }
  LogFailure(exchange, trace, failure);
  exchange.CloseAfterwards();
  if (!exchange.begun()) co_await exchange.Answer(PlainAnswer(http::status::internal_server_error));
}

}  // namespace voronka::gateway
