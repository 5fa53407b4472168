#include "crm_service/people/accounts/account_service.h"

#include "crm_service/people/account_creation.h"
#include "crm_service/people/accounts/accounts.h"

namespace voronka::crm {

using grpc::CallbackServerContext;
using grpc::ServerUnaryReactor;
using rpc::Session;

ServerUnaryReactor* AccountService::CreateAccount(CallbackServerContext* context,
                                                  const v1::CreateAccountRequest* request,
                                                  v1::CreateAccountResponse* response) {
  return rpc_.Run(context, request, response,
                  [=, this](Session& session) { *response = crm::CreateAccount(session, ids_, passwords_, *request); });
}

ServerUnaryReactor* AccountService::GetAccount(CallbackServerContext* context, const v1::GetAccountRequest* request,
                                               v1::Account* response) {
  return rpc_.Run(context, request, response, [=](Session& session) { *response = Accounts(session).Get(); });
}

ServerUnaryReactor* AccountService::UpdateAccount(CallbackServerContext* context,
                                                  const v1::UpdateAccountRequest* request, v1::Account* response) {
  return rpc_.Run(context, request, response,
                  [=](Session& session) { *response = Accounts(session).Update(*request); });
}

ServerUnaryReactor* AccountService::ListAccounts(CallbackServerContext* context, const v1::ListAccountsRequest* request,
                                                 v1::ListAccountsResponse* response) {
  return rpc_.Run(context, request, response, [=](Session& session) { *response = Accounts(session).List(*request); });
}

}  // namespace voronka::crm
