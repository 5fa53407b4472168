#include "gateway/calls/call_handler.h"

#include "client/methods.h"
#include "gateway/dialects/connect_error.h"
#include "gateway/http/disconnect_watch.h"
#include "gateway/http/language.h"
#include "gateway/services/absent_service.h"

namespace voronka::gateway {
namespace {

// A path of ours that names no known method.
Response NoSuchMethod(const Request& request) {
  const std::string path(PathOf(request));
  const grpc::Status status(grpc::StatusCode::UNIMPLEMENTED, "There is no method " + path + ".");
  return MakeResponse(http::status::not_found, "application/json", ConnectError(status));
}

Response WrongContentType(const Method& method) {
  const std::string accepted = method.server_streaming()
                                   ? "application/grpc-web[-text][+proto], application/connect+json, "
                                     "application/connect+proto"
                                   : "application/json, application/proto, application/grpc-web[-text][+proto]";
  Response response = PlainAnswer(http::status::unsupported_media_type, "Content types of this method: " + accepted);
  response.head.headers.emplace_back("accept-post", accepted);
  return response;
}

Response CallsNeedPost() {
  Response response = PlainAnswer(http::status::method_not_allowed, "Methods are called by POST.");
  response.head.headers.emplace_back("allow", "POST");
  return response;
}

// If a stream is cut because this process stops, the client should open it again, elsewhere or later.
grpc::Status UnavailableIfStopping(grpc::Status status, const Drain& drain) {
  if (!drain.begun() || status.error_code() != grpc::StatusCode::CANCELLED) return status;
  return {grpc::StatusCode::UNAVAILABLE, "The gateway stops; open the stream again."};
}

void TellWhoIsAway(const Exchange& exchange, const Method& method, Ending& ending) {
  NameTheAbsent(ending, method, LanguageOf(exchange.request()));
}

// Cancels the stream if the client disconnects while it waits for the next message.
Task<std::optional<grpc::ByteBuffer>> NextUnlessDisconnected(Exchange& exchange, StreamCall& stream) {
  const DisconnectWatch disconnected(exchange.stream(), [&stream] { stream.Cancel(); });
  co_return co_await stream.Next();
}

}  // namespace

Task<> CallHandler::Handle(Exchange& exchange) {
  const auto* method = FindMethod(PathOf(exchange.request()));
  if (method == nullptr || method->client_streaming())
    co_return co_await exchange.Answer(NoSuchMethod(exchange.request()));
  if (exchange.request().method() != http::verb::post) co_return co_await exchange.Answer(CallsNeedPost());
  if (method->server_streaming()) {
    co_await Stream(exchange, *method);
  } else {
    co_await Unary(exchange, *method);
  }
}

size_t CallHandler::BodyLimit(const Request& head) const {
  const auto* method = FindMethod(PathOf(head));
  const bool may_be_large = method != nullptr && !client::IsPublic(*method) && BringsToken(head);
  return may_be_large ? kLargestBody : kSmallBody;
}

Task<> CallHandler::Unary(Exchange& exchange, const Method& method) {
  const auto dialect = UnaryDialectOf(exchange.request(), method);
  if (!dialect) co_return co_await exchange.Answer(WrongContentType(method));
  RequestedCall requested = ReadCall(*dialect, exchange.request());
  exchange.ReleaseBody();
  Answer answer;
  if (requested.call) {
    AddAddress(exchange, method, *requested.call);
    answer = co_await Forward(exchange, std::move(*requested.call), method);
  } else {
    answer.ending.status = requested.refusal;
  }
  exchange.Note("code", std::string(ConnectCode(answer.ending.status.error_code())));
  co_await exchange.Answer(dialect->WriteAnswer(answer));
}

void CallHandler::AddAddress(const Exchange& exchange, const Method& method, Call& call) const {
  if (client::IsPublic(method)) forwarded_address_.AddTo(call.metadata, exchange.client());
}

Task<Answer> CallHandler::Forward(Exchange& exchange, Call call, const Method& method) {
  UnaryCall unary(channels_.For(method), std::move(call), exchange.executor());
  const DisconnectWatch disconnected(exchange.stream(), [&unary] { unary.Cancel(); });
  Answer answer = co_await unary.Run();
  TellWhoIsAway(exchange, method, answer.ending);
  co_return answer;
}

Task<> CallHandler::Stream(Exchange& exchange, const Method& method) {
  const auto dialect = StreamDialectOf(exchange.request(), method);
  if (!dialect) co_return co_await exchange.Answer(WrongContentType(method));
  RequestedCall requested = ReadCall(*dialect, exchange.request());
  exchange.ReleaseBody();
  co_await exchange.Begin(dialect->WriteHead());
  Ending ending;
  if (requested.call) {
    AddAddress(exchange, method, *requested.call);
    ending = co_await Relay(exchange, *dialect, std::move(*requested.call), method);
  } else {
    ending.status = requested.refusal;
  }
  exchange.Note("code", std::string(ConnectCode(ending.status.error_code())));
  co_await exchange.Send(dialect->WriteEnd(ending));
  co_await exchange.End();
}

Task<Ending> CallHandler::Relay(Exchange& exchange, const StreamDialect& dialect, Call call, const Method& method) {
  StreamCall stream(channels_.For(method), std::move(call), exchange.executor());
  const Drain::Watch drained(exchange.drain(), [&stream] { stream.Cancel(); });
  for (;;) {
    auto message = co_await NextUnlessDisconnected(exchange, stream);
    if (!message) break;
    co_await exchange.Send(dialect.WriteMessage(*message));
  }
  Ending ending = co_await stream.End();
  TellWhoIsAway(exchange, method, ending);
  ending.status = UnavailableIfStopping(std::move(ending.status), exchange.drain());
  co_return ending;
}

}  // namespace voronka::gateway
