#include "client/command_line/output.h"

#include <google/protobuf/text_format.h>
#include <google/protobuf/util/json_util.h>

#include <memory>

#include "client/command_line/readable.h"
#include "client/command_line/secrets.h"

namespace voronka::command_line {
namespace {

using google::protobuf::Message;

std::unique_ptr<Message> Shown(const Message& message, const Output& output) {
  std::unique_ptr<Message> shown(message.New());
  shown->CopyFrom(message);
  if (!output.show_secrets) HideSecrets(*shown);
  return shown;
}

std::string Json(const Message& message, bool one_line) {
  google::protobuf::util::JsonPrintOptions options;
  options.add_whitespace = !one_line;
  options.preserve_proto_field_names = true;
  std::string json;
  google::protobuf::util::MessageToJsonString(message, &json, options);
  return json.ends_with('\n') ? json : json + '\n';
}

std::string Textproto(const Message& message) {
  google::protobuf::TextFormat::Printer printer;
  printer.SetUseUtf8StringEscaping(true);
  std::string text;
  printer.PrintToString(message, &text);
  return text;
}

std::string ReadableOrEmpty(const Message& message, const cctz::time_zone& zone) {
  const std::string text = Readable(message, zone);
  return text.empty() ? "(empty)\n" : text;
}

}  // namespace

std::string Render(const Message& message, const Output& output) {
  const auto shown = Shown(message, output);
  switch (output.format) {
    case Format::kJson:
      return Json(*shown, false);
    case Format::kTextproto:
      return Textproto(*shown);
    case Format::kReadable:
      break;
  }
  return ReadableOrEmpty(*shown, output.zone);
}

std::string RenderOfStream(const Message& message, const Output& output) {
  if (output.format == Format::kJson) return Json(*Shown(message, output), true);
  return Render(message, output) + '\n';
}

}  // namespace voronka::command_line
