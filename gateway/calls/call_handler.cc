#include "gateway/calls/call_handler.h"

#include "client/methods.h"
#include "gateway/rpc/metadata.h"
#include "gateway/dialects/connect_error.h"
#include "gateway/http/disconnect_watch.h"

namespace voronka::gateway {
namespace {

// A path of ours that names no method, or a method of no service that is known here.
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

Response WrongVerb() {
  Response response = PlainAnswer(http::status::method_not_allowed, "Methods are called by POST.");
  response.head.headers.emplace_back("allow", "POST");
  return response;
}

// A request as the call that it asks for, or why it asks for none. No coroutine, for in one GCC 12 destroys temporaries
// twice where their expression throws.
struct Reading {
  std::optional<Call> call;
  grpc::Status refusal;
};

Reading Read(const Dialect& dialect, const Request& request) {
  Reading reading;
  try {
    reading.call = Call{.method = std::string(PathOf(request)),
                        .metadata = MetadataOf(request),
                        .timeout = dialect.ReadTimeout(request),
                        .request = dialect.ReadRequest(request)};
  } catch (const Refused& refused) {
    reading.refusal = refused.status();
  }
  return reading;
}

// A stream that is cut because this process stops is to be opened again, elsewhere or later.
grpc::Status AsTold(grpc::Status status, const Drain& drain) {
  if (!drain.begun() || status.error_code() != grpc::StatusCode::CANCELLED) return status;
  return {grpc::StatusCode::UNAVAILABLE, "The gateway stops; open the stream again."};
}

// Cancels the stream where the client goes while it waits for the next message.
Task<std::optional<grpc::ByteBuffer>> NextUnlessGone(Exchange& exchange, StreamCall& stream) {
  const Departure departure(exchange.stream(), [&stream] { stream.Cancel(); });
  co_return co_await stream.Next();
}

}  // namespace

Task<> CallHandler::Handle(Exchange& exchange) {
  const auto* method = FindMethod(PathOf(exchange.request()));
  if (method == nullptr || method->client_streaming())
    co_return co_await exchange.Answer(NoSuchMethod(exchange.request()));
  if (exchange.request().method() != http::verb::post) co_return co_await exchange.Answer(WrongVerb());
  if (method->server_streaming()) {
    co_await Stream(exchange, *method);
  } else {
    co_await Unary(exchange, *method);
  }
}

Task<> CallHandler::Unary(Exchange& exchange, const Method& method) {
  const auto dialect = UnaryDialectOf(exchange.request(), method);
  if (!dialect) co_return co_await exchange.Answer(WrongContentType(method));
  Reading reading = Read(*dialect, exchange.request());
  exchange.ReleaseBody();
  Answer answer;
  if (reading.call) {
    Introduce(exchange, method, *reading.call);
    answer = co_await Ask(exchange, std::move(*reading.call), method);
  } else {
    answer.ending.status = reading.refusal;
  }
  exchange.Note("code", std::string(ConnectCode(answer.ending.status.error_code())));
  co_await exchange.Answer(dialect->Whole(answer));
}

void CallHandler::Introduce(const Exchange& exchange, const Method& method, Call& call) const {
  if (client::IsPublic(method)) introduction_.AddTo(call.metadata, exchange.client());
}

Task<Answer> CallHandler::Ask(Exchange& exchange, Call call, const Method& method) {
  UnaryCall under_way(channels_.For(method), std::move(call), exchange.executor());
  const Departure departure(exchange.stream(), [&under_way] { under_way.Cancel(); });
  co_return co_await under_way.Run();
}

Task<> CallHandler::Stream(Exchange& exchange, const Method& method) {
  const auto dialect = StreamDialectOf(exchange.request(), method);
  if (!dialect) co_return co_await exchange.Answer(WrongContentType(method));
  Reading reading = Read(*dialect, exchange.request());
  exchange.ReleaseBody();
  co_await exchange.Begin(dialect->StreamHead());
  Ending ending;
  if (reading.call) {
    Introduce(exchange, method, *reading.call);
    ending = co_await Relay(exchange, *dialect, std::move(*reading.call), method);
  } else {
    ending.status = reading.refusal;
  }
  exchange.Note("code", std::string(ConnectCode(ending.status.error_code())));
  co_await exchange.Send(dialect->Last(ending));
  co_await exchange.End();
}

Task<Ending> CallHandler::Relay(Exchange& exchange, const StreamDialect& dialect, Call call, const Method& method) {
  StreamCall stream(channels_.For(method), std::move(call), exchange.executor());
  const Drain::Watch drained(exchange.drain(), [&stream] { stream.Cancel(); });
  for (;;) {
    auto message = co_await NextUnlessGone(exchange, stream);
    if (!message) break;
    co_await exchange.Send(dialect.Piece(*message));
  }
  Ending ending = co_await stream.End();
  ending.status = AsTold(std::move(ending.status), exchange.drain());
  co_return ending;
}

}  // namespace voronka::gateway
