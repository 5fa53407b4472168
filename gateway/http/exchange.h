#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "foundation/process/log_field.h"
#include "gateway/http/drain.h"
#include "gateway/http/message.h"
#include "gateway/http/streamed_body.h"

namespace voronka::gateway {

// Who sends the request, as far as that can be trusted.
struct Client {
  std::string address;
  // Whether the browser came by https.
  bool secure = false;
};

// One request and its answer, given whole or in pieces. Runs on the executor of its connection alone. Sending
// throws boost::system::system_error if the client has disconnected or reads nothing for too long.
class Exchange {
 public:
  // `body`: what the handler reads as it comes. NULL: the request has been read whole.
  Exchange(Request request, Client client, beast::tcp_stream& stream, Drain& drain, StreamedBody* body = nullptr);
  Exchange(const Exchange&) = delete;
  Exchange& operator=(const Exchange&) = delete;

  const Request& request() const { return request_; }
  // Of a handler that StreamsBody; NULL for others. An answer before its end closes the connection.
  StreamedBody* body() { return body_; }
  // What a stream that lives long does not need any more.
  void ReleaseBody() { std::string().swap(request_.body()); }
  const Client& client() const { return client_; }
  beast::tcp_stream& stream() { return stream_; }
  asio::any_io_executor executor() { return stream_.get_executor(); }
  Drain& drain() { return drain_; }

  // Added to every answer.
  void AddHeader(std::string name, std::string value);

  Task<> Answer(Response response);

  // `length`: of all that will be sent, where it is known. Whoever sends less says CloseAfterwards.
  Task<> Begin(ResponseHead head, std::optional<uint64_t> length = {});
  Task<> Send(std::string piece);
  Task<> End();

  bool begun() const { return status_ != 0; }
  bool keep_alive() const { return keep_alive_; }
  // The connection is not to be used again.
  void CloseAfterwards() { keep_alive_ = false; }

  // For the access log.
  void Note(std::string_view key, std::string value) { notes_.emplace_back(key, value); }
  const std::vector<process::LogField>& notes() const { return notes_; }
  int status() const { return status_; }
  size_t sent() const { return sent_; }

 private:
  template <class Body>
  void Fill(http::response<Body>& response, ResponseHead head);

  Request request_;
  const Client client_;
  beast::tcp_stream& stream_;
  Drain& drain_;
  StreamedBody* const body_;
  Headers headers_;
  std::vector<process::LogField> notes_;
  bool keep_alive_;
  bool chunked_ = false;
  int status_ = 0;
  size_t sent_ = 0;
};

}  // namespace voronka::gateway
