// Who works in the company, how they get in, and on what devices.
#include <fmt/format.h>

#include "client/service_identity.h"
#include "client/user_session.h"
#include "foundation/rpc/calls/audience.h"
#include "tests/contract/company.h"
#include "tests/notifier/push/browsers.h"
#include "voronka/crm/v1/session.pb.h"
#include "voronka/crm/v1/user.pb.h"
#include "voronka/notifier/v1/device.pb.h"

namespace voronka::testing {
namespace {

// A change of the password ends the person's other sessions, and other tests use the admin's. A second factor is
// confirmed by whoever has begun it.
std::string PersonCalling(const Method& method) {
  if (method.name() == "ChangePassword") return "director";
  return method.name() == "ConfirmTotp" ? "head" : "admin";
}

bool AdminMayCall(const Method& method) { return rpc::Includes(AccessOf(method).audience(), options::v1::ROLE_ADMIN); }

}  // namespace

void Company::OpenSessions() {
  System& system = account_.system();
  const std::string login = account_.LoginOf("admin");
  const auto log_in = [&] {
    return client::UserSession::LogIn(system.channels(), system.clock(), login, Account::kPassword, "contract");
  };
  admin_ = log_in();
  const client::Tokens another = log_in()->tokens();
  ids_["session"] = another.session().id();
  texts_["Login.login"] = login;
  texts_["FindUser.login"] = login;
  texts_["RefreshSession.refresh_token"] = log_in()->tokens().refresh_token();
}

void Company::InviteUsers() {
  texts_["GetPasswordLink.token"] = LinkForNewUser("invited");
  texts_["RedeemPasswordLink.token"] = LinkForNewUser("welcome");
}

std::string Company::LinkForNewUser(const std::string& name) {
  crm::v1::CreateUserRequest create;
  create.mutable_user()->set_login(account_.LoginOf(name));
  create.mutable_user()->set_display_name(name);
  create.mutable_user()->set_role(options::v1::ROLE_MANAGER);
  crm::v1::CreatePasswordLinkRequest link;
  link.set_user_id(account_.admin().Call<crm::v1::User>(create).id());
  return account_.admin().Call<crm::v1::CreatePasswordLinkResponse>(link).token();
}

void Company::BeginSecondFactor() {
  crm::v1::BeginTotpRequest begin;
  begin.set_password(Account::kPassword);
  app_ = std::make_unique<AuthenticatorApp>(account_.head().Call<crm::v1::BeginTotpResponse>(begin).secret());
}

void Company::RegisterDevices() {
  const auto browser = [](const std::string& token) {
    auto device = notifier::Browser(token);
    device.set_address(fmt::format("http://{}/{}", kDeafHost, token));
    return device;
  };
  const auto register_with = [&](client::Client& caller, const std::string& token) {
    notifier::v1::RegisterDeviceRequest request;
    *request.mutable_device() = browser(token);
    return caller.Call<notifier::v1::Device>(request).id();
  };
  ids_["device"] = register_with(account_.admin(), "tested");
  ids_["RemoveDevice.device"] = register_with(*account_.LogIn("admin"), "removed");
  texts_["RegisterDevice.address"] = browser("registered").address();
  texts_["RegisterDevice.public_key"] = browser("registered").public_key();
  texts_["RegisterDevice.auth_secret"] = browser("registered").auth_secret();
}

client::Metadata Company::CallerOf(const Method& method) {
  return AdminMayCall(method) ? admin_->Credentials() : ServiceFor(method);
}

client::Metadata Company::NewCallerOf(const Method& method) {
  if (!AdminMayCall(method)) return ServiceFor(method);
  System& system = account_.system();
  return client::UserSession::LogIn(system.channels(), system.clock(), account_.LoginOf(PersonCalling(method)),
                                    Account::kPassword, "contract")
      ->Credentials();
}

client::Metadata Company::ServiceFor(const Method& method) {
  const auto& access = AccessOf(method);
  if (access.public_()) return {};
  const std::string& name = access.services(0);
  client::ServiceIdentity service(name, system_.keys().SigningKeyOf(name), access.accountless() ? 0 : account_.id(),
                                  system_.clock());
  return service.Credentials();
}

}  // namespace voronka::testing
