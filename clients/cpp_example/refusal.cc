#include "refusal.h"

#include "google/rpc/error_details.pb.h"
#include "google/rpc/status.pb.h"

std::string RefusalText(const grpc::Status& status) {
  google::rpc::Status details;
  details.ParseFromString(status.error_details());
  google::rpc::ErrorInfo info;
  google::rpc::LocalizedMessage text;
  text.set_message(status.error_message());
  for (const auto& detail : details.details()) detail.UnpackTo(&info) || detail.UnpackTo(&text);
  return info.reason().empty() ? text.message() : info.reason() + ": " + text.message();
}
