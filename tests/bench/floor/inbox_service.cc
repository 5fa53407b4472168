#include "tests/bench/floor/inbox_service.h"

namespace voronka::bench {
namespace {

using notifier::v1::SubscribeRequest;
using notifier::v1::SubscribeResponse;

// Deletes itself when done.
class BareStream final : public grpc::ServerWriteReactor<SubscribeResponse> {
 public:
  BareStream() {
    bookmark_.mutable_bookmark();
    StartWrite(&bookmark_);
  }
  void OnCancel() override { Finish(grpc::Status::CANCELLED); }
  void OnDone() override { delete this; }

 private:
  SubscribeResponse bookmark_;
};

}  // namespace

grpc::ServerWriteReactor<SubscribeResponse>* BareInboxService::Subscribe(grpc::CallbackServerContext* /*context*/,
                                                                         const SubscribeRequest* /*request*/) {
  return new BareStream();
}

}  // namespace voronka::bench
