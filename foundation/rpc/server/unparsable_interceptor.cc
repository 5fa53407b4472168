#include "foundation/rpc/server/unparsable_interceptor.h"

#include "foundation/rpc/calls/status.h"

namespace voronka::rpc {
namespace {

using grpc::experimental::InterceptionHookPoints;
using grpc::experimental::Interceptor;
using grpc::experimental::InterceptorBatchMethods;

grpc::Status Unparsable() {
  return ToStatus(
      Error(Code::kInvalidArgument, {"UNPARSABLE",
                                     "",
                                     {"The request cannot be parsed: not this message, or a text that is not UTF-8.",
                                      "Запрос не разобрать: другое сообщение или текст не в UTF-8."}}),
      "en");
}

class UnparsableInterceptor : public Interceptor {
 public:
  void Intercept(InterceptorBatchMethods* methods) override {
    const bool sending = methods->QueryInterceptionHookPoint(InterceptionHookPoints::PRE_SEND_STATUS);
    // Only gRPC itself answers so: we leave none of our methods unimplemented.
    if (sending && methods->GetSendStatus().error_code() == grpc::StatusCode::UNIMPLEMENTED) {
      methods->ModifySendStatus(Unparsable());
    }
    methods->Proceed();
  }
};

class Factory : public grpc::experimental::ServerInterceptorFactoryInterface {
 public:
  Interceptor* CreateServerInterceptor(grpc::experimental::ServerRpcInfo* rpc) override {
    // gRPC treats an unknown method as bidirectional streaming; none of our methods is.
    if (rpc->type() == grpc::experimental::ServerRpcInfo::Type::BIDI_STREAMING) return nullptr;
    return new UnparsableInterceptor();
  }
};

}  // namespace

std::unique_ptr<grpc::experimental::ServerInterceptorFactoryInterface> MakeUnparsableInterceptorFactory() {
  return std::make_unique<Factory>();
}

}  // namespace voronka::rpc
