#include "gateway/dialects/connect_error.h"

#include <google/protobuf/any.pb.h>
#include <google/protobuf/util/json_util.h>

#include <array>
#include <nlohmann/json.hpp>

#include "gateway/rpc/metadata.h"
#include "google/rpc/error_details.pb.h"
#include "google/rpc/status.pb.h"

namespace voronka::gateway {
namespace {

using nlohmann::json;

struct Meaning {
  std::string_view name;
  http::status http;
};

constexpr auto kClientClosedRequest = static_cast<http::status>(499);

// By the number of the code.
constexpr std::array<Meaning, 17> kMeanings = {{{"ok", http::status::ok},
                                                {"canceled", kClientClosedRequest},
                                                {"unknown", http::status::internal_server_error},
                                                {"invalid_argument", http::status::bad_request},
                                                {"deadline_exceeded", http::status::gateway_timeout},
                                                {"not_found", http::status::not_found},
                                                {"already_exists", http::status::conflict},
                                                {"permission_denied", http::status::forbidden},
                                                {"resource_exhausted", http::status::too_many_requests},
                                                {"failed_precondition", http::status::bad_request},
                                                {"aborted", http::status::conflict},
                                                {"out_of_range", http::status::bad_request},
                                                {"unimplemented", http::status::not_implemented},
                                                {"internal", http::status::internal_server_error},
                                                {"unavailable", http::status::service_unavailable},
                                                {"data_loss", http::status::internal_server_error},
                                                {"unauthenticated", http::status::unauthorized}}};

const Meaning& MeaningOf(grpc::StatusCode code) {
  const auto number = static_cast<size_t>(code);
  return number < kMeanings.size() ? kMeanings[number] : kMeanings[grpc::StatusCode::UNKNOWN];
}

json Detail(const google::protobuf::Any& detail) {
  const std::string& url = detail.type_url();
  json written = {{"type", url.substr(url.rfind('/') + 1)}, {"value", UnpaddedBase64(detail.value())}};
  std::string readable;
  if (google::protobuf::util::MessageToJsonString(detail, &readable).ok()) {
    written["debug"] = json::parse(readable);
    written["debug"].erase("@type");
  }
  return written;
}

}  // namespace

http::status HttpStatusOf(grpc::StatusCode code) { return MeaningOf(code).http; }

std::string_view ConnectCode(grpc::StatusCode code) { return MeaningOf(code).name; }

std::string ConnectError(const grpc::Status& status) {
  json error = {{"code", ConnectCode(status.error_code())}};
  if (!status.error_message().empty()) error["message"] = status.error_message();
  google::rpc::Status details;
  details.ParseFromString(status.error_details());
  for (const auto& detail : details.details()) error["details"].push_back(Detail(detail));
  return error.dump(-1, ' ', false, json::error_handler_t::replace);
}

Response ConnectRefusal(const grpc::Status& status) {
  Response response = MakeResponse(HttpStatusOf(status.error_code()), "application/json", ConnectError(status));
  if (const auto seconds = RetryAfterSeconds(status)) response.head.headers.emplace_back("retry-after", *seconds);
  return response;
}

std::optional<std::string> RetryAfterSeconds(const grpc::Status& status) {
  google::rpc::Status details;
  details.ParseFromString(status.error_details());
  google::rpc::RetryInfo retry;
  for (const auto& detail : details.details()) {
    if (!detail.UnpackTo(&retry)) continue;
    return std::to_string(retry.retry_delay().seconds() + (retry.retry_delay().nanos() > 0 ? 1 : 0));
  }
  return std::nullopt;
}

}  // namespace voronka::gateway
