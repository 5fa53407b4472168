#include "tests/gateway/served/stream_form.h"

#include <google/protobuf/util/json_util.h>

#include <nlohmann/json.hpp>

namespace voronka::testing {
namespace {

using google::protobuf::Message;
using Json = nlohmann::json;

constexpr uint8_t kConnectEnd = 0x02;

std::string AsItIs(const std::string& bytes) { return bytes; }

std::string InFrame(const Message& message) { return Frame{.content = message.SerializeAsString()}.Written(); }

std::string InTextFrame(const Message& message) { return ToBase64(InFrame(message)); }

std::string InJsonFrame(const Message& message) {
  Frame frame;
  (void)google::protobuf::util::MessageToJsonString(message, &frame.content);
  return frame.Written();
}

void FromProto(const std::string& content, Message& message) { message.ParseFromString(content); }

void FromJson(const std::string& content, Message& message) {
  (void)google::protobuf::util::JsonStringToMessage(content, &message);
}

grpc::Status OfTrailers(const Frame& frame) { return StatusIn(TrailersIn(frame)); }

// Without the details.
grpc::Status OfConnect(const Frame& frame) {
  static const std::map<std::string, grpc::StatusCode> codes = {{"invalid_argument", grpc::INVALID_ARGUMENT},
                                                                {"not_found", grpc::NOT_FOUND},
                                                                {"unavailable", grpc::UNAVAILABLE},
                                                                {"unauthenticated", grpc::UNAUTHENTICATED},
                                                                {"unimplemented", grpc::UNIMPLEMENTED}};
  const Json end = Json::parse(frame.content);
  if (!end.contains("error")) return grpc::Status::OK;
  return {codes.at(end["error"]["code"]), end["error"].value("message", "")};
}

}  // namespace

const StreamForm kStreamForms[4] = {
    {"GrpcWeb", "application/grpc-web+proto", InFrame, AsItIs, 1, FromProto, kTrailersFlag, OfTrailers},
    {"GrpcWebText", "application/grpc-web-text", InTextFrame, FromBase64, 4, FromProto, kTrailersFlag, OfTrailers},
    {"ConnectProto", "application/connect+proto", InFrame, AsItIs, 1, FromProto, kConnectEnd, OfConnect},
    {"ConnectJson", "application/connect+json", InJsonFrame, AsItIs, 1, FromJson, kConnectEnd, OfConnect}};

}  // namespace voronka::testing
