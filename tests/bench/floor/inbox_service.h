#pragma once

#include "voronka/notifier/v1/notification.grpc.pb.h"

namespace voronka::bench {

// Streams that send one message and stay open.
class BareInboxService final : public notifier::v1::InboxService::CallbackService {
 public:
  grpc::ServerWriteReactor<notifier::v1::SubscribeResponse>* Subscribe(
      grpc::CallbackServerContext* context, const notifier::v1::SubscribeRequest* request) override;
};

}  // namespace voronka::bench
