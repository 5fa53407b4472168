#pragma once

#include <chrono>
#include <memory>
#include <optional>

#include "foundation/process/log.h"
#include "foundation/tracing/call_trace.h"
#include "gateway/http/body_budget.h"
#include "gateway/http/client_address.h"
#include "gateway/http/handler.h"
#include "gateway/http/traffic.h"

namespace voronka::gateway {

// What every connection needs. Outlives them.
struct ConnectionContext {
  Handler& handler;
  Drain& drain;
  const TrustedProxies& proxies;
  BodyBudget& bodies;
  Traffic& traffic;
  tracing::Tracer& tracer;
  process::Log& log;
};

// One TCP connection: its requests, one after another.
class Connection : public std::enable_shared_from_this<Connection> {
 public:
  Connection(asio::ip::tcp::socket socket, ConnectionContext& context);
  ~Connection();

  asio::any_io_executor executor() { return stream_.get_executor(); }
  // Until it is closed by either side.
  Task<> Run();
  // From any thread: closes it now if it waits for a request, otherwise after the answer.
  void Retire();
  // From any thread.
  void Close();

 private:
  using Parser = http::request_parser<http::string_body>;

  Task<std::optional<Request>> Read();
  // The header has been read. Nothing: the body may come; otherwise why not.
  std::optional<http::status> RefusalOfBody(Parser& parser);
  Task<> Proceed(const Parser& parser);
  Task<> AwaitFirstByte();
  Task<> Refuse(http::status status);
  // Reads and drops what the client still sends: if closed at once, the connection would be reset and the answer lost.
  Task<> Linger();
  Task<> Serve(Request request);
  Task<> HandleSafely(Exchange& exchange, const tracing::CallTrace& trace);
  void LogFailure(const Exchange& exchange, const tracing::CallTrace& trace, const std::string& failure);
  void Report(Exchange& exchange, const tracing::CallTrace& trace, std::chrono::steady_clock::duration took);

  beast::tcp_stream stream_;
  // Freed between requests, so that an idle connection costs little.
  beast::flat_buffer buffer_;
  ConnectionContext& context_;
  const std::string peer_;
  // For the body of the present request, if it is large.
  BodyBudget::Share body_share_;
  // Of the present request, if its handler reads it as it comes.
  std::unique_ptr<StreamedBody> streamed_;
  bool open_ = true;
  bool waiting_ = false;
  bool first_ = true;
};

}  // namespace voronka::gateway
