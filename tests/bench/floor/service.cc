#include "tests/bench/floor/service.h"

#include <exception>

#include "tests/bench/floor/account_header.h"

namespace voronka::bench {
namespace {

int64_t AccountOf(const grpc::CallbackServerContext& context) {
  const auto& account = context.client_metadata().find(kAccountHeader)->second;
  return std::stoll(std::string(account.data(), account.size()));
}

}  // namespace

grpc::ServerUnaryReactor* BareHandler::Answer(grpc::CallbackServerContext* context, const std::string& method,
                                              const google::protobuf::Message* request,
                                              google::protobuf::Message* response) {
  auto* reactor = context->DefaultReactor();
  queue_.Add([=, account_id = AccountOf(*context)](Replay& replay) {
    try {
      response->ParseFromString(replay.Run(method, *request, account_id));
      reactor->Finish(grpc::Status::OK);
    } catch (const std::exception& failure) {
      reactor->Finish({grpc::StatusCode::INTERNAL, failure.what()});
    }
  });
  return reactor;
}

}  // namespace voronka::bench
