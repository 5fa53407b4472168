#pragma once

#include "foundation/rpc/rpc.h"
#include "foundation/security/password_gate.h"
#include "foundation/storage/ids.h"
#include "voronka/crm/v1/account.grpc.pb.h"

namespace voronka::crm {

class AccountService final : public v1::AccountService::CallbackService {
 public:
  AccountService(rpc::Rpc& rpc, storage::Ids& ids, security::PasswordGate& passwords)
      : rpc_(rpc), ids_(ids), passwords_(passwords) {}

  grpc::ServerUnaryReactor* CreateAccount(grpc::CallbackServerContext* context, const v1::CreateAccountRequest* request,
                                          v1::CreateAccountResponse* response) override;
  grpc::ServerUnaryReactor* GetAccount(grpc::CallbackServerContext* context, const v1::GetAccountRequest* request,
                                       v1::Account* response) override;
  grpc::ServerUnaryReactor* UpdateAccount(grpc::CallbackServerContext* context, const v1::UpdateAccountRequest* request,
                                          v1::Account* response) override;
  grpc::ServerUnaryReactor* ListAccounts(grpc::CallbackServerContext* context, const v1::ListAccountsRequest* request,
                                         v1::ListAccountsResponse* response) override;

 private:
  rpc::Rpc& rpc_;
  storage::Ids& ids_;
  security::PasswordGate& passwords_;
};

}  // namespace voronka::crm
