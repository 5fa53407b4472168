#include "client/command_line/call.h"

#include "client/command_line/catalogue.h"
#include "client/command_line/connection.h"
#include "client/command_line/contents.h"
#include "client/command_line/follow.h"
#include "client/command_line/messages.h"
#include "client/command_line/request_builder.h"

namespace voronka::command_line {
namespace {

using google::protobuf::Message;
using google::protobuf::MethodDescriptor;

// In increasing precedence: a file, JSON, single fields.
std::unique_ptr<Message> BuildRequest(const MethodDescriptor& method, const Options& options) {
  auto request = NewMessage(*method.input_type());
  RequestBuilder builder(*request, {.now_micros = process::SystemClock().NowMicros(), .zone = options.output.zone});
  if (!options.file.empty()) builder.Merge(Contents(options.file));
  if (!options.json.empty()) builder.Merge(options.json);
  for (size_t i = 1; i < options.words.size(); ++i) builder.Set(options.words[i]);
  builder.FillUpdateMask();
  return request;
}

client::CallOptions CallOptionsOf(const Options& options) {
  client::CallOptions call_options;
  if (options.timeout) call_options.timeout = *options.timeout;
  return call_options;
}

}  // namespace

void CallMethod(const Options& options, const Console& console) {
  const MethodDescriptor& method = FindMethod(options.words.front());
  const auto request = BuildRequest(method, options);
  if (method.server_streaming()) return Follow(method, *request, options, console);
  Connection connection(options);
  const auto response = NewMessage(*method.output_type());
  connection.ClientFor(method).Call(method, *request, *response, CallOptionsOf(options));
  console.out << Render(*response, options.output);
}

}  // namespace voronka::command_line
