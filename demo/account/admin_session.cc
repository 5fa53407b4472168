#include "demo/account/admin_session.h"

#include "client/client.h"
#include "client/service_identity.h"
#include "demo/people/login.h"
#include "demo/people/people.h"
#include "voronka/crm/v1/account.pb.h"

namespace voronka::demo {
namespace {

// The name under which the services know the operator's key and whom it speaks for.
constexpr char kOperator[] = "operator";

crm::v1::CreateAccountRequest DemoAccount() {
  crm::v1::CreateAccountRequest request;
  request.set_request_id("demo/account");
  request.mutable_account()->set_name(std::string(kAccountName));
  request.mutable_account()->set_time_zone("Europe/Moscow");
  request.mutable_account()->set_currency("RUB");
  request.mutable_account()->set_locale("ru");
  *request.mutable_admin() = UserOf(kAdmin);
  request.set_password(std::string(kPassword));
  return request;
}

void CreateAccount(const client::Channels& channels, const process::Clock& clock,
                   const std::filesystem::path& operator_key) {
  config::v1::SigningKey key;
  key.set_kid(kOperator);
  key.set_private_key_file(operator_key.string());
  client::Client installer(channels, std::make_unique<client::ServiceIdentity>(kOperator, key, 0, clock));
  installer.Call<crm::v1::CreateAccountResponse>(DemoAccount());
}

}  // namespace

std::unique_ptr<client::UserSession> AdminSession(const client::Channels& channels, const process::Clock& clock,
                                                  const std::filesystem::path& operator_key) {
  try {
    return LogIn(channels, clock, kAdmin.login);
  } catch (const client::CallFailed& refusal) {
    if (refusal.reason() != "WRONG_LOGIN") throw;
  }
  CreateAccount(channels, clock, operator_key);
  return LogIn(channels, clock, kAdmin.login);
}

}  // namespace voronka::demo
