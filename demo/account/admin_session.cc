#include "demo/account/admin_session.h"

#include "client/client.h"
#include "client/service_identity.h"
#include "demo/people/login.h"
#include "voronka/crm/v1/account.pb.h"

namespace voronka::demo {
namespace {

// The name under which the services know the operator's key and whom it speaks for.
constexpr char kOperator[] = "operator";

crm::v1::CreateAccountRequest Opening(const DemoAccount& account) {
  crm::v1::CreateAccountRequest request;
  request.set_request_id(account.RequestId("account"));
  request.mutable_account()->set_name(account.name());
  request.mutable_account()->set_time_zone("Europe/Moscow");
  request.mutable_account()->set_currency("RUB");
  request.mutable_account()->set_locale("ru");
  *request.mutable_admin() = account.UserOf(kAdmin);
  request.set_password(std::string(kPassword));
  return request;
}

void CreateAccount(const client::Channels& channels, const process::Clock& clock,
                   const std::filesystem::path& operator_key, const DemoAccount& account) {
  config::v1::SigningKey key;
  key.set_kid(kOperator);
  key.set_private_key_file(operator_key.string());
  client::Client installer(channels, std::make_unique<client::ServiceIdentity>(kOperator, key, 0, clock));
  installer.Call<crm::v1::CreateAccountResponse>(Opening(account));
}

}  // namespace

std::unique_ptr<client::UserSession> AdminSession(const client::Channels& channels, const process::Clock& clock,
                                                  const std::filesystem::path& operator_key,
                                                  const DemoAccount& account) {
  try {
    return LogIn(channels, clock, account.LoginOf(kAdmin));
  } catch (const client::CallFailed& refusal) {
    if (refusal.reason() != "WRONG_LOGIN") throw;
  }
  CreateAccount(channels, clock, operator_key, account);
  return LogIn(channels, clock, account.LoginOf(kAdmin));
}

}  // namespace voronka::demo
