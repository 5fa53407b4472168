#include "crm_service/people/login/demo_password.h"

#include "foundation/process/client_address.h"
#include "foundation/rpc/requests/error.h"
#include "foundation/security/demo_password.h"

namespace voronka::crm {
namespace {

bool IsOnThisMachine(const std::string& client_address) {
  static const process::Networks loopback({"127.0.0.0/8"}, "loopback");
  return loopback.Contain(client_address) || client_address == process::SubscriberOf("::1");
}

}  // namespace

void RefuseDemoPasswordFromOutside(const std::string& password, const std::string& client_address) {
  if (password != security::kDemoPassword || IsOnThisMachine(client_address)) return;
  throw rpc::Error(rpc::Code::kPermissionDenied,
                   {"DEMO_PASSWORD",
                    "",
                    {"The demo's password is good on the demo's own machine only.",
                     "Пароль демонстрации действует только на той машине, где она запущена."}});
}

}  // namespace voronka::crm
