#pragma once

#include "voronka/crm/v1/contact.grpc.pb.h"

namespace voronka::bench {

// Echoes its request at once.
class EchoService final : public crm::v1::ContactService::CallbackService {
 public:
  grpc::ServerUnaryReactor* CreateContact(grpc::CallbackServerContext* context,
                                          const crm::v1::CreateContactRequest* request,
                                          crm::v1::Contact* response) override {
    *response = request->contact();
    auto* reactor = context->DefaultReactor();
    reactor->Finish(grpc::Status::OK);
    return reactor;
  }
};

}  // namespace voronka::bench
