#include "gateway/dialects/codec.h"

#include <google/protobuf/message.h>
#include <google/protobuf/util/json_util.h>

#include <memory>
#include <stdexcept>

#include "gateway/dialects/json_problem.h"
#include "gateway/rpc/byte_buffer.h"

namespace voronka::gateway {
namespace {

using google::protobuf::Descriptor;
using google::protobuf::Message;

std::unique_ptr<Message> MakeMessage(const Descriptor& type) {
  return std::unique_ptr<Message>(google::protobuf::MessageFactory::generated_factory()->GetPrototype(&type)->New());
}

// The parser shows the place on further lines, which may not be valid UTF-8.
std::string FirstLine(std::string_view text) { return std::string(text.substr(0, text.find('\n'))); }

}  // namespace

std::string_view NameOf(Codec codec) { return codec == Codec::kJson ? "json" : "proto"; }

grpc::ByteBuffer Decode(Codec codec, const Descriptor& type, std::string_view content) {
  if (codec == Codec::kProto) return ToBuffer(content);
  const auto message = MakeMessage(type);
  const auto status = google::protobuf::util::JsonStringToMessage({content.data(), content.size()}, message.get());
  if (!status.ok()) throw NotThisMessage(FirstLine({status.message().data(), status.message().size()}));
  return ToBuffer(message->SerializeAsString());
}

std::string Encode(Codec codec, const Descriptor& type, const grpc::ByteBuffer& message) {
  if (codec == Codec::kProto) return ToString(message);
  const auto parsed = MakeMessage(type);
  std::string json;
  if (!parsed->ParseFromString(ToString(message)) ||
      !google::protobuf::util::MessageToJsonString(*parsed, &json).ok()) {
    throw std::runtime_error("a service answered something other than " + type.full_name());
  }
  return json;
}

}  // namespace voronka::gateway
