#pragma once

#include "foundation/rpc/rpc.h"
#include "voronka/crm/v1/contact.grpc.pb.h"

namespace voronka::crm {

class ContactService : public v1::ContactService::CallbackService {
 public:
  explicit ContactService(rpc::Rpc& rpc) : rpc_(rpc) {}

  using Context = grpc::CallbackServerContext;
  using Reactor = grpc::ServerUnaryReactor;

  Reactor* CreateContact(Context* context, const v1::CreateContactRequest* request, v1::Contact* response) override;
  Reactor* GetContact(Context* context, const v1::GetContactRequest* request, v1::Contact* response) override;
  Reactor* UpdateContact(Context* context, const v1::UpdateContactRequest* request, v1::Contact* response) override;
  Reactor* ListContacts(Context* context, const v1::ListContactsRequest* request,
                        v1::ListContactsResponse* response) override;

 private:
  rpc::Rpc& rpc_;
};

}  // namespace voronka::crm
